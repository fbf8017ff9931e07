import { type CustomerSide, continueContact, nobody } from '../contact/contact.ts';
import type { Channel, ContactEvent, ContactKind, Template } from '../contact/events.ts';
import type { DomainEvent, EventOf, IncidentResult } from '../journal/events.ts';
import { formatMoney, type Money } from '../money.ts';
import type { Diagnosis, Evidence, RemedyKind } from '../recovery/evidence.ts';
import { contactLine, isContactEvent } from './contact-lines.ts';
import type {
  CaseDocument,
  FollowUpEvent,
  Lesson,
  Party,
  Phrase,
  ReopenReason,
  SpokenOutcome,
  WaitedFor,
} from './events.ts';
import { type CaseEvent, caseTransitions, type IncidentState } from './machine.ts';

/** How a message stands, as a line of the timeline says it. */
export type MessageEnd =
  | 'queued'
  | 'sent'
  | 'refused'
  | 'notSent'
  | 'unknown'
  | 'givenUp'
  | 'delivered'
  | 'undelivered';

/** One line of a case's timeline. */
export type IncidentLine = {
  readonly atMs: number;
  readonly what:
    | 'opened'
    | 'tried'
    | 'way'
    | 'call'
    | 'note'
    | 'linked'
    | 'resolved'
    | 'closed'
    | 'waiting'
    | 'cameBack'
    | 'phrase'
    | 'spoken'
    | 'reported'
    | 'lesson'
    | 'reopened'
    | 'document'
    | 'contact'
    | 'erased'
    | 'message'
    | 'answer';
  readonly who?: WaitedFor;
  readonly how?: 'phone' | 'here';
  readonly outcome?: SpokenOutcome;
  readonly phrase?: Phrase;
  readonly dueAtMs?: number;
  readonly party?: Party;
  readonly lesson?: Lesson;
  readonly why?: ReopenReason;
  readonly document?: CaseDocument;
  readonly contact?: ContactKind;
  /** What tells two addresses apart. */
  readonly masked?: string;
  readonly channel?: Channel;
  readonly template?: Template;
  readonly messageEnd?: MessageEnd;
  /** Sealed: only the case's own screen opens it. */
  readonly sealed?: string;
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
  /** While it waits: for whom, and from when on it is overdue. */
  readonly waiting?: { readonly who: WaitedFor; readonly dueAtMs: number };
  readonly reportedTo?: readonly Party[];
  readonly lesson?: Lesson;
  readonly customer?: CustomerSide;
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

type Continuing = Exclude<IncidentEvent, EventOf<'incident.opened'>>;

/** The column of the machine that a row stands in. */
const columnOf: Readonly<Record<Continuing['kind'], CaseEvent>> = {
  'incident.evidence': 'tried',
  'incident.remedyStarted': 'tried',
  'incident.remedyEnded': 'tried',
  'incident.depositTaken': 'tried',
  'incident.call': 'told',
  'incident.note': 'told',
  'incident.linked': 'told',
  'incident.phrase': 'told',
  'incident.spoken': 'told',
  'incident.lesson': 'told',
  'incident.waiting': 'waiting',
  'incident.cameBack': 'cameBack',
  'incident.resolved': 'resolved',
  'incident.reported': 'reported',
  'incident.closed': 'closed',
  'incident.reopened': 'reopened',
  'incident.contactGiven': 'told',
  'incident.contactErased': 'told',
  'incident.messageQueued': 'told',
  'incident.messageTried': 'told',
  'incident.messageEnded': 'told',
  'incident.messageReported': 'told',
  'incident.messageAnswered': 'told',
};

/** One row onto a case: what the machine refuses leaves it as it was. */
export function continueIncident(incident: Incident, event: Continuing, atMs: number): Incident {
  const state = caseTransitions[incident.state][columnOf[event.kind]];
  if (state === undefined) return incident;
  const { waiting, result, resolvedAtMs, ...rest } = incident;
  const ended = event.kind === 'incident.reopened' ? {} : endOf({ result, resolvedAtMs });
  return {
    ...rest,
    ...ended,
    ...(state === 'waiting' && waiting !== undefined ? { waiting } : {}),
    ...changeOf(incident, event, atMs),
    state,
    timeline: [...incident.timeline, ...linesOf(incident, event, atMs)],
  };
}

/** A try alone is no line: its end is. */
function linesOf(incident: Incident, event: Continuing, atMs: number): readonly IncidentLine[] {
  if (event.kind === 'incident.messageTried') return [];
  const line = isContactEvent(event) ? contactLine(incident, event) : lineOf(event);
  return [{ atMs, ...line }];
}

/** The result of a case, while it has one: a case that is opened again has none. */
const endOf = ({
  result,
  resolvedAtMs,
}: {
  readonly [K in 'result' | 'resolvedAtMs']: Incident[K] | undefined;
}): Pick<Incident, 'result' | 'resolvedAtMs'> => ({
  ...(result === undefined ? {} : { result }),
  ...(resolvedAtMs === undefined ? {} : { resolvedAtMs }),
});

/** A slip that was queued for a case stands in its timeline. */
export function addDocument(incident: Incident, document: CaseDocument, atMs: number): Incident {
  if (caseTransitions[incident.state].told === undefined) return incident;
  return { ...incident, timeline: [...incident.timeline, { atMs, what: 'document', document }] };
}

/** What a row changes of a case beside its state and its timeline. */
function changeOf(incident: Incident, event: Continuing, atMs: number): Partial<Incident> {
  switch (event.kind) {
    case 'incident.evidence':
      return { diagnosis: event.diagnosis, evidence: [...incident.evidence, event.evidence] };
    case 'incident.remedyStarted':
      return { way: event.remedy };
    case 'incident.depositTaken': {
      const { amount, how, operator, supervisor } = event;
      return { deposit: { amount, how, operator, supervisor, atMs } };
    }
    case 'incident.linked':
      return { holdId: event.holdId };
    case 'incident.waiting':
      return { waiting: { who: event.waitsFor, dueAtMs: event.dueAtMs } };
    case 'incident.reported':
      return { reportedTo: [...new Set([...(incident.reportedTo ?? []), event.party])] };
    case 'incident.lesson':
      return { lesson: event.lesson };
    case 'incident.contactGiven':
    case 'incident.contactErased':
    case 'incident.messageQueued':
    case 'incident.messageTried':
    case 'incident.messageEnded':
    case 'incident.messageReported':
    case 'incident.messageAnswered':
      return { customer: continueContact(incident.customer ?? nobody, event, atMs) };
    case 'incident.resolved':
      return { result: event.result, resolvedAtMs: atMs };
    case 'incident.closed':
      return { result: event.result, resolvedAtMs: incident.resolvedAtMs ?? atMs };
    default:
      return {};
  }
}

function lineOf(event: Exclude<Continuing, ContactEvent>): Omit<IncidentLine, 'atMs'> {
  switch (event.kind) {
    case 'incident.evidence':
      return { what: 'tried', finding: event.diagnosis.finding };
    case 'incident.remedyStarted':
    case 'incident.remedyEnded':
    case 'incident.depositTaken':
      return wayLine(event);
    case 'incident.call':
      return { what: 'call', text: callText(event) };
    case 'incident.note':
      return { what: 'note', text: event.text };
    case 'incident.linked':
      return { what: 'linked' };
    case 'incident.resolved':
      return { what: 'resolved', result: event.result };
    case 'incident.closed':
      return { what: 'closed', result: event.result };
    default:
      return followUpLine(event);
  }
}

function followUpLine(event: Extract<Continuing, FollowUpEvent>): Omit<IncidentLine, 'atMs'> {
  switch (event.kind) {
    case 'incident.waiting':
      return { what: 'waiting', who: event.waitsFor, dueAtMs: event.dueAtMs };
    case 'incident.cameBack':
      return { what: 'cameBack' };
    case 'incident.phrase': {
      const { phrase, figure } = event;
      return { what: 'phrase', phrase, ...(figure === undefined ? {} : { text: figure }) };
    }
    case 'incident.spoken':
      return { what: 'spoken', who: event.who, how: event.how, outcome: event.outcome };
    case 'incident.reported':
      return { what: 'reported', party: event.party };
    case 'incident.lesson':
      return { what: 'lesson', lesson: event.lesson };
    case 'incident.reopened':
      return { what: 'reopened', why: event.why };
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
