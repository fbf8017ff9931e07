import type { DifferingBatch } from '../settlement/events.ts';
import { actionOf } from './amount.ts';
import { permit } from './authorise.ts';
import { append, type Facts, type Flow, facts, show, wait } from './flow.ts';
import { counter } from './queries.ts';

/** Closed batches about which the bank says otherwise, oldest first. */
export const differingBatches = (now: Facts): readonly DifferingBatch[] =>
  counter<readonly DifferingBatch[]>(now, 'differingBatches') ?? [];

/** 不平批次: one after the other, with both sides' figures; a supervisor says when one is cleared up with the bank. */
export function* showDiffering(): Flow<void> {
  let at = 0;
  for (;;) {
    const all = differingBatches(yield* facts());
    const batch = all[at] ?? all[0];
    if (batch === undefined) return;
    at = all.indexOf(batch);
    yield* show({ name: 'differing-batch', batch, place: at + 1, of: all.length });
    const action = actionOf(yield* wait());
    if (action?.type === 'back' || action?.type === 'cancel') return;
    if (action?.type === 'nextBatch') at = (at + 1) % all.length;
    if (action?.type !== 'primary' && action?.type !== 'enter') continue;
    const permitted = yield* permit('clearBatch');
    if (!permitted.allowed) continue;
    const { operator } = yield* facts();
    const by = permitted.by ?? operator;
    yield* append({ events: [{ kind: 'settlement.cleared', batch: batch.batch, by }] });
  }
}
