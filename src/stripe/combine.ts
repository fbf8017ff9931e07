import { type TrackFormat, trackFormats } from './alphabet.ts';
import { areIndependent, explains, type KnownCharacters } from './evidence.ts';
import type { Track1, Track2 } from './parse.ts';

/** Two swipes must show at least this part of their characters alike before they pass for one card. */
const leastOverlap = 0.5;

/**
 * Puts a track together from several looks at it: repeated swipes, and what another track of the card says.
 * Every character must be sound in at least one of them, none may contradict another, and the LRC must be
 * right. Answers the codes, `undefined` when it cannot be done beyond doubt.
 */
export function combine(
  looks: readonly KnownCharacters[],
  known: Uint8Array | undefined,
  format: TrackFormat,
): Uint8Array | undefined {
  const [first, ...others] = looks.filter(({ ended }) => ended);
  const same = sameTwice(first, others);
  if (same !== undefined) return same;
  if (first === undefined) return undefined;
  const length = first.codes.length;
  const alike = others.filter((other) => other.codes.length === length);
  if (alike.some((other) => overlap(first, other) < leastOverlap)) return undefined;
  const codes = new Uint8Array(length);
  let sum = 0;
  for (let i = 0; i < length; i++) {
    const code = agreedCode([first, ...alike], known, i);
    if (code === undefined) return undefined;
    codes[i] = code;
    sum ^= code;
  }
  if (sum !== 0) return undefined;
  const bits = bitsOf(codes, format.bitsPerCharacter);
  const oneCard =
    alike.length === 0 ||
    [first, ...alike].every((look) => explains(look, bits, format.bitsPerCharacter));
  bits.fill(0);
  return oneCard ? codes : undefined;
}

/** Least significant bit first, odd parity behind. */
function bitsOf(codes: Uint8Array, bitsPerCharacter: number): Uint8Array {
  const bits = new Uint8Array(codes.length * bitsPerCharacter);
  for (const [i, code] of codes.entries()) {
    let ones = 0;
    for (let bit = 0; bit < bitsPerCharacter - 1; bit++) {
      const value = (code >> bit) & 1;
      bits[i * bitsPerCharacter + bit] = value;
      ones += value;
    }
    bits[(i + 1) * bitsPerCharacter - 1] = 1 - (ones & 1);
  }
  return bits;
}

/** Two swipes that read alike, with every check right, confirm each other however weak their edges are. */
function sameTwice(
  first: KnownCharacters | undefined,
  others: readonly KnownCharacters[],
): Uint8Array | undefined {
  if (first?.clean !== true) return undefined;
  const confirmed = others.some(
    (other) =>
      other.clean &&
      other.codes.length === first.codes.length &&
      other.codes.every((c, i) => c === first.codes[i]) &&
      areIndependent(first, other),
  );
  return confirmed ? first.codes.slice() : undefined;
}

function agreedCode(
  looks: readonly KnownCharacters[],
  known: Uint8Array | undefined,
  i: number,
): number | undefined {
  let code = known?.[i];
  for (const { codes, sound } of looks) {
    if (sound[i] !== 1) continue;
    if (code !== undefined && code !== codes[i]) return undefined;
    code = codes[i];
  }
  return code;
}

function overlap(a: KnownCharacters, b: KnownCharacters): number {
  let both = 0;
  for (let i = 0; i < a.codes.length; i++) both += a.sound[i]! & b.sound[i]!;
  return both / a.codes.length;
}

const codesOf = (text: string, { base }: TrackFormat) =>
  Uint8Array.from(text, (character) => character.charCodeAt(0) - base);

/** How track 2 begins when track 1 of the same card was read (ISO/IEC 7813 gives both the same fields). */
export function track2From({ pan, expiry, serviceCode }: Track1): Uint8Array {
  return codesOf(`;${pan.reveal()}=${expiry ?? '='}${serviceCode ?? '='}`, trackFormats[2]);
}

/** How track 1 begins when track 2 was read; the name is not known. */
export function track1From({ pan }: Track2): Uint8Array {
  return codesOf(`%B${pan.reveal()}^`, trackFormats[1]);
}
