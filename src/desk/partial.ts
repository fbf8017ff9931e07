import { actionOf } from './amount.ts';
import type { Wish } from './case.ts';
import type { Attempt } from './chip-attempt.ts';
import { type Flow, facts, show, tone, wait } from './flow.ts';
import { unsettledItems } from './queries.ts';
import { type Approval, undo } from './transact.ts';
import { namedOf } from './why.ts';

/** A question that nobody answers is answered with no. */
const answerWithinMs = 120_000;

/**
 * 部分批准 (39 = 10): the smaller hold is shown, and kept only when the cashier says so. Until then the approval is
 * not journalled: a power cut in between finds a request without an end and undoes it. Undefined: keep it.
 */
export function* refusedPart(
  wish: Wish,
  approval: Approval,
  chipData?: string,
): Flow<Attempt | undefined> {
  const { responseCode, amount } = approval.answer;
  if (responseCode !== '10' || amount === undefined) return undefined;
  yield* tone('warning');
  const untilMs = (yield* facts()).nowMs + answerWithinMs;
  for (;;) {
    const now = yield* facts();
    const secondsLeft = Math.max(0, Math.ceil((untilMs - now.nowMs) / 1_000));
    const { cardIn } = now;
    yield* show({
      name: 'partial',
      ...namedOf(wish),
      amount,
      asked: wish.amount,
      secondsLeft,
      cardIn,
    });
    const action = secondsLeft === 0 ? undefined : actionOf(yield* wait(now.nowMs + 1_000));
    if (action?.type === 'primary' || action?.type === 'enter') return undefined;
    const no = action?.type === 'undoPart' || action?.type === 'cancel' || action?.type === 'back';
    if (!no && secondsLeft > 0) continue;
    const why = no ? 'partial approval refused at the desk' : 'partial approval not answered';
    yield* undo(approval, '06', why, chipData);
    wish.reversalOwed = true;
    yield* sayUndone(wish, approval);
    return { type: 'back' };
  }
}

/** Nothing stays held: said while it is being undone, and when it is. */
function* sayUndone(wish: Wish, { holdId, answer }: Approval): Flow<void> {
  const amount = answer.amount ?? wish.amount;
  for (;;) {
    const now = yield* facts();
    const owed = unsettledItems(now, 'reversal').some((item) => item.holdId === holdId);
    const undone = owed ? 'owed' : 'done';
    const notice = { type: 'partUndone', amount, undone } as const;
    yield* show({ name: 'notice', notice, primary: 'ok', cardIn: now.cardIn });
    const action = actionOf(yield* wait(owed ? now.nowMs + 1_000 : undefined));
    if (action?.type === 'primary' || action?.type === 'enter' || action?.type === 'back') return;
  }
}
