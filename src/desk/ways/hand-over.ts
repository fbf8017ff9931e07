import type { HandoverFacts } from '../../handover/facts.ts';
import { factsOfHold, mayGive } from '../../handover/giver.ts';
import { handoverOf } from '../../handover/projector.ts';
import type { Wish } from '../case.ts';
import { append, type Facts, type Flow, facts } from '../flow.ts';
import { handOver as giveToDesk } from '../hand-over.ts';
import { holdOf } from '../queries.ts';
import type { Way } from './way.ts';

/** 换终端: the wish, or the hold that stands, goes to another desk; it goes on there, or comes back on its word. */
export const handOver: Way = function* (wish) {
  const what = factsFor(wish, yield* facts());
  const { incidentId } = wish;
  const handoverId = what === undefined ? undefined : yield* giveToDesk(what);
  if (handoverId === undefined || incidentId === undefined) return { type: 'left' };
  const given = handoverOf((yield* facts()).documents, handoverId);
  if (given?.side !== 'given' || given.state === 'takenBack') return { type: 'left' };
  if (given.end === 'nothing') return { type: 'notHelped', detail: given.desk };
  yield* noteWay(incidentId, given.desk);
  return { type: 'ended' };
};

function factsFor(wish: Wish, now: Facts): HandoverFacts | undefined {
  const { later, incidentId, diagnosis, amount, note } = wish;
  if (later !== undefined) {
    const hold = holdOf(now, later.holdId);
    return hold !== undefined && mayGive(hold, now.nowMs) ? factsOfHold(hold) : undefined;
  }
  if (incidentId === undefined) return undefined;
  return {
    type: 'case',
    incidentId,
    amount,
    code: diagnosis?.code ?? 'U0',
    ...(note === undefined ? {} : { note }),
  };
}

/** The case stays open until the other desk has said what came of it. */
function* noteWay(incidentId: string, desk: string): Flow<void> {
  yield* append({
    events: [
      { kind: 'incident.remedyEnded', incidentId, remedy: 'handOver', end: 'done', detail: desk },
    ],
  });
}
