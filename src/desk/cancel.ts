import type { Hold } from '../preauth/hold.ts';
import { actionOf } from './amount.ts';
import { permit } from './authorise.ts';
import { change } from './change.ts';
import { type Flow, facts, show, wait } from './flow.ts';
import { named, permissionOf } from './queries.ts';

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
    const supervisorNext = permissionOf(what, yield* facts()) === 'agreed';
    yield* show({ name: 'cancel', ...named(hold), what, amount, supervisorNext });
    const action = actionOf(yield* wait());
    if (action?.type === 'back' || action?.type === 'cancel') return 'back';
    if (action?.type !== 'confirmHeld') continue;
    const permitted = yield* permit(what);
    if (!permitted.allowed) continue;
    const done = yield* change({
      kind: what,
      hold,
      amount,
      ...(permitted.by === undefined ? {} : { supervisor: permitted.by }),
    });
    return done === 'done' ? 'done' : 'back';
  }
}
