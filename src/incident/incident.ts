import type { DomainEvent, EventOf, IncidentResult } from '../journal/events.ts';
import { formatMoney, type Money } from '../money.ts';
import type { Diagnosis, Evidence, RemedyKind } from '../recovery/evidence.ts';

export type IncidentState = 'open' | 'resolved' | 'closed';

export type IncidentLine = {
  readonly atMs: number;
  readonly what: 'opened' | 'tried' | 'way' | 'call' | 'note' | 'linked' | 'resolved' | 'closed';
  readonly finding?: Diagnosis['finding'];
  readonly remedy?: RemedyKind;
  readonly end?: 'done' | 'failed' | 'givenUp';
  readonly result?: IncidentResult;
  readonly text?: string;
};

/** A case: from the first failed read to its closing with a result. A projection of the journal. */
export type Incident = {
  readonly incidentId: string;
  /** `1123-07`: the day and the number of that day. */
  readonly ticket: string;
  readonly state: IncidentState;
  readonly openedAtMs: number;
  readonly amount: Money;
  readonly note?: string;
  readonly operator: string;
  readonly diagnosis: Diagnosis;
  readonly evidence: readonly Evidence[];
  readonly timeline: readonly IncidentLine[];
  /** The way that is being tried, or led to the result. */
  readonly way?: RemedyKind;
  readonly result?: IncidentResult;
  readonly resolvedAtMs?: number;
  readonly holdId?: string;
  readonly deposit?: Deposit;
};

/** Money taken in place of a hold. */
export type Deposit = {
  readonly amount: Money;
  readonly how: 'cash' | 'transfer';
  readonly operator: string;
  readonly supervisor: string;
  readonly atMs: number;
};

export type IncidentEvent = Extract<
  DomainEvent,
  { incidentId: string; kind: `incident.${string}` }
>;

export const isIncidentEvent = (event: DomainEvent): event is IncidentEvent =>
  event.kind.startsWith('incident.');

export function openIncident(
  event: EventOf<'incident.opened'>,
  atMs: number,
  ticket: string,
): Incident {
  return {
    incidentId: event.incidentId,
    ticket,
    state: 'open',
    openedAtMs: atMs,
    amount: event.amount,
    ...(event.note === undefined ? {} : { note: event.note }),
    operator: event.operator,
    diagnosis: event.diagnosis,
    evidence: event.diagnosis.because,
    timeline: [{ atMs, what: 'opened', finding: event.diagnosis.finding }],
  };
}

/** One row onto a case. A closed case changes no more. */
export function continueIncident(
  incident: Incident,
  event: Exclude<IncidentEvent, EventOf<'incident.opened'>>,
  atMs: number,
): Incident {
  if (incident.state === 'closed') return incident;
  const line = (entry: Omit<IncidentLine, 'atMs'>): readonly IncidentLine[] => [
    ...incident.timeline,
    { atMs, ...entry },
  ];
  switch (event.kind) {
    case 'incident.evidence':
      return {
        ...incident,
        diagnosis: event.diagnosis,
        evidence: [...incident.evidence, event.evidence],
        timeline: line({ what: 'tried', finding: event.diagnosis.finding }),
      };
    case 'incident.remedyStarted':
      return { ...incident, way: event.remedy, timeline: line(wayLine(event)) };
    case 'incident.remedyEnded':
      return { ...incident, timeline: line(wayLine(event)) };
    case 'incident.depositTaken': {
      const { amount, how, operator, supervisor } = event;
      const deposit = { amount, how, operator, supervisor, atMs };
      return { ...incident, deposit, timeline: line(wayLine(event)) };
    }
    case 'incident.call':
      return { ...incident, timeline: line({ what: 'call', text: callText(event) }) };
    case 'incident.note':
      return { ...incident, timeline: line({ what: 'note', text: event.text }) };
    case 'incident.linked':
      return { ...incident, holdId: event.holdId, timeline: line({ what: 'linked' }) };
    case 'incident.resolved':
      return {
        ...incident,
        state: 'resolved',
        result: event.result,
        resolvedAtMs: atMs,
        timeline: line({ what: 'resolved', result: event.result }),
      };
    case 'incident.closed':
      return {
        ...incident,
        state: 'closed',
        result: event.result,
        resolvedAtMs: incident.resolvedAtMs ?? atMs,
        timeline: line({ what: 'closed', result: event.result }),
      };
    default:
      return event satisfies never;
  }
}

type WayEvent = EventOf<
  'incident.remedyStarted' | 'incident.remedyEnded' | 'incident.depositTaken'
>;

function wayLine(event: WayEvent): Omit<IncidentLine, 'atMs'> {
  if (event.kind === 'incident.depositTaken') {
    const { amount, operator, supervisor } = event;
    const text = `${formatMoney(amount)}, ${operator}, ${supervisor}`;
    return { what: 'way', remedy: 'cashDeposit', text };
  }
  if (event.kind === 'incident.remedyStarted') return { what: 'way', remedy: event.remedy };
  const { remedy, end, detail } = event;
  return { what: 'way', remedy, end, ...(detail === undefined ? {} : { text: detail }) };
}

const callText = (event: EventOf<'incident.call'>): string =>
  [event.bank, event.hotline, event.agent, event.authorisationCode].filter(Boolean).join(' · ');
