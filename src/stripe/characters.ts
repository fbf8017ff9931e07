import type { TrackFormat } from './alphabet.ts';

/** Why bits are no track. */
export type FrameProblem = 'noStartSentinel' | 'noEndSentinel' | 'tooLong' | 'parity' | 'lrc';

export type Frame = {
  /** Index of the first bit of the start sentinel. */
  readonly start: number;
  /** Codes from start sentinel to check character, parity bits left out. */
  readonly codes: Uint8Array;
  /** Length of all that in bits. */
  readonly bitCount: number;
  /** Characters whose parity is wrong, by their place in `codes`. */
  readonly parityErrors: readonly number[];
  /** Columns of data bits in which the count of ones is odd. */
  readonly lrcColumns: number;
  readonly problem: FrameProblem | undefined;
};

const popCountOdd = (value: number): boolean => {
  let folded = value ^ (value >> 4);
  folded ^= folded >> 2;
  return ((folded ^ (folded >> 1)) & 1) === 1;
};

/** The character that begins at a bit, parity included, least significant bit first. */
function characterAt(bits: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let i = 0; i < length; i++) value |= bits[at + i]! << i;
  return value;
}

/** After the data the stripe holds zeros up to its end; one stray edge is forgiven. */
function isQuiet(bits: Uint8Array, from: number, length: number): boolean {
  let ones = 0;
  for (let at = from; at < Math.min(bits.length, from + length); at++) ones += bits[at]!;
  return ones <= 1;
}

/**
 * Cuts bits into characters from the start sentinel on (ISO/IEC 7811-2 §9): odd parity in each, and a check
 * character (LRC) that makes the count of ones even in each column of the data bits.
 */
export function frameAt(bits: Uint8Array, start: number, format: TrackFormat): Frame {
  const length = format.bitsPerCharacter;
  const mask = (1 << (length - 1)) - 1;
  const codes: number[] = [];
  const parityErrors: number[] = [];
  let sum = 0;
  let end: number | undefined;
  let problem: FrameProblem | undefined;
  for (let at = start; end === undefined || codes.length <= end + 1; at += length) {
    if (at + length > bits.length) problem = 'noEndSentinel';
    else if (codes.length >= format.maximumCharacters) problem = 'tooLong';
    if (problem !== undefined) break;
    const character = characterAt(bits, at, length);
    const code = character & mask;
    if (!popCountOdd(character)) parityErrors.push(codes.length);
    else if (code === format.endSentinel && end === undefined) end = codes.length;
    codes.push(code);
    sum ^= code;
  }
  if (problem === undefined && !isQuiet(bits, start + codes.length * length, 2 * length))
    problem = 'noEndSentinel';
  if (problem === undefined && parityErrors.length > 0) problem = 'parity';
  if (problem === undefined && sum !== 0) problem = 'lrc';
  return {
    start,
    codes: Uint8Array.from(codes),
    bitCount: codes.length * length,
    parityErrors,
    lrcColumns: sum,
    problem,
  };
}

/** The first places where the start sentinel stands, after a zero or at the very beginning. */
export function startSentinels(bits: Uint8Array, format: TrackFormat, most: number): number[] {
  const length = format.bitsPerCharacter;
  const mask = (1 << (length - 1)) - 1;
  const places: number[] = [];
  for (let at = 0; at + length <= bits.length && places.length < most; at++) {
    if (bits[at] !== 1 || bits[at - 1] === 1) continue;
    const character = characterAt(bits, at, length);
    if ((character & mask) === format.startSentinel && popCountOdd(character)) places.push(at);
  }
  return places;
}
