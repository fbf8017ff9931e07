import {
  bcdNumber,
  bytesOfHexText,
  charactersOf,
  cipherTrackPairs,
  digitNibble,
  digitPairs,
  invalid,
  trackPairs,
} from './characters.ts';
import type { FieldSpec } from './dialect.ts';
import type { MalformedReason } from './malformed.ts';
import type { FieldValue } from './message.ts';
import { checkTlv } from './tlv-chain.ts';

/** Where unpacking stands in one message; the first problem ends it. */
export class Input {
  readonly bytes: Uint8Array;
  /** The whole message as hex and as Latin-1: one native call each, of which the values are slices. */
  readonly hex: string;
  readonly latin1: string;
  at = 0;
  problem: MalformedReason | undefined = undefined;
  /** Steps inwards below the field: the tag in field 55. */
  inner: string | undefined = undefined;

  constructor(bytes: Uint8Array) {
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    this.bytes = bytes;
    this.hex = view.toString('hex');
    this.latin1 = view.toString('latin1');
  }

  fail(reason: MalformedReason): undefined {
    this.problem = reason;
    return undefined;
  }
}

/** Reads one value and moves on; undefined after `input.fail`. */
export type FieldUnpacker = (input: Input) => FieldValue | undefined;

/** Reads the count of a value, -1 after `input.fail`. */
type LengthReader = (input: Input) => number;

function lengthReader(spec: FieldSpec, numbers: 'bcd' | 'ascii'): LengthReader {
  const { length } = spec;
  if (length.kind === 'fixed') {
    const count = spec.packing === 'hexText' ? 2 * length.length : length.length;
    return () => count;
  }
  const digits = length.kind === 'll' ? 2 : 3;
  const size = numbers === 'ascii' ? digits : (digits + 1) >> 1;
  const base = numbers === 'ascii' ? 10 : 100;
  return (input) => {
    const { bytes, at } = input;
    if (at + size > bytes.length) {
      input.fail('truncated');
      return -1;
    }
    let count = 0;
    for (let i = 0; i < size; i++) {
      const byte = bytes[at + i]!;
      const unit = base === 10 ? (digitNibble[byte] ?? invalid) : bcdNumber[byte]!;
      if (unit === invalid) {
        input.fail('badLength');
        return -1;
      }
      count = count * base + unit;
    }
    if (count > length.max) {
      input.fail('tooLong');
      return -1;
    }
    input.at = at + size;
    return count;
  };
}

/** The nibble D is written `=`. */
function withSeparator(text: string): string {
  const at = text.indexOf('d');
  return at < 0 ? text : `${text.slice(0, at)}=${withSeparator(text.slice(at + 1))}`;
}

function bcdUnpacker(spec: FieldSpec, numbers: 'bcd' | 'ascii'): FieldUnpacker {
  const readLength = lengthReader(spec, numbers);
  const isTrack = spec.format === 'z';
  const isCipherTrack = spec.format === 'x';
  const pairs = isTrack ? trackPairs : isCipherTrack ? cipherTrackPairs : digitPairs;
  const rightAligned = spec.packing === 'bcdRight';
  return (input) => {
    const count = readLength(input);
    if (count < 0) return undefined;
    const { bytes, at, hex } = input;
    const size = (count + 1) >> 1;
    if (at + size > bytes.length) return input.fail('truncated');
    // The filler nibble of an odd count is not looked at: hosts fill it with 0 or F.
    const odd = count & 1;
    const from = 2 * at + (rightAligned ? odd : 0);
    let bad = 0;
    const firstFull = rightAligned ? at + odd : at;
    const fullEnd = firstFull + (count >> 1);
    for (let i = firstFull; i < fullEnd; i++) bad |= pairs[bytes[i]!]!;
    if (odd === 1) {
      const digit = rightAligned ? bytes[at]! & 15 : bytes[at + size - 1]! >> 4;
      bad |= pairs[digit]!;
    }
    if (bad !== 0) return input.fail('badDigit');
    input.at = at + size;
    const text = hex.slice(from, from + count);
    if (isCipherTrack) return withSeparator(text).toUpperCase();
    return isTrack ? withSeparator(text) : text;
  };
}

function asciiUnpacker(spec: FieldSpec, numbers: 'bcd' | 'ascii'): FieldUnpacker {
  const readLength = lengthReader(spec, numbers);
  const allowed = charactersOf(spec.format);
  return (input) => {
    const count = readLength(input);
    if (count < 0) return undefined;
    const { bytes, at } = input;
    const end = at + count;
    if (end > bytes.length) return input.fail('truncated');
    let bad = 0;
    for (let i = at; i < end; i++) bad |= allowed[bytes[i]!]!;
    if ((bad & invalid) !== 0) {
      return input.fail(spec.format === 'n' ? 'badDigit' : 'badCharacter');
    }
    input.at = end;
    return input.latin1.slice(at, end);
  };
}

function bytesUnpacker(spec: FieldSpec, numbers: 'bcd' | 'ascii'): FieldUnpacker {
  const readLength = lengthReader(spec, numbers);
  const isTlv = spec.format === 'tlv';
  const isText = spec.packing === 'hexText';
  return (input) => {
    const count = readLength(input);
    if (count < 0) return undefined;
    const { bytes, at } = input;
    const end = at + count;
    if (end > bytes.length) return input.fail('truncated');
    if (isText && (count & 1) === 1) return input.fail('badLength');
    const value = isText
      ? bytesOfHexText(bytes, at, end)
      : new Uint8Array(bytes.buffer, bytes.byteOffset + at, count);
    if (value === undefined) return input.fail('badDigit');
    if (isTlv) {
      const badTag = checkTlv(value);
      if (badTag !== undefined) {
        input.inner = badTag;
        return input.fail('badTlv');
      }
    }
    input.at = end;
    return value;
  };
}

/** The unpacker of a row, compiled once. Binary values are views of the received bytes. */
export function fieldUnpacker(spec: FieldSpec, numbers: 'bcd' | 'ascii'): FieldUnpacker {
  switch (spec.packing) {
    case 'bcdLeft':
    case 'bcdRight':
      return bcdUnpacker(spec, numbers);
    case 'ascii':
      return asciiUnpacker(spec, numbers);
    case 'bytes':
    case 'hexText':
      return bytesUnpacker(spec, numbers);
  }
}
