import type { Swipe } from '#hal/head/contract.ts';
import type { CardProfile } from '#hal/simulator/cards/profile.ts';
import { cardProfiles, findCard, stripeOf } from '#hal/simulator/cards/tray.ts';
import { makeDecodedSwipe } from '#hal/simulator/swipes.ts';

/** Cards that a customer brings: good ones, and those that fail at every place where one can fail. */
export const usualCards = [
  'unionpay-credit',
  'unionpay-credit',
  'unionpay-debit',
  'signature',
  'no-cvm',
  'offline-pin',
];

export const oddCards = [
  'declines-after-approval',
  'refuses-at-the-end',
  'pulled-after-bank',
  'pulled-half-way',
  'two-applications',
  'stripe-only',
  'dead-chip',
  'dirty-chip',
  'mute-at-cryptogram',
  'internal-error',
  'cryptogram-false',
  'unsupported',
  'expired',
  'blocked-card',
  'lost',
];

/** Never used before the end: a good card for the last look. */
export const lastCard = 'strict';

export function profileOf(cardId: string): CardProfile {
  const profile = findCard(cardId);
  if (profile === undefined) throw new Error(`no card ${cardId} in the tray`);
  return profile;
}

export function swipeOf(cardId: string): Swipe {
  const texts = stripeOf(profileOf(cardId));
  return texts === undefined ? { edges: [], bits: [], lostEdges: 0 } : makeDecodedSwipe(texts);
}

let numbers: RegExp | undefined;

/** Does any number of the tray stand in the text? */
export function holdsCardNumber(text: string): boolean {
  numbers ??= new RegExp(
    cardProfiles()
      .flatMap(({ pan, chip }) => [pan, ...(chip?.applications ?? []).map((it) => it.pan ?? pan)])
      .join('|'),
  );
  return numbers.test(text);
}
