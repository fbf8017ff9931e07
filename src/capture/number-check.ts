import type { Pan } from '../card/pan.ts';

/** All that may be known of a hold's card without its number. */
export type KnownNumber = {
  /** First six, stars, last four. */
  readonly maskedPan?: string;
  readonly last4?: string;
  /** YYMM. */
  readonly expiry?: string;
  /** Keyed hash; compared only with one of the same key. */
  readonly lookup?: string;
};

/** How a finger slips, by place in the number (1 = first): one digit, or two neighbours changed over. */
export type FingerSlip =
  | { readonly type: 'oneDigit'; readonly at: number }
  | { readonly type: 'swapped'; readonly at: number };

export type Compared =
  | { readonly type: 'same' }
  | {
      readonly type: 'other';
      readonly by: 'last4' | 'firstDigits' | 'length' | 'number' | 'expiry';
      readonly slip?: FingerSlip;
    };

const same: Compared = { type: 'same' };

/** The mask that the known digits make over a number of this length; undefined where nothing is known. */
function maskOf({ maskedPan, last4 }: KnownNumber, length: number): string | undefined {
  if (maskedPan !== undefined) return maskedPan;
  return last4 === undefined ? undefined : last4.padStart(length, '*');
}

/** How the typed digits slipped from the mask: undefined when they agree, or in more than one place. */
export function slipFrom(mask: string, digits: string): FingerSlip | undefined {
  if (mask.length !== digits.length) return undefined;
  const wrong = [...mask].flatMap((known, at) => (known === '*' || known === digits[at] ? [] : at));
  const [first, second] = wrong;
  if (first === undefined || wrong.length > 2) return undefined;
  if (second === undefined) return { type: 'oneDigit', at: first + 1 };
  const swapped =
    second === first + 1 && mask[first] === digits[second] && mask[second] === digits[first];
  return swapped ? { type: 'swapped', at: first + 1 } : undefined;
}

const agrees = (mask: string, digits: string): boolean =>
  mask.length === digits.length && [...mask].every((c, at) => c === '*' || c === digits[at]);

/** Do the digits so far contradict what is known? From the first digits on, before the number is whole. */
export function contradicts(known: KnownNumber, digits: string): boolean {
  const head = known.maskedPan?.slice(0, 6) ?? '';
  const length = Math.min(head.length, digits.length);
  return digits.slice(0, length) !== head.slice(0, length);
}

/** Keyed hashes of two keys say nothing of each other. */
const nameOfKey = (lookup: string): string => lookup.split('-')[0] ?? '';
const comparable = (a: string, b: string): boolean =>
  a.length === b.length && (!a.includes('-') || nameOfKey(a) === nameOfKey(b));

/**
 * A whole number against everything that is known of the hold's card. The keyed hash decides where it can; a card
 * that was renewed has the same number and another date, and is then the same card.
 */
export function compareNumber(
  known: KnownNumber,
  given: { readonly pan: Pan; readonly expiry?: string; readonly lookup: string },
): Compared {
  const digits = given.pan.reveal();
  const mask = maskOf(known, digits.length);
  if (mask !== undefined && !agrees(mask, digits)) {
    const slip = slipFrom(mask, digits);
    return { type: 'other', by: differsBy(mask, digits), ...(slip === undefined ? {} : { slip }) };
  }
  if (known.lookup !== undefined && comparable(known.lookup, given.lookup))
    return known.lookup === given.lookup ? same : { type: 'other', by: 'number' };
  if (known.expiry !== undefined && given.expiry !== undefined && known.expiry !== given.expiry)
    return { type: 'other', by: 'expiry' };
  return same;
}

function differsBy(mask: string, digits: string): 'length' | 'firstDigits' | 'last4' {
  if (mask.slice(-4) !== digits.slice(-4)) return 'last4';
  return mask.length === digits.length ? 'firstDigits' : 'length';
}
