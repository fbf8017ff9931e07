import { compareSwipes, type SwipeLook } from '../stripe/compare.ts';
import type { WeakTrack } from '../stripe/weakness.ts';
import type { Wish } from './case.ts';

export type TimedLook = SwipeLook & { readonly atMs: number };

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
  swipes.push({ card: nameOf(wish, nowMs), weak, atMs: nowMs });
  swipes.splice(0, swipes.length - remembered);
  return compareSwipes(swipes).type === 'headWeak';
}

/** A card whose number is unknown is told from others by its wish and its turn in it. */
function nameOf({ card, cardNumber, startedAtMs, health }: Wish, nowMs: number): string {
  if (card?.lookup !== undefined) return card.lookup;
  const last = health.swipes.at(-1);
  const own = `${startedAtMs}/${cardNumber}`;
  const perhapsLast = cardNumber === 1 && last !== undefined && last.card !== own;
  return perhapsLast && nowMs - last.atMs < sameCardWithinMs ? last.card : own;
}
