import { type Brand, brandOf } from '../card/brand.ts';
import { passesLuhn } from '../card/pan.ts';
import { type FingerSlip, type KnownNumber, slipFrom } from './number-check.ts';

const longest = 19;
const usualLength = 16;
const possibleLengths: readonly number[] = [13, 14, 15, 16, 17, 18, 19];

const lengthsOf = (brand: Brand | undefined): readonly number[] =>
  brand?.lengths ?? possibleLengths;

export const longestOf = (digits: string): number => Math.max(...lengthsOf(brandOf(digits)));

/** The length at which the number is judged: that of the hold's card, else the usual one of its brand. */
export function expectedLength(digits: string, known: KnownNumber): number {
  if (known.maskedPan !== undefined) return known.maskedPan.length;
  const lengths = brandOf(digits)?.lengths ?? [usualLength];
  return lengths.includes(usualLength) ? usualLength : (lengths[0] ?? longest);
}

/** A length that the brand has, and the check digit right. */
export const isWhole = (digits: string): boolean =>
  lengthsOf(brandOf(digits)).includes(digits.length) && passesLuhn(digits);

/** Sizes of the groups as on the card; the last of a 19-digit number is shown once it is begun. */
export function groupsOf(digits: string, expected: number): readonly number[] {
  const groups = brandOf(digits)?.groups ?? [4, 4, 4, 4, 3];
  const shown = Math.max(expected, digits.length);
  return shown > usualLength || groups.length <= 4 ? groups : groups.slice(0, 4);
}

const mostHints = 3;

/**
 * Where the finger probably slipped. What is known of the card tells it exactly; else the neighbours that, changed
 * over, make the check digit right (ISO/IEC 7812-1 catches every such slip but 09 and 90). Too many tell nothing.
 */
export function likelySlips(digits: string, known: KnownNumber): readonly FingerSlip[] {
  const mask = known.maskedPan ?? known.last4?.padStart(digits.length, '*');
  const told = mask === undefined ? undefined : slipFrom(mask, digits);
  if (told !== undefined) return [told];
  if (passesLuhn(digits)) return [];
  const slips: FingerSlip[] = [];
  for (let at = 0; at + 1 < digits.length; at++) {
    const swapped = swap(digits, at);
    if (swapped !== digits && passesLuhn(swapped) && fits(mask, swapped))
      slips.push({ type: 'swapped', at: at + 1 });
  }
  return slips.length > mostHints ? [] : slips;
}

const swap = (digits: string, at: number): string =>
  digits.slice(0, at) + (digits[at + 1] ?? '') + (digits[at] ?? '') + digits.slice(at + 2);

const fits = (mask: string | undefined, digits: string): boolean =>
  mask === undefined || [...mask].every((known, at) => known === '*' || known === digits[at]);

/** Typed as it stands on the card, MMYY; kept and sent as YYMM (field 14). */
export const toYymm = (mmyy: string): string => mmyy.slice(2) + mmyy.slice(0, 2);
export const toMmyy = (yymm: string): string => yymm.slice(2) + yymm.slice(0, 2);

export type ExpiryProblem = 'expiryFormat' | 'expiryOrder' | 'expiryPast';

/** Why a typed expiry cannot stand: no such month, year and month changed over, or in the past. */
export function expiryProblem(mmyy: string, thisMonthYymm: string): ExpiryProblem | undefined {
  if (mmyy.length < 2) return undefined;
  const isMonth = (two: string) => Number(two) >= 1 && Number(two) <= 12;
  const turned = mmyy.length === 4 && isMonth(mmyy.slice(2)) && mmyy >= thisMonthYymm;
  if (!isMonth(mmyy.slice(0, 2))) return turned ? 'expiryOrder' : 'expiryFormat';
  if (mmyy.length < 4 || toYymm(mmyy) >= thisMonthYymm) return undefined;
  return turned ? 'expiryOrder' : 'expiryPast';
}
