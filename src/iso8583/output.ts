import {
  charactersOf,
  cipherTrackNibble,
  digitNibble,
  invalid,
  trackNibble,
  writeHexByte,
} from './characters.ts';
import type { FieldSpec } from './dialect.ts';
import { InvalidField } from './malformed.ts';
import type { FieldValue } from './message.ts';

/** Writes one value at `at` and returns where the next one starts. Throws InvalidField. */
export type FieldPacker = (value: FieldValue, out: Uint8Array, at: number) => number;

const maxOf = (spec: FieldSpec): number =>
  spec.length.kind === 'fixed' ? spec.length.length : spec.length.max;

/** Upper bound of the bytes of a field, prefix included. */
export function packedMaximum(spec: FieldSpec): number {
  return 3 + maxOf(spec) * (spec.packing === 'hexText' ? 2 : 1);
}

/** Writes the digit count of a value; nothing for fixed lengths, which must be met exactly. */
function lengthWriter(spec: FieldSpec, numbers: 'bcd' | 'ascii') {
  const { length } = spec;
  const path = String(spec.number);
  if (length.kind === 'fixed') {
    return (count: number, _out: Uint8Array, at: number): number => {
      if (count !== length.length) throw new InvalidField(path, `length is not ${length.length}`);
      return at;
    };
  }
  const digits = length.kind === 'll' ? 2 : 3;
  const bytes = numbers === 'ascii' ? digits : (digits + 1) >> 1;
  const base = numbers === 'ascii' ? 10 : 100;
  return (count: number, out: Uint8Array, at: number): number => {
    if (count > length.max) throw new InvalidField(path, `longer than ${length.max}`);
    let rest = count;
    for (let i = bytes - 1; i >= 0; i--) {
      const unit = rest % base;
      rest = (rest - unit) / base;
      out[at + i] = base === 10 ? 48 + unit : unit + 6 * ((unit / 10) | 0);
    }
    return at + bytes;
  };
}

/** Character code → nibble, for formats whose characters are nibbles on the wire. */
function nibblesOf(spec: FieldSpec): Uint8Array {
  if (spec.format === 'x') return cipherTrackNibble;
  return spec.format === 'z' ? trackNibble : digitNibble;
}

const text = (value: FieldValue, path: string): string => {
  if (typeof value !== 'string') throw new InvalidField(path, 'not a text');
  return value;
};

/** Packs two digits a byte; `first` is the digit that fills the low nibble of the first byte alone, or none. */
function bcdPacker(spec: FieldSpec, numbers: 'bcd' | 'ascii'): FieldPacker {
  const path = String(spec.number);
  const nibbles = nibblesOf(spec);
  const writeLength = lengthWriter(spec, numbers);
  const rightAligned = spec.packing === 'bcdRight';
  return (value, out, at) => {
    const digits = text(value, path);
    const count = digits.length;
    let to = writeLength(count, out, at);
    let from = 0;
    let bad = 0;
    let seen = 0;
    if (rightAligned && (count & 1) === 1) {
      const code = digits.charCodeAt(from++);
      const nibble = nibbles[code & 127]!;
      seen |= code;
      bad |= nibble;
      out[to++] = nibble;
    }
    for (; from + 1 < count; from += 2) {
      const left = digits.charCodeAt(from);
      const right = digits.charCodeAt(from + 1);
      const high = nibbles[left & 127]!;
      const low = nibbles[right & 127]!;
      seen |= left | right;
      bad |= high | low;
      out[to++] = (high << 4) | low;
    }
    if (from < count) {
      const code = digits.charCodeAt(from);
      const nibble = nibbles[code & 127]!;
      seen |= code;
      bad |= nibble;
      out[to++] = nibble << 4;
    }
    if (seen > 127 || (bad & invalid) !== 0) throw new InvalidField(path, 'not digits');
    return to;
  };
}

function asciiPacker(spec: FieldSpec, numbers: 'bcd' | 'ascii'): FieldPacker {
  const path = String(spec.number);
  const allowed = charactersOf(spec.format);
  const writeLength = lengthWriter(spec, numbers);
  return (value, out, at) => {
    const characters = text(value, path);
    const start = writeLength(characters.length, out, at);
    let bad = 0;
    let seen = 0;
    for (let i = 0; i < characters.length; i++) {
      const code = characters.charCodeAt(i);
      seen |= code;
      bad |= allowed[code & 255]!;
      out[start + i] = code;
    }
    if (seen > 255 || (bad & invalid) !== 0) throw new InvalidField(path, 'character not allowed');
    return start + characters.length;
  };
}

/** Track data as text: `=` on the wire whichever separator the value has. */
function asciiTrackPacker(spec: FieldSpec, numbers: 'bcd' | 'ascii'): FieldPacker {
  const path = String(spec.number);
  const nibbles = nibblesOf(spec);
  const writeLength = lengthWriter(spec, numbers);
  return (value, out, at) => {
    const characters = text(value, path);
    const start = writeLength(characters.length, out, at);
    for (let i = 0; i < characters.length; i++) {
      const nibble = nibbles[characters.charCodeAt(i)] ?? invalid;
      if (nibble === invalid) throw new InvalidField(path, 'not track data');
      out[start + i] = nibble === 13 ? 0x3d : (nibble > 9 ? 55 : 48) + nibble;
    }
    return start + characters.length;
  };
}

function bytesPacker(spec: FieldSpec, numbers: 'bcd' | 'ascii'): FieldPacker {
  const path = String(spec.number);
  const writeLength = lengthWriter(spec, numbers);
  return (value, out, at) => {
    if (typeof value === 'string') throw new InvalidField(path, 'not bytes');
    const start = writeLength(value.length, out, at);
    if (value.length > 16) out.set(value, start);
    else for (let i = 0; i < value.length; i++) out[start + i] = value[i]!;
    return start + value.length;
  };
}

function hexTextPacker(spec: FieldSpec, numbers: 'bcd' | 'ascii'): FieldPacker {
  const path = String(spec.number);
  const inCharacters =
    spec.length.kind === 'fixed'
      ? { ...spec, length: { ...spec.length, length: 2 * spec.length.length } }
      : spec;
  const writeLength = lengthWriter(inCharacters, numbers);
  return (value, out, at) => {
    if (typeof value === 'string') throw new InvalidField(path, 'not bytes');
    const start = writeLength(2 * value.length, out, at);
    for (let i = 0; i < value.length; i++) writeHexByte(value[i]!, out, start + 2 * i);
    return start + 2 * value.length;
  };
}

/** The packer of a row, compiled once. */
export function fieldPacker(spec: FieldSpec, numbers: 'bcd' | 'ascii'): FieldPacker {
  switch (spec.packing) {
    case 'bcdLeft':
    case 'bcdRight':
      return bcdPacker(spec, numbers);
    case 'ascii':
      return spec.format === 'z' || spec.format === 'x'
        ? asciiTrackPacker(spec, numbers)
        : asciiPacker(spec, numbers);
    case 'bytes':
      return bytesPacker(spec, numbers);
    case 'hexText':
      return hexTextPacker(spec, numbers);
  }
}
