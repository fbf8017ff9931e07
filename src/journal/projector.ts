import { projectBulletins } from '../bulletin/projector.ts';
import { projectCare } from '../care/projector.ts';
import { contactKeys } from '../contact/contact.ts';
import { projectDownloads } from '../downloads/projector.ts';
import { projectFraud } from '../fraud/projector.ts';
import { projectHandover } from '../handover/projector.ts';
import type { Incident } from '../incident/incident.ts';
import {
  addDocument,
  continueIncident,
  isIncidentEvent,
  openIncident,
} from '../incident/incident.ts';
import { projectKeys } from '../keys/projector.ts';
import { projectPeople } from '../people/projector.ts';
import type { Hold } from '../preauth/hold.ts';
import { isHoldEvent, step } from '../preauth/machine.ts';
import { projectWays } from '../recovery/projector.ts';
import { projectScriptReport } from '../script-report/projector.ts';
import { batchKey } from '../settlement/batch.ts';
import { projectKeeping } from '../settlement/projector.ts';
import { projectTraining } from '../training/records.ts';
import type { Documents, Projector } from './documents.ts';
import type { DomainEvent, EventOf } from './events.ts';
import { type OutboxItem, outboxId } from './outbox.ts';
import type { JournalRow } from './port.ts';

/** Raised whenever the projector changes what it makes of the same rows. */
export const projectorVersion = 5;

/** Every document is made here from the journal alone, in the transaction of its row. */
export const project: Projector = (documents, row) => {
  projectCounters(documents, row);
  projectHold(documents, row);
  projectOutbox(documents, row);
  projectSlip(documents, row);
  projectIncident(documents, row);
  projectWays(documents, row);
  projectKeeping(documents, row);
  projectScriptReport(documents, row);
  projectDownloads(documents, row);
  projectBulletins(documents, row);
  projectFraud(documents, row);
  projectPeople(documents, row);
  projectCare(documents, row);
  projectHandover(documents, row);
  projectTraining(documents, row);
  projectKeys(documents, row);
};

function putCounter(documents: Documents, id: string, value: unknown): void {
  documents.put('counter', { id, state: '', sort: 0, keys: [], body: value });
}

/** The last STAN taken, the batch, the language: small facts that outlive a restart. */
function projectCounters(documents: Documents, { event }: JournalRow): void {
  if (event.kind === 'transaction.requested') putCounter(documents, 'stan', event.request.stan);
  if (event.kind === 'bank.requested') putCounter(documents, 'stan', event.stan);
  if (event.kind === 'bank.answered' && event.batch !== undefined)
    putCounter(documents, 'batch', event.batch);
  if (event.kind === 'terminal.started') putCounter(documents, 'running', true);
  if (event.kind === 'terminal.stopped') putCounter(documents, 'running', false);
  if (event.kind === 'terminal.settingChanged') putCounter(documents, event.name, event.value);
}

function putHold(documents: Documents, hold: Hold): void {
  documents.put('hold', {
    id: hold.holdId,
    state: hold.state,
    sort: dueMs(hold),
    keys: [
      ...(hold.card === undefined ? [] : [hold.card.lookup]),
      ...(hold.original?.authorisationCode === undefined ? [] : [hold.original.authorisationCode]),
      ...batchesOf(hold),
    ],
    body: hold,
  });
}

const never = 8_640_000_000_000_000;

/** What is due first comes first: the end of the validity; of a charge its own time, until its number is gone. */
function dueMs({ state, shredded, completion, validUntilMs, openedAtMs }: Hold): number {
  if (state === 'completed' && shredded) return never;
  if (state === 'completed' && completion !== undefined) return completion.atMs;
  return validUntilMs ?? openedAtMs;
}

/** The batches in which the bank booked something of this hold: the settlement finds it by them. */
const batchesOf = ({ history }: Hold): Set<string> =>
  new Set(history.flatMap(({ slip }) => (slip === undefined ? [] : [batchKey(slip.batch)])));

function projectHold(documents: Documents, row: JournalRow): void {
  const { event } = row;
  if (!('holdId' in event) || event.holdId === undefined) return;
  const hold = documents.get('hold', event.holdId)?.body as Hold | undefined;
  if (event.kind === 'hold.opened') {
    putHold(documents, {
      holdId: event.holdId,
      state: 'none',
      ...(event.note === undefined ? {} : { note: event.note }),
      how: event.how,
      label: event.label,
      openedAtMs: row.wallMs,
      amount: { minorUnits: 0, currency: '156' },
      history: [],
      shredded: false,
    });
  } else if (event.kind === 'hold.shredded' && hold !== undefined) {
    putHold(documents, { ...hold, shredded: true });
  } else if (event.kind === 'hold.expiryTold' && hold !== undefined) {
    putHold(documents, { ...hold, expiryTold: event.daysBefore });
  } else if (isHoldEvent(event)) {
    const decision = step(hold, event, { atMs: row.wallMs });
    if (decision.type === 'moved') putHold(documents, decision.hold);
  }
}

function putOutbox(documents: Documents, item: OutboxItem): void {
  documents.put('outbox', {
    id: item.id,
    state: item.state,
    sort: item.owedAtMs,
    keys: [item.holdId],
    body: item,
  });
}

const ofType = (event: DomainEvent): OutboxItem['type'] =>
  event.kind.startsWith('advice.') ? 'advice' : 'reversal';

function projectOutbox(documents: Documents, row: JournalRow): void {
  const { event } = row;
  switch (event.kind) {
    case 'transaction.requested':
      if (event.request.kind === 'offlineAdvice' || event.request.kind === 'completionAdvice')
        putOutbox(documents, owed('advice', event.holdId, event.request, row));
      return;
    case 'reversal.owed': {
      const hold = documents.get('hold', event.holdId)?.body as Hold | undefined;
      if (hold?.pending === undefined) return;
      putOutbox(documents, {
        ...owed('reversal', event.holdId, hold.pending, row),
        reason: event.reason,
        why: event.why,
        ...(event.chipData === undefined ? {} : { chipData: event.chipData }),
      });
      return;
    }
    case 'reversal.attempted':
    case 'advice.attempted':
      changeOutbox(documents, event, { attempts: event.attempt });
      return;
    case 'reversal.notSent':
    case 'advice.notSent':
      changeOutbox(documents, event, { attempts: event.attempts });
      return;
    case 'reversal.settled':
    case 'advice.settled':
      changeOutbox(documents, event, { state: 'done' });
      return;
    case 'advice.refused':
      changeOutbox(documents, event, { state: 'refused' });
      return;
    case 'reversal.suspended':
    case 'advice.suspended':
      changeOutbox(documents, event, { state: 'suspended' });
      return;
  }
}

const owed = (
  type: OutboxItem['type'],
  holdId: string,
  request: OutboxItem['request'],
  row: JournalRow,
): OutboxItem => ({
  id: outboxId(type, holdId, request.stan),
  type,
  state: 'owed',
  holdId,
  request,
  attempts: 0,
  owedAtMs: row.wallMs,
});

type OutboxEvent = EventOf<
  | 'reversal.attempted'
  | 'reversal.notSent'
  | 'advice.attempted'
  | 'reversal.settled'
  | 'advice.settled'
  | 'advice.refused'
  | 'reversal.suspended'
  | 'advice.notSent'
  | 'advice.suspended'
>;

function changeOutbox(documents: Documents, event: OutboxEvent, change: Partial<OutboxItem>): void {
  const id = outboxId(ofType(event), event.holdId, event.stan);
  const item = documents.get('outbox', id)?.body as OutboxItem | undefined;
  if (item !== undefined) putOutbox(documents, { ...item, ...change });
}

function projectSlip(documents: Documents, row: JournalRow): void {
  const { event } = row;
  if (event.kind === 'slip.queued') {
    const keys = event.holdId === undefined ? [] : [event.holdId];
    documents.put('slip', { id: event.slipId, state: 'queued', sort: row.seq, keys, body: event });
  } else if (event.kind === 'slip.printed' || event.kind === 'slip.failed') {
    const slip = documents.get('slip', event.slipId);
    if (slip !== undefined)
      documents.put('slip', {
        ...slip,
        state: event.kind === 'slip.printed' ? 'printed' : 'failed',
      });
  }
}

function putIncident(documents: Documents, incident: Incident): void {
  documents.put('incident', {
    id: incident.incidentId,
    state: incident.state,
    sort: -incident.openedAtMs,
    keys: [
      ...(incident.holdId === undefined ? [] : [incident.holdId]),
      ...contactKeys(incident.customer),
    ],
    body: incident,
  });
}

function projectIncident(documents: Documents, row: JournalRow): void {
  const { event } = row;
  if (
    event.kind === 'slip.queued' &&
    event.incidentId !== undefined &&
    event.of !== 'certificate' &&
    event.of !== 'emergencyPlan'
  ) {
    const told = documents.get('incident', event.incidentId)?.body as Incident | undefined;
    if (told !== undefined) putIncident(documents, addDocument(told, event.of, row.wallMs));
  }
  if (!isIncidentEvent(event)) return;
  if (event.kind === 'incident.opened') {
    putIncident(
      documents,
      openIncident(event, row.wallMs, event.incidentId.split('-').slice(-2).join('-')),
    );
    return;
  }
  const incident = documents.get('incident', event.incidentId)?.body as Incident | undefined;
  if (incident !== undefined) putIncident(documents, continueIncident(incident, event, row.wallMs));
}
