import type { DomainEvent, IncidentResult, WaySlipKind } from '../../journal/events.ts';
import { authorise } from '../authorise.ts';
import { resolvedEvents, type Wish } from '../case.ts';
import { append, type Flow, facts, uuid } from '../flow.ts';
import { showResult } from '../held.ts';
import { guide } from './guide.ts';
import type { Way } from './way.ts';

/** A case that ends without a hold: its slips are queued in the same transaction, then the result is said. */
function* endWith(
  wish: Wish,
  result: IncidentResult,
  slips: readonly ['customer' | 'merchant', WaySlipKind][],
  more: readonly DomainEvent[] = [],
): Flow<void> {
  const { incidentId } = wish;
  if (incidentId === undefined) return;
  const ids: string[] = [];
  const queued: DomainEvent[] = [];
  for (const [copy, of] of slips) {
    const slipId = yield* uuid();
    ids.push(slipId);
    queued.push({ kind: 'slip.queued', slipId, incidentId, copy, of });
  }
  yield* append({ events: [...more, ...resolvedEvents(wish, result), ...queued] });
  for (const slipId of ids) yield { type: 'print', slipId };
  yield* showResult(wish, incidentId, result, ids);
}

/** 现金或转账押金: the last resort; a supervisor agrees, and a receipt says who received it. */
export const cashDeposit: Way = function* (wish) {
  for (;;) {
    const how = yield* guide(wish, 'cash', { answers: ['cash', 'transfer'] });
    if (how !== 'cash' && how !== 'transfer') return { type: 'left' };
    const supervisor = yield* authorise('cashDeposit');
    const { incidentId, amount } = wish;
    if (supervisor === undefined || incidentId === undefined) continue;
    const { operator } = yield* facts();
    yield* endWith(
      wish,
      'depositTaken',
      [
        ['customer', 'deposit'],
        ['merchant', 'deposit'],
      ],
      [{ kind: 'incident.depositTaken', incidentId, amount, how, operator, supervisor }],
    );
    return { type: 'ended' };
  }
};

/** 应急单: a form to note the hold on paper; it comes out at once, and again on wish. */
export const paperSlip: Way = function* (wish) {
  yield* printForCase(wish, 'emergency', 'merchant');
  const answer = yield* guide(wish, 'paper', { answers: ['written'] }, () =>
    printForCase(wish, 'emergency', 'merchant'),
  );
  if (answer !== 'written') return { type: 'left' };
  yield* endWith(wish, 'onPaper', []);
  return { type: 'ended' };
};

/** 婉拒: the sentence to say in both languages, on paper on wish. */
export const refuse: Way = function* (wish) {
  const end = yield* guide(wish, 'refuse', {}, () => printForCase(wish, 'refusal', 'customer'));
  if (end === 'back') return { type: 'left' };
  yield* append({ events: resolvedEvents(wish, 'refusedPolitely') });
  return { type: 'ended' };
};

function* printForCase(
  { incidentId }: Wish,
  of: WaySlipKind,
  copy: 'customer' | 'merchant',
): Flow<void> {
  if (incidentId === undefined) return;
  const slipId = yield* uuid();
  yield* append({ events: [{ kind: 'slip.queued', slipId, incidentId, copy, of }] });
  yield { type: 'print', slipId };
}
