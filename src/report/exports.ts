import type { ReportFolder, ReportsWritten } from '#hal/reports/contract.ts';
import type { Config } from '../config/schema.ts';
import type { Personal } from '../contact/personal.ts';
import type { Language } from '../desk/view.ts';
import type { Party } from '../incident/events.ts';
import type { Incident } from '../incident/incident.ts';
import type { DocumentReader } from '../journal/documents.ts';
import type { Hold } from '../preauth/hold.ts';
import { trainingSummary } from '../training/records.ts';
import { momentText, type SaidWords } from './case-report.ts';
import { customerJson } from './customer-report.ts';
import {
  caseFile,
  type ReportFile,
  type ReportFormat,
  reportFormats,
  weekFile,
} from './document.ts';
import { parseWeek, weekSummary } from './week.ts';

export type ReportWish =
  | { readonly type: 'case'; readonly incidentId: string; readonly party: Party }
  /** All that is kept of a case's customer; JSON alone, and on the device alone. */
  | { readonly type: 'customer'; readonly incidentId: string }
  /** `2026-W48`. */
  | { readonly type: 'week'; readonly week: string };

/** Reports of what the documents say: as files, and for whoever asks. */
export interface Reports {
  /** Every format of each wish; nothing for what is not there. Throws `reports.notWritten`. */
  export(wishes: readonly ReportWish[]): Promise<ReportsWritten>;
  /** One of them; undefined when what it speaks of is not there. */
  one(wish: ReportWish, format: ReportFormat): Promise<Uint8Array | undefined>;
}

type Options = {
  readonly documents: DocumentReader;
  readonly config: Config;
  readonly version: string;
  readonly simulated: boolean;
  readonly now: () => number;
  readonly personal: Personal;
  readonly said: SaidWords;
};

const customerFile = (incidentId: string): string => `customer-${incidentId}.json`;

/** Erasing what a customer gave takes away the file that was made of it, too. */
export function erasingFiles(personal: Personal, folder: ReportFolder): Personal {
  return {
    ...personal,
    destroy(caseId) {
      folder.remove(customerFile(caseId));
      personal.destroy(caseId);
    },
  };
}

/** A report in one format, in the language of the screen. */
export function composeReport(
  wish: ReportWish,
  format: ReportFormat,
  options: Options,
): ReportFile | undefined {
  const { documents, config, simulated } = options;
  const set = documents.get('counter', 'language')?.body as Language | undefined;
  const language = set ?? config.language;
  const holdOf = (holdId: string) => documents.get('hold', holdId)?.body as Hold | undefined;
  const nowMs = options.now();
  if (wish.type === 'case') {
    const incident = documents.get('incident', wish.incidentId)?.body as Incident | undefined;
    if (incident === undefined) return undefined;
    const hold = incident.holdId === undefined ? undefined : holdOf(incident.holdId);
    return caseFile({ incident, hold, ...options, nowMs }, wish.party, format, language);
  }
  if (wish.type === 'customer') {
    const incident = documents.get('incident', wish.incidentId)?.body as Incident | undefined;
    if (incident === undefined || format !== 'json') return undefined;
    const text = customerJson(incident, options.personal, nowMs);
    return { name: customerFile(wish.incidentId), format, text, stays: true };
  }
  const monday = parseWeek(wish.week);
  if (monday === undefined) return undefined;
  const incidents = documents.list('incident').map(({ body }) => body as Incident);
  const week = weekSummary(monday, {
    incidents,
    hold: holdOf,
    training: trainingSummary(documents),
    timeZone: config.timeZone,
  });
  const madeAt = momentText(nowMs, config);
  return weekFile(week, format, language, {
    merchant: config.merchant.name[language],
    simulated,
    madeAt,
  });
}

export function openReports(options: Options & { readonly folder: ReportFolder }): Reports {
  const { folder } = options;
  return {
    async export(wishes) {
      const files = wishes.flatMap((wish) =>
        reportFormats.flatMap((format) => composeReport(wish, format, options) ?? []),
      );
      return folder.write(files);
    },
    async one(wish, format) {
      const file = composeReport(wish, format, options);
      return file === undefined ? undefined : folder.bytes(file);
    },
  };
}
