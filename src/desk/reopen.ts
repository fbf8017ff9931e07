import type { ReopenReason } from '../incident/events.ts';
import type { Incident } from '../incident/incident.ts';
import { isFinished } from '../incident/machine.ts';
import type { EventOf } from '../journal/events.ts';
import type { Facts } from './flow.ts';

/** The newest case of a hold. */
export function caseOfHold(holdId: string, now: Facts): Incident | undefined {
  const cases = now.documents.find('incident', holdId).map(({ body }) => body as Incident);
  return cases.toSorted((a, b) => b.openedAtMs - a.openedAtMs)[0];
}

/** The row that opens a finished case again; none where it is open anyway. */
export const reopenedEvents = (
  { incidentId, state }: Incident,
  why: ReopenReason,
  { operator }: Facts,
): readonly EventOf<'incident.reopened'>[] =>
  isFinished(state) ? [{ kind: 'incident.reopened', incidentId, why, operator }] : [];
