import { contactsOf } from '../care/contacts.ts';
import { type Situation, stepsOf } from '../care/plan.ts';
import type { Config } from '../config/schema.ts';
import { localTime } from '../desk/time.ts';
import type { Incident } from '../incident/incident.ts';
import type { DocumentReader } from '../journal/documents.ts';
import type { EventOf, WaySlipKind } from '../journal/events.ts';
import { type HistoryEntry, type Hold, isTransaction } from '../preauth/hold.ts';
import { daysLeft } from '../preauth/rules.ts';
import { sentenceForCustomer } from '../recovery/sentences.ts';
import type { DayReport, ListedHold } from '../settlement/events.ts';
import type { Certificate } from '../training/events.ts';
import type {
  CertificateSlip,
  DaySlip,
  IncidentSlip,
  PlanSlip,
  SlipFacts,
  SlipHead,
  SlipMoment,
  TransactionSlip,
  WaySlip,
} from './facts.ts';
import { formatFullSlipCode, formatSlipCode } from './slip-code.ts';

export type ComposeOptions = {
  readonly documents: DocumentReader;
  readonly config: Config;
  readonly simulated: boolean;
  /** Of the terminal of an exercise. */
  readonly training?: true;
};

/**
 * The facts of a queued slip, from the documents alone: printing it twice says the same. Undefined when what it
 * speaks of is not there.
 */
export function composeSlip(slipId: string, options: ComposeOptions): SlipFacts | undefined {
  const document = options.documents.get('slip', slipId);
  if (document === undefined) return undefined;
  const queued = document.body as EventOf<'slip.queued'>;
  const head = headOf(options, document.state !== 'queued');
  if (queued.copy === 'incident') {
    const incident = options.documents.get('incident', queued.incidentId ?? '')?.body;
    return incident === undefined ? undefined : incidentSlip(incident as Incident, head, options);
  }
  if (queued.copy === 'plan') return queued.situation && planSlip(queued.situation, head, options);
  if (queued.copy === 'day')
    return (
      queued.day &&
      daySlip(queued.of === 'endOfDay' ? 'endOfDay' : 'report', queued.day, head, options)
    );
  if (queued.copy === 'certificate')
    return queued.certificate && certificateSlip(queued.certificate, head, options);
  if (queued.of === 'deposit' || queued.of === 'emergency' || queued.of === 'refusal') {
    const incident = options.documents.get('incident', queued.incidentId ?? '')?.body;
    if (incident === undefined) return undefined;
    return waySlip(incident as Incident, queued.of, queued.copy, head, options);
  }
  const hold = options.documents.get('hold', queued.holdId ?? '')?.body as Hold | undefined;
  const entry = hold?.history.find(({ slip }) => slip !== undefined && slip.stan === queued.stan);
  if (hold === undefined || entry === undefined) return undefined;
  return transactionSlip(hold, entry, queued.copy, head, options);
}

const headOf = ({ config, simulated, training }: ComposeOptions, reprint: boolean): SlipHead => ({
  merchantName: config.merchant.name,
  merchantId: config.merchant.merchantId,
  terminalId: config.merchant.terminalId,
  desk: config.merchant.desk,
  simulated,
  training: training === true,
  reprint,
});

function momentOf(atMs: number, { config }: ComposeOptions): SlipMoment {
  const { yymmdd, time } = localTime(atMs, config.timeZone);
  const pairs = (text: string, separator: string) => (text.match(/../g) ?? []).join(separator);
  return { date: `20${pairs(yymmdd, '-')}`, time: pairs(time, ':') };
}

function transactionSlip(
  hold: Hold,
  { atMs, what, amount, slip }: HistoryEntry,
  copy: 'customer' | 'merchant',
  head: SlipHead,
  options: ComposeOptions,
): TransactionSlip | undefined {
  if (slip === undefined || !isTransaction(what)) return undefined;
  return {
    ...head,
    of: what,
    copy,
    holdId: hold.holdId,
    code: codeOf(hold, atMs),
    card: {
      maskedPan: hold.card?.maskedPan ?? '',
      ...(hold.label === '' ? {} : { label: hold.label }),
      posEntryMode: slip.posEntryMode,
      ...(hold.how === 'cardAbsent' && what === 'preauth' ? { absent: true } : {}),
      ...(hold.card?.panSequenceNumber === undefined
        ? {}
        : { panSequenceNumber: hold.card.panSequenceNumber }),
    },
    amount,
    at: momentOf(atMs, options),
    operator: slip.operator,
    ...(slip.supervisor === undefined ? {} : { supervisor: slip.supervisor }),
    batch: slip.batch,
    stan: slip.stan,
    ...(slip.rrn === undefined ? {} : { rrn: slip.rrn }),
    ...(slip.authorisationCode === undefined ? {} : { authorisationCode: slip.authorisationCode }),
    ...(what === 'preauth' || what === 'offlineAdvice' ? {} : originalOf(hold)),
    ...(what === 'preauth' || what === 'increment' ? heldUntil(hold, atMs, options) : {}),
    ...(slip.emv === undefined ? {} : { emv: slip.emv }),
    signatureWanted: slip.signatureWanted,
    ...(hold.note === undefined ? {} : { note: hold.note }),
  };
}

/** What another terminal needs of the hold as it stood then: its cumulative amount grows with each increment. */
function codeOf({ holdId, original, card, history }: Hold, atMs: number): string {
  if (original?.authorisationCode === undefined || card === undefined)
    return formatSlipCode(holdId);
  const minorUnits = history
    .filter(
      (entry) => entry.atMs <= atMs && ['preauth', 'increment', 'registered'].includes(entry.what),
    )
    .reduce((sum, { amount }) => sum + amount.minorUnits, 0);
  const { batch, authorisationCode } = original;
  return formatFullSlipCode({ holdId, authorisationCode, minorUnits, last4: card.last4, batch });
}

const originalOf = ({ original, history }: Hold): Pick<TransactionSlip, 'original'> =>
  original === undefined
    ? {}
    : {
        original: {
          batch: original.batch,
          stan: original.stan,
          date: original.date,
          ...(original.authorisationCode === undefined
            ? {}
            : { authorisationCode: original.authorisationCode }),
          ...(history[0] === undefined ? {} : { amount: history[0].amount }),
        },
      };

function heldUntil(hold: Hold, atMs: number, options: ComposeOptions) {
  if (hold.validUntilMs === undefined) return {};
  const dayOf = (ms: number) => localTime(ms, options.config.timeZone).day;
  const days = daysLeft(hold.validUntilMs, atMs, dayOf);
  return { heldUntil: { date: momentOf(hold.validUntilMs, options).date, days } };
}

function daySlip(
  of: DaySlip['of'],
  { atMs, backupAtMs, openHolds, expired, ...day }: DayReport,
  head: SlipHead,
  options: ComposeOptions,
): DaySlip {
  const dated = (holds: readonly ListedHold[]): DaySlip['openHolds'] =>
    holds.map(({ validUntilMs, ...hold }) => ({
      ...hold,
      ...(validUntilMs === undefined ? {} : { until: momentOf(validUntilMs, options).date }),
    }));
  return {
    ...head,
    ...day,
    of,
    at: momentOf(atMs, options),
    openHolds: dated(openHolds),
    ...(expired === undefined
      ? {}
      : { expired: { count: expired.count, holds: dated(expired.holds) } }),
    ...(backupAtMs === undefined ? {} : { backupAt: momentOf(backupAtMs, options) }),
  };
}

function certificateSlip(
  { atMs, validUntilMs, ...certificate }: Certificate,
  head: SlipHead,
  options: ComposeOptions,
): CertificateSlip {
  return {
    ...head,
    ...certificate,
    of: 'certificate',
    at: momentOf(atMs, options),
    validUntil: momentOf(validUntilMs, options).date,
  };
}

const planSlip = (
  situation: Situation,
  head: SlipHead,
  { config, documents }: ComposeOptions,
): PlanSlip => ({
  ...head,
  of: 'emergencyPlan',
  situation,
  steps: stepsOf(situation, config),
  contacts: contactsOf(config, documents).filter(({ phone }) => phone !== ''),
});

function waySlip(
  incident: Incident,
  of: WaySlipKind,
  copy: WaySlip['copy'],
  head: SlipHead,
  options: ComposeOptions,
): WaySlip {
  const { deposit } = incident;
  return {
    ...head,
    of,
    copy,
    incidentId: incident.incidentId,
    ticket: incident.ticket,
    at: momentOf(deposit?.atMs ?? incident.openedAtMs, options),
    amount: deposit?.amount ?? incident.amount,
    operator: incident.operator,
    ...(incident.note === undefined ? {} : { note: incident.note }),
    sentence: sentenceForCustomer[incident.diagnosis.cause],
    ...(deposit === undefined
      ? {}
      : {
          deposit: {
            how: deposit.how,
            receivedBy: deposit.operator,
            supervisor: deposit.supervisor,
          },
        }),
  };
}

function incidentSlip(incident: Incident, head: SlipHead, options: ComposeOptions): IncidentSlip {
  return {
    ...head,
    of: 'incident',
    ticket: incident.ticket,
    at: momentOf(incident.openedAtMs, options),
    amount: incident.amount,
    operator: incident.operator,
    ...(incident.note === undefined ? {} : { note: incident.note }),
    cause: incident.diagnosis.cause,
    code: incident.diagnosis.code,
    state: incident.state,
    ...(incident.result === undefined ? {} : { result: incident.result }),
    steps: incident.timeline.map(({ atMs, finding: _, dueAtMs, ...step }) => ({
      ...step,
      at: momentOf(atMs, options),
      ...(dueAtMs === undefined ? {} : { until: momentOf(dueAtMs, options) }),
    })),
  };
}
