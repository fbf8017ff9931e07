import type { BulletinProblem } from '#src/bulletin/events.ts';
import type { BulletinKind } from '#src/bulletin/format.ts';
import type { BulletinState } from '#src/bulletin/kept.ts';

/** Words about what banks, the vendor and the head office announce. */
export type BulletinTexts = {
  readonly title: string;
  readonly none: string;
  readonly look: string;
  readonly looking: (seconds: number) => string;
  readonly looked: (taken: number) => string;
  readonly failed: (because: string) => string;
  readonly refused: (file: string, problem: string) => string;
  readonly problem: Readonly<Record<BulletinProblem, string>>;
  readonly kind: Readonly<Record<BulletinKind, string>>;
  readonly state: Readonly<Record<BulletinState, string>>;
  readonly unread: string;
  readonly from: (name: string, number: number) => string;
  readonly period: (from: string, until: string | undefined) => string;
  /** A rule and what it becomes. */
  readonly change: {
    readonly validityDays: (days: number) => readonly [string, string];
    readonly completionLimitPercent: (percent: number) => readonly [string, string];
    readonly maximumHold: (amount: string) => readonly [string, string];
    readonly defaultHotline: (phone: string) => readonly [string, string];
    readonly newCards: (banks: number) => readonly [string, string];
  };
  readonly bins: (first: string, more: number) => string;
  readonly understood: string;
  readonly close: string;
};
