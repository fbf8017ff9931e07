import type { Money } from '../money.ts';
import type { Hold } from '../preauth/hold.ts';
import type { Evidence } from '../recovery/evidence.ts';
import { fail, newWish, resolvedEvents, type Wish } from './case.ts';
import { append, type Flow, facts } from './flow.ts';
import { daysLeftOf } from './queries.ts';
import { rememberedHealth } from './reader-health.ts';
import { walk } from './ways/walk.ts';
import { askWhy } from './why.ts';

/** A hold that ends today or tomorrow does not wait. */
const urgentDays = 1;

/**
 * A hold stands and cannot be completed, cancelled or released: why, and the ways out of that, as a case of its own
 * that is linked to the hold. `again` when what failed may be tried anew. `charge`: what a completion was to take.
 */
export function* askLater(
  hold: Hold,
  evidenceOf: (wish: Wish) => Evidence,
  charge?: Money,
): Flow<'again' | 'ended'> {
  const wish = yield* wishAbout(hold, charge);
  yield* fail(wish, evidenceOf(wish));
  for (;;) {
    const next = yield* walk(wish, yield* askWhy(wish));
    if (next === undefined) continue;
    if (next.type !== 'tryCard') return 'ended';
    yield* append({ events: resolvedEvents(wish, 'held') });
    return 'again';
  }
}

function* wishAbout(hold: Hold, charge: Money | undefined): Flow<Wish> {
  const now = yield* facts();
  const { card, holdId } = hold;
  const wish: Wish = {
    ...newWish(hold.amount, hold.note, now.nowMs, rememberedHealth(now)),
    later: {
      holdId,
      urgent: daysLeftOf(hold, now) <= urgentDays,
      ...(charge === undefined ? {} : { charge }),
    },
  };
  if (card !== undefined && !hold.shredded)
    wish.card = {
      lookup: card.lookup,
      firstDigits: card.maskedPan.slice(0, 6),
      last4: card.last4,
      ...(card.expiry === undefined ? {} : { expiry: card.expiry }),
    };
  return wish;
}
