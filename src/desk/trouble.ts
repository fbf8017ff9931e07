import type { DomainEvent } from '../journal/events.ts';
import type { OutboxItem } from '../journal/outbox.ts';
import { diagnose } from '../recovery/diagnose.ts';
import type { Evidence } from '../recovery/evidence.ts';
import { newIncidentId } from './case.ts';
import { type Flow, facts } from './flow.ts';
import { holdOf } from './queries.ts';

/** A case for something that the bank did not take: it stays in the list until somebody closes it with a result. */
export function* caseOf(item: OutboxItem, evidence: Evidence): Flow<DomainEvent[]> {
  const now = yield* facts();
  const incidentId = yield* newIncidentId();
  const note = holdOf(now, item.holdId)?.note;
  const context = { policies: now.config.policies, readerReady: now.readerReady, hasStripe: true };
  return [
    {
      kind: 'incident.opened',
      incidentId,
      amount: item.request.amount,
      ...(note === undefined ? {} : { note }),
      operator: now.operator,
      diagnosis: diagnose([evidence], context),
    },
    { kind: 'incident.linked', incidentId, holdId: item.holdId },
  ];
}
