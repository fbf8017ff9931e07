import type { CaseQuestion, CaseStep, Due, Until } from '#src/desk/view/case.ts';

type By<K extends string, T = string> = Readonly<Record<K, T>>;

/** The words of a case's follow-up. */
export type CaseTexts = {
  readonly question: By<CaseQuestion>;
  readonly step: By<CaseStep>;
  readonly until: By<Until>;
  readonly next: string;
  readonly addNumber: string;
  readonly figure: string;
  readonly save: string;
  /** On a tag: until when, or since when it is overdue. `clock` is `14:00`, `date` is `2 Dec`. */
  readonly due: (due: Due, clock: string, date: string) => string;
  /** The same beside a name in a list: ten characters at most. */
  readonly dueShort: (due: Due, clock: string, date: string) => string;
  readonly dueTile: (count: number) => string;
  readonly overdue: (count: number) => string;
};
