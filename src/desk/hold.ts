import { receiversOf } from '../handover/enrolled.ts';
import { factsOfHold, mayGive } from '../handover/giver.ts';
import { handoversOf } from '../handover/projector.ts';
import type { Action } from '../people/permissions.ts';
import type { Hold } from '../preauth/hold.ts';
import {
  completionLimit,
  isToFree,
  mayGiveNumber,
  mayIncrement,
  mayVoid,
  validityDaysOf,
} from '../preauth/rules.ts';
import { actionOf } from './amount.ts';
import { permit } from './authorise.ts';
import { cancelHold, voidCompletion } from './cancel.ts';
import { completeHold } from './complete.ts';
import { type Facts, type Flow, facts, show, wait } from './flow.ts';
import { handOver, showGiven } from './hand-over.ts';
import { incrementHold } from './increment.ts';
import { askLater } from './later.ts';
import { giveNumber } from './number-later.ts';
import { daysLeftOf, holdOf, mayBegin, named } from './queries.ts';
import { printAgain } from './slips.ts';
import { showAnswer } from './take-over.ts';
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
        if (action.type !== 'complete' && screen.can.handOver === 'see')
          yield* handedOver('see', hold);
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
        if (action.to === 'ways' && screen.can.number) {
          const how = hold.shredded ? 'destroyed' : 'neverHere';
          yield* askLater(hold, () => ({ type: 'numberMissing', how }));
        }
        break;
      case 'handOver':
        yield* handedOver(screen.can.handOver, hold);
        break;
      case 'print':
        if (screen.can.print) yield* printAgain(now, holdId);
        break;
      case 'back':
      case 'cancel':
        return;
    }
  }
}

function mayHandOver(hold: Hold, now: Facts): Pick<ScreenOf<'hold'>['can'], 'handOver'> {
  const { party, documents, nowMs } = now;
  const last = handoversOf(documents, hold.holdId).at(-1);
  if (party === undefined || !mayBegin('handOver', now)) return {};
  if (last?.side === 'given' && hold.state !== 'held') return { handOver: 'see' };
  // Without its number it is one of the ways that are offered.
  const others = !mayGiveNumber(hold) && receiversOf(party, nowMs).length > 0;
  if (mayGive(hold, nowMs) && others) return { handOver: 'give' };
  return last?.side === 'taken' ? { handOver: 'tell' } : {};
}

/** To another desk; how that stands; or this terminal's word for the desk that gave it. */
function* handedOver(how: ScreenOf<'hold'>['can']['handOver'], hold: Hold): Flow<void> {
  const last = handoversOf((yield* facts()).documents, hold.holdId).at(-1);
  const what = factsOfHold(hold);
  if (how === 'give' && what !== undefined && (yield* permit('handOver')).allowed)
    yield* handOver(what);
  if (how === 'see' && last !== undefined) yield* showGiven(last.handoverId);
  if (how === 'tell' && last !== undefined) yield* showAnswer(last.handoverId);
}

/** Whatever goes to the bank needs the number: where it is missing it is given first. */
const withNumber = (hold: Hold): Flow<Hold | undefined> => giveNumber(hold.holdId);

function screenOf(hold: Hold, now: Facts): ScreenOf<'hold'> {
  const { policies } = now.config;
  // A technician sees the hold of a case, and changes nothing of it.
  const may = (action: Action): boolean => mayBegin(action, now);
  const completion = policies.completionAs === 'advice' ? 'completionAdvice' : 'completion';
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
    days: validityDaysOf(hold.card?.maskedPan, policies),
    history: hold.history.map(({ atMs, what, amount }) => ({ atMs, what, amount })),
    ...(hold.original?.authorisationCode === undefined
      ? {}
      : { authorisationCode: hold.original.authorisationCode }),
    can: {
      number: may('giveNumber') && mayGiveNumber(hold),
      complete: may(completion) && hold.state === 'held' && !hold.shredded && !expired,
      increment: may('increment') && mayIncrement(hold, policies) && !expired,
      cancel: may('cancellation') && isToFree(hold),
      void: may('completionVoid') && mayVoid(hold, policies, now.nowMs),
      print: may('printAgain') && hold.history.some(({ slip }) => slip !== undefined),
      ...mayHandOver(hold, now),
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
    case 'voiceNoted':
    case 'voiceCharged':
      return hold.state;
    case 'cancelled':
    case 'refused':
      return 'cancelled';
    case 'expired':
      return 'expired';
    case 'givenAway':
    case 'movedAway':
      return 'elsewhere';
    default:
      return 'unknown';
  }
}
