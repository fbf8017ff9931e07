import type { Config } from '../config/schema.ts';
import { append, type DeskEvent, type DeskRequest, type Facts, type Flow, facts } from './flow.ts';
import { unlock } from './sign-in.ts';
import type { ScreenName } from './view.ts';

/** Screens that nobody may find open: no card, no customer and no question of the bank is waiting on them. */
const lockable: ReadonlySet<ScreenName> = new Set<ScreenName>([
  'home',
  'amount',
  'holds',
  'hold',
  'complete',
  'cancel',
  'cases',
  'case',
  'report',
  'end-of-day',
  'settings',
  'language',
  'status',
  'inspection',
  'support',
  'inspect-task',
  'emergency',
  'emergency-phones',
  'keys',
  'people',
  'person',
  'add-person',
  'bulletins',
  'bulletin',
  'calls',
  'call',
  'call-decision',
]);

type Shown = Extract<DeskRequest, { type: 'show' }>;

const usualMinutes = 10;

function lockAfterMs({ firstStart, lockAfterMinutes }: Config): number | undefined {
  const minutes = lockAfterMinutes ?? (firstStart === 'choose' ? usualMinutes : 0);
  return minutes === 0 ? undefined : minutes * 60_000;
}

/**
 * Runs a conversation, and locks the terminal when nobody touches it on a screen that may be locked. The person on
 * duty goes on where it was; when another one takes over it is left, and nothing comes back.
 */
export function* locking<T>(inner: Flow<T>): Flow<T | undefined> {
  let shown: Shown | undefined;
  let next = inner.next();
  while (next.done !== true) {
    const request = next.value;
    if (request.type === 'show') shown = request;
    let answer: unknown;
    try {
      if (request.type === 'wait') {
        const event = yield* waitOrLock(request, shown);
        if (event === 'taken over') {
          inner.return(undefined as T);
          return undefined;
        }
        answer = event;
      } else answer = yield request;
    } catch (error) {
      next = inner.throw(error);
      continue;
    }
    next = inner.next(answer);
  }
  return next.value;
}

function* waitOrLock(
  request: Extract<DeskRequest, { type: 'wait' }>,
  shown: Shown | undefined,
): Flow<DeskEvent | 'taken over'> {
  const own = request.untilMs ?? Number.POSITIVE_INFINITY;
  for (;;) {
    const now = yield* facts();
    const lockMs = lockAfterMs(now.config);
    if (lockMs === undefined || shown === undefined || !lockable.has(shown.screen.name))
      return (yield request) as DeskEvent;
    const dueMs = now.quietSinceMs + lockMs;
    if (now.nowMs >= dueMs) {
      if (!(yield* lock(now))) return 'taken over';
      yield shown;
      continue;
    }
    const event = (yield { type: 'wait', untilMs: Math.min(own, dueMs) }) as DeskEvent;
    if (event.type !== 'time' || (yield* facts()).nowMs >= own) return event;
  }
}

/** True when the same person came back. */
function* lock({ operator }: Facts): Flow<boolean> {
  yield* append({ events: [{ kind: 'operator.locked', operator }] });
  yield* unlock();
  return (yield* facts()).operator === operator;
}
