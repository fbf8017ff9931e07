import type { Cause } from '../../recovery/evidence.ts';
import type { Counted } from '../../report/week.ts';
import type { DayTotals } from '../../settlement/batch.ts';
import type { DayFacts } from './day.ts';

export const reportTabs = ['totals', 'cause', 'device', 'week'] as const;
export type ReportTab = (typeof reportTabs)[number];

/** What became of an export; the stick alone may be missing. */
export type Saving = 'running' | 'done' | 'doneWithStick' | 'stickMissing' | 'failed';

export type ReportScreen = DayTotals & {
  readonly name: 'report';
  readonly tab: ReportTab;
  /** Cases of this month (1 to 12), and of the month before it. */
  readonly month: number;
  readonly cases: number;
  readonly casesBefore: number;
  readonly byCause: readonly { readonly cause: Cause; readonly count: number }[];
  readonly byTerminal: readonly Counted[];
  readonly byOperator: readonly Counted[];
  readonly byBrand: readonly Counted[];
  /** The last weeks, oldest first: `2026-W48`. */
  readonly weeks: readonly Counted[];
  /** Of this week. */
  readonly lostHolds: number;
  readonly medianSeconds?: number;
  /** Of the first tab. */
  readonly day: DayFacts;
  readonly saving?: Saving;
};

export type ReportAction =
  | { readonly type: 'tab'; readonly tab: ReportTab }
  | { readonly type: 'export' };
