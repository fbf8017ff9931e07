import { compareSwipes, type SwipeLook } from '../stripe/compare.ts';
import type { WeakTrack } from '../stripe/weakness.ts';
import type { Wish } from './case.ts';

export type TimedLook = SwipeLook & {
  readonly atMs: number;
  /** Room and amount of the wish it was swiped for: another one is another customer's. */
  readonly wished: string;
};

/** Swipes that are worth remembering: of a few cards, several tries each. */
const remembered = 12;
/** A cashier who begins anew with the same card does so at once; later it is the next customer's. */
const sameCardWithinMs = 3 * 60_000;

/**
 * Takes a swipe into the memory of the head. True when different cards have now been weak in the same way: the head
 * asks for cleaning, whatever became of this swipe. A swipe without any weakness clears the head.
 */
export function noteSwipe(wish: Wish, nowMs: number, weak: readonly WeakTrack[] = []): boolean {
  const { swipes } = wish.health;
  if (weak.length === 0) {
    swipes.length = 0;
    return false;
  }
  swipes.push({ card: nameOf(wish, nowMs), weak, atMs: nowMs, wished: wishedOf(wish) });
  swipes.splice(0, swipes.length - remembered);
  return compareSwipes(swipes).type === 'headWeak';
}

/**
 * The wish has ended. When its card became known by the chip after all, its swipes were that card's; when it was
 * granted, whoever comes next is another customer.
 */
export function forgetWish(wish: Wish, granted: boolean): void {
  const { swipes } = wish.health;
  const own = ownName(wish);
  for (const [i, look] of swipes.entries()) {
    if (look.card !== own && !granted) continue;
    const card = look.card === own ? (wish.card?.lookup ?? own) : look.card;
    swipes[i] = { ...look, card, wished: granted ? served : look.wished };
  }
}

/** No wish is called so. */
const served = '';

const ownName = ({ startedAtMs, cardNumber }: Wish): string => `${startedAtMs}/${cardNumber}`;

const wishedOf = ({ amount, note }: Wish): string =>
  `${amount.currency}/${amount.minorUnits}/${note ?? ''}`;

/**
 * A card whose number is unknown is told from others by its wish and its turn in it. The first card of a wish for the
 * same room and amount, begun at once after the last one failed, may be the last card again.
 */
function nameOf(wish: Wish, nowMs: number): string {
  if (wish.card?.lookup !== undefined) return wish.card.lookup;
  const last = wish.health.swipes.at(-1);
  const own = ownName(wish);
  const perhapsLast =
    wish.cardNumber === 1 &&
    last !== undefined &&
    last.wished === wishedOf(wish) &&
    nowMs - last.atMs < sameCardWithinMs;
  return perhapsLast ? last.card : own;
}
