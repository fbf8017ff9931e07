import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import Database from 'better-sqlite3';
import type { Projector } from '#src/journal/documents.ts';
import type { DomainEvent } from '#src/journal/events.ts';
import { openTestStore } from './helpers.ts';

/** A hold in the state of its label, due at the ms of its note. */
const dueProjector: Projector = (documents, { event }) => {
  if (event.kind !== 'hold.opened') return;
  const { holdId, label, note } = event;
  const due = { id: holdId, state: label, sort: Number(note), keys: [], body: {} };
  documents.put('hold', due);
};

const hold = (holdId: string, label: string, note: number): DomainEvent => ({
  kind: 'hold.opened',
  holdId,
  label,
  note: String(note),
  how: 'chip',
});

test('what is due of some states comes in its order, up to a moment and no more than asked', () => {
  const store = openTestStore({ projector: dueProjector });
  const holds = [
    hold('d', 'held', 40),
    hold('b', 'completed', 20),
    hold('a', 'held', 20),
    hold('e', 'held', 50),
    hold('c', 'cancelled', 10),
  ];
  for (const event of holds) store.journal.append({ events: [event] });
  const ids = (states: readonly string[], sort: number, limit: number) =>
    store.documents.listUpTo('hold', states, sort, limit).map(({ id }) => id);
  assert.deepEqual(ids(['held', 'completed'], 40, 10), ['a', 'b', 'd']);
  assert.deepEqual(ids(['held', 'completed'], 39.5, 10), ['a', 'b']);
  assert.deepEqual(ids(['completed', 'held'], 100, 2), ['a', 'b']);
  assert.deepEqual(ids(['held'], 19, 10), []);
  assert.deepEqual(ids([], 100, 10), []);
  store.close();
});

test('looking for what is due reads the index and sorts nothing, however many holds there are', () => {
  const store = openTestStore({ projector: dueProjector });
  store.close();
  const db = new Database(join(store.folder, 'holdfast.db'), { readonly: true });
  const plan = db
    .prepare<[], { detail: string }>(
      "EXPLAIN QUERY PLAN SELECT id FROM hold WHERE state = 'held' AND sort <= 5 ORDER BY sort, id LIMIT 3",
    )
    .all();
  db.close();
  assert.equal(plan.length, 1);
  assert.match(plan[0]?.detail ?? '', /hold_by_state \(state=\? AND sort<\?\)/);
});
