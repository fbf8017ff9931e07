import type { EventOf } from '../journal/events.ts';
import { append, type Facts, type Flow, uuid } from './flow.ts';
import type { PrintState } from './view.ts';

/** Of several slips: failed when one failed, printing while one is queued. */
export function slipsState(facts: Facts, slips: readonly string[]): PrintState {
  const states = slips.map((slipId) => facts.documents.get('slip', slipId)?.state);
  if (states.includes('failed')) return 'failed';
  return states.includes('queued') ? 'printing' : 'printed';
}

/** The case on paper: queued in the journal first, like every slip. */
export function* printCase(incidentId: string): Flow<void> {
  const slipId = yield* uuid();
  yield* append({
    events: [{ kind: 'slip.queued', slipId, incidentId, copy: 'incident', of: 'incident' }],
  });
  yield { type: 'print', slipId };
}

/** The slips of a hold once more: the same entries, so that they say the same. */
export function* printAgain(facts: Facts, holdId: string): Flow<void> {
  const queued = facts.documents
    .find('slip', holdId)
    .map(({ body }) => body as EventOf<'slip.queued'>)
    .slice(-2);
  for (const { slipId } of queued) yield { type: 'print', slipId };
}
