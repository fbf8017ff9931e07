import { concat } from '#src/bytes.ts';
import type { Dialect, FieldSpec } from '#src/iso8583/dialect.ts';
import type { FieldValue, Message } from '#src/iso8583/message.ts';

/** Whole numbers below a bound, the same for the same seed (xorshift32). */
export type Random = (below: number) => number;

export function seeded(seed: number): Random {
  let state = seed | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const pick = (random: Random, characters: string): string =>
  characters.charAt(random(characters.length));
const textOf = (random: Random, length: number, characters: string): string =>
  Array.from({ length }, () => pick(random, characters)).join('');

const alphanumerics = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz ';
const printables = Array.from({ length: 256 }, (_, code) => code)
  .filter((code) => code >= 0x20 && code !== 0x7f)
  .map((code) => String.fromCharCode(code))
  .join('');

/** A chain of objects that fills `length` bytes exactly. */
function chainOf(random: Random, length: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let left = length;
  while (left > 0) {
    const tag = random(2) === 0 ? [0x9f, 1 + random(0x7e)] : [0x81 + random(14)];
    const room = left - tag.length - 1;
    if (room < 0) {
      parts.push(new Uint8Array(left));
      break;
    }
    const size = Math.min(room, random(24));
    parts.push(Uint8Array.from([...tag, size, ...Array.from({ length: size }, () => random(256))]));
    left -= tag.length + 1 + size;
  }
  return concat(...parts);
}

/** A value that the row allows, of any length that it allows. */
export function randomValue(spec: FieldSpec, random: Random): FieldValue {
  const { length } = spec;
  const most = length.kind === 'fixed' ? length.length : Math.min(length.max, 120);
  const units = length.kind === 'fixed' ? length.length : random(most + 1);
  switch (spec.format) {
    case 'n':
      return textOf(random, units, '0123456789');
    case 'z':
      return textOf(random, units, '0123456789=');
    case 'x':
      return textOf(random, units, '0123456789ABCEF=');
    case 'an':
      return textOf(random, units, alphanumerics);
    case 'ans':
      return textOf(random, units, printables);
    case 'b':
      return Uint8Array.from({ length: units }, () => random(256));
    case 'tlv':
      return chainOf(random, units);
  }
}

/** A message with some of the dialect's fields, the ones above 64 seldom. */
export function randomMessage(dialect: Dialect, random: Random): Message {
  const wide = random(4) === 0;
  const chosen = dialect.fields.filter(
    (spec) => random(3) === 0 && (spec.number < 65 || (wide && random(3) === 0)),
  );
  const fields = Object.fromEntries(chosen.map((spec) => [spec.number, randomValue(spec, random)]));
  return { mti: textOf(random, 4, '0123456789'), fields };
}

/** Bytes with some damage: bits, bytes, cuts, additions, or noise from the first byte on. */
export function damaged(bytes: Uint8Array, random: Random): Uint8Array {
  const at = bytes.length === 0 ? 0 : random(bytes.length);
  switch (random(6)) {
    case 0:
      return bytes.map((byte, i) => (i === at ? byte ^ (1 << random(8)) : byte));
    case 1:
      return bytes.map((byte, i) => (i === at ? random(256) : byte));
    case 2:
      return bytes.slice(0, at);
    case 3:
      return concat(bytes.slice(0, at), Uint8Array.of(random(256)), bytes.slice(at));
    case 4:
      return concat(bytes.slice(0, at), bytes.slice(Math.min(bytes.length, at + 1 + random(4))));
    default:
      return Uint8Array.from({ length: random(300) }, () => random(256));
  }
}
