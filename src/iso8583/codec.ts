import { bytesOfHexText, digitNibble, invalid, writeHexByte } from './characters.ts';
import type { Dialect, FieldSpec } from './dialect.ts';
import { type FieldUnpacker, fieldUnpacker, Input } from './input.ts';
import { InvalidField, Malformed } from './malformed.ts';
import type { Fields, FieldValue, Message } from './message.ts';
import { type FieldPacker, fieldPacker, packedMaximum } from './output.ts';

const highestField = 128;

/** A dialect with its rows turned into closures, indexed by field number. */
type Compiled = {
  readonly dialect: Dialect;
  readonly specs: readonly (FieldSpec | undefined)[];
  readonly packers: readonly (FieldPacker | undefined)[];
  readonly unpackers: readonly (FieldUnpacker | undefined)[];
  /** No message of the dialect is longer. */
  readonly maximum: number;
};

const compiledDialects = new WeakMap<Dialect, Compiled>();
let last: Compiled | undefined;

function compiled(dialect: Dialect): Compiled {
  if (last?.dialect === dialect) return last;
  last = compiledDialects.get(dialect) ?? compile(dialect);
  compiledDialects.set(dialect, last);
  return last;
}

function compile(dialect: Dialect): Compiled {
  const specs = new Array<FieldSpec | undefined>(highestField + 1).fill(undefined);
  for (const spec of dialect.fields) specs[spec.number] = spec;
  const packers = specs.map((spec) => spec && fieldPacker(spec, dialect.numbers));
  const unpackers = specs.map((spec) => spec && fieldUnpacker(spec, dialect.numbers));
  const maximum = dialect.fields.reduce((sum, spec) => sum + packedMaximum(spec), 36);
  return { dialect, specs, packers, unpackers, maximum };
}

/** The row of a field. */
export function specOf(dialect: Dialect, field: number): FieldSpec | undefined {
  return compiled(dialect).specs[field];
}

/**
 * Packed messages are carved from shared chunks: a fresh buffer of its own for each costs as much as
 * the packing. Nothing is carved twice, so a message never changes under its reader.
 */
const chunkSize = 1 << 17;
let chunk = new Uint8Array(chunkSize);
let chunkUsed = 0;

/**
 * The bytes of a message: MTI, bitmap (secondary when a field above 64 is there), fields in their order.
 * Throws InvalidField when a value does not fit its row.
 */
export function pack(dialect: Dialect, message: Message): Uint8Array {
  const codec = compiled(dialect);
  if (chunkUsed + codec.maximum > chunk.length) {
    chunk = new Uint8Array(Math.max(chunkSize, codec.maximum));
    chunkUsed = 0;
  }
  const out = chunk;
  const start = chunkUsed;
  const fields = message.fields;
  const octets = hasFieldAbove64(fields) ? 16 : 8;
  const bitmapAt = packMti(dialect, message.mti, out, start);
  const hexBitmap = dialect.bitmap === 'hexText';
  let at = bitmapAt + (hexBitmap ? 2 * octets : octets);
  for (let octet = 0; octet < octets; octet++) {
    let bits = octet === 0 && octets === 16 ? 0x80 : 0;
    for (let bit = octet === 0 ? 1 : 0; bit < 8; bit++) {
      const number = 8 * octet + bit + 1;
      const value = fields[number];
      if (value === undefined) continue;
      const packField = codec.packers[number];
      if (packField === undefined) throw new InvalidField(String(number), 'unknown to the dialect');
      at = packField(value, out, at);
      bits |= 0x80 >> bit;
    }
    if (hexBitmap) writeHexByte(bits, out, bitmapAt + 2 * octet);
    else out[bitmapAt + octet] = bits;
  }
  chunkUsed = at;
  return new Uint8Array(out.buffer, start, at - start);
}

function hasFieldAbove64(fields: Fields): boolean {
  for (let number = 65; number <= highestField; number++) {
    if (fields[number] !== undefined) return true;
  }
  return false;
}

function packMti(dialect: Dialect, mti: string, out: Uint8Array, at: number): number {
  if (mti.length !== 4) throw new InvalidField('mti', 'length is not 4');
  let packed = 0;
  for (let i = 0; i < 4; i++) {
    const nibble = digitNibble[mti.charCodeAt(i)] ?? invalid;
    if (nibble === invalid) throw new InvalidField('mti', 'not digits');
    if (dialect.numbers === 'ascii') out[at + i] = 48 + nibble;
    packed = (packed << 4) | nibble;
  }
  if (dialect.numbers === 'ascii') return at + 4;
  out[at] = packed >> 8;
  out[at + 1] = packed & 255;
  return at + 2;
}

/** An object with no fields and room for 64: a copy of it takes fields without growing four times on the way. */
const roomForFields: Record<number, FieldValue> = {};
for (const field of [64, 2]) roomForFields[field] = '';
for (const field of [64, 2]) delete roomForFields[field];

/** The message of received bytes, or what is wrong with them. Never throws; binary values are views of `bytes`. */
export function unpack(dialect: Dialect, bytes: Uint8Array): Message | Malformed {
  const codec = compiled(dialect);
  const input = new Input(bytes);
  const mti = unpackMti(dialect, input);
  if (mti === undefined) return new Malformed(input.problem ?? 'badMti', ['mti'], input.at);
  const bitmap = unpackBitmap(dialect, input);
  if (bitmap === undefined) return new Malformed(input.problem ?? 'badBitmap', ['1'], input.at);
  const fields: Record<number, FieldValue> = { ...roomForFields };
  for (let byte = 0; byte < bitmap.length; byte++) {
    let bits = byte % 8 === 0 ? bitmap[byte]! & 0x7f : bitmap[byte]!;
    while (bits !== 0) {
      const left = Math.clz32(bits) - 24;
      bits &= ~(0x80 >> left);
      const number = 8 * byte + left + 1;
      const unpackField = codec.unpackers[number];
      if (unpackField === undefined)
        return new Malformed('unknownField', [String(number)], input.at);
      const value = unpackField(input);
      if (value === undefined) return malformedField(input, number);
      fields[number] = value;
    }
  }
  if (input.at !== bytes.length) return new Malformed('trailingBytes', ['end'], input.at);
  return { mti, fields };
}

function malformedField(input: Input, number: number): Malformed {
  const path = input.inner === undefined ? [String(number)] : [String(number), input.inner];
  return new Malformed(input.problem ?? 'truncated', path, input.at);
}

function unpackMti(dialect: Dialect, input: Input): string | undefined {
  const size = dialect.numbers === 'ascii' ? 4 : 2;
  if (input.bytes.length < size) return input.fail('truncated');
  const text = dialect.numbers === 'ascii' ? input.latin1.slice(0, 4) : input.hex.slice(0, 4);
  for (let i = 0; i < 4; i++) {
    if ((digitNibble[text.charCodeAt(i)] ?? invalid) === invalid) return input.fail('badMti');
  }
  input.at = size;
  return text;
}

/** The primary bitmap, with the secondary one behind it when bit 1 says so. */
function unpackBitmap(dialect: Dialect, input: Input): Uint8Array | undefined {
  const width = dialect.bitmap === 'hexText' ? 2 : 1;
  const primary = bitmapBytes(dialect, input, 8 * width);
  if (primary === undefined || (primary[0]! & 0x80) === 0) return primary;
  input.at -= 8 * width;
  const both = bitmapBytes(dialect, input, 16 * width);
  // Bit 65 would announce a third bitmap, which the standard of 1987 does not have.
  return both !== undefined && (both[8]! & 0x80) !== 0 ? input.fail('badBitmap') : both;
}

function bitmapBytes(dialect: Dialect, input: Input, size: number): Uint8Array | undefined {
  const { bytes, at } = input;
  if (at + size > bytes.length) return input.fail('truncated');
  input.at = at + size;
  if (dialect.bitmap === 'bytes') return bytes.subarray(at, at + size);
  return bytesOfHexText(bytes, at, at + size) ?? input.fail('badBitmap');
}
