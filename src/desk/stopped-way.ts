import type { Incident } from '../incident/incident.ts';
import { unfinishedStates } from '../incident/machine.ts';
import type { DomainEvent } from '../journal/events.ts';
import type { RemedyKind } from '../recovery/evidence.ts';
import { actionOf, leaves } from './amount.ts';
import { append, type Flow, facts, show, tone, wait } from './flow.ts';
import { incidents } from './queries.ts';

/** What stands in a case for a way that nobody left: the power did. */
const byPower = 'powerCut';

/** The way that was begun last and has no end yet. A hand-over goes on by itself: its own record says how. */
function stoppedWay({ timeline, state }: Incident): RemedyKind | undefined {
  const last = timeline.findLast(({ what }) => what === 'way');
  const open = (unfinishedStates as readonly string[]).includes(state);
  if (!open || last?.remedy === undefined || last.end !== undefined) return undefined;
  return last.remedy === 'handOver' ? undefined : last.remedy;
}

/** After a start: a way out that the power cut has a recorded end, and the case that it belongs to is named. */
export function* endStoppedWays(): Flow<void> {
  const stopped = incidents(yield* facts()).flatMap((incident) => {
    const remedy = stoppedWay(incident);
    return remedy === undefined ? [] : [{ incident, remedy }];
  });
  const [newest] = stopped;
  if (newest === undefined) return;
  const events = stopped.map(
    ({ incident: { incidentId }, remedy }): DomainEvent => ({
      kind: 'incident.remedyEnded',
      incidentId,
      remedy,
      end: 'givenUp',
      detail: byPower,
    }),
  );
  yield* append({ events });
  yield* say(newest.incident, newest.remedy);
}

function* say({ ticket, amount, holdId }: Incident, remedy: RemedyKind): Flow<void> {
  yield* tone('warning');
  const stillHeld = holdId !== undefined;
  for (;;) {
    const { cardIn } = yield* facts();
    yield* show({
      name: 'notice',
      notice: { type: 'wayStopped', remedy, ticket, amount, stillHeld },
      primary: 'ok',
      cardIn,
    });
    if (leaves(actionOf(yield* wait()))) return;
  }
}
