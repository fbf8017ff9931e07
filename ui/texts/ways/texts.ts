import type { GuideAnswer, GuidePage, SettingsRow } from '#src/desk/view/ways.ts';
import type { ScreenOf } from '#src/desk/view.ts';
import type { Finding, Remedy, RemedyKind } from '#src/recovery/evidence.ts';

type By<K extends string, T = string> = Readonly<Record<K, T>>;

/** What a page of a way says: its name, what to do, and the large button where there are no rows. */
export type GuideWords = {
  readonly title: string;
  readonly text?: string;
  readonly go?: string;
};

/** The words of the ways out: their names, what they cost, and the pages that walk them. */
export type WaysTexts = {
  readonly ways: {
    readonly title: string;
    readonly stop: string;
    readonly stopLater: string;
    readonly typingRefused: By<ScreenOf<'ways'>['typingRefused']>;
    readonly more: (page: number, pages: number) => string;
  };
  /** On the large button, two lines at most. */
  readonly remedy: (kind: RemedyKind, finding: Finding) => string;
  readonly way: By<RemedyKind>;
  /** On a button that shares its row. */
  readonly wayShort: By<RemedyKind>;
  readonly wayDone: (kind: RemedyKind, finding: Finding) => string;
  /** How long it takes and what it comes to. */
  readonly wayCost: (remedy: Remedy) => string;
  /** Who must agree, and who carries the risk; empty when nobody and as with any hold. */
  readonly wayTerms: (remedy: Remedy) => string;
  readonly waitTitle: (finding: Finding) => string;
  readonly guide: {
    readonly page: By<GuidePage, GuideWords>;
    readonly answer: By<GuideAnswer>;
    readonly step: (at: number, of: number) => string;
    readonly code: (figure: string) => string;
    readonly due: (stamp: string) => string;
    readonly figure: (page: GuidePage, figure: string) => string;
    readonly anyCard: string;
    readonly print: string;
  };
  readonly settingsCheck: {
    readonly title: string;
    readonly item: By<SettingsRow['item']>;
    readonly well: (is: string) => string;
    readonly withWho: (what: string, who: string) => string;
    readonly becomes: (is: string, becomes: string) => string;
    readonly signInFirst: string;
    readonly who: By<SettingsRow['who']>;
    readonly repair: string;
    readonly go: string;
  };
};
