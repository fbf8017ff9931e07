import type { EmvMessageId } from '../emv/messages.ts';
import type { Evidence } from '../recovery/evidence.ts';

/** What the last try at a card was, as far as the next question depends on it. */
export type Situation =
  | 'nothingYet'
  | 'chipCardSwiped'
  | 'stripeUnread'
  | 'swipedTooFast'
  | 'swipedTooSlow'
  | 'swipedAtSlant'
  | 'noAtr'
  | 'badAtr'
  | 'noCommonApplication'
  | 'generateAcRefused'
  | 'chipBrokeOff'
  | 'chipUnusable'
  | 'cardPulled'
  | 'cardDeclined'
  | 'applicationBlocked'
  | 'cardBlocked';

/** What the customer is asked for next. */
export type Ask =
  | 'insertOrSwipe'
  | 'insert'
  | 'insertNotSwipe'
  | 'insertAgain'
  | 'swipe'
  | 'swipeAgain'
  | 'swipeSlower'
  | 'swipeFaster'
  | 'swipeLevel'
  | 'otherCard'
  | 'sameCard';

/** Each question by the identifier of the standard message that asks it (EMV 4.4 Book 4 §11.2). */
export const messageOfAsk: Readonly<Record<Ask, EmvMessageId>> = {
  insertOrSwipe: '18',
  insert: '0B',
  insertNotSwipe: '11',
  insertAgain: '13',
  swipe: '12',
  swipeAgain: '13',
  swipeSlower: '13',
  swipeFaster: '13',
  swipeLevel: '13',
  otherCard: '1C',
  sameCard: '0B',
};

/** A stripe in place of a chip: allowed after so many failures that count, or never (mainland China). */
export type StripeFallback = 'never' | { readonly afterFailures: number };

type Rule = {
  readonly situation: Situation;
  /** What to ask when the same card is tried again. */
  readonly again: Ask;
  /**
   * `counts` towards the fallback; `forbids` it for this card whatever else happened; `neutral` does neither.
   * No or invalid ATR, no common application and a refused first GENERATE AC count; a blocked card, a blocked
   * application and the card's own decline forbid.
   */
  readonly fallback: 'counts' | 'forbids' | 'neutral';
  /** Why, as it is journalled with a fallback. */
  readonly recorded: string;
};

/** One row a situation; chip before stripe everywhere. A keyed number is in no row: it is never a pre-authorisation. */
export const capturePolicy: readonly Rule[] = [
  { situation: 'nothingYet', again: 'insertOrSwipe', fallback: 'neutral', recorded: '' },
  {
    situation: 'chipCardSwiped',
    again: 'insertNotSwipe',
    fallback: 'neutral',
    recorded: 'service code 2 or 6',
  },
  {
    situation: 'stripeUnread',
    again: 'swipeAgain',
    fallback: 'neutral',
    recorded: 'stripe not read',
  },
  {
    situation: 'swipedTooFast',
    again: 'swipeSlower',
    fallback: 'neutral',
    recorded: 'swiped too fast',
  },
  {
    situation: 'swipedTooSlow',
    again: 'swipeFaster',
    fallback: 'neutral',
    recorded: 'swiped too slowly',
  },
  {
    situation: 'swipedAtSlant',
    again: 'swipeLevel',
    fallback: 'neutral',
    recorded: 'swiped at a slant',
  },
  { situation: 'noAtr', again: 'insertAgain', fallback: 'counts', recorded: 'no answer to reset' },
  {
    situation: 'badAtr',
    again: 'insertAgain',
    fallback: 'counts',
    recorded: 'invalid answer to reset',
  },
  {
    situation: 'noCommonApplication',
    again: 'insertAgain',
    fallback: 'counts',
    recorded: 'empty candidate list',
  },
  {
    situation: 'generateAcRefused',
    again: 'insertAgain',
    fallback: 'counts',
    recorded: 'first GENERATE AC 6985',
  },
  {
    situation: 'chipBrokeOff',
    again: 'insertAgain',
    fallback: 'neutral',
    recorded: 'chip broke off',
  },
  {
    situation: 'chipUnusable',
    again: 'insertAgain',
    fallback: 'neutral',
    recorded: 'chip data unusable',
  },
  { situation: 'cardPulled', again: 'insertAgain', fallback: 'neutral', recorded: 'card pulled' },
  {
    situation: 'cardDeclined',
    again: 'otherCard',
    fallback: 'forbids',
    recorded: 'card declined (AAC)',
  },
  {
    situation: 'applicationBlocked',
    again: 'otherCard',
    fallback: 'forbids',
    recorded: 'application blocked (6283)',
  },
  {
    situation: 'cardBlocked',
    again: 'otherCard',
    fallback: 'forbids',
    recorded: 'card blocked (6A81)',
  },
];

const ruleOf = new Map(capturePolicy.map((rule) => [rule.situation, rule]));

/** The situation that a piece of evidence makes; undefined when it says nothing of the card's interfaces. */
export function situationOf(evidence: Evidence): Situation | undefined {
  switch (evidence.type) {
    case 'noAtr':
    case 'badAtr':
    case 'cardPulled':
    case 'cardDeclined':
      return evidence.type;
    case 'stripeOfChipCard':
      return 'chipCardSwiped';
    case 'stripeFailed':
      return swipeSituation(evidence);
    case 'chipFailed':
      return chipSituation(evidence);
    default:
      return undefined;
  }
}

function swipeSituation({ speed, tilted }: Extract<Evidence, { type: 'stripeFailed' }>): Situation {
  if (speed !== undefined) return speed === 'tooFast' ? 'swipedTooFast' : 'swipedTooSlow';
  return tilted === true ? 'swipedAtSlant' : 'stripeUnread';
}

function chipSituation({ failure, step }: Extract<Evidence, { type: 'chipFailed' }>): Situation {
  switch (failure) {
    case 'noCommonApplication':
    case 'applicationBlocked':
    case 'cardBlocked':
      return failure;
    case 'conditionsNotSatisfied':
      return step === 'generateAc1' ? 'generateAcRefused' : 'chipUnusable';
    case 'cardMute':
    case 'protocolError':
    case 'malformedResponse':
      return 'chipBrokeOff';
    default:
      return 'chipUnusable';
  }
}

const situationsOf = (evidence: readonly Evidence[]): Situation[] =>
  evidence.flatMap((item) => situationOf(item) ?? []);

/** May the stripe of a chip card be taken now? */
export function fallbackAllowed(evidence: readonly Evidence[], policy: StripeFallback): boolean {
  if (policy === 'never') return false;
  const weights = situationsOf(evidence).map((situation) => ruleOf.get(situation)?.fallback);
  if (weights.includes('forbids')) return false;
  return weights.filter((weight) => weight === 'counts').length >= policy.afterFailures;
}

/** What to ask for when the same card is to be tried again. */
export function askAgain(evidence: readonly Evidence[]): Ask {
  const situation = situationsOf(evidence).at(-1) ?? 'nothingYet';
  return ruleOf.get(situation)?.again ?? 'insertOrSwipe';
}

/** The reason that a fallback is journalled with: the last failure that counts. */
export function fallbackReason(evidence: readonly Evidence[]): string {
  const counting = situationsOf(evidence).findLast(
    (situation) => ruleOf.get(situation)?.fallback === 'counts',
  );
  return (counting && ruleOf.get(counting)?.recorded) ?? '';
}
