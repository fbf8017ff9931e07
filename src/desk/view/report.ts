import type { Person } from '../../people/person.ts';
import type { Cause } from '../../recovery/evidence.ts';
import type { Counted } from '../../report/week.ts';
import type { DayTotals } from '../../settlement/batch.ts';
import type { DayFacts } from './day.ts';

type Both = Person['name'];

export const reportTabs = ['totals', 'cause', 'device', 'week'] as const;
export type ReportTab = (typeof reportTabs)[number];

/** What became of an export; the stick alone may be missing. */
export type Saving = 'running' | 'done' | 'doneWithStick' | 'stickMissing' | 'failed';

/** A week: its cases, those that ended without money, and how long a way out took in the middle of them. */
export type ReportedWeek = Counted & {
  readonly lost: number;
  readonly medianSeconds?: number;
};

export type ReportScreen = DayTotals & {
  readonly name: 'report';
  readonly tab: ReportTab;
  /** Cases of this month (1 to 12), and of the month before it. */
  readonly month: number;
  readonly cases: number;
  readonly casesBefore: number;
  readonly byCause: readonly { readonly cause: Cause; readonly count: number }[];
  readonly byTerminal: readonly Counted[];
  /** By the number they sign in with; `said` is their name, where they are known. */
  readonly byOperator: readonly (Counted & { readonly said?: Both })[];
  readonly byBrand: readonly Counted[];
  /** Six weeks, oldest first: `2026-W48`. The last one is the week that is looked at. */
  readonly weeks: readonly ReportedWeek[];
  /** First and last day of the week that is looked at, `2026-11-23`, and whether there are others around it. */
  readonly week: {
    readonly fromDate: string;
    readonly toDate: string;
    readonly hasOlder: boolean;
    readonly hasNewer: boolean;
  };
  /** Of that week. */
  readonly lostHolds: number;
  readonly medianSeconds?: number;
  /** Of the first tab. */
  readonly day: DayFacts;
  readonly saving?: Saving;
};

export type ReportAction =
  | { readonly type: 'tab'; readonly tab: ReportTab }
  | { readonly type: 'week'; readonly to: 'older' | 'newer' }
  | { readonly type: 'export' };
