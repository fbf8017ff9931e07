import { askAgain } from '../../capture/policy.ts';
import { giveNumber } from '../number-later.ts';
import type { Way } from './way.ts';

/** Ways that are another try at a card: what the customer is asked for differs, the rest is the same. */

export const readAgain: Way = (wish) => ({ type: 'tryCard', ask: askAgain(wish.evidence) });

export const insertChip: Way = () => ({ type: 'tryCard', ask: 'insertNotSwipe' });

export const swipe: Way = () => ({ type: 'tryCard', ask: 'swipe' });

export const pinAgain: Way = (wish) => ({
  type: 'tryCard',
  ask: wish.readBy === 'stripe' ? 'swipe' : 'insertAgain',
});

/** Another card of the customer: nothing that is known of the first one holds for it. */
export const otherCard: Way = function* (wish) {
  wish.cardNumber += 1;
  wish.tries = 0;
  wish.evidenceOfEarlierCards = wish.evidence.length;
  wish.applications = 0;
  delete wish.card;
  delete wish.readBy;
  delete wish.serviceCode;
  delete wish.applicationLeftOut;
  yield { type: 'forgetSwipes' };
  return { type: 'tryCard', ask: 'otherCard' };
};

/** Another account on the same chip: the one that failed is not offered again. */
export const otherApplication: Way = (wish) => {
  if (wish.applicationTried !== undefined) wish.applicationLeftOut = wish.applicationTried;
  return { type: 'tryCard', ask: 'insertAgain' };
};

export const otherAmount: Way = () => ({ type: 'otherAmount' });

/** 无卡预授权: the number is typed, and the hold says that the card was not here. */
export const cardAbsent: Way = () => ({ type: 'typeNumber' });

/** 补录卡号: the hold that stands gets its number; then whatever failed may be tried again. */
export const numberLater: Way = function* (wish) {
  const hold = wish.later === undefined ? undefined : yield* giveNumber(wish.later.holdId);
  return hold === undefined ? { type: 'left' } : { type: 'tryCard', ask: 'sameCard' };
};
