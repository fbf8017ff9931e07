import type { Check, CheckItem, Repair, RepairedBy, SecondPlaceTrouble } from '#src/care/check.ts';
import type { Trouble } from '#src/care/counters.ts';
import type { KnownTask } from '#src/care/inspection.ts';
import type { Channel } from '#src/contact/events.ts';
import type { TaskRow } from '#src/desk/view/care.ts';

type Facts<I extends CheckItem> = Extract<Check, { item: I }>;
type By<K extends string, T = string> = Readonly<Record<K, T>>;

/** How a part stands, in a few words: times and dates arrive formatted. */
export type StatusTexts = {
  readonly title: string;
  readonly checkedAt: (time: string) => string;
  readonly item: By<CheckItem>;
  readonly keysUntil: (month: string) => string;
  readonly keysExpired: (count: number) => string;
  readonly keysDamaged: (count: number) => string;
  readonly lacking: (scheme: string) => string;
  readonly noKeys: string;
  readonly outdated: string;
  readonly wanted: string;
  readonly banks: (facts: Facts<'banks'>) => string;
  readonly merchant: (facts: Facts<'merchant'>) => string;
  readonly line: (well: boolean) => string;
  readonly reader: (well: boolean) => string;
  readonly messagesGood: string;
  /** `trouble`: the driver's short code. */
  readonly messages: (channel: Channel, trouble: string) => string;
  readonly signedInSince: (stamp: string) => string;
  readonly notSignedIn: string;
  readonly clockExact: string;
  readonly clockUnknown: string;
  readonly clockOff: (seconds: number) => string;
  readonly paperThere: string;
  readonly free: (percent: number | undefined) => string;
  readonly backupNone: string;
  readonly backupFailed: string;
  readonly secondPlace: By<SecondPlaceTrouble>;
  readonly drillDone: (ago: string, seconds: number) => string;
  readonly drillNone: string;
  readonly drillFailed: string;
  /** The newest backup is damaged; so long ago the newest good one was taken. */
  readonly drillOlder: (ago: string) => string;
  readonly reads: (count: number) => string;
  /** Reads that did not come well at the first try, before the last cleaning and since. */
  readonly compared: (before: number, now: number) => string;
  readonly cleaning: (why: NonNullable<Facts<'cleaning'>['why']>, now: Trouble) => string;
  readonly weakTrack: (track: number) => string;
  readonly waiting: (count: number) => string;
  readonly nextOn: (date: string) => string;
  readonly versionOld: string;
  readonly updateAsked: string;
  readonly fix: By<Exclude<Repair, 'none'>>;
  /** What only a hand can do. */
  readonly byHand: By<CheckItem>;
  readonly by: By<RepairedBy>;
  readonly repair: (what: string, by: string) => string;
  readonly working: (item: string, seconds: number) => string;
  readonly backUp: string;
  readonly backUpHint: string;
  /** At home: how many parts want something, the first by name. */
  readonly home: (count: number) => string;
};

export type CareTexts = {
  readonly status: StatusTexts;
  readonly inspection: {
    readonly title: string;
    readonly task: By<KnownTask>;
    /** How it is looked at. */
    readonly how: By<KnownTask>;
    readonly ownHow: string;
    readonly when: (row: Pick<TaskRow, 'state' | 'daysLeft' | 'everyDays'>) => string;
    readonly last: (stamp: string, operator: string) => string;
    readonly never: string;
    readonly well: string;
    readonly clean: string;
    readonly trouble: string;
  };
  readonly support: {
    readonly title: string;
    readonly inside: string;
    readonly never: string;
    readonly who: string;
    readonly make: string;
    readonly again: string;
    readonly done: string;
    readonly working: (seconds: number) => string;
    readonly nothingLeft: string;
    readonly size: (kilobytes: number, rows: number) => string;
    readonly place: By<'none' | 'done' | 'failed'>;
  };
  readonly emergency: {
    readonly title: string;
    readonly phones: string;
    readonly noPhone: string;
    readonly print: string;
    readonly typePhone: string;
    readonly save: string;
    /** At home, beside what is missing. */
    readonly whatToDo: string;
  };
};
