/** ISO/IEC 7811-2 and -6: how the characters of each track are coded, and how dense they lie. */

export type TrackNumber = 1 | 2 | 3;

export type TrackFormat = {
  readonly track: TrackNumber;
  /** Data bits and one odd parity bit, least significant first. */
  readonly bitsPerCharacter: 5 | 7;
  /** Character of the code 0. */
  readonly base: number;
  readonly startSentinel: number;
  readonly endSentinel: number;
  /** Sentinels and check character included. */
  readonly maximumCharacters: number;
  readonly bitsPerInch: number;
};

/** From the card's leading edge to its first data bit (ISO/IEC 7811-2 §8). */
export const firstDataBitMm = 7.44;
export const cardLengthMm = 85.6;
export const mmPerInch = 25.4;

const code = (character: string, base: number) => character.charCodeAt(0) - base;

const numeric = (track: 2 | 3, maximumCharacters: number, bitsPerInch: number): TrackFormat => ({
  track,
  bitsPerCharacter: 5,
  base: 0x30,
  startSentinel: code(';', 0x30),
  endSentinel: code('?', 0x30),
  maximumCharacters,
  bitsPerInch,
});

export const trackFormats: Readonly<Record<TrackNumber, TrackFormat>> = {
  1: {
    track: 1,
    bitsPerCharacter: 7,
    base: 0x20,
    startSentinel: code('%', 0x20),
    endSentinel: code('?', 0x20),
    maximumCharacters: 79,
    bitsPerInch: 210,
  },
  2: numeric(2, 40, 75),
  3: numeric(3, 107, 210),
};

/** Millimetres that one bit takes on the stripe. */
export const bitMm = (format: TrackFormat): number => mmPerInch / format.bitsPerInch;
