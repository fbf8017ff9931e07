import type { Ask } from '../capture/policy.ts';
import { actionOf } from './amount.ts';
import { announcedOutage } from './bulletins.ts';
import type { Wish } from './case.ts';
import { type Facts, type Flow, facts, type SwipeFacts, show, wait } from './flow.ts';
import { mayBegin } from './queries.ts';

export type Presented =
  | { readonly type: 'chip' }
  | { readonly type: 'swiped'; readonly swipe: SwipeFacts }
  | { readonly type: 'readerGone' }
  | { readonly type: 'cardAbsent' }
  /** The cashier says that no card comes. */
  | { readonly type: 'nothing'; readonly seconds: number }
  | { readonly type: 'back' };

/** Where there is no head nobody is asked to swipe. */
const withHead = (ask: Ask, { config }: Facts): Ask =>
  config.head.kind === 'none' && ask === 'insertOrSwipe' ? 'insert' : ask;

/** Waits for a card in the slot or through the stripe. A card that is already in counts, unless it must be another read. */
export function* presentCard(wish: Wish, wanted: Ask, removeFirst: boolean): Flow<Presented> {
  const ask = withHead(wanted, yield* facts());
  const sinceMs = (yield* facts()).nowMs;
  let mustLeave = removeFirst && (yield* facts()).cardIn;
  for (;;) {
    const now = yield* facts();
    if (!now.readerReady && ask !== 'swipe') return { type: 'readerGone' };
    if (now.cardIn && !mustLeave && ask !== 'swipe') return { type: 'chip' };
    const typing = wanted === 'insertOrSwipe' && mayBegin('cardAbsentPreauth', now);
    const bulletin = announcedOutage(now);
    yield* show({
      name: 'present-card',
      amount: wish.amount,
      ...(wish.note === undefined ? {} : { note: wish.note }),
      ask,
      attempt: wish.tries + 1,
      reading: false,
      ...(typing ? { typing } : {}),
      ...(bulletin === undefined ? {} : { bulletin: bulletin.title }),
    });
    const event = yield* wait();
    if (event.type === 'cardRemoved') mustLeave = false;
    if (event.type === 'cardInserted' && ask !== 'swipe') return { type: 'chip' };
    if (event.type === 'swiped') return { type: 'swiped', swipe: event.swipe };
    if (event.type === 'readerGone' && ask !== 'swipe') return { type: 'readerGone' };
    const action = actionOf(event);
    if (typing && action?.type === 'cardAbsent') return { type: 'cardAbsent' };
    if (action?.type === 'noCard') {
      const waitedMs = (yield* facts()).nowMs - sinceMs;
      return { type: 'nothing', seconds: Math.max(0, Math.round(waitedMs / 1_000)) };
    }
    if (action?.type === 'back' || action?.type === 'cancel') return { type: 'back' };
  }
}
