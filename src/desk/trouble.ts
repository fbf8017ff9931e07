import type { ReopenReason } from '../incident/events.ts';
import type { DomainEvent } from '../journal/events.ts';
import type { OutboxItem } from '../journal/outbox.ts';
import { diagnose } from '../recovery/diagnose.ts';
import type { Evidence } from '../recovery/evidence.ts';
import { newIncidentId } from './case.ts';
import { type Flow, facts } from './flow.ts';
import { holdOf } from './queries.ts';
import { caseOfHold, reopenedEvents } from './reopen.ts';

/**
 * A case for something that the bank did not take: it stays in the list until somebody closes it with a result. The
 * case that the hold has already goes on, opened again where it was finished.
 */
export function* caseOf(
  item: OutboxItem,
  evidence: Evidence,
  why: ReopenReason,
): Flow<DomainEvent[]> {
  const now = yield* facts();
  const context = { policies: now.config.policies, readerReady: now.readerReady, hasStripe: true };
  const diagnosis = diagnose([evidence], context);
  const before = caseOfHold(item.holdId, now);
  if (before !== undefined) {
    const { incidentId } = before;
    return [
      ...reopenedEvents(before, why, now),
      { kind: 'incident.evidence', incidentId, evidence, diagnosis },
    ];
  }
  const incidentId = yield* newIncidentId();
  const note = holdOf(now, item.holdId)?.note;
  return [
    {
      kind: 'incident.opened',
      incidentId,
      amount: item.request.amount,
      ...(note === undefined ? {} : { note }),
      operator: now.operator,
      diagnosis,
    },
    { kind: 'incident.linked', incidentId, holdId: item.holdId },
  ];
}
