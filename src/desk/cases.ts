import type { Incident, IncidentLine } from '../incident/incident.ts';
import type { IncidentResult } from '../journal/events.ts';
import { lacksNumber } from '../preauth/rules.ts';
import { actionOf } from './amount.ts';
import { permit } from './authorise.ts';
import { byUrgency, dueOf, isAnswered } from './case-due.ts';
import { chooseStep, learnLesson, namedCase } from './case-steps.ts';
import { append, type Facts, type Flow, facts, openPersonal, show, wait } from './flow.ts';
import { giveNumber } from './number-later.ts';
import { holdOf, incidentOf, incidents } from './queries.ts';
import { printCase } from './slips.ts';
import type { CaseRow, ScreenOf } from './view.ts';

const shownCases = 200;

/** 待处理: what is overdue first, then what is open, then the rest. */
export function* showCases(): Flow<void> {
  for (;;) {
    const now = yield* facts();
    const rows = byUrgency(incidents(now), now)
      .slice(0, shownCases)
      .map((incident) => rowOf(incident, now));
    yield* show({ name: 'cases', rows });
    const action = actionOf(yield* wait());
    if (action?.type === 'openCase') yield* showCase(action.incidentId);
    if (action?.type === 'back' || action?.type === 'cancel') return;
  }
}

function rowOf(incident: Incident, now: Facts): CaseRow {
  const due = dueOf(incident, now);
  return {
    ...(incident.note === undefined ? {} : { note: incident.note }),
    incidentId: incident.incidentId,
    ticket: incident.ticket,
    atMs: incident.openedAtMs,
    amount: incident.amount,
    cause: incident.diagnosis.cause,
    finding: incident.diagnosis.finding,
    state: incident.state,
    ...(due === undefined ? {} : { due }),
    ...(isAnswered(incident) ? { answered: true } : {}),
    ...(incident.result === undefined ? {} : { result: incident.result }),
  };
}

/** The hold of a case waits for its number. */
function wantsNumber({ holdId, state }: Incident, now: Facts): boolean {
  const hold = holdId === undefined ? undefined : holdOf(now, holdId);
  return state !== 'closed' && hold !== undefined && lacksNumber(hold);
}

function screenOf(incident: Incident, now: Facts, closing: boolean): ScreenOf<'case'> {
  const due = dueOf(incident, now);
  return {
    name: 'case',
    ...namedCase(incident, now),
    incidentId: incident.incidentId,
    ticket: incident.ticket,
    amount: incident.amount,
    state: incident.state,
    diagnosis: incident.diagnosis,
    timeline: incident.timeline,
    wantsNumber: wantsNumber(incident, now),
    ...(incident.waiting === undefined ? {} : { waitsFor: incident.waiting.who }),
    ...(due === undefined ? {} : { due }),
    ...(incident.result === undefined ? {} : { result: incident.result }),
    ...(closing ? { closing: resultsFor(incident) } : {}),
  };
}

/** One case: its timeline, its next step, and the end; a result is needed to close. */
export function* showCase(incidentId: string): Flow<void> {
  let closing = false;
  for (;;) {
    const now = yield* facts();
    const incident = incidentOf(now, incidentId);
    if (incident === undefined) return;
    const timeline = yield* opened(incident);
    yield* show({ ...screenOf(incident, now, closing), timeline });
    const action = actionOf(yield* wait());
    switch (action?.type) {
      case 'giveNumber':
        if (incident.holdId !== undefined && wantsNumber(incident, now))
          yield* giveNumber(incident.holdId);
        break;
      case 'close':
      case 'primary':
      case 'enter':
        if (incident.state === 'closed') return;
        if (incident.result === undefined) closing = true;
        else yield* close(incident, incident.result);
        break;
      case 'closeWith':
        if (closing && resultsFor(incident).includes(action.result))
          yield* close(incident, action.result);
        closing = false;
        break;
      case 'caseSteps':
        closing = false;
        yield* chooseStep(incidentId);
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

/** The timeline with what the customer answered, where it can still be opened. */
function* opened({ incidentId, timeline }: Incident): Flow<readonly IncidentLine[]> {
  const lines: IncidentLine[] = [];
  for (const { sealed, ...line } of timeline) {
    const text = sealed === undefined ? undefined : yield* openPersonal(incidentId, sealed);
    lines.push(text === undefined ? line : { ...line, text });
  }
  return lines;
}

/** The end first, so that it stands whatever comes; then what was learned, which may be left out. */
function* close(incident: Incident, result: IncidentResult): Flow<void> {
  if (!(yield* permit('closeCase')).allowed) return;
  const now = yield* facts();
  const of = { incidentId: incident.incidentId, operator: now.operator };
  yield* append({ events: [{ kind: 'incident.closed', result, ...of }] });
  if (incident.lesson === undefined) yield* learnLesson(namedCase(incident, now), of);
}

/** A case that led to a hold or a sale already has its result; the others are closed with what the shop says. */
function resultsFor({ result, diagnosis }: Incident): readonly IncidentResult[] {
  if (result !== undefined) return [result];
  const kept: readonly IncidentResult[] = diagnosis.finding === 'keepCard' ? ['cardKept'] : [];
  return [...kept, 'noHold', 'customerLeft', 'held', 'other'];
}
