import { brandOf } from '../card/brand.ts';
import type { Config } from '../config/schema.ts';
import { localTime } from '../desk/time.ts';
import type { Party } from '../incident/events.ts';
import type { Incident } from '../incident/incident.ts';
import { followUpText } from '../incident/words.ts';
import { formatMoney } from '../money.ts';
import type { Hold } from '../preauth/hold.ts';
import { causes, ends, remedies, results, states, stepNames, titles } from '../receipt/texts.ts';
import type { Diagnosis, Evidence } from '../recovery/evidence.ts';
import { partyReads, type ReportField } from './fields.ts';
import { secondsToWayOut } from './way-out.ts';
import type { ReportLanguage } from './words.ts';

/** What a report is made of: one case, the hold it led to, and the terminal it happened at. */
export type ReportSources = {
  readonly incident: Incident;
  readonly hold?: Hold | undefined;
  readonly config: Config;
  readonly version: string;
  readonly said: SaidWords;
};

/** The words of the screens for what was found, and for what speaks for it. */
export type SaidWords = {
  readonly finding: (language: ReportLanguage, finding: Diagnosis['finding']) => string;
  readonly evidence: (language: ReportLanguage, evidence: Evidence) => string;
};

/** One line of a report; several values where there are several. */
export type ReportValue = { readonly field: ReportField; readonly values: readonly string[] };

/** What this party needs of a case, in the order of the table; what is not known is left out. */
export function caseReport(
  sources: ReportSources,
  party: Party,
  language: ReportLanguage,
): readonly ReportValue[] {
  return partyReads(party)
    .map((field) => ({ field, values: valuesOf[field](sources, language) }))
    .filter(({ values }) => values.length > 0);
}

type Value = (sources: ReportSources, language: ReportLanguage) => readonly string[];

/** One or nothing. */
const maybe = (value: string | undefined): readonly string[] =>
  value === undefined || value === '' ? [] : [value];

/** `2026-11-23 14:02`, the shop's clock. */
export function momentText(ms: number, { timeZone }: Config): string {
  const { yymmdd, time } = localTime(ms, timeZone);
  const [year, month, day] = yymmdd.match(/../g) ?? [];
  const [hour, minute] = time.match(/../g) ?? [];
  return `20${year}-${month}-${day} ${hour}:${minute}`;
}

const valuesOf: Readonly<Record<ReportField, Value>> = {
  ticket: ({ incident }) => [incident.ticket],
  merchant: ({ config }, language) => [config.merchant.name[language]],
  merchantId: ({ config }) => [config.merchant.merchantId.trim()],
  terminalId: ({ config }) => [config.merchant.terminalId.trim()],
  desk: ({ config }) => maybe(config.merchant.desk),
  profile: ({ config }) => [config.profile],
  version: ({ version }) => [version],
  operator: ({ incident }) => [incident.operator],
  openedAt: ({ incident, config }) => [momentText(incident.openedAtMs, config)],
  resolvedAt: ({ incident: { resolvedAtMs }, config }) =>
    resolvedAtMs === undefined ? [] : [momentText(resolvedAtMs, config)],
  minutesToWayOut: ({ incident }) => {
    const seconds = secondsToWayOut(incident);
    return seconds === undefined ? [] : [String(Math.round(seconds / 60))];
  },
  amount: ({ incident }) => [formatMoney(incident.amount)],
  note: ({ incident }) => maybe(incident.note),
  cause: ({ incident }, language) => [causes[incident.diagnosis.cause][language]],
  finding: ({ incident, said }, language) => [said.finding(language, incident.diagnosis.finding)],
  code: ({ incident }) => [incident.diagnosis.code],
  evidence: ({ incident, said }, language) =>
    incident.evidence.slice(0, mostEvidence).map((one) => said.evidence(language, one)),
  ways: ({ incident }, language) =>
    incident.timeline.flatMap(({ what, remedy, end }) =>
      what !== 'way' || remedy === undefined || end === undefined
        ? []
        : [`${remedies[remedy][language]}: ${ends[end][language]}`],
    ),
  result: ({ incident: { result } }, language) => maybe(result && results[result][language]),
  state: ({ incident }, language) => [states[incident.state][language]],
  brand: ({ hold }) => maybe(brandOf(hold?.card?.maskedPan ?? '')?.name),
  maskedPan: ({ hold }) => maybe(hold?.card?.maskedPan),
  last4: ({ hold }) => maybe(hold?.card?.last4),
  authorisationCode: ({ hold }) => maybe(hold?.original?.authorisationCode),
  traces: ({ hold }) =>
    (hold?.history ?? []).flatMap(({ what, slip }) =>
      slip === undefined ? [] : [[what, slip.batch, slip.stan, slip.rrn].filter(Boolean).join(' ')],
    ),
  deposit: ({ incident: { deposit } }) =>
    deposit === undefined ? [] : [`${formatMoney(deposit.amount)} ${deposit.how}`],
  timeline: (sources, language) => sources.incident.timeline.map(lineText(sources, language)),
};

const mostEvidence = 40;

/** For machines: what speaks for the cause, as the terminal keeps it. */
export const evidenceCodes = ({ incident }: ReportSources): readonly string[] =>
  incident.evidence.slice(0, mostEvidence).map(evidenceCode);

/** `stripeFailed tries=3 parityErrors=7`: names and figures that need no translation. */
function evidenceCode({ type, ...facts }: Evidence): string {
  const told = Object.entries(facts).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string'
      ? [`${name}=${String(value).slice(0, 60)}`]
      : [],
  );
  return [type, ...told].join(' ');
}

const lineText =
  ({ config }: ReportSources, language: ReportLanguage) =>
  ({ atMs, dueAtMs, ...line }: Incident['timeline'][number]): string => {
    const until = dueAtMs === undefined ? undefined : momentText(dueAtMs, config);
    const details = [
      line.remedy && remedies[line.remedy][language],
      line.end && ends[line.end][language],
      line.result && results[line.result][language],
      line.document && titles[line.document][language],
      line.text,
    ].filter((detail) => detail !== undefined && detail !== '');
    const said =
      followUpText(line, language, until) ??
      [stepNames[line.what][language], ...details].join(', ');
    return `${momentText(atMs, config)} ${said}`;
  };
