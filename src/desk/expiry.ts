import type { Hold } from '../preauth/hold.ts';
import type { LastSignIn } from '../settlement/projector.ts';
import { actionOf, leaves } from './amount.ts';
import { timeOfBank } from './clock-check.ts';
import { append, type Facts, type Flow, facts, show, tone, wait, withBank } from './flow.ts';
import { echo } from './line-jobs.ts';
import { shred, shredWhenDone } from './outbox.ts';
import { counter, daysLeftOf, holdOf, rowOf, unsettledItems } from './queries.ts';

/** At most so many of each kind at a time: the rest comes with the next look. */
const atOnce = 100;
const dayMs = 86_400_000;
/** Days before the end at which the desk is told, the later one last. */
const thresholds = [3, 1] as const;

/**
 * A hold ends with its validity; the number of a completed one is kept as long as it can be voided. Read from the
 * index by date, so that a million old holds cost nothing. True when there is more to do at once.
 */
export function* expireHolds(): Flow<boolean> {
  const now = yield* facts();
  const voidedBeforeMs = now.nowMs - now.config.policies.voidableHours * 3_600_000;
  const endedMs = yield* endedBefore(now);
  const ended = due(now, 'held', endedMs);
  const away = due(now, 'givenAway', endedMs);
  const refused = due(now, 'offlineRefused', voidedBeforeMs);
  const lapsed = due(now, 'voiceCharged', endedMs);
  for (const { holdId, shredded } of [...ended, ...away, ...refused, ...lapsed]) {
    if (shredded) continue;
    yield* append({ events: [{ kind: 'hold.expired', holdId }] });
    yield* shredWhenDone(holdOf(yield* facts(), holdId));
  }
  const charged = due(now, 'completed', voidedBeforeMs);
  const waiting = new Set(unsettledItems(yield* facts()).map(({ holdId }) => holdId));
  for (const hold of charged) if (!hold.shredded && !waiting.has(hold.holdId)) yield* shred(hold);
  return [ended, away, refused, lapsed].some(({ length }) => length === atOnce);
}

/**
 * Until when holds have ended, by our clock and by the bank's: a clock that was set wrong destroys no number. While
 * the bank does not answer nothing ends; who has nothing that ends does not ask.
 */
function* endedBefore(now: Facts): Flow<number> {
  const states = ['held', 'givenAway', 'voiceCharged'] as const;
  if (states.every((state) => due(now, state, now.nowMs).length === 0)) return now.nowMs;
  const asked = yield* withBank(() => echo());
  if (asked.type === 'failed') return 0;
  const after = yield* facts();
  const aheadSeconds = counter<LastSignIn>(after, 'signIn')?.clockOffsetSeconds ?? 0;
  return Math.min(after.nowMs, timeOfBank(after.nowMs, aheadSeconds));
}

const due = ({ documents }: Facts, state: Hold['state'], untilMs: number): readonly Hold[] =>
  documents.listUpTo('hold', [state], untilMs, atOnce).map(({ body }) => body as Hold);

/** Holds that come to their end are said once at three days and once at one: all of them together. */
export function* tellExpiring(): Flow<void> {
  const now = yield* facts();
  const found = due(now, 'held', now.nowMs + (thresholds[0] + 1) * dayMs).flatMap((hold) => {
    // Over already, because the terminal was off: it is about to expire, and the end of the day lists it.
    if ((hold.validUntilMs ?? 0) <= now.nowMs) return [];
    const left = daysLeftOf(hold, now);
    const threshold = thresholds.findLast((days) => left <= days);
    const told = hold.expiryTold ?? Number.POSITIVE_INFINITY;
    return threshold === undefined || told <= threshold ? [] : [{ hold, threshold }];
  });
  const [first] = found;
  if (first === undefined) return;
  yield* append({
    events: found.map(({ hold: { holdId }, threshold }) => ({
      kind: 'hold.expiryTold',
      holdId,
      daysBefore: threshold,
    })),
  });
  yield* tone('warning');
  const { note, amount, daysLeft } = rowOf(first.hold, now);
  const named = note === undefined ? {} : { note };
  const notice = {
    type: 'expiring',
    ...named,
    amount,
    days: Math.max(0, daysLeft),
    count: found.length,
  } as const;
  for (;;) {
    yield* show({ name: 'notice', notice, primary: 'ok', cardIn: (yield* facts()).cardIn });
    if (leaves(actionOf(yield* wait()))) return;
  }
}
