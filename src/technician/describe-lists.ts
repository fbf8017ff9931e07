import { toHex } from '../bytes.ts';
import { parseAfl } from '../emv/afl.ts';
import { parseAtr } from '../emv/atr.ts';
import { describeAtr } from '../emv/describe-atr.ts';
import { describeBits } from '../emv/describe-bits.ts';
import { describeCvmList, describeCvmResults } from '../emv/describe-cvm.ts';
import { describeTlv, describeValue } from '../emv/describe-tlv.ts';
import { parseDol } from '../tlv/dol.ts';
import { maskedHex } from '../tlv/mask.ts';
import { tagTitle } from '../tlv/tags.ts';
import { endOfTag, isTlvError, parseTlv } from '../tlv/tlv.ts';
import { type Decoded, explained, refused } from './decoded.ts';

const tlvProblems: Readonly<Record<string, string>> = {
  truncated: 'the bytes end inside a tag, a length or a value',
  tagTooLong: 'a tag of more than four bytes',
  lengthForm: 'a length in a form that EMV does not allow',
  tooDeep: 'more than eight templates inside one another',
  tooMany: 'more than 256 data objects',
  tooLong: 'more bytes than a card may send',
};

export function decodeTlv(bytes: Uint8Array): Decoded {
  const objects = parseTlv(bytes);
  if (isTlvError(objects)) {
    const why = tlvProblems[objects.problem] ?? objects.problem;
    return refused(`TLV at byte ${objects.offset}: ${why} (${maskedHex(bytes)})`);
  }
  return objects.length === 0
    ? refused('TLV at byte 0: padding only')
    : explained(...describeTlv(bytes));
}

/** A field of bits by its tag: each bit that is set. */
export function decodeBits(bytes: Uint8Array, tag: string, name: string, length: number): Decoded {
  if (bytes.length !== length)
    return refused(
      `${name} at byte ${Math.min(bytes.length, length)}: it has ${length} bytes, these are ${bytes.length}`,
    );
  const words = describeBits(tag, bytes) ?? [];
  const lines = words.length === 0 ? ['no bit is set'] : words;
  return explained(`${name} ${toHex(bytes)}`, ...lines.map((line) => `  - ${line}`));
}

export function decodeAtr(bytes: Uint8Array): Decoded {
  return parseAtr(bytes) === undefined
    ? refused(`ATR at byte ${atrProblem(bytes)}`)
    : explained(...atrLines(bytes));
}

/** The bytes and their meaning; the historical ones stand apart, because a card may write a number there. */
export function atrLines(bytes: Uint8Array): string[] {
  const historical = parseAtr(bytes)?.historicalBytes.length ?? 0;
  const check = parseAtr(bytes)?.checkCharacter === 'absent' ? 0 : 1;
  const from = bytes.length - historical - check;
  const parts = [
    bytes.slice(0, from),
    bytes.slice(from, from + historical),
    bytes.slice(from + historical),
  ];
  const shown = parts.map(toHex).filter((text) => text !== '');
  return [`answer to reset ${shown.join(' ')}`, ...describeAtr(bytes).map((line) => `  ${line}`)];
}

function atrProblem(bytes: Uint8Array): string {
  const [initial, format] = bytes;
  if (initial !== 0x3b && initial !== 0x3f) return '0: neither 3B nor 3F';
  if (bytes.length > 33) return '33: more than 33 bytes';
  if (format === undefined) return '1: ends before T0';
  let at = 2;
  let indicator = format >> 4;
  while (indicator !== 0) {
    const count = [1, 2, 4, 8].filter((bit) => indicator & bit).length;
    if (at + count > bytes.length) return `${bytes.length}: ends inside the interface bytes`;
    at += count;
    indicator = indicator & 8 ? (bytes[at - 1] ?? 0) >> 4 : 0;
  }
  const end = at + (format & 15);
  if (end > bytes.length) return `${bytes.length}: ends inside the historical bytes`;
  return `${end}: the check character is missing, or bytes are left over`;
}

export function decodeAfl(bytes: Uint8Array): Decoded {
  if (bytes.length === 0 || bytes.length % 4 !== 0)
    return refused(`AFL at byte ${bytes.length - (bytes.length % 4)}: each entry has four bytes`);
  for (let at = 0; at < bytes.length; at += 4) {
    if (parseAfl(bytes.slice(at, at + 4)) !== undefined) continue;
    return refused(
      `AFL at byte ${at}: the entry names no file from 1 to 30, no record, or records backwards`,
    );
  }
  const entries = parseAfl(bytes) ?? [];
  const records = entries.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return explained(
    `Application File Locator, ${records} records`,
    ...(describeValue('94', bytes) ?? []).map((line) => `  - ${line}`),
  );
}

export function decodeCvmList(bytes: Uint8Array): Decoded {
  const lines = bytes.length < 8 ? undefined : describeCvmList(bytes);
  if (lines === undefined)
    return refused(
      `CVM list at byte ${bytes.length < 8 ? bytes.length : bytes.length - 1}: two amounts of four bytes, then two bytes a rule`,
    );
  return explained('Cardholder Verification Method list', ...lines.map((line) => `  - ${line}`));
}

export function decodeCvmResults(bytes: Uint8Array): Decoded {
  return bytes.length === 3
    ? explained(
        `CVM Results ${toHex(bytes)}`,
        ...describeCvmResults(bytes).map((it) => `  - ${it}`),
      )
    : refused(
        `CVM Results at byte ${Math.min(bytes.length, 3)}: three bytes, these are ${bytes.length}`,
      );
}

export function decodeDol(bytes: Uint8Array): Decoded {
  const entries = parseDol(bytes);
  if (entries === undefined || entries.length === 0)
    return refused(`DOL at byte ${dolProblem(bytes)}: a tag or its length is missing`);
  const total = entries.reduce((sum, { length }) => sum + length, 0);
  return explained(
    `data object list, asks for ${total} bytes${total > 255 ? ': more than a command can carry' : ''}`,
    ...entries.map(({ tag, length }) => `  - ${tagTitle(tag)}, ${length} bytes`),
  );
}

function dolProblem(bytes: Uint8Array): number {
  let at = 0;
  for (;;) {
    const end = endOfTag(bytes, at, bytes.length);
    if (end === undefined || bytes[end] === undefined || end + 1 >= bytes.length) return at;
    at = end + 1;
  }
}
