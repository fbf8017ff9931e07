import type { Format } from './dialect.ts';

/** Look-up tables of the hot paths: one load a character instead of comparisons. */

/** Marks an entry that is not allowed; no valid nibble or length has this bit. */
export const invalid = 0x80;

const table = (size: number, valueAt: (index: number) => number): Uint8Array =>
  Uint8Array.from({ length: size }, (_, index) => valueAt(index));

/** Character code → nibble of a decimal digit. */
export const digitNibble = table(128, (code) => (code >= 48 && code <= 57 ? code - 48 : invalid));

/** Character code → nibble of track data: digits, and `=` or `D` as 13. */
export const trackNibble = table(128, (code) =>
  code === 0x3d || code === 0x44 ? 13 : (digitNibble[code] ?? invalid),
);

/** Character code → nibble of a hex digit, either case. */
const hexNibble = table(128, (code) => {
  const value = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(value) ? invalid : value;
});

/** Character code → nibble of track data that is partly encrypted: upper-case hex, and `=` as 13. */
export const cipherTrackNibble = table(128, (code) =>
  code === 0x3d ? 13 : code < 0x61 ? (hexNibble[code] ?? invalid) : invalid,
);

/** Packed byte → two-digit number. */
export const bcdNumber = table(256, (byte) =>
  byte >> 4 > 9 || (byte & 15) > 9 ? invalid : (byte >> 4) * 10 + (byte & 15),
);

/** Nibble → `invalid` unless the format has it. */
const digitsOnly = (nibble: number): boolean => nibble <= 9;
const digitsAndSeparator = (nibble: number): boolean => nibble <= 9 || nibble === 13;
const pairs = (allowed: (nibble: number) => boolean): Uint8Array =>
  table(256, (byte) => (allowed(byte >> 4) && allowed(byte & 15) ? 0 : invalid));

/** Packed byte → 0 or `invalid`. */
export const digitPairs = pairs(digitsOnly);
export const trackPairs = pairs(digitsAndSeparator);
export const cipherTrackPairs = pairs(() => true);

const isAlphanumeric = (code: number): boolean =>
  code === 0x20 ||
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a);

/** Byte → 0 or `invalid`, for letters, digits and spaces. */
const alphanumeric = table(256, (code) => (isAlphanumeric(code) ? 0 : invalid));
/** Byte → 0 or `invalid`, for everything but control characters: national texts are bytes of GB 18030. */
const printable = table(256, (code) => (code >= 0x20 && code !== 0x7f ? 0 : invalid));
const digitCharacters = table(256, (code) => digitNibble[code] ?? invalid);
const trackCharacters = table(256, (code) =>
  code === 0x44 ? invalid : (trackNibble[code] ?? invalid),
);
const cipherTrackCharacters = table(256, (code) =>
  code === 0x44 ? invalid : (cipherTrackNibble[code] ?? invalid),
);

/** Character set of a format that is written one byte a character. */
export function charactersOf(format: Format): Uint8Array {
  if (format === 'n') return digitCharacters;
  if (format === 'z') return trackCharacters;
  if (format === 'x') return cipherTrackCharacters;
  return format === 'an' ? alphanumeric : printable;
}

/** Parses hex characters of the wire; undefined when one is not hex. */
export function bytesOfHexText(
  bytes: Uint8Array,
  from: number,
  to: number,
): Uint8Array | undefined {
  const out = new Uint8Array((to - from) >> 1);
  let bad = 0;
  for (let i = 0; i < out.length; i++) {
    const high = hexNibble[bytes[from + 2 * i]!] ?? invalid;
    const low = hexNibble[bytes[from + 2 * i + 1]!] ?? invalid;
    bad |= high | low;
    out[i] = (high << 4) | low;
  }
  return (bad & invalid) === 0 ? out : undefined;
}

/** Writes a byte as two upper-case hex characters. */
export function writeHexByte(byte: number, out: Uint8Array, at: number): void {
  out[at] = hexCharacter[byte >> 4]!;
  out[at + 1] = hexCharacter[byte & 15]!;
}

const hexCharacter = table(16, (nibble) => nibble.toString(16).toUpperCase().charCodeAt(0));
