import { inspectionOf, waitingTasks } from '../care/inspection.ts';
import type { Incident } from '../incident/incident.ts';
import type { Hold } from '../preauth/hold.ts';
import { lacksNumber } from '../preauth/rules.ts';
import type { Cause } from '../recovery/evidence.ts';
import { type DayTotals, dayTotals, type Total } from '../settlement/batch.ts';
import type { ClosedBatch, DayReport, ListedHold } from '../settlement/events.ts';
import type { LastBackup, LastSettlement } from '../settlement/projector.ts';
import { dueCases, unfinishedCases } from './case-due.ts';
import { differingBatches } from './differing.ts';
import { append, type Facts, type Flow, uuid } from './flow.ts';
import {
  counter,
  daysLeftOf,
  incidents,
  named,
  openHolds,
  stuckWithoutNumber,
  sumOf,
} from './queries.ts';
import { batchOf, openBatches } from './settle.ts';
import type { DayFacts } from './view/day.ts';

/** Lines of open holds on a slip; the rest is in the list on the screen. */
const listedHolds = 40;

/** What has happened since the last settlement. */
export const totalsOfDay = (now: Facts): DayTotals =>
  dayTotals(
    openBatches(now).flatMap((batch) => batchOf(batch, now)),
    now.config.acquirer.currency,
  );

function openTotal(now: Facts): Total {
  const holds = openHolds(now);
  const amounts = holds.map(({ amount }) => amount);
  return { count: holds.length, total: sumOf(amounts, now) };
}

/** Open holds with at most so many days left; 0 is today. */
const expiringWithin = (days: number, now: Facts): number =>
  openHolds(now).filter((hold) => daysLeftOf(hold, now) <= days).length;

/** Holds that ended by themselves after this moment: their money went back to the guest. */
const expiredSince = (since: number, now: Facts): readonly Hold[] =>
  now.documents
    .list('hold', ['expired'])
    .map(({ body }) => body as Hold)
    .filter(({ history }) => history.some((one) => one.what === 'expired' && one.atMs > since));

/** Open holds, charges and reversals that need their card number first. */
const withoutNumber = (now: Facts): number =>
  openHolds(now).filter(lacksNumber).length + stuckWithoutNumber(now).length;

const lastDayMs = (now: Facts): number => counter<LastSettlement>(now, 'lastSettlement')?.atMs ?? 0;

/** What must not be forgotten of this day: the screens of the report and of the end of day say it alike. */
export function dayFacts(now: Facts): DayFacts {
  const backup = counter<LastBackup>(now, 'backup');
  return {
    open: openTotal(now),
    expiringToday: expiringWithin(0, now),
    expiringSoon: expiringWithin(3, now),
    expired: expiredSince(lastDayMs(now), now).length,
    withoutNumber: withoutNumber(now),
    cases: caseCounts(lastDayMs(now), now),
    ...(backup === undefined ? {} : { backupAtMs: backup.atMs }),
  };
}

/** Cases since this moment, and every one that is still open. */
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
    readonly expiredSince?: number;
    readonly batches: readonly ClosedBatch[];
    readonly checkpoint?: string;
  },
): DayReport {
  const cases = casesSince(more.since, now);
  const expired = expiredSince(more.expiredSince ?? lastDayMs(now), now);
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
    expired: {
      count: expired.length,
      holds: expired.slice(-listedHolds).map((hold) => listed(hold, now)),
    },
    withoutNumber: withoutNumber(now),
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
