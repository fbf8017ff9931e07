import type { Pan } from '../card/pan.ts';
import type { DomainEvent, TransactionRequest } from '../journal/events.ts';
import { append, type Flow, uuid } from './flow.ts';
import { slipEvents } from './transact.ts';

/** A charge that the bank has not seen yet. */
type Advice = {
  readonly holdId: string;
  readonly request: TransactionRequest & { readonly kind: 'offlineAdvice' | 'completionAdvice' };
  /** What opens its hold, where it has none yet; and the number that is sealed with it. */
  readonly opens?: DomainEvent;
  readonly pan?: Pan;
  /** What else is true from the same moment on: the call, the end of the case. */
  readonly besides?: readonly DomainEvent[];
};

/** A charge without the bank: journalled with its slips in one transaction, which then print; the slips' ids. */
export function* noteAdvice({
  holdId,
  request,
  opens,
  pan,
  besides = [],
}: Advice): Flow<readonly string[]> {
  const slips = [yield* uuid(), yield* uuid()] as const;
  yield* append({
    events: [
      ...(opens === undefined ? [] : [opens]),
      { kind: 'transaction.requested', holdId, request },
      ...besides,
      ...slipEvents(slips, holdId, request.kind, request.stan),
    ],
    ...(pan === undefined ? {} : { seal: [{ token: request.card.token, pan }] }),
  });
  for (const slipId of slips) yield { type: 'print', slipId };
  return slips;
}
