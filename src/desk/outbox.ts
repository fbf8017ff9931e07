import type { HostAnswer, HostRequest, HostResult } from '../acquirer/contract.ts';
import type { Pan } from '../card/pan.ts';
import type { FaultCode } from '../fault.ts';
import type { OutboxItem } from '../journal/outbox.ts';
import type { Hold } from '../preauth/hold.ts';
import type { Evidence } from '../recovery/evidence.ts';
import { askHost, type BankReady, type Meanwhile, signIn } from './bank.ts';
import { append, type Flow, facts, openNumber } from './flow.ts';
import { noteLostNumber } from './number-lost.ts';
import { holdOf, owedItems, unsettledItems } from './queries.ts';
import { cardOf, fieldsOf, originalOf } from './request.ts';
import { caseOf } from './trouble.ts';

/** Every owed reversal, oldest first; stops at the first that the bank does not answer for good. */
export function* deliverReversals(meanwhile?: Meanwhile): Flow<BankReady> {
  for (const item of owedItems(yield* facts(), 'reversal')) {
    const result = yield* deliverReversal(item, meanwhile);
    if (result !== undefined) return { type: 'notReady', result, reversalOwed: true };
  }
  return { type: 'ready' };
}

/** Reversals that were set aside are still tried when there is time: the customer's money depends on them. */
export function* deliverSuspendedReversals(): Flow<void> {
  for (const item of unsettledItems(yield* facts(), 'reversal'))
    if (item.state === 'suspended' && (yield* deliverReversal(item)) !== undefined) return;
}

/** Refusals after which a reversal has nothing more to undo: no such original, already undone. */
const nothingToUndo = new Set(['12', '22', '25', '64', '94']);
export const signInAgain = new Set(['77', '99', 'A0', 'C1']);

/** An approval settles it, and so does a refusal that the bank's code proves: anybody on the line could say 25. */
const settles = ({ approved, proven, responseCode }: HostAnswer): boolean =>
  approved || (proven && nothingToUndo.has(responseCode));

/**
 * One try; undefined when it is settled or set aside, else what the bank said. Only tries that may have reached the
 * bank count; when they are used up a case tells the supervisor, and the next transaction no longer waits for it.
 */
function* deliverReversal(item: OutboxItem, meanwhile?: Meanwhile): Flow<HostResult | undefined> {
  const { config } = yield* facts();
  const of = { holdId: item.holdId, stan: item.request.stan };
  const pan = yield* openNumber(item.request.card.token);
  if (pan === undefined) {
    yield* noteLostNumber(item.holdId);
    return yield* suspend(item, linkFault('link.badFrame', item.attempts));
  }
  const { result, attempts } = yield* tryAtBank(item, reversalOf(item, pan), meanwhile);
  if (result.type === 'answered' && settles(result.answer)) {
    const { responseCode } = result.answer;
    yield* append({ events: [{ kind: 'reversal.settled', ...of, responseCode }] });
    yield* shredWhenDone(holdOf(yield* facts(), item.holdId));
    return undefined;
  }
  if (result.type === 'noAnswer' && !result.maybeSent) {
    yield* append({ events: [{ kind: 'reversal.notSent', ...of, attempts: item.attempts }] });
    return result;
  }
  const last = attempts >= config.acquirer.reversalTries && item.state === 'owed';
  return last ? yield* suspend({ ...item, attempts }, evidenceOf(result, attempts)) : result;
}

/**
 * One try, its row first; after 77, 99, A0, C1 the terminal signs in and tries once more at once. Answers the last
 * result and how many tries there have been.
 */
export function* tryAtBank(
  { type, holdId, request: { stan }, attempts }: OutboxItem,
  request: HostRequest,
  meanwhile?: Meanwhile,
): Flow<{ readonly result: HostResult; readonly attempts: number }> {
  const attempted = (attempt: number) =>
    append({ events: [{ kind: `${type}.attempted`, holdId, stan, attempt }] });
  yield* attempted(attempts + 1);
  const first = yield* askHost(request, meanwhile);
  const keysDiffer = first.type === 'answered' && signInAgain.has(first.answer.responseCode);
  if (!keysDiffer || (yield* signIn(meanwhile)).type !== 'ready')
    return { result: first, attempts: attempts + 1 };
  yield* attempted(attempts + 2);
  return { result: yield* askHost(request, meanwhile), attempts: attempts + 2 };
}

const linkFault = (fault: FaultCode, tries: number): Evidence => ({
  type: 'linkFault',
  fault,
  tries,
  maybeSent: true,
});

/** What the supervisor is told of the last try. */
export const evidenceOf = (result: HostResult, tries: number): Evidence =>
  result.type === 'answered'
    ? { type: 'answerCode', code: result.answer.responseCode }
    : linkFault(
        result.fault === 'answer.badMac' || result.fault === 'answer.malformed'
          ? 'link.badFrame'
          : result.fault,
        tries,
      );

function* suspend(item: OutboxItem, evidence: Evidence): Flow<undefined> {
  if (item.state !== 'owed') return undefined;
  const { holdId, request, attempts } = item;
  yield* append({
    events: [
      { kind: 'reversal.suspended', holdId, stan: request.stan, attempts },
      ...(yield* caseOf(item, evidence, 'reversalSuspended')),
    ],
  });
  return undefined;
}

function reversalOf(item: OutboxItem, pan: Pan): HostRequest {
  const { request, reason } = item;
  if (request.kind === 'completionAdvice' || request.kind === 'offlineAdvice')
    throw new Error('an advice is never reversed');
  return {
    kind: 'reversal',
    of: request.kind,
    reason: reason ?? '98',
    ...fieldsOf(request),
    card: cardOf(request, pan, item.chipData),
    original: originalOf(request),
  };
}

const endedStates = new Set<Hold['state']>([
  'refused',
  'cancelled',
  'expired',
  'offlineNoted',
  'movedAway',
]);

/** The number lives exactly as long as its hold: destroyed when the hold has ended and nothing is owed. */
export function* shredWhenDone(hold: Hold | undefined): Flow<void> {
  if (hold?.card === undefined || hold.shredded || !endedStates.has(hold.state)) return;
  const owed = unsettledItems(yield* facts()).some((item) => item.holdId === hold.holdId);
  if (owed) return;
  yield* shred(hold);
}

/**
 * The row that ended the hold is the intent; that the number is gone is journalled once it is. So a power cut in
 * between is found by {@link shredEnded}, and doing it twice does no harm.
 */
export function* shred(hold: Hold): Flow<void> {
  if (hold.card === undefined) return;
  const { token } = hold.card;
  yield { type: 'shred', token };
  yield* append({ events: [{ kind: 'hold.shredded', holdId: hold.holdId, token }] });
}

/** Numbers whose hold ended when the power or the disk failed: destroyed now. */
export function* shredEnded(): Flow<void> {
  for (const { body } of (yield* facts()).documents.list('hold', [...endedStates]))
    yield* shredWhenDone(body as Hold);
}
