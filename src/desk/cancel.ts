import type { Hold } from '../preauth/hold.ts';
import { actionOf } from './amount.ts';
import { change } from './change.ts';
import { type Flow, facts, show, wait } from './flow.ts';
import { named } from './queries.ts';
import { askSupervisor } from './supervisor.ts';

/** 撤销: what is freed is said, and the button must be held; then the supervisor where the rules say. */
export const cancelHold = (hold: Hold): Flow<'done' | 'back'> =>
  confirmAndChange(hold, 'cancellation');

/** 预授权完成撤销: in full; the hold lives again. */
export const voidCompletion = (hold: Hold): Flow<'done' | 'back'> =>
  confirmAndChange(hold, 'completionVoid');

function* confirmAndChange(
  hold: Hold,
  what: 'cancellation' | 'completionVoid',
): Flow<'done' | 'back'> {
  const amount = what === 'cancellation' ? hold.amount : (hold.completion?.amount ?? hold.amount);
  for (;;) {
    const { config } = yield* facts();
    const supervisorNext = config.policies.supervisorForCancellation;
    yield* show({ name: 'cancel', ...named(hold), what, amount, supervisorNext });
    const action = actionOf(yield* wait());
    if (action?.type === 'back' || action?.type === 'cancel') return 'back';
    if (action?.type !== 'confirmHeld') continue;
    const supervisor = supervisorNext ? yield* askSupervisor(what) : undefined;
    if (supervisorNext && supervisor === undefined) continue;
    const done = yield* change({
      kind: what,
      hold,
      amount,
      ...(supervisor === undefined ? {} : { supervisor }),
    });
    return done === 'done' ? 'done' : 'back';
  }
}
