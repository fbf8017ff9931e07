import { Pan, passesLuhn } from '../card/pan.ts';
import { type TrackFormat, trackFormats } from './alphabet.ts';
import { areIndependent, type KnownCharacters, type SwipeEvidence } from './evidence.ts';
import type { StripeNumber } from './read.ts';

/** A track's beginning up to its service code, as far as it stands on its own. */
const beginnings = {
  1: /^%B(\d{12,19})\^(?:[^^]{2,26}\^(?:(\d\d(?:0[1-9]|1[0-2]))(\d{3})?)?)?/,
  2: /^;(\d{12,19})=(?:(\d\d(?:0[1-9]|1[0-2]))(\d{3})?)?/,
} as const;

/**
 * The number where no track could be read to its end, because the stripe is damaged behind it. Without an LRC
 * one track's parities are no proof, so two looks must show the same digits with the right check digit: both
 * tracks of a swipe, or the same track of two swipes, and this swipe must be among them: earlier ones may have been
 * of another card. A third that shows others spoils it.
 */
export function agreedNumber(
  own: SwipeEvidence,
  earlier: readonly SwipeEvidence[],
): StripeNumber | undefined {
  let ownLooks = 0;
  const seen: StripeNumber[] = [];
  for (const track of [1, 2] as const) {
    const looks: KnownCharacters[] = [];
    for (const look of [own, ...earlier].flatMap((swipe) => swipe.of(track) ?? [])) {
      const number = beginningOf(look, trackFormats[track], beginnings[track]);
      if (number === undefined || !looks.every((other) => areIndependent(look, other))) continue;
      looks.push(look);
      if (look === own.of(track)) ownLooks++;
      seen.push(number);
    }
  }
  const [first, ...others] = seen;
  if (first === undefined || others.length === 0 || ownLooks === 0) return undefined;
  if (!others.every(({ pan }) => pan.equals(first.pan))) return undefined;
  return {
    pan: first.pan,
    expiry: agreed(seen.map(({ expiry }) => expiry)),
    serviceCode: agreed(seen.map(({ serviceCode }) => serviceCode)),
  };
}

/** What at least two say and none denies. */
function agreed(values: readonly (string | undefined)[]): string | undefined {
  const said = values.filter((value) => value !== undefined);
  return said.length >= 2 && said.every((value) => value === said[0]) ? said[0] : undefined;
}

function beginningOf(
  known: KnownCharacters,
  { base }: TrackFormat,
  pattern: RegExp,
): StripeNumber | undefined {
  // Where every check is right, a weak character is backed by the other look as well.
  const unsound = known.clean ? -1 : known.sound.indexOf(0);
  const codes = unsound < 0 ? known.codes : known.codes.subarray(0, unsound);
  const match = pattern.exec(String.fromCharCode(...codes.map((code) => code + base)));
  const [, digits = '', expiry, serviceCode] = match ?? [];
  const pan = Pan.parse(digits);
  return pan instanceof Pan && passesLuhn(digits) ? { pan, expiry, serviceCode } : undefined;
}
