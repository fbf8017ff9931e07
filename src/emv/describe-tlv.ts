import { toHex } from '../bytes.ts';
import { parseDol } from '../tlv/dol.ts';
import { maskedHex } from '../tlv/mask.ts';
import { emvTags, tagTitle } from '../tlv/tags.ts';
import { encodeTlv, isTlvError, parseTlv, type Tlv } from '../tlv/tlv.ts';
import { parseAfl } from './afl.ts';
import { fullDate } from './dates.ts';
import { describeBits, describeCryptogramInformation } from './describe-bits.ts';
import { describeCvmList, describeCvmResults } from './describe-cvm.ts';

/**
 * Data objects in words for a technician, a line each, two more spaces for each template; card
 * numbers, tracks and names as stars. Bytes that are no TLV end in a line that says where and why.
 */
export function describeTlv(bytes: Uint8Array): string[] {
  const objects = parseTlv(bytes);
  return isTlvError(objects)
    ? [`not TLV: ${objects.problem} at byte ${objects.offset}: ${maskedHex(bytes)}`]
    : objects.flatMap((object) => describeObject(object, ''));
}

function describeObject(object: Tlv, indent: string): string[] {
  const { tag, value, children } = object;
  if (children !== undefined) {
    return [
      `${indent}${tagTitle(tag)}`,
      ...children.flatMap((it) => describeObject(it, `${indent}  `)),
    ];
  }
  const header = encodeTlv(tag, value).length - value.length;
  const shown = maskedHex(encodeTlv(tag, value), Number.MAX_SAFE_INTEGER).slice(2 * header);
  const words = emvTags.get(tag)?.sensitive === true ? [] : (describeValue(tag, value) ?? []);
  return [`${indent}${tagTitle(tag)}: ${shown}`, ...words.map((line) => `${indent}  - ${line}`)];
}

/** What a value means, where more than its hex can be said. */
export function describeValue(tag: string, value: Uint8Array): string[] | undefined {
  switch (tag) {
    case '8E':
      return describeCvmList(value);
    case '9F34':
      return describeCvmResults(value);
    case '9F27':
      return describeCryptogramInformation(value);
    case '94':
      return describeAfl(value);
    default:
      return describeBits(tag, value) ?? describeByFormat(tag, value);
  }
}

function describeByFormat(tag: string, value: Uint8Array): string[] | undefined {
  const format = emvTags.get(tag)?.format;
  if (dataObjectLists.has(tag)) {
    return parseDol(value)?.map((entry) => `${tagTitle(entry.tag)}, ${entry.length} bytes`);
  }
  if (dates.has(tag)) {
    const date = fullDate(toHex(value));
    return date === undefined
      ? undefined
      : [`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`];
  }
  if (format !== 'a' && format !== 'an' && format !== 'ans') return undefined;
  const printable = value.every((byte) => byte >= 0x20 && byte < 0x7f);
  const digits = /\d{12,}/.test(String.fromCharCode(...value.slice(0, 256)));
  return printable && !digits ? [`"${String.fromCharCode(...value)}"`] : undefined;
}

const dataObjectLists = new Set(['8C', '8D', '97', '9F38', '9F49']);
const dates = new Set(['5F24', '5F25', '9A']);

/** Application File Locator, tag 94: file, records, how many are authenticated. */
function describeAfl(value: Uint8Array): string[] {
  return (
    parseAfl(value)?.map(
      ({ sfi, first, last, authenticated }) =>
        `SFI ${sfi}, records ${first} to ${last}, ${authenticated} in offline data authentication`,
    ) ?? ['not an Application File Locator']
  );
}
