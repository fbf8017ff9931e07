import type { TransactionKind } from '../journal/events.ts';
import type { Hold } from '../preauth/hold.ts';
import type { Cause } from '../recovery/evidence.ts';
import { actionOf } from './amount.ts';
import { type Facts, type Flow, facts, show, wait } from './flow.ts';
import { incidents, sumOf } from './queries.ts';

/** 报表: cases by cause, and what was held, completed and cancelled. */
export function* showReport(): Flow<void> {
  for (;;) {
    const now = yield* facts();
    const counts = new Map<Cause, number>();
    for (const { diagnosis } of incidents(now))
      counts.set(diagnosis.cause, (counts.get(diagnosis.cause) ?? 0) + 1);
    const byCause = [...counts]
      .map(([cause, count]) => ({ cause, count }))
      .sort((a, b) => b.count - a.count);
    yield* show({
      name: 'report',
      cases: byCause.reduce((sum, { count }) => sum + count, 0),
      byCause,
      held: total(now, ['preauth', 'increment']),
      completed: total(now, ['completion', 'completionAdvice', 'offlineAdvice']),
      cancelled: total(now, ['cancellation', 'completionVoid']),
    });
    const action = actionOf(yield* wait());
    if (action?.type === 'back' || action?.type === 'cancel') return;
  }
}

function total(now: Facts, kinds: readonly TransactionKind[]) {
  const entries = now.documents
    .list('hold')
    .flatMap(({ body }) => (body as Hold).history)
    .filter(({ what }) => kinds.includes(what as TransactionKind));
  return {
    count: entries.length,
    total: sumOf(
      entries.map(({ amount }) => amount),
      now,
    ),
  };
}
