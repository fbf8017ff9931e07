import type { LineJob, LinkNotice } from '#src/desk/view/link.ts';
import type { TableProblem } from '#src/downloads/validate.ts';
import type { NoticeWords } from '../texts.ts';

/** Words for the line to the bank. */
export type LinkTexts = {
  readonly notices: {
    readonly [T in LinkNotice['type']]: (
      notice: Extract<LinkNotice, { type: T }>,
      say: { readonly amount: string },
    ) => NoticeWords;
  };
  readonly title: string;
  readonly job: Readonly<Record<LineJob, string>>;
  readonly seconds: (seconds: number) => string;
  readonly signedIn: string;
  readonly no: string;
  readonly tables: string;
  /** The tables are those that the terminal was delivered with. */
  readonly ownTables: string;
  readonly version: string;
  readonly entries: string;
  readonly counted: (keys: number, applications: number) => string;
  readonly running: string;
  readonly idle: string;
  readonly done: Readonly<Record<LineJob, (tookMs: number) => string>>;
  readonly failed: (because: string) => string;
  readonly refusedWith: (code: string) => string;
  readonly badAnswer: string;
  readonly spoiled: (problem: string) => string;
  readonly problem: Readonly<Record<TableProblem, string>>;
  readonly updateSpoiled: string;
  readonly updatedAt: (stamp: string) => string;
};
