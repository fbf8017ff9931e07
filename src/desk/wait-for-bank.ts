import { actionOf } from './amount.ts';
import { type BankReady, makeReady, signIn } from './bank.ts';
import type { Wish } from './case.ts';
import { type DeskEvent, type Flow, facts, show, wait, withBank } from './flow.ts';
import { owedItems, unsettledItems } from './queries.ts';
import type { ScreenOf } from './view.ts';
import { namedOf } from './why.ts';

/**
 * Waits with a visible timer and tries by itself: what is owed is delivered first, and only an answer of the bank
 * counts as its being back. `anotherWay` returns to `why`.
 */
export function* waitForBank(
  wish: Wish,
  tryAtOnce: boolean,
): Flow<'bankIsBack' | 'anotherWay' | 'stop'> {
  const begun = yield* facts();
  const periodMs = begun.config.acquirer.retrySeconds * 1_000;
  wish.bankAwaySinceMs ??= begun.nowMs;
  let nextTryMs = begun.nowMs + (tryAtOnce ? 0 : periodMs);
  for (;;) {
    const now = yield* facts();
    if (now.nowMs >= nextTryMs) {
      wish.bankTries += 1;
      const ready = yield* tryBank(wish, periodMs);
      if (ready.type === 'ready') return 'bankIsBack';
      nextTryMs = (yield* facts()).nowMs + periodMs;
      continue;
    }
    yield* show(
      screenOf(
        wish,
        now.nowMs,
        nextTryMs,
        periodMs,
        false,
        undoOf(wish, unsettledItems(now, 'reversal').length),
      ),
    );
    const event = yield* wait(Math.min(now.nowMs + 1_000, nextTryMs));
    const action = actionOf(event);
    if (action?.type === 'primary' || action?.type === 'enter') nextTryMs = now.nowMs;
    if (action?.type === 'go' && action.to === 'ways') return 'anotherWay';
    if (action?.type === 'way' && action.remedy === 'stop') return 'stop';
    if (action?.type === 'back') return 'anotherWay';
    if (action?.type === 'cancel') return 'stop';
  }
}

/** An owed reversal that is answered proves that the bank is back; with none owed a sign-in does. */
function* tryBank(wish: Wish, periodMs: number): Flow<BankReady> {
  const repaint = function* (_: DeskEvent): Flow<void> {
    const now = yield* facts();
    const undo = undoOf(wish, unsettledItems(now, 'reversal').length);
    yield* show(screenOf(wish, now.nowMs, now.nowMs, periodMs, true, undo));
  };
  yield* repaint({ type: 'time' });
  return yield* withBank(function* () {
    const owed = owedItems(yield* facts(), 'reversal').length > 0;
    return owed ? yield* makeReady(repaint) : yield* signIn(repaint);
  }, repaint);
}

type Undo = ScreenOf<'wait-for-bank'>['undo'];

const undoOf = (wish: Wish, owed: number): Undo =>
  wish.reversalOwed
    ? owed > 0
      ? 'owed'
      : 'done'
    : wish.later === undefined
      ? 'nothing'
      : 'stillHeld';

function screenOf(
  wish: Wish,
  nowMs: number,
  nextTryMs: number,
  periodMs: number,
  trying: boolean,
  undo: Undo,
): ScreenOf<'wait-for-bank'> {
  const bulletin = wish.evidence.findLast((item) => item.type === 'bulletin');
  const others = wish.diagnosis?.remedies.filter(
    ({ kind }) => kind !== 'waitForBank' && kind !== 'tryBankAgain' && kind !== 'stop',
  );
  return {
    name: 'wait-for-bank',
    ...namedOf(wish),
    amount: wish.amount,
    sinceMs: wish.bankAwaySinceMs ?? nowMs,
    tries: wish.bankTries,
    nextTryInSeconds: Math.max(0, Math.ceil((nextTryMs - nowMs) / 1_000)),
    periodSeconds: periodMs / 1_000,
    trying,
    undo,
    ...(bulletin?.type === 'bulletin' ? { bulletin: bulletin.text } : {}),
    code: wish.diagnosis?.code ?? '',
    finding: wish.diagnosis?.finding ?? 'unknown',
    otherWays: others?.length ?? 0,
  };
}
