import { toHex } from '../bytes.ts';
import { emvTags } from './tags.ts';
import { isTlvError, parseTlv, type Tlv } from './tlv.ts';

const sensitive = [...emvTags].filter(([, row]) => row.sensitive).map(([tag]) => tag);

/**
 * Hex of the bytes for a log or a case, at most `maximumBytes` of them, with stars for every nibble
 * that could be of a card number, a track, a name or a PIN. In TLV these are the values of such
 * tags, and runs of twelve or more digits in any other object; bytes that are no TLV are searched
 * for all of that at every place: too much is hidden rather than too little. `digits`: a number
 * that is known.
 */
export function maskedHex(bytes: Uint8Array, maximumBytes = 64, digits = ''): string {
  const objects = parseTlv(bytes);
  const masked = isTlvError(objects) ? maskUnknown(bytes) : maskObjects(bytes, objects);
  const known = digits === '' ? masked : masked.replaceAll(digits, '*'.repeat(digits.length));
  return known.slice(0, 2 * maximumBytes);
}

/**
 * The objects stand in `bytes` one after the other, with padding between: only their values change.
 */
function maskObjects(bytes: Uint8Array, objects: readonly Tlv[]): string {
  let masked = '';
  let rest = toHex(bytes);
  for (const object of objects) {
    const encoded = toHex(object.encoded);
    const at = rest.indexOf(encoded);
    const headerLength = encoded.length - 2 * object.value.length;
    masked += rest.slice(0, at) + encoded.slice(0, headerLength) + maskValue(object);
    rest = rest.slice(at + encoded.length);
  }
  return masked + rest;
}

function maskValue({ tag, value, children }: Tlv): string {
  if (children !== undefined) return maskObjects(value, children);
  const row = emvTags.get(tag);
  if (row?.sensitive === true) return '*'.repeat(2 * value.length);
  if (tag === '94' && looksLikeAfl(value)) return toHex(value);
  const isText = ['a', 'an', 'ans'].includes(row?.format ?? 'b');
  return isText && isPrintable(value) ? maskText(value) : maskDigits(toHex(value));
}

/**
 * File numbers in the upper five bits of every fourth byte: a list of records, and no card number.
 */
const looksLikeAfl = (value: Uint8Array): boolean =>
  value.every((byte, i) => i % 4 !== 0 || (byte & 7) === 0);

const isPrintable = (value: Uint8Array): boolean =>
  value.every((byte) => byte >= 0x20 && byte < 0x7f);

/** Twelve or more digit characters in a row. */
const maskText = (value: Uint8Array): string =>
  toHex(value).replace(/(?<=^(?:..)*)(?:3\d){12,}/g, (run) => '*'.repeat(run.length));

/**
 * Digits in a row, at least so many, leading zeros not counted: no card number begins with them.
 */
const maskDigits = (text: string, atLeast = 12): string =>
  text.replace(/\d+/g, (run) =>
    run.replace(/^0+/, '').length < atLeast ? run : '*'.repeat(run.length),
  );

/**
 * Every place where a sensitive tag could stand hides what its length says, a long form all the
 * rest. Digits count from eight on, because the bytes may have been cut in the middle of a number.
 */
function maskUnknown(bytes: Uint8Array): string {
  const text = toHex(bytes);
  const nibbles = text.split('');
  for (const tag of sensitive) {
    for (let at = text.indexOf(tag); at >= 0; at = text.indexOf(tag, at + 1)) {
      if (at % 2 !== 0) continue;
      const lengthAt = (at + tag.length) / 2;
      const length = bytes[lengthAt] ?? 0;
      const end = length > 0x80 ? bytes.length : lengthAt + 1 + length;
      nibbles.fill('*', 2 * (lengthAt + 1), 2 * Math.min(end, bytes.length));
    }
  }
  return maskDigits(nibbles.join(''), 8);
}
