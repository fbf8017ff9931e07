import type { Incident } from '../incident/incident.ts';
import type { TransactionKind } from '../journal/events.ts';
import { peopleOf } from '../people/person.ts';
import type { Hold } from '../preauth/hold.ts';
import type { ReportWish } from '../report/exports.ts';
import { weekOfDay, weekSummary } from '../report/week.ts';
import type { DayTotals } from '../settlement/batch.ts';
import { trainingSummary } from '../training/records.ts';
import { actionOf } from './amount.ts';
import { permit } from './authorise.ts';
import { causesOf, dayFacts, dayReport, printDay } from './day-report.ts';
import { showEndOfDay } from './end-of-day.ts';
import { type Facts, type Flow, facts, perform, show, wait } from './flow.ts';
import { showHolds } from './holds.ts';
import { holdOf, incidents, sumOf } from './queries.ts';
import { localTime } from './time.ts';
import type { ReportTab, Saving } from './view/report.ts';
import type { ScreenOf } from './view.ts';

const shownWeeks = 6;
/** This month and the one before it lie within. */
const twoMonthsMs = 63 * 86_400_000;

/** 报表: the money, and cases by cause, device and week; on paper and as files; the way to the end of the day. */
export function* showReport(): Flow<void> {
  let tab: ReportTab = 'totals';
  let saving: Saving | undefined;
  let weeksBack = 0;
  for (;;) {
    yield* show(screenOf(tab, saving, weeksBack, yield* facts()));
    const action = actionOf(yield* wait());
    saving = undefined;
    switch (action?.type) {
      case 'back':
      case 'cancel':
        return;
      case 'tab':
        tab = action.tab;
        break;
      case 'week':
        weeksBack = turned(weeksBack, action.to, yield* facts());
        break;
      case 'go':
        if (action.to === 'endOfDay' && (yield* permit('endOfDay')).allowed) yield* showEndOfDay();
        if (action.to === 'holds' && (yield* permit('completion')).allowed) yield* showHolds();
        break;
      case 'print':
        yield* print(tab, weeksBack);
        break;
      case 'export': {
        const now = yield* facts();
        yield* show(screenOf(tab, 'running', weeksBack, now));
        const days = [0, 7].map((back) => todayOf(now) - 7 * weeksBack - back);
        saving = yield* save(days.map((day) => ({ type: 'week', week: weekOfDay(day) })));
        break;
      }
    }
  }
}

/** Writes reports; what became of it. */
export function* save(wishes: readonly ReportWish[]): Flow<Saving> {
  const done = yield* perform({ type: 'export', wishes });
  if (done.type === 'fault') return 'failed';
  const { secondPlace } = done.written;
  if (secondPlace === 'none') return 'done';
  return secondPlace === 'done' ? 'doneWithStick' : 'stickMissing';
}

const todayOf = ({ nowMs, config }: Facts): number => localTime(nowMs, config.timeZone).day;

function weekOfToday(now: Facts, back: number = 0) {
  const monday = mondayOf(todayOf(now)) - 7 * back;
  const hold = (holdId: string): Hold | undefined => holdOf(now, holdId);
  return weekSummary(monday, {
    incidents: incidents(now),
    hold,
    training: trainingSummary(now.documents),
    timeZone: now.config.timeZone,
  });
}

/** The oldest week that has a case, counted back from this one. */
function oldestOf(now: Facts): number {
  const opened = incidents(now).map(({ openedAtMs }) => openedAtMs);
  const first = localTime(Math.min(now.nowMs, ...opened), now.config.timeZone).day;
  return (mondayOf(todayOf(now)) - mondayOf(first)) / 7;
}

const mondayOf = (day: number): number => day - ((day + 3) % 7);

const turned = (weeksBack: number, to: 'older' | 'newer', now: Facts): number =>
  to === 'older' ? Math.min(oldestOf(now), weeksBack + 1) : Math.max(0, weeksBack - 1);

function* print(tab: ReportTab, weeksBack: number): Flow<void> {
  const now = yield* facts();
  const day = dayReport(allTotals(now), now, { since: 0, batches: [] });
  yield* printDay('report', tab === 'totals' ? day : { ...day, week: weekOfToday(now, weeksBack) });
}

/** `2026-11` of a moment, and of the month before it. */
function monthOf(ms: number, { config }: Facts): string {
  return localTime(ms, config.timeZone).yymmdd.slice(0, 4);
}

function monthBefore(yymm: string): string {
  const month = Number(yymm.slice(2));
  const year = Number(yymm.slice(0, 2));
  const [y, m] = month === 1 ? [year - 1, 12] : [year, month - 1];
  return `${String(y).padStart(2, '0')}${String(m).padStart(2, '0')}`;
}

function screenOf(
  tab: ReportTab,
  saving: Saving | undefined,
  weeksBack: number,
  now: Facts,
): ScreenOf<'report'> {
  const thisMonth = monthOf(now.nowMs, now);
  const recent = incidents(now).filter(({ openedAtMs }) => openedAtMs > now.nowMs - twoMonthsMs);
  const inMonth = (month: string): readonly Incident[] =>
    recent.filter(({ openedAtMs }) => monthOf(openedAtMs, now) === month);
  const cases = inMonth(thisMonth);
  const weeks = Array.from({ length: shownWeeks }, (_, index) =>
    weekOfToday(now, weeksBack + shownWeeks - 1 - index),
  );
  const week = weekOfToday(now, weeksBack);
  const people = peopleOf(now);
  return {
    name: 'report',
    tab,
    month: Number(thisMonth.slice(2)),
    cases: cases.length,
    casesBefore: inMonth(monthBefore(thisMonth)).length,
    byCause: causesOf(cases),
    byTerminal: week.byTerminal,
    byOperator: week.byOperator.map((one) => {
      const said = people.find(({ id }) => id === one.name)?.name;
      return said === undefined ? one : { ...one, said };
    }),
    byBrand: week.byBrand,
    weeks: weeks.map(({ week: name, cases: count, lostHolds: lost, medianSeconds }) => ({
      name,
      count,
      lost,
      ...(medianSeconds === undefined ? {} : { medianSeconds }),
    })),
    week: {
      fromDate: week.fromDate,
      toDate: week.toDate,
      hasOlder: weeksBack < oldestOf(now),
      hasNewer: weeksBack > 0,
    },
    lostHolds: week.lostHolds,
    ...(week.medianSeconds === undefined ? {} : { medianSeconds: week.medianSeconds }),
    ...(saving === undefined ? {} : { saving }),
    day: dayFacts(now),
    ...allTotals(now),
  };
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
