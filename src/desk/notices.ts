import type { ReversalReason } from '../acquirer/contract.ts';
import type { Incident } from '../incident/incident.ts';
import type { DomainEvent } from '../journal/events.ts';
import type { OutboxItem } from '../journal/outbox.ts';
import { type Hold, unsettledStates } from '../preauth/hold.ts';
import { actionOf } from './amount.ts';
import { append, type Flow, facts, show, tone, wait } from './flow.ts';
import { unsettledItems } from './queries.ts';
import type { Notice } from './view.ts';

/** Requests that were on their way when power or journal failed: their outcome is not known, so they are undone. */
export function* oweInterrupted(
  why: 'powerCut' | 'journalFailed' = 'powerCut',
): Flow<readonly Hold[]> {
  const { documents } = yield* facts();
  const interrupted = documents
    .list(
      'hold',
      unsettledStates.filter((state) => !state.startsWith('undoing')),
    )
    .map(({ body }) => body as Hold)
    .filter(({ pending }) => pending !== undefined);
  const reason: ReversalReason = '98';
  const events = interrupted.flatMap(({ holdId, pending }): DomainEvent[] =>
    pending === undefined
      ? []
      : [{ kind: 'reversal.owed', holdId, stan: pending.stan, reason, why }],
  );
  if (events.length > 0) yield* append({ events });
  return interrupted;
}

/** Tries are used up: the supervisor is told with the number of the case, and the terminal keeps trying. */
export function* saySuspended({ holdId, request }: OutboxItem): Flow<void> {
  for (;;) {
    const now = yield* facts();
    const incident = now.documents.find('incident', holdId)[0]?.body as Incident | undefined;
    const ticket = incident?.ticket ?? '';
    yield* show({
      name: 'notice',
      notice: { type: 'reversalSuspended', amount: request.amount, ticket },
      primary: 'ok',
      cardIn: now.cardIn,
    });
    const action = actionOf(yield* wait());
    if (action?.type === 'primary' || action?.type === 'back' || action?.type === 'enter') return;
  }
}

/** After a start: what the power cut, and how it stands at the bank; leaves by the cashier's touch. */
export function* showNotices(): Flow<void> {
  for (const hold of yield* oweInterrupted()) {
    const { pending } = hold;
    if (pending === undefined) continue;
    yield* tone('warning');
    for (;;) {
      const now = yield* facts();
      const owed = unsettledItems(now, 'reversal').some(({ holdId }) => holdId === hold.holdId);
      const notice: Notice = {
        type: 'powerCut',
        what: pending.kind,
        amount: pending.amount,
        ...(hold.note === undefined ? {} : { note: hold.note }),
        undone: owed ? 'owed' : 'done',
      };
      yield* show({ name: 'notice', notice, primary: 'ok', cardIn: now.cardIn });
      const action = actionOf(yield* wait());
      if (action?.type === 'primary' || action?.type === 'back' || action?.type === 'enter') break;
    }
  }
}
