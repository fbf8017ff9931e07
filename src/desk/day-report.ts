import { inspectionOf, waitingTasks } from '../care/inspection.ts';
import type { Incident } from '../incident/incident.ts';
import type { Hold } from '../preauth/hold.ts';
import type { Cause } from '../recovery/evidence.ts';
import { type DayTotals, dayTotals, type Total } from '../settlement/batch.ts';
import type { ClosedBatch, DayReport, ListedHold } from '../settlement/events.ts';
import type { LastBackup, LastSettlement } from '../settlement/projector.ts';
import { dueCases, unfinishedCases } from './case-due.ts';
import { differingBatches } from './differing.ts';
import { append, type Facts, type Flow, uuid } from './flow.ts';
import { counter, daysLeftOf, incidents, named, openHolds, sumOf } from './queries.ts';
import { batchOf, openBatches } from './settle.ts';

/** Lines of open holds on a slip; the rest is in the list on the screen. */
const listedHolds = 40;

/** What has happened since the last settlement. */
export const totalsOfDay = (now: Facts): DayTotals =>
  dayTotals(
    openBatches(now).flatMap((batch) => batchOf(batch, now)),
    now.config.acquirer.currency,
  );

export function openTotal(now: Facts): Total {
  const holds = openHolds(now);
  const amounts = holds.map(({ amount }) => amount);
  return { count: holds.length, total: sumOf(amounts, now) };
}

/** Open holds with at most so many days left; 0 is today. */
export const expiringWithin = (days: number, now: Facts): number =>
  openHolds(now).filter((hold) => daysLeftOf(hold, now) <= days).length;

/** Cases since the last settlement, and every one that is still open. */
export function casesOfDay(now: Facts): DayReport['cases'] {
  const since = counter<LastSettlement>(now, 'lastSettlement')?.atMs ?? 0;
  return caseCounts(since, now);
}

const caseCounts = (since: number, now: Facts): DayReport['cases'] => ({
  count: casesSince(since, now).length,
  open: unfinishedCases(now),
  due: dueCases(now),
});

const casesSince = (since: number, now: Facts): readonly Incident[] =>
  incidents(now).filter(({ openedAtMs }) => openedAtMs > since);

export function causesOf(cases: readonly Incident[]): DayReport['byCause'] {
  const counts = new Map<Cause, number>();
  for (const { diagnosis } of cases)
    counts.set(diagnosis.cause, (counts.get(diagnosis.cause) ?? 0) + 1);
  return [...counts].map(([cause, count]) => ({ cause, count })).sort((a, b) => b.count - a.count);
}

const listed = (hold: Hold, now: Facts): ListedHold => ({
  ...named(hold),
  amount: hold.amount,
  ...(hold.validUntilMs === undefined ? {} : { validUntilMs: hold.validUntilMs }),
  daysLeft: daysLeftOf(hold, now),
});

/** The facts of a slip about the day; `since` limits the cases. */
export function dayReport(
  totals: DayTotals,
  now: Facts,
  more: {
    readonly since: number;
    readonly batches: readonly ClosedBatch[];
    readonly checkpoint?: string;
  },
): DayReport {
  const cases = casesSince(more.since, now);
  const backup = counter<LastBackup>(now, 'backup');
  return {
    ...totals,
    atMs: now.nowMs,
    operator: now.operator,
    open: openTotal(now),
    openHolds: openHolds(now)
      .toSorted((a, b) => daysLeftOf(a, now) - daysLeftOf(b, now))
      .slice(0, listedHolds)
      .map((hold) => listed(hold, now)),
    cases: caseCounts(more.since, now),
    byCause: causesOf(cases),
    ...(backup === undefined ? {} : { backupAtMs: backup.atMs }),
    careWaiting: waitingTasks(inspectionOf(now.config, now.documents, now.nowMs)),
    batches: more.batches,
    ...before(more.batches, now),
    ...(more.checkpoint === undefined ? {} : { checkpoint: more.checkpoint }),
  };
}

/** Batches that differ and are not of this very day. */
function before(today: readonly ClosedBatch[], now: Facts): Pick<DayReport, 'differing'> {
  const closed = new Set(today.map(({ batch }) => batch));
  const differing = differingBatches(now).filter(({ batch }) => !closed.has(batch));
  return differing.length === 0 ? {} : { differing };
}

/** Queued in the journal with all that it says, then printed. */
export function* printDay(of: 'report' | 'endOfDay', day: DayReport): Flow<string> {
  const slipId = yield* uuid();
  yield* append({ events: [{ kind: 'slip.queued', slipId, copy: 'day', of, day }] });
  yield { type: 'print', slipId };
  return slipId;
}
