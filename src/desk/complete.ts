import type { Hold } from '../preauth/hold.ts';
import { completionLimit, mayComplete } from '../preauth/rules.ts';
import { adviseCompletion } from './advise-completion.ts';
import { actionOf, typeDigits } from './amount.ts';
import { change } from './change.ts';
import { type Flow, facts, show, wait } from './flow.ts';
import { money, named } from './queries.ts';

/** 完成: the limit is said first, the amount stands there already. */
export function* completeHold(hold: Hold): Flow<'done' | 'back'> {
  let typed = hold.amount.minorUnits;
  let fresh = true;
  let first: number | undefined;
  let differs = false;
  for (;;) {
    const now = yield* facts();
    const amount = { ...hold.amount, minorUnits: typed };
    const may = mayComplete(hold, amount, now.config.policies, now.nowMs);
    const asAdvice = now.config.policies.completionAs === 'advice';
    yield* show({
      name: 'complete',
      ...named(hold),
      amount,
      held: hold.amount,
      limit: completionLimit(hold.amount, now.config.policies),
      goesBack: money(Math.max(0, hold.amount.minorUnits - typed), now),
      ...(asAdvice
        ? { advice: differs ? 'differs' : first === undefined ? 'first' : 'again' }
        : {}),
      overLimit: may === 'overLimit',
      canSubmit: may === 'ok',
    });
    const action = actionOf(yield* wait());
    switch (action?.type) {
      case 'digit':
        typed = typeDigits(fresh ? 0 : typed, action.digit);
        fresh = false;
        differs = false;
        break;
      case 'clear':
        typed = fresh ? 0 : Math.floor(typed / 10);
        fresh = false;
        break;
      case 'all':
        typed = hold.amount.minorUnits;
        fresh = true;
        break;
      case 'primary':
      case 'enter': {
        if (may !== 'ok') break;
        // What the bank is only told of is typed twice, because nothing takes it back.
        if (asAdvice && first !== typed) {
          differs = first !== undefined;
          first = differs ? undefined : typed;
          typed = 0;
          break;
        }
        const done = asAdvice
          ? yield* adviseCompletion(hold, amount)
          : yield* change({ kind: 'completion', hold, amount });
        return done === 'done' ? 'done' : 'back';
      }
      case 'back':
      case 'cancel':
        return 'back';
    }
  }
}
