import type { HostAnswer } from '../acquirer/contract.ts';
import type { TransactionKind } from '../journal/events.ts';
import type { Money } from '../money.ts';
import type { Hold } from '../preauth/hold.ts';
import { actionOf } from './amount.ts';
import { AskingBank } from './asking-bank.ts';
import { permit } from './authorise.ts';
import { bankEvidence } from './chip-attempt.ts';
import {
  type DeskEvent,
  type Flow,
  facts,
  openNumber,
  show,
  tone,
  wait,
  withBank,
} from './flow.ts';
import { untilTaken } from './held.ts';
import { askLater } from './later.ts';
import { saySuspended } from './notices.ts';
import { noteLostNumbers } from './number-lost.ts';
import { deliverReversals } from './outbox.ts';
import { enterPin, pinAgain } from './pin.ts';
import { named, unsettledItems } from './queries.ts';
import { cardOf } from './request.ts';
import { approve, provesNothing, type Transacted, transact } from './transact.ts';
import type { Notice, ScreenOf } from './view.ts';

export type ChangeKind = 'increment' | 'cancellation' | 'completion' | 'completionVoid';

export type Change = {
  readonly kind: ChangeKind;
  readonly hold: Hold;
  readonly amount: Money;
  readonly supervisor?: string;
};

/** One change of a hold at the bank, said to its end. `done` when the bank agreed. */
export function* change(wanted: Change): Flow<'done' | 'notDone'> {
  const { hold, kind, amount } = wanted;
  if (wanted.supervisor === undefined && !(yield* permit(kind)).allowed) return 'notDone';
  const pan = hold.card === undefined ? undefined : yield* openNumber(hold.card.token);
  if (pan === undefined) yield* noteLostNumbers();
  if (hold.card === undefined || pan === undefined) return 'notDone';
  const { config } = yield* facts();
  let pinBlock: Uint8Array | undefined;
  if (config.policies.pinOnChange) {
    const entry = yield* enterPin(amount, kind, pan);
    if (entry.type !== 'pinBlock' && entry.type !== 'bypassed') return 'notDone';
    if (entry.type === 'pinBlock') pinBlock = entry.pinBlock;
  }
  const screen = new AskingBank({ amount, ...named(hold) }, kind, false);
  yield* screen.step('sentToBank');
  const original = kind === 'completionVoid' ? hold.completion?.original : hold.original;
  const transacted = yield* transact(
    {
      kind,
      holdId: hold.holdId,
      amount,
      posEntryMode: pinBlock === undefined ? '012' : '011',
      card: {
        ...cardOf({ card: hold.card }, pan),
        ...(pinBlock === undefined ? {} : { pinBlock }),
      },
      onFile: hold.card,
      askPinAgain: () => pinAgain(amount, kind, pan, screen),
      ...(original === undefined ? {} : { original }),
      ...(wanted.supervisor === undefined ? {} : { supervisor: wanted.supervisor }),
    },
    (event) => screen.meanwhile(event),
  );
  if (transacted.type !== 'answered') {
    yield* unanswered(wanted, transacted);
    return 'notDone';
  }
  if (!transacted.answer.approved) {
    yield* refusedAtBank(wanted, transacted.answer);
    return 'notDone';
  }
  const slips = yield* approve(transacted);
  yield* showDone(wanted, slips, transacted.answer.authorisationCode, false);
  return 'done';
}

export function* showDone(
  { kind, hold, amount }: { kind: Exclude<TransactionKind, 'preauth'>; hold: Hold; amount: Money },
  slips: readonly string[],
  authorisationCode: string | undefined,
  queued: boolean,
): Flow<void> {
  yield* tone('ok');
  const freed = freedBy(kind, hold, amount);
  yield* untilTaken(function* (print, cardIn) {
    const screen: ScreenOf<'done'> = {
      name: 'done',
      ...named(hold),
      what: kind,
      amount,
      ...(freed === undefined ? {} : { freed }),
      ...(authorisationCode === undefined ? {} : { authorisationCode }),
      queued,
      print,
      cardIn,
    };
    yield* show(screen);
  }, slips);
}

function freedBy(kind: TransactionKind, hold: Hold, amount: Money): Money | undefined {
  if (kind === 'cancellation') return hold.amount;
  if (kind !== 'completion' && kind !== 'completionAdvice') return undefined;
  const minorUnits = hold.amount.minorUnits - amount.minorUnits;
  return minorUnits > 0 ? { ...amount, minorUnits } : undefined;
}

const chargeOf = ({ kind, amount }: Change): Money | undefined =>
  kind === 'completion' ? amount : undefined;

/** No answer: what is owed is undone at once where that works, and the cashier is told how the money stands. */
function* unanswered(wanted: Change, end: Exclude<Transacted, { type: 'answered' }>): Flow<void> {
  yield* tone('warning');
  const fault = end.result.type === 'noAnswer' ? end.result.fault : end.result.answer.responseCode;
  const owedBefore = end.reversalOwed;
  for (;;) {
    const now = yield* facts();
    const item = unsettledItems(now, 'reversal').find(
      ({ holdId }) => holdId === wanted.hold.holdId,
    );
    if (item?.state === 'suspended') return yield* saySuspended(item);
    const owed = item !== undefined;
    const notice: Notice = {
      type: 'noAnswer',
      what: wanted.kind,
      amount: wanted.amount,
      undone: owed ? 'owed' : owedBefore ? 'done' : 'notNeeded',
      fault,
    };
    const primary = owed ? 'tryAgain' : 'ok';
    yield* show({ name: 'notice', notice, primary, otherWays: true, cardIn: now.cardIn });
    const action = actionOf(yield* wait(owed ? now.nowMs + 1_000 : undefined));
    if (action?.type === 'back' || action?.type === 'cancel') return;
    if (action?.type === 'go' && action.to === 'ways') {
      yield* askLater(wanted.hold, (wish) => bankEvidence(wish, end.result), chargeOf(wanted));
      return;
    }
    if (action?.type !== 'primary' && action?.type !== 'enter') continue;
    if (!owed) return;
    yield* undoNow(wanted);
  }
}

function* undoNow({ amount, hold }: Change): Flow<void> {
  const screen = new AskingBank({ amount, ...named(hold) }, 'reversal', false);
  yield* screen.step('sentToBank');
  const repaint = (event: DeskEvent) => screen.meanwhile(event);
  yield* withBank(() => deliverReversals(repaint), repaint);
}

/** A refusal that anybody could have sent is undone before it is believed; until then the money is open. */
function* refusedAtBank(wanted: Change, answer: HostAnswer): Flow<void> {
  const { responseCode } = answer;
  if (!provesNothing(answer)) return yield* refused(wanted, responseCode);
  yield* undoNow(wanted);
  const owed = unsettledItems(yield* facts(), 'reversal');
  if (owed.every(({ holdId }) => holdId !== wanted.hold.holdId))
    return yield* refused(wanted, responseCode);
  const result = { type: 'answered', answer } as const;
  yield* unanswered(wanted, { type: 'bankNotReady', result, reversalOwed: true });
}

/** The bank refused the change: the hold is as before, and its books may be compared with ours. */
function* refused(wanted: Change, responseCode: string): Flow<void> {
  const { kind, hold, amount } = wanted;
  yield* tone('warning');
  const { cardIn } = yield* facts();
  yield* show({
    name: 'declined',
    ...named(hold),
    what: kind,
    amount,
    responseCode,
    by: 'host',
    offers: ['stop'],
    otherWays: true,
    cardIn,
  });
  for (;;) {
    const action = actionOf(yield* wait());
    if (action?.type === 'go' && action.to === 'ways') {
      yield* askLater(hold, () => ({ type: 'answerCode', code: responseCode }), chargeOf(wanted));
      return;
    }
    if (action !== undefined && ['primary', 'enter', 'back', 'cancel', 'way'].includes(action.type))
      return;
  }
}
