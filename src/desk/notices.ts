import type { ReversalReason } from '../acquirer/contract.ts';
import type { Incident } from '../incident/incident.ts';
import type { DomainEvent } from '../journal/events.ts';
import type { OutboxItem } from '../journal/outbox.ts';
import { type Hold, unsettledStates } from '../preauth/hold.ts';
import { actionOf, leaves } from './amount.ts';
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
export function* saySuspended({ type, holdId, request }: OutboxItem): Flow<void> {
  if (type === 'scriptReport') return;
  for (;;) {
    const now = yield* facts();
    const incident = now.documents.find('incident', holdId)[0]?.body as Incident | undefined;
    const ticket = incident?.ticket ?? '';
    yield* show({
      name: 'notice',
      notice: { type: `${type}Suspended`, amount: request.amount, ticket },
      primary: 'ok',
      cardIn: now.cardIn,
    });
    if (leaves(actionOf(yield* wait()))) return;
  }
}

/** After a start: what the power cut, and what was still being undone before it. */
export function* showNotices(): Flow<void> {
  const before = unsettledItems(yield* facts(), 'reversal').filter(({ state }) => state === 'owed');
  for (const { holdId, note, pending } of yield* oweInterrupted()) {
    if (pending === undefined) continue;
    const { kind: what, amount } = pending;
    const named = note === undefined ? {} : { note };
    yield* sayUndoing(holdId, (undone) => ({ type: 'powerCut', what, amount, ...named, undone }));
  }
  for (const { holdId, request } of before) {
    const { kind: what, amount } = request;
    const fault = 'link.answerTimeout';
    yield* sayUndoing(holdId, (undone) => ({ type: 'noAnswer', what, amount, undone, fault }));
  }
}

/** How it stands at the bank, kept up to date; leaves by the cashier's touch. */
function* sayUndoing(holdId: string, noticeOf: (undone: 'owed' | 'done') => Notice): Flow<void> {
  yield* tone('warning');
  for (;;) {
    const now = yield* facts();
    const owed = unsettledItems(now, 'reversal').some((item) => item.holdId === holdId);
    const notice = noticeOf(owed ? 'owed' : 'done');
    yield* show({ name: 'notice', notice, primary: 'ok', cardIn: now.cardIn });
    if (leaves(actionOf(yield* wait()))) return;
  }
}
