import { sumOfDays } from '../settlement/batch.ts';
import { type ClosedBatch, isAgreed } from '../settlement/events.ts';
import type { LastSettlement, OpenSettlement } from '../settlement/projector.ts';
import { actionOf } from './amount.ts';
import { dayFacts, dayReport, printDay, totalsOfDay } from './day-report.ts';
import { differingBatches, showDiffering } from './differing.ts';
import { checkpoint, type Facts, type Flow, facts, show, tone, wait } from './flow.ts';
import { showHolds } from './holds.ts';
import { counter, owedItems } from './queries.ts';
import { settle } from './settle.ts';
import { SettlementProgress } from './settlement-progress.ts';
import { slipsState } from './slips.ts';
import { backUp } from './upkeep.ts';
import type { ScreenOf } from './view.ts';

/** 日结: what the day was, then settlement, backup and slip. */
export function* showEndOfDay(): Flow<void> {
  for (;;) {
    yield* show(screenOf(yield* facts()));
    const action = actionOf(yield* wait((yield* facts()).nowMs + 20_000));
    if (action?.type === 'back' || action?.type === 'cancel') return;
    if (action?.type === 'go' && action.to === 'holds') yield* showHolds();
    if (action?.type === 'go' && action.to === 'differing') yield* showDiffering();
    if (action?.type !== 'primary' && action?.type !== 'enter') continue;
    if (yield* closeDay()) return;
  }
}

/** After a power cut in the middle of it: goes on where it was, before anything else is begun. */
export function* resumeDay(): Flow<void> {
  const now = yield* facts();
  const begun = counter<OpenSettlement>(now, 'settlement') !== undefined;
  if (begun || closedBatches(now).length > 0) yield* closeDay();
}

/** Settles until it is done or left for later; true when the day is closed. */
function* closeDay(): Flow<boolean> {
  for (;;) {
    const since = counter<LastSettlement>(yield* facts(), 'lastSettlement')?.atMs ?? 0;
    const progress = new SettlementProgress();
    const left = closedBatches(yield* facts());
    const begun = counter<OpenSettlement>(yield* facts(), 'settlement') !== undefined;
    // Closed at the bank before the power went: only the backup and the slip are missing.
    const end = left.length > 0 && !begun ? closed : yield* settle(progress);
    if (end.type === 'closed') {
      yield* finish(progress, left.length > 0 && !begun ? 0 : since);
      return true;
    }
    if (!(yield* askAgain(end.fault))) return false;
  }
}

const closed = { type: 'closed' } as const;

const closedBatches = (now: Facts): readonly ClosedBatch[] =>
  counter<readonly ClosedBatch[]>(now, 'closedBatches') ?? [];

/** Backup, checkpoint and slip of a settled day; leaves by the cashier's touch. */
function* finish(progress: SettlementProgress, since: number): Flow<void> {
  yield* progress.step('backUp');
  const kept = yield* backUp('settlement', (event) => progress.meanwhile(event));
  const code = yield* checkpoint();
  const now = yield* facts();
  const batches = closedBatches(now);
  const totals = sumOfDays(
    batches.map(({ day }) => day),
    now.config.acquirer.currency,
  );
  const slipId = yield* printDay(
    'endOfDay',
    dayReport(totals, now, { since, expiredSince: since, batches, checkpoint: code }),
  );
  yield* tone('ok');
  for (;;) {
    yield* show({
      name: 'day-closed',
      batch: batches.at(-1)?.batch ?? 0,
      balanced: batches.every(({ balanced }) => balanced),
      completed: totals.completed,
      withoutNumber: batches.reduce((sum, { withoutNumber }) => sum + withoutNumber, 0),
      ...differenceOf(batches),
      checkpoint: code,
      backup: kept ? 'done' : 'failed',
      print: slipsState(yield* facts(), [slipId]),
    });
    const action = actionOf(yield* wait());
    if (action?.type === 'print') yield { type: 'print', slipId };
    if (action !== undefined && ['primary', 'enter', 'back', 'cancel'].includes(action.type))
      return;
  }
}

/** Of the first batch that the bank has otherwise: the evening rarely closes two. */
function differenceOf(
  batches: readonly ClosedBatch[],
): Pick<ScreenOf<'day-closed'>, 'bank' | 'notTaken'> {
  const differs = batches.find((batch) => !isAgreed(batch));
  return {
    ...(differs?.bank === undefined ? {} : { bank: differs.bank }),
    ...(differs?.notTaken === undefined ? {} : { notTaken: true }),
  };
}

/** It stopped: what that means, and whether to try again now. */
function* askAgain(fault: string): Flow<boolean> {
  yield* tone('warning');
  for (;;) {
    const now = yield* facts();
    const begun = counter<OpenSettlement>(now, 'settlement') !== undefined;
    yield* show({
      name: 'notice',
      notice: { type: 'settlementStopped', fault, begun },
      primary: 'tryAgain',
      cardIn: now.cardIn,
    });
    const action = actionOf(yield* wait());
    if (action?.type === 'primary' || action?.type === 'enter') return true;
    if (action?.type === 'back' || action?.type === 'cancel') return false;
  }
}

function screenOf(now: Facts): ScreenOf<'end-of-day'> {
  const differing = differingBatches(now).length;
  return {
    name: 'end-of-day',
    ...totalsOfDay(now),
    ...dayFacts(now),
    owed: owedItems(now).filter(({ type }) => type !== 'scriptReport').length,
    begun: counter<OpenSettlement>(now, 'settlement') !== undefined,
    ...(differing === 0 ? {} : { differing }),
  };
}
