import type { TransactionKind } from '../journal/events.ts';
import type { Hold } from '../preauth/hold.ts';
import type { DayTotals } from '../settlement/batch.ts';
import { actionOf } from './amount.ts';
import { causesOf, dayReport, printDay } from './day-report.ts';
import { showEndOfDay } from './end-of-day.ts';
import { type Facts, type Flow, facts, show, wait } from './flow.ts';
import { incidents, sumOf } from './queries.ts';

/** 报表: cases by cause, and what was held, completed and cancelled; the way to the end of the day. */
export function* showReport(): Flow<void> {
  for (;;) {
    const now = yield* facts();
    const totals = allTotals(now);
    const byCause = causesOf(incidents(now));
    const cases = byCause.reduce((sum, { count }) => sum + count, 0);
    yield* show({ name: 'report', cases, byCause, ...totals });
    const action = actionOf(yield* wait());
    if (action?.type === 'back' || action?.type === 'cancel') return;
    if (action?.type === 'go' && action.to === 'endOfDay') yield* showEndOfDay();
    if (action?.type === 'print')
      yield* printDay('report', dayReport(totals, yield* facts(), { since: 0, batches: [] }));
  }
}

function allTotals(now: Facts): DayTotals {
  return {
    held: total(now, ['preauth', 'increment']),
    completed: total(now, ['completion', 'completionAdvice', 'offlineAdvice']),
    cancelled: total(now, ['cancellation', 'completionVoid']),
  };
}

function total(now: Facts, kinds: readonly TransactionKind[]) {
  const entries = now.documents
    .list('hold')
    .flatMap(({ body }) => (body as Hold).history)
    .filter(({ what }) => kinds.includes(what as TransactionKind));
  return {
    count: entries.length,
    total: sumOf(
      entries.map(({ amount }) => amount),
      now,
    ),
  };
}
