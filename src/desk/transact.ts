import type {
  HostAnswer,
  HostRequest,
  HostResult,
  Original,
  RequestCard,
  ReversalReason,
} from '../acquirer/contract.ts';
import type { Pan } from '../card/pan.ts';
import type { EmvLines } from '../emv/contract.ts';
import type {
  CardOnFile,
  DomainEvent,
  TransactionKind,
  TransactionRequest,
} from '../journal/events.ts';
import type { Money } from '../money.ts';
import type { Action } from '../people/permissions.ts';
import { validUntil } from '../preauth/rules.ts';
import type { LastSignIn } from '../settlement/projector.ts';
import { askHost, type Meanwhile, makeReady } from './bank.ts';
import { timeOfBank } from './clock-check.ts';
import { append, type Flow, facts, lookUp, uuid, withBank } from './flow.ts';
import { shredWhenDone } from './outbox.ts';
import { counter, holdOf } from './queries.ts';
import { fieldsOf, newRequest, originalOf } from './request.ts';
import { type LocalTime, localTime } from './time.ts';

/** One transaction as a conversation wants it; the numbers of the message are found here. */
export type Wanted = {
  readonly kind: Exclude<TransactionKind, 'offlineAdvice' | 'completionAdvice'>;
  readonly holdId?: string;
  readonly opens?: {
    readonly note?: string;
    readonly label: string;
    readonly how: 'chip' | 'stripe' | 'cardAbsent';
    readonly fallbackReason?: string;
  };
  readonly amount: Money;
  readonly posEntryMode: string;
  readonly card: RequestCard;
  /** The card of a hold that is on file; a new hold seals its own. */
  readonly onFile?: CardOnFile;
  readonly original?: Original;
  readonly supervisor?: string;
  /** Asks the PIN once more: a block under the keys of yesterday says nothing to the bank. */
  readonly askPinAgain?: () => Flow<Uint8Array | undefined>;
};

export type Transacted =
  | {
      readonly type: 'answered';
      readonly holdId: string;
      readonly request: TransactionRequest;
      readonly answer: HostAnswer;
    }
  /** The bank could not be asked: nothing was journalled for this hold. */
  | { readonly type: 'bankNotReady'; readonly result: HostResult; readonly reversalOwed: boolean }
  | {
      readonly type: 'noAnswer';
      readonly holdId: string;
      readonly result: Extract<HostResult, { type: 'noAnswer' }>;
      readonly reversalOwed: boolean;
    };

/**
 * The keys differ, so no code over the answer can prove it. It may be about a copy that the line changed while the
 * request itself was booked: the outcome is not known.
 */
const keysDiffer = new Set(['77', '99', 'A0', 'C1']);

/**
 * Did a refusal leave a reversal behind? One without the bank's code can be anybody's on the line, who kept the true
 * answer back.
 */
export const provesNothing = ({ proven, responseCode }: HostAnswer): boolean =>
  !proven || keysDiffer.has(responseCode);

/**
 * Reversals first, then: journal the request, send it, and journal what is already certain of its answer (refused,
 * never sent, unknown). An approval is not journalled here: the card may still refuse. After 77, 99, A0, C1 it
 * signs in, undoes what may have been booked, and asks once more.
 */
export const transact = (wanted: Wanted, meanwhile?: Meanwhile): Flow<Transacted> =>
  withBank(() => transactInTurn(wanted, meanwhile), meanwhile);

function* transactInTurn(wanted: Wanted, meanwhile?: Meanwhile): Flow<Transacted> {
  const ready = yield* makeReady(meanwhile);
  if (ready.type === 'notReady') return { ...ready, type: 'bankNotReady' };
  const first = yield* transactOnce(wanted, meanwhile);
  if (first.type !== 'answered' || !keysDiffer.has(first.answer.responseCode)) return first;
  const again = yield* makeReady(meanwhile, true);
  if (again.type === 'notReady') return { ...again, type: 'bankNotReady' };
  const { askPinAgain } = wanted;
  if (wanted.card.pinBlock === undefined || askPinAgain === undefined)
    return yield* transactOnce(wanted, meanwhile);
  const pinBlock = yield* askPinAgain();
  if (pinBlock === undefined) return first;
  return yield* transactOnce({ ...wanted, card: { ...wanted.card, pinBlock } }, meanwhile);
}

function* transactOnce(wanted: Wanted, meanwhile?: Meanwhile): Flow<Transacted> {
  const { holdId, request, events, pan } = yield* prepare(wanted);
  const seal = wanted.onFile === undefined ? [{ token: request.card.token, pan }] : [];
  yield* append({ events: [...events, { kind: 'transaction.requested', holdId, request }], seal });
  const result = checked(yield* askHost(messageOf(wanted, request), meanwhile), wanted);
  const of = { holdId, stan: request.stan };
  if (result.type === 'noAnswer') {
    const reason: ReversalReason = result.fault === 'answer.badMac' ? 'A0' : '98';
    yield* append({
      events: [
        result.maybeSent
          ? { kind: 'reversal.owed', ...of, reason, why: result.fault }
          : { kind: 'transaction.notSent', ...of, fault: result.fault },
      ],
    });
    yield* shredWhenDone(holdOf(yield* facts(), holdId));
    return { type: 'noAnswer', holdId, result, reversalOwed: result.maybeSent };
  }
  if (!result.answer.approved) {
    const { responseCode } = result.answer;
    yield* append({
      events: [
        provesNothing(result.answer)
          ? { kind: 'reversal.owed', ...of, reason: '98', why: `answer ${responseCode}` }
          : { kind: 'transaction.declined', ...of, responseCode, by: 'host' },
      ],
    });
    yield* shredWhenDone(holdOf(yield* facts(), holdId));
  }
  return { type: 'answered', holdId, request, answer: result.answer };
}

/**
 * An approval that cannot be about this request is none: another amount than asked, a "part" that is not smaller, or
 * a hold without the code that its completion must carry. What the bank booked is undone.
 */
function checked(result: HostResult, { kind, amount }: Wanted): HostResult {
  if (result.type !== 'answered' || !result.answer.approved) return result;
  const { amount: given, responseCode, authorisationCode } = result.answer;
  const part = responseCode === '10' && kind === 'preauth';
  const right =
    given === undefined ||
    (part
      ? given.minorUnits > 0 && given.minorUnits < amount.minorUnits
      : kind === 'increment' || given.minorUnits === amount.minorUnits);
  const coded = kind !== 'preauth' || (authorisationCode ?? '').trim() !== '';
  if (right && coded) return result;
  const detail = right ? 'approved without a code' : 'approved for another amount';
  return { type: 'noAnswer', fault: 'answer.malformed', maybeSent: true, detail };
}

/** Names a hold for every terminal of the merchant: terminal, day, STAN. */
export const holdIdOf = (terminalId: string, { yymmdd }: LocalTime, stan: number): string =>
  `${terminalId.trim()}-${yymmdd}-${String(stan).padStart(6, '0')}`;

const actionOfKind = ({ kind, opens }: Wanted): Action =>
  opens?.how === 'cardAbsent' ? 'cardAbsentPreauth' : kind;

function* prepare(wanted: Wanted): Flow<{
  holdId: string;
  request: TransactionRequest;
  events: DomainEvent[];
  pan: Pan;
}> {
  const { config, nowMs } = yield* facts();
  const { kind, amount, posEntryMode, original, supervisor } = wanted;
  const request = yield* newRequest(
    {
      kind,
      amount,
      posEntryMode,
      card: wanted.onFile ?? (yield* putOnFile(wanted.card)),
      ...(original === undefined ? {} : { original }),
      ...(supervisor === undefined ? {} : { supervisor }),
    },
    actionOfKind(wanted),
  );
  const local = localTime(nowMs, config.timeZone);
  const holdId = wanted.holdId ?? holdIdOf(config.merchant.terminalId, local, request.stan);
  const events: DomainEvent[] =
    wanted.opens === undefined ? [] : [{ kind: 'hold.opened', holdId, ...wanted.opens }];
  return { holdId, request, events, pan: wanted.card.pan };
}

/** What may stand on disk of a card: masked, and a token for the sealed number. */
export function* putOnFile(
  card: Pick<RequestCard, 'pan' | 'expiry' | 'panSequenceNumber'>,
): Flow<CardOnFile> {
  return {
    token: yield* uuid(),
    lookup: yield* lookUp(card.pan),
    maskedPan: card.pan.masked(),
    last4: card.pan.last4,
    ...(card.expiry === undefined ? {} : { expiry: card.expiry }),
    ...(card.panSequenceNumber === undefined ? {} : { panSequenceNumber: card.panSequenceNumber }),
  };
}

function messageOf(wanted: Wanted, request: TransactionRequest): HostRequest {
  const fields = { ...fieldsOf(request), card: wanted.card };
  if (wanted.kind === 'preauth')
    return { kind: 'preauth', ...fields, cardPresent: wanted.opens?.how !== 'cardAbsent' };
  return { kind: wanted.kind, ...fields, original: originalOf(request) };
}

export type Approval = {
  readonly holdId: string;
  readonly request: TransactionRequest;
  readonly answer: HostAnswer;
};

/** The approval is final: journalled with its slips in one transaction; the slips' ids come back. */
export function* approve(
  { holdId, request, answer }: Approval,
  chip: { readonly emv?: EmvLines; readonly signatureWanted?: boolean } = {},
  more: readonly DomainEvent[] = [],
): Flow<readonly string[]> {
  const now = yield* facts();
  const { config } = now;
  const aheadSeconds = counter<LastSignIn>(now, 'signIn')?.clockOffsetSeconds;
  const approvedAtMs = timeOfBank(now.nowMs, aheadSeconds);
  const amount =
    request.kind === 'increment'
      ? (answer.cumulativeAmount ?? increased(request, holdOf(yield* facts(), holdId)?.amount))
      : (answer.amount ?? request.amount);
  const slips = [yield* uuid(), yield* uuid()] as const;
  yield* append({
    events: [
      {
        kind: 'transaction.approved',
        holdId,
        stan: request.stan,
        responseCode: answer.responseCode,
        ...(answer.rrn === undefined ? {} : { rrn: answer.rrn }),
        ...(answer.authorisationCode === undefined
          ? {}
          : { authorisationCode: answer.authorisationCode }),
        amount,
        ...chip,
        ...(request.kind === 'preauth'
          ? { validUntilMs: validUntil(approvedAtMs, config.policies, request.card.maskedPan) }
          : {}),
      },
      ...slipEvents(slips, holdId, request.kind, request.stan),
      ...more,
    ],
  });
  yield* shredWhenDone(holdOf(yield* facts(), holdId));
  for (const slipId of slips) yield { type: 'print', slipId };
  return slips;
}

const increased = (request: TransactionRequest, before: Money | undefined): Money => ({
  ...request.amount,
  minorUnits: request.amount.minorUnits + (before?.minorUnits ?? 0),
});

export const slipEvents = (
  [merchant, customer]: readonly [string, string],
  holdId: string,
  of: TransactionKind,
  stan: number,
): DomainEvent[] => [
  { kind: 'slip.queued', slipId: merchant, holdId, copy: 'merchant', of, stan },
  { kind: 'slip.queued', slipId: customer, holdId, copy: 'customer', of, stan },
];

/** The host approved and the transaction must not stand: the reversal is owed from here on. */
export function* undo(
  { holdId, request }: Pick<Approval, 'holdId' | 'request'>,
  reason: ReversalReason,
  why: string,
  chipData?: string,
): Flow<void> {
  const of = { holdId, stan: request.stan };
  yield* append({
    events: [
      {
        kind: 'reversal.owed',
        ...of,
        reason,
        why,
        ...(chipData === undefined ? {} : { chipData }),
      },
    ],
  });
}
