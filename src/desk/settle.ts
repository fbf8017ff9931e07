import type { HostAnswer, HostRequest, SettlementTotals } from '../acquirer/contract.ts';
import type { DomainEvent } from '../journal/events.ts';
import type { CurrencyCode } from '../money.ts';
import type { Hold } from '../preauth/hold.ts';
import {
  type BatchTransaction,
  batchAfter,
  batchKey,
  chargedIn,
  dayTotals,
  settlementTotals,
  type Total,
  transactionsOf,
} from '../settlement/batch.ts';
import type { OpenSettlement } from '../settlement/projector.ts';
import { deliverAdvices } from './advices.ts';
import { askHost, batchNumber, makeReady, nextStan, signIn } from './bank.ts';
import { append, type Facts, type Flow, facts, openNumber, withBank } from './flow.ts';
import { counter, owedItems } from './queries.ts';
import type { SettlementProgress } from './settlement-progress.ts';
import { type Sent, upload } from './upload.ts';

/** The bank's own word when it is a code, a fault of the line, or what is still owed. */
export type Settled = { readonly type: 'closed' } | Stopped;
export type Stopped = { readonly type: 'stopped'; readonly fault: string };

const signInAgain = new Set(['77', '99', 'A0', 'C1']);
/**
 * 批结算: what is owed first, then the totals of each open batch; where they differ, every transaction of it. Each
 * step is a row, so that whatever stops it, the next try goes on from there.
 */
export function* settle(progress: SettlementProgress): Flow<Settled> {
  yield* progress.step('owedFirst');
  return yield* withBank(
    () => settleInTurn(progress),
    (event) => progress.meanwhile(event),
  );
}

function* settleInTurn(progress: SettlementProgress): Flow<Settled> {
  const ready = yield* makeReady((event) => progress.meanwhile(event));
  if (ready.type === 'notReady') {
    const { result } = ready;
    return stopped(result.type === 'noAnswer' ? result.fault : result.answer.responseCode);
  }
  yield* deliverAdvices();
  if (yield* advicesWait()) return stopped('adviceOwed');
  const batches = openBatches(yield* facts());
  for (const batch of batches.length === 0 ? [yield* batchNumber()] : batches) {
    const end = yield* settleBatch(batch, progress);
    if (end.type === 'stopped') return end;
  }
  return { type: 'closed' };
}

const stopped = (fault: string): Stopped => ({ type: 'stopped', fault });

/** Advices whose number is here: one without it can never be sent, and must not hold the day up. */
function* advicesWait(): Flow<boolean> {
  for (const { request } of owedItems(yield* facts(), 'advice'))
    if ((yield* openNumber(request.card.token)) !== undefined) return true;
  return false;
}

/** Batches in which something was sent and that are not closed, oldest first. */
export const openBatches = (now: Facts): readonly number[] =>
  counter<readonly number[]>(now, 'unsettledBatches') ?? [];

/** What the bank has booked in a batch. */
export function batchOf(batch: number, now: Facts): readonly BatchTransaction[] {
  const holds = now.documents.find('hold', batchKey(batch)).map(({ body }) => body as Hold);
  const taken = (holdId: string, stan: number): boolean =>
    now.documents.get('outbox', `advice-${holdId}-${stan}`)?.state === 'done';
  return transactionsOf(batch, holds, taken);
}

function* settleBatch(batch: number, progress: SettlementProgress): Flow<Settled> {
  const begun = counter<OpenSettlement>(yield* facts(), 'settlement');
  let balanced = begun?.batch === batch ? begun.balanced : undefined;
  if (balanced === undefined) {
    yield* progress.step('compare');
    const compared = yield* compare(batch, progress);
    if (compared.type === 'stopped') return compared;
    balanced = compared.balanced;
  }
  let sent: Sent = { type: 'sent', uploaded: 0, withoutNumber: 0 };
  const hasChips = batchOf(batch, yield* facts()).some(({ chip }) => chip !== undefined);
  if (!balanced || hasChips) {
    yield* progress.step('upload');
    const end = yield* upload(batch, balanced, progress);
    if (end.type === 'stopped') return end;
    sent = end;
  }
  const now = yield* facts();
  const current = yield* batchNumber();
  const day = dayTotals(batchOf(batch, now), now.config.acquirer.currency);
  const { uploaded, withoutNumber } = sent;
  const { bank, notTaken } = counter<OpenSettlement>(now, 'settlement') ?? {};
  yield* append({
    events: [
      {
        kind: 'settlement.closed',
        batch,
        nextBatch: current === batch ? batchAfter(batch) : current,
        balanced,
        day,
        uploaded,
        withoutNumber,
        ...(bank === undefined ? {} : { bank }),
        ...(notTaken === undefined ? {} : { notTaken }),
      },
    ],
  });
  return { type: 'closed' };
}

type Compared = { readonly type: 'compared'; readonly balanced: boolean } | Stopped;

/** 0500 with the totals as they are now; after 77, 99, A0, C1 it signs in and asks once more. */
function* compare(batch: number, progress: SettlementProgress): Flow<Compared> {
  let asked = yield* compareOnce(batch, progress);
  if (asked.type === 'stopped' && signInAgain.has(asked.fault)) {
    const ready = yield* signIn((event) => progress.meanwhile(event));
    if (ready.type === 'ready') asked = yield* compareOnce(batch, progress);
  }
  return asked;
}

function* compareOnce(batch: number, progress: SettlementProgress): Flow<Compared> {
  const now = yield* facts();
  const totals = settlementTotals(batchOf(batch, now));
  const { currency } = now.config.acquirer;
  const answer = yield* ask(
    (stan) => ({ kind: 'settlement', stan, batch, totals }),
    [{ kind: 'settlement.begun', batch, totals }],
    // A bank that does not say that the totals agree gets the whole batch.
    (answer) => [{ kind: 'settlement.answered', batch, ...compared(totals, answer, currency) }],
    progress,
  );
  if (answer.type === 'stopped') return answer;
  return { type: 'compared', balanced: answer.answer.balanced ?? false };
}

/** What the bank compared; its own figures where it says them. */
function compared(
  ours: SettlementTotals,
  { balanced = false, totals }: HostAnswer,
  currency: CurrencyCode,
): { readonly balanced: boolean; readonly bank?: Total } {
  if (balanced || totals === undefined) return { balanced };
  const [bank, own] = [chargedIn(totals, currency), chargedIn(ours, currency)];
  const same = bank.count === own.count && bank.total.minorUnits === own.total.minorUnits;
  return same ? { balanced } : { balanced, bank };
}

type Asked = { readonly type: 'answered'; readonly answer: HostAnswer } | Stopped;
export type SettlementRequest = Extract<HostRequest, { kind: 'settlement' | 'upload' }>;

/**
 * One message: its row first, and the row of its answer together with what follows from an approval. One that was
 * written before and never answered (`unansweredStan`) has its row: the bank may have it, and must not count it twice.
 */
export function* ask(
  build: (stan: number) => SettlementRequest,
  before: readonly DomainEvent[],
  after: (answer: HostAnswer) => readonly DomainEvent[],
  progress: SettlementProgress,
  more: {
    readonly unansweredStan?: number | undefined;
    /** What follows from a refusal. */
    readonly refused?: (responseCode: string) => readonly DomainEvent[];
  } = {},
): Flow<Asked> {
  const { unansweredStan, refused = () => [] } = more;
  const request = build(unansweredStan ?? (yield* nextStan()));
  const { kind: what, stan, batch } = request;
  if (unansweredStan === undefined)
    yield* append({ events: [{ kind: 'bank.requested', what, stan, batch }, ...before] });
  const result = yield* askHost(request, (event) => progress.meanwhile(event));
  if (result.type === 'noAnswer') return stopped(result.fault);
  const { answer } = result;
  const { responseCode, approved, balanced } = answer;
  yield* append({
    events: [
      {
        kind: 'bank.answered',
        what,
        stan,
        responseCode,
        ...(balanced === undefined ? {} : { balanced }),
      },
      ...(approved ? after(answer) : refused(responseCode)),
    ],
  });
  return approved ? { type: 'answered', answer } : stopped(responseCode);
}
