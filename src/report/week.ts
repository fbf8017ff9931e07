import { brandOf } from '../card/brand.ts';
import { localTime } from '../desk/time.ts';
import type { Incident } from '../incident/incident.ts';
import { isFinished } from '../incident/machine.ts';
import type { Hold } from '../preauth/hold.ts';
import type { Cause } from '../recovery/evidence.ts';
import type { TrainingSummary } from '../training/records.ts';
import { isLost, secondsToWayOut } from './way-out.ts';

/** How many cases fall to one name. */
export type Counted = { readonly name: string; readonly count: number };

/** An assessment 考核 that was taken in the week. */
export type Assessed = {
  readonly operator: string;
  readonly percent: number;
  readonly passed: boolean;
};

/** A week of cases, ISO 8601: Monday to Sunday by the shop's clock. */
export type WeekSummary = {
  /** `2026-W48`. */
  readonly week: string;
  /** `2026-11-23`, both included. */
  readonly fromDate: string;
  readonly toDate: string;
  readonly cases: number;
  readonly casesBefore: number;
  readonly byCause: readonly { readonly cause: Cause; readonly count: number }[];
  readonly byTerminal: readonly Counted[];
  readonly byOperator: readonly Counted[];
  /** An empty name: no card was ever known. */
  readonly byBrand: readonly Counted[];
  /** From the first failure to a way out; absent when no case of the week has one. */
  readonly medianSeconds?: number;
  readonly slowestSeconds?: number;
  /** Ended without a hold, a sale or a deposit. */
  readonly lostHolds: number;
  readonly open: number;
  /** Absent in slips that were written before it was counted. */
  readonly training?: {
    readonly assessed: readonly Assessed[];
    /** Exercises of which the newest try lies in the week. */
    readonly exercises: number;
    /** People whose pass has ended by the end of the week. */
    readonly refresherDue: readonly string[];
  };
};

export type WeekSources = {
  readonly incidents: readonly Incident[];
  readonly hold: (holdId: string) => Hold | undefined;
  readonly training: TrainingSummary;
  readonly timeZone: string;
};

const dayMs = 86_400_000;

/** Monday of the week of a day; both are days since 1970, which was a Thursday. */
const mondayOf = (day: number): number => day - ((((day + 3) % 7) + 7) % 7);

const dateText = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** `2026-W48` of a day since 1970: the year is that of its Thursday. */
export function weekOfDay(day: number): string {
  const thursday = mondayOf(day) + 3;
  const year = new Date(thursday * dayMs).getUTCFullYear();
  const firstThursday = mondayOf(Math.floor(Date.UTC(year, 0, 4) / dayMs)) + 3;
  return `${year}-W${String((thursday - firstThursday) / 7 + 1).padStart(2, '0')}`;
}

export const weekOf = (ms: number, timeZone: string): string =>
  weekOfDay(localTime(ms, timeZone).day);

/** The Monday of `2026-W48`, days since 1970; undefined for a week that is none. */
export function parseWeek(week: string): number | undefined {
  const match = /^(\d{4})-W(\d{2})$/.exec(week);
  if (match === null) return undefined;
  const monday = mondayOf(Math.floor(Date.UTC(Number(match[1]), 0, 4) / dayMs));
  const found = monday + (Number(match[2]) - 1) * 7;
  return weekOfDay(found) === week ? found : undefined;
}

/** The week that begins with this Monday. */
export function weekSummary(monday: number, sources: WeekSources): WeekSummary {
  const { incidents, hold, timeZone } = sources;
  const within = (from: number): readonly Incident[] =>
    incidents.filter(({ openedAtMs }) => {
      // The calendar is asked only near the week: it costs far more than a comparison.
      if (openedAtMs < (from - 1) * dayMs || openedAtMs > (from + 8) * dayMs) return false;
      const { day } = localTime(openedAtMs, timeZone);
      return day >= from && day < from + 7;
    });
  const cases = within(monday);
  const took = cases.flatMap((one) => secondsToWayOut(one) ?? []).sort((a, b) => a - b);
  const median = took[Math.floor((took.length - 1) / 2)];
  const slowest = took.at(-1);
  return {
    week: weekOfDay(monday),
    fromDate: dateText(monday),
    toDate: dateText(monday + 6),
    cases: cases.length,
    casesBefore: within(monday - 7).length,
    byCause: countBy(cases, ({ diagnosis }) => diagnosis.cause).map(([cause, count]) => ({
      cause,
      count,
    })),
    byTerminal: named(countBy(cases, ({ incidentId }) => incidentId.split('-')[0] ?? '')),
    byOperator: named(countBy(cases, ({ operator }) => operator)),
    byBrand: named(countBy(cases, (one) => brandName(one, hold))),
    ...(median === undefined ? {} : { medianSeconds: median }),
    ...(slowest === undefined ? {} : { slowestSeconds: slowest }),
    lostHolds: cases.filter(isLost).length,
    open: cases.filter(({ state }) => !isFinished(state)).length,
    training: trainingOf(monday, sources),
  };
}

function trainingOf(
  monday: number,
  { training, timeZone }: WeekSources,
): NonNullable<WeekSummary['training']> {
  const dayOf = (ms: number): number => localTime(ms, timeZone).day;
  const within = (ms: number): boolean => dayOf(ms) >= monday && dayOf(ms) < monday + 7;
  const { assessments, exercises } = training;
  return {
    assessed: assessments
      .filter(({ atMs }) => within(atMs))
      .map(({ operator, percent, passed }) => ({ operator, percent, passed })),
    exercises: exercises.filter(({ lastAtMs }) => within(lastAtMs)).length,
    refresherDue: assessments
      .filter(({ validUntilMs }) => validUntilMs !== undefined && dayOf(validUntilMs) < monday + 7)
      .map(({ operator }) => operator),
  };
}

/** Of the card that the case ended with, where one is known. */
function brandName({ holdId }: Incident, hold: WeekSources['hold']): string {
  const card = holdId === undefined ? undefined : hold(holdId)?.card;
  return brandOf(card?.maskedPan ?? '')?.name ?? '';
}

const named = (counted: readonly (readonly [string, number])[]): readonly Counted[] =>
  counted.map(([name, count]) => ({ name, count }));

/** Most first, then by name, so that the same cases give the same order. */
export function countBy<K extends string>(
  cases: readonly Incident[],
  keyOf: (incident: Incident) => K,
): readonly (readonly [K, number])[] {
  const counts = new Map<K, number>();
  for (const incident of cases) {
    const key = keyOf(incident);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
