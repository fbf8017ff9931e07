import type { Hold } from '../preauth/hold.ts';
import { askAmount } from './amount.ts';
import { change } from './change.ts';
import type { Flow } from './flow.ts';

/** 追加: more on the same hold; the cumulative amount comes back from the bank. */
export function* incrementHold(hold: Hold): Flow<void> {
  const answer = yield* askAmount('increment');
  if (answer === undefined) return;
  yield* change({ kind: 'increment', hold, amount: answer.amount });
}
