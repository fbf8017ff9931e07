import { causes } from '../receipt/texts.ts';
import type { ReportPages } from './document.ts';
import type { Counted, WeekSummary } from './week.ts';
import { type ReportLanguage, weekWords } from './words.ts';

const minutes = (seconds: number): string => (seconds / 60).toFixed(1);

/** A week as pages: its figures, and a chart for each thing that cases are counted by. */
export function weekPages(
  week: WeekSummary,
  language: ReportLanguage,
  about: { readonly merchant: string; readonly madeAt: string },
): ReportPages {
  const word = (key: keyof typeof weekWords): string => weekWords[key][language];
  const bars = (title: keyof typeof weekWords, counted: readonly Counted[]) => ({
    type: 'bars' as const,
    title: word(title),
    bars: counted.map(({ name, count }) => ({
      name: name === '' ? word('unknownBrand') : name,
      count,
    })),
  });
  return {
    title: word('title'),
    subtitle: `${about.merchant} · ${week.week} (${week.fromDate} – ${week.toDate})`,
    foot: `${word('generated')} ${about.madeAt}`,
    sections: [
      {
        type: 'facts',
        rows: [
          [word('cases'), String(week.cases)],
          [word('lastWeek'), String(week.casesBefore)],
          [word('lost'), String(week.lostHolds)],
          [word('open'), String(week.open)],
          ...(week.medianSeconds === undefined
            ? []
            : [[word('medianMinutes'), minutes(week.medianSeconds)] as const]),
          ...(week.slowestSeconds === undefined
            ? []
            : [[word('slowestMinutes'), minutes(week.slowestSeconds)] as const]),
          ...trainingRows(week, language),
        ],
      },
      bars(
        'byCause',
        week.byCause.map(({ cause, count }) => ({ name: causes[cause][language], count })),
      ),
      bars('byTerminal', week.byTerminal),
      bars('byOperator', week.byOperator),
      bars('byBrand', week.byBrand),
    ],
  };
}

/** How the people stand: for the pages and for the slip. Nothing where nobody trained and nobody has to. */
export function trainingRows(
  { training }: WeekSummary,
  language: ReportLanguage,
): readonly (readonly [string, string])[] {
  if (training === undefined) return [];
  const word = (key: keyof typeof weekWords): string => weekWords[key][language];
  const { assessed, exercises, refresherDue } = training;
  const result = (passed: boolean): string => word(passed ? 'passed' : 'failed');
  return [
    ...assessed.map(
      ({ operator, percent, passed }) =>
        [`${word('assessed')} ${operator}`, `${percent} % ${result(passed)}`] as const,
    ),
    ...(exercises === 0 ? [] : [[word('exercises'), String(exercises)] as const]),
    ...(refresherDue.length === 0
      ? []
      : [[word('refresherDue'), refresherDue.join(', ')] as const]),
  ];
}

/** One row a figure: what, of what, how many. */
export function weekCsv(week: WeekSummary): readonly (readonly string[])[] {
  const rows = (what: string, counted: readonly Counted[]) =>
    counted.map(({ name, count }) => [what, name, String(count)]);
  return [
    ['what', 'name', 'value'],
    ['week', '', week.week],
    ['from', '', week.fromDate],
    ['to', '', week.toDate],
    ['cases', '', String(week.cases)],
    ['casesBefore', '', String(week.casesBefore)],
    ['lostHolds', '', String(week.lostHolds)],
    ['open', '', String(week.open)],
    ['medianSeconds', '', String(week.medianSeconds ?? '')],
    ['slowestSeconds', '', String(week.slowestSeconds ?? '')],
    ...rows(
      'cause',
      week.byCause.map(({ cause, count }) => ({ name: cause, count })),
    ),
    ...rows('terminal', week.byTerminal),
    ...rows('operator', week.byOperator),
    ...rows('brand', week.byBrand),
    ...(week.training?.assessed ?? []).map(({ operator, percent, passed }) => [
      passed ? 'assessmentPassed' : 'assessmentFailed',
      operator,
      String(percent),
    ]),
    ['exercises', '', String(week.training?.exercises ?? '')],
    ...(week.training?.refresherDue ?? []).map((operator) => ['refresherDue', operator, '']),
  ];
}
