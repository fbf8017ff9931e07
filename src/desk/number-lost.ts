import type { DomainEvent } from '../journal/events.ts';
import { type Hold, holdStates } from '../preauth/hold.ts';
import { transitions } from '../preauth/machine.ts';
import { lacksNumber } from '../preauth/rules.ts';
import { append, type Flow, facts, openNumber } from './flow.ts';
import { holdOf } from './queries.ts';
import { caseOfHold, reopenedEvents } from './reopen.ts';

const whereItMatters = holdStates.filter((state) => transitions[state].numberLost !== undefined);

/**
 * Numbers that cannot be opened here, because the book was restored on another terminal or their key is gone: said
 * in the journal, so that the list shows them before a guest stands at the desk.
 */
export function* noteLostNumbers(): Flow<void> {
  const events: DomainEvent[] = [];
  const now = yield* facts();
  for (const { body } of now.documents.list('hold', whereItMatters)) {
    const hold = body as Hold;
    if (!(yield* isLost(hold))) continue;
    const before = caseOfHold(hold.holdId, now);
    events.push(
      { kind: 'hold.numberLost', holdId: hold.holdId },
      ...(before === undefined ? [] : reopenedEvents(before, 'numberLost', now)),
    );
  }
  if (events.length > 0) yield* append({ events });
}

/**
 * The same of one hold for which something is owed: a request that was on its way when the records were taken over
 * owes its reversal only since then, and nobody could give it its number before this is said.
 */
export function* noteLostNumber(holdId: string): Flow<void> {
  const hold = holdOf(yield* facts(), holdId);
  if (hold === undefined || !whereItMatters.includes(hold.state)) return;
  if (yield* isLost(hold)) yield* noteLostNumbers();
}

function* isLost(hold: Hold): Flow<boolean> {
  if (lacksNumber(hold) || hold.card === undefined) return false;
  return (yield* openNumber(hold.card.token)) === undefined;
}
