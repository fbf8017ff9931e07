import type { Hold } from '../preauth/hold.ts';
import { completionLimit, mayGiveNumber, mayIncrement, mayVoid } from '../preauth/rules.ts';
import { actionOf } from './amount.ts';
import { cancelHold, voidCompletion } from './cancel.ts';
import { completeHold } from './complete.ts';
import { type Facts, type Flow, facts, show, wait } from './flow.ts';
import { incrementHold } from './increment.ts';
import { askLater } from './later.ts';
import { giveNumber } from './number-later.ts';
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
      case 'enter': {
        const whole = screen.can.complete ? yield* withNumber(hold) : undefined;
        if (whole !== undefined && (yield* completeHold(whole)) === 'done') return;
        break;
      }
      case 'increment':
        if (screen.can.increment) yield* incrementHold(hold);
        break;
      case 'cancelHold':
        if (screen.can.cancel) {
          const whole = yield* withNumber(hold);
          if (whole !== undefined && (yield* cancelHold(whole)) === 'done') return;
        }
        break;
      case 'voidCompletion':
        if (screen.can.void) {
          const whole = yield* withNumber(hold);
          if (whole !== undefined) yield* voidCompletion(whole);
        }
        break;
      case 'giveNumber':
        if (screen.can.number) yield* giveNumber(holdId);
        break;
      case 'go':
        if (action.to === 'ways' && screen.numberMissing) {
          const how = hold.shredded ? 'destroyed' : 'neverHere';
          yield* askLater(hold, () => ({ type: 'numberMissing', how }));
        }
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

/** Whatever goes to the bank needs the number: where it is missing it is given first. */
const withNumber = (hold: Hold): Flow<Hold | undefined> => giveNumber(hold.holdId);

function screenOf(hold: Hold, now: Facts): ScreenOf<'hold'> {
  const { policies } = now.config;
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
      number: mayGiveNumber(hold),
      complete: hold.state === 'held' && !hold.shredded && !expired,
      increment: mayIncrement(hold, policies) && !expired,
      cancel: hold.state === 'held' && !hold.shredded,
      void: mayVoid(hold, policies, now.nowMs),
      print: hold.history.some(({ slip }) => slip !== undefined),
    },
    numberMissing: mayGiveNumber(hold),
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
