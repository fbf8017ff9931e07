import type { ReportTab, Saving } from '#src/desk/view/report.ts';

type By<K extends string, T = string> = Readonly<Record<K, T>>;

/** The words of the charts. */
export type ReportsTexts = {
  /** The month is 1 to 12. */
  readonly title: (month: number) => string;
  /** Beside the large number of cards. */
  readonly cards: (count: number) => string;
  readonly tab: By<ReportTab>;
  readonly export: string;
  readonly saving: By<Saving>;
  /** So many more (negative: fewer) than in the month before. */
  readonly compared: (more: number, month: number) => string;
  readonly byTerminal: string;
  readonly byOperator: string;
  readonly byBrand: string;
  readonly notKnown: string;
  readonly week: (number: string) => string;
  /** A week by its first and last day, `23 Nov`. */
  readonly weekOf: (from: string, to: string) => string;
  /** What the three marks of the chart stand for. */
  readonly legend: { readonly cases: string; readonly lost: string; readonly wayOut: string };
  readonly lost: string;
  readonly wayOut: string;
};
