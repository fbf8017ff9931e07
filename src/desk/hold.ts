import type { Hold } from '../preauth/hold.ts';
import { completionLimit, mayCancel, mayIncrement, mayVoid } from '../preauth/rules.ts';
import { actionOf } from './amount.ts';
import { cancelHold, voidCompletion } from './cancel.ts';
import { completeHold } from './complete.ts';
import { type Facts, type Flow, facts, show, wait } from './flow.ts';
import { incrementHold } from './increment.ts';
import { daysLeftOf, holdOf, named } from './queries.ts';
import { printAgain } from './slips.ts';
import type { ScreenOf } from './view.ts';

/** One hold with its history and what may be done with it now. */
export function* showHold(holdId: string): Flow<void> {
  for (;;) {
    const now = yield* facts();
    const hold = holdOf(now, holdId);
    if (hold === undefined) return;
    const screen = screenOf(hold, now);
    yield* show(screen);
    const action = actionOf(yield* wait());
    switch (action?.type) {
      case 'complete':
      case 'primary':
      case 'enter':
        if (screen.can.complete && (yield* completeHold(hold)) === 'done') return;
        break;
      case 'increment':
        if (screen.can.increment) yield* incrementHold(hold);
        break;
      case 'cancelHold':
        if (screen.can.cancel && (yield* cancelHold(hold)) === 'done') return;
        break;
      case 'voidCompletion':
        if (screen.can.void) yield* voidCompletion(hold);
        break;
      case 'print':
        yield* printAgain(now, holdId);
        break;
      case 'back':
      case 'cancel':
        return;
    }
  }
}

function screenOf(hold: Hold, now: Facts): ScreenOf<'hold'> {
  const { policies } = now.config;
  const numberMissing = hold.card === undefined || hold.shredded;
  const expired = hold.validUntilMs !== undefined && hold.validUntilMs <= now.nowMs;
  return {
    name: 'hold',
    ...named(hold),
    holdId: hold.holdId,
    state: stateOf(hold),
    amount: hold.amount,
    limit: completionLimit(hold.amount, policies),
    validUntilMs: hold.validUntilMs ?? now.nowMs,
    daysLeft: daysLeftOf(hold, now),
    days: policies.validityDays,
    history: hold.history.map(({ atMs, what, amount }) => ({ atMs, what, amount })),
    ...(hold.original?.authorisationCode === undefined
      ? {}
      : { authorisationCode: hold.original.authorisationCode }),
    can: {
      complete: hold.state === 'held' && !numberMissing && !expired,
      increment: mayIncrement(hold, policies) && !expired,
      cancel: mayCancel(hold),
      void: mayVoid(hold, policies, now.nowMs),
      print: hold.history.length > 0,
    },
    numberMissing: numberMissing && hold.state === 'held',
    owed: hold.state.startsWith('undoing'),
  };
}

function stateOf(hold: Hold): ScreenOf<'hold'>['state'] {
  switch (hold.state) {
    case 'held':
      return 'held';
    case 'completed':
    case 'offlineNoted':
      return 'completed';
    case 'cancelled':
    case 'refused':
      return 'cancelled';
    case 'expired':
      return 'expired';
    default:
      return 'unknown';
  }
}
