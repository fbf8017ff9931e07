import type { Incident } from '../incident/incident.ts';
import type { IncidentResult } from '../journal/events.ts';
import { actionOf } from './amount.ts';
import { append, type Flow, facts, show, wait } from './flow.ts';
import { holdOf, incidentOf, incidents } from './queries.ts';
import { printCase } from './slips.ts';

/** 待处理: open cases first, then the rest, newest first. */
export function* showCases(): Flow<void> {
  for (;;) {
    const now = yield* facts();
    const rank = ({ state }: Incident): number => ['open', 'resolved', 'closed'].indexOf(state);
    const rows = incidents(now).toSorted(
      (a, b) => rank(a) - rank(b) || b.openedAtMs - a.openedAtMs,
    );
    yield* show({
      name: 'cases',
      rows: rows.slice(0, 200).map((incident) => ({
        ...noteOf(incident),
        incidentId: incident.incidentId,
        ticket: incident.ticket,
        atMs: incident.openedAtMs,
        amount: incident.amount,
        cause: incident.diagnosis.cause,
        finding: incident.diagnosis.finding,
        state: incident.state,
        ...(incident.result === undefined ? {} : { result: incident.result }),
      })),
    });
    const action = actionOf(yield* wait());
    if (action?.type === 'openCase') yield* showCase(action.incidentId);
    if (action?.type === 'back' || action?.type === 'cancel') return;
  }
}

const noteOf = ({ note }: Incident) => (note === undefined ? {} : { note });

/** One case: its timeline, and the step that ends it; a result is needed to close. */
export function* showCase(incidentId: string): Flow<void> {
  let closing = false;
  for (;;) {
    const now = yield* facts();
    const incident = incidentOf(now, incidentId);
    if (incident === undefined) return;
    const hold = incident.holdId === undefined ? undefined : holdOf(now, incident.holdId);
    yield* show({
      name: 'case',
      ...noteOf(incident),
      ...(hold?.card === undefined ? {} : { last4: hold.card.last4 }),
      incidentId,
      ticket: incident.ticket,
      amount: incident.amount,
      state: incident.state,
      diagnosis: incident.diagnosis,
      timeline: incident.timeline,
      ...(incident.result === undefined ? {} : { result: incident.result }),
      ...(closing ? { closing: resultsFor(incident) } : {}),
    });
    const action = actionOf(yield* wait());
    switch (action?.type) {
      case 'close':
      case 'primary':
      case 'enter':
        if (incident.state === 'closed') return;
        if (incident.result === undefined) closing = true;
        else yield* close(incidentId, incident.result);
        break;
      case 'closeWith':
        if (closing && resultsFor(incident).includes(action.result))
          yield* close(incidentId, action.result);
        closing = false;
        break;
      case 'print':
        yield* printCase(incidentId);
        break;
      case 'back':
      case 'cancel':
        if (!closing) return;
        closing = false;
        break;
    }
  }
}

function* close(incidentId: string, result: IncidentResult): Flow<void> {
  const { operator } = yield* facts();
  yield* append({ events: [{ kind: 'incident.closed', incidentId, result, operator }] });
}

/** A case that led to a hold or a sale already has its result; the others are closed with what the shop says. */
function resultsFor({ result, diagnosis }: Incident): readonly IncidentResult[] {
  if (result !== undefined) return [result];
  const kept: readonly IncidentResult[] = diagnosis.finding === 'keepCard' ? ['cardKept'] : [];
  return [...kept, 'noHold', 'customerLeft', 'held', 'other'];
}
