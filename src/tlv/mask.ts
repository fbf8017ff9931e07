import { toHex } from '../bytes.ts';
import { emvTags } from './tags.ts';
import { isTlvError, parseTlv, primitives } from './tlv.ts';

const sensitive = [...emvTags].filter(([, row]) => row.sensitive).map(([tag]) => tag);

/**
 * Hex of the bytes for a log or a case, at most `maximumBytes` of them, with stars for every nibble that
 * could be of a card number, a track, a name or a PIN: the values of those tags, and any run of twelve or
 * more decimal digits. Bytes that are no TLV are searched for those tags everywhere: too much is hidden
 * rather than too little.
 */
export function maskedHex(bytes: Uint8Array, maximumBytes = 64): string {
  const text = toHex(bytes).split('');
  for (const [from, to] of sensitiveSpans(bytes)) text.fill('*', 2 * from, 2 * to);
  const masked = text
    .join('')
    .replace(/\d{12,}/g, (run) => (/^(\d)\1*$/.test(run) ? run : '*'.repeat(run.length)));
  return masked.slice(0, 2 * maximumBytes);
}

type Span = readonly [from: number, to: number];

function sensitiveSpans(bytes: Uint8Array): Span[] {
  const parsed = parseTlv(bytes);
  const statusWordsCut = isTlvError(parsed) ? parseTlv(bytes.slice(0, -2)) : parsed;
  if (isTlvError(statusWordsCut)) return searchedSpans(bytes);
  const spans: Span[] = [];
  let at = 0;
  for (const { tag, value, encoded } of primitives(statusWordsCut)) {
    const start = indexOf(bytes, encoded, at);
    at = start + encoded.length;
    if (sensitive.includes(tag)) spans.push([at - value.length, at]);
  }
  return spans;
}

/** Every place where a sensitive tag could stand, with the length that follows it. */
function searchedSpans(bytes: Uint8Array): Span[] {
  const text = toHex(bytes);
  const spans: Span[] = [];
  for (const tag of sensitive) {
    for (let at = text.indexOf(tag); at >= 0; at = text.indexOf(tag, at + 1)) {
      if (at % 2 !== 0) continue;
      const lengthAt = (at + tag.length) / 2;
      const first = bytes[lengthAt] ?? 0;
      const long = first > 0x80;
      const length = long ? bytes.length : first;
      spans.push([lengthAt + 1, Math.min(bytes.length, lengthAt + 1 + length)]);
    }
  }
  return spans;
}

function indexOf(bytes: Uint8Array, part: Uint8Array, from: number): number {
  for (let at = from; at + part.length <= bytes.length; at++) {
    if (part.every((byte, i) => byte === bytes[at + i])) return at;
  }
  return from;
}
