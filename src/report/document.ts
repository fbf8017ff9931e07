import type { Party } from '../incident/events.ts';
import {
  caseReport,
  evidenceCodes,
  momentText,
  type ReportSources,
  type ReportValue,
} from './case-report.ts';
import { csvText } from './csv.ts';
import { partyReads } from './fields.ts';
import type { WeekSummary } from './week.ts';
import { weekCsv, weekPages } from './week-document.ts';
import { fieldWords, type ReportLanguage, reportTitles, weekWords } from './words.ts';

export const reportFormats = ['pdf', 'json', 'csv'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** A report as pages want it: what a printer of PDF draws, without knowing what it is about. */
export type ReportPages = {
  readonly title: string;
  readonly subtitle: string;
  /** Stands at the foot of every page. */
  readonly foot: string;
  /** Large, across every page: not a real terminal's. */
  readonly mark?: string;
  readonly sections: readonly ReportSection[];
};

export type ReportSection =
  | { readonly type: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  | { readonly type: 'list'; readonly title: string; readonly items: readonly string[] }
  | {
      readonly type: 'bars';
      readonly title: string;
      readonly bars: readonly { readonly name: string; readonly count: number }[];
    };

/** A file that is to be written: text as it stands, or pages to be drawn. */
export type ReportFile = {
  readonly name: string;
  readonly format: ReportFormat;
  /** Holds what a customer gave: never copied to a second place. */
  readonly stays?: true;
} & ({ readonly text: string } | { readonly pages: ReportPages });

const simulatedMark = 'SIMULATED 模拟';

/** One case for one party in one format. */
export function caseFile(
  sources: ReportSources & { readonly simulated: boolean; readonly nowMs: number },
  party: Party,
  format: ReportFormat,
  language: ReportLanguage,
): ReportFile {
  const values = caseReport(sources, party, language);
  const name = `case-${sources.incident.incidentId}-${party}.${format}`;
  if (format === 'json') return { name, format, text: caseJson(values, party, sources) };
  if (format === 'csv') {
    const rows = values.flatMap(({ field, values: all }) =>
      all.map((value) => [field, fieldWords[field][language], value]),
    );
    return { name, format, text: csvText([['field', 'name', 'value'], ...rows]) };
  }
  const { config, nowMs, incident } = sources;
  const single = values.filter(({ values: all }) => all.length === 1);
  const several = values.filter(({ values: all }) => all.length > 1);
  const pages: ReportPages = {
    title: reportTitles[party][language],
    subtitle: `${config.merchant.name[language]} · ${incident.ticket}`,
    foot: `${weekWords.generated[language]} ${momentText(nowMs, config)}`,
    ...(sources.simulated ? { mark: simulatedMark } : {}),
    sections: [
      {
        type: 'facts',
        rows: single.map(({ field, values: all }) => [fieldWords[field][language], all[0] ?? '']),
      },
      ...several.map(({ field, values: items }) => ({
        type: 'list' as const,
        title: fieldWords[field][language],
        items,
      })),
    ],
  };
  return { name, format, pages };
}

function caseJson(
  values: readonly ReportValue[],
  party: Party,
  sources: ReportSources & { simulated: boolean; nowMs: number },
): string {
  const { simulated, nowMs, incident } = sources;
  const fields = Object.fromEntries(
    values.map(({ field, values: all }) => [field, all.length === 1 ? all[0] : all]),
  );
  const { cause, finding, code } = incident.diagnosis;
  const report = {
    type: 'holdfast-case-report',
    version: 1,
    party,
    simulated,
    generatedAt: new Date(nowMs).toISOString(),
    openedAt: new Date(incident.openedAtMs).toISOString(),
    amountMinorUnits: party === 'vendor' ? undefined : incident.amount.minorUnits,
    currency: party === 'vendor' ? undefined : incident.amount.currency,
    causeCode: cause,
    findingCode: finding,
    hotlineCode: code,
    evidenceCodes: partyReads(party).includes('evidence') ? evidenceCodes(sources) : undefined,
    fields,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** A week in one format. */
export function weekFile(
  week: WeekSummary,
  format: ReportFormat,
  language: ReportLanguage,
  about: { readonly merchant: string; readonly simulated: boolean; readonly madeAt: string },
): ReportFile {
  const name = `week-${week.week}.${format}`;
  if (format === 'json') {
    const report = { type: 'holdfast-week', version: 1, simulated: about.simulated, ...week };
    return { name, format, text: `${JSON.stringify(report, null, 2)}\n` };
  }
  if (format === 'csv') return { name, format, text: csvText(weekCsv(week)) };
  const mark = about.simulated ? { mark: simulatedMark } : {};
  return { name, format, pages: { ...weekPages(week, language, about), ...mark } };
}
