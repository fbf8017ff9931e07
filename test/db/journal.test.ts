import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Database from 'better-sqlite3';
import { isFault } from '#src/fault.ts';
import {
  approved,
  fill,
  holdOpened,
  openTestStore,
  projectionText,
  temporaryFolder,
  testPan,
} from './helpers.ts';

test('what was appended is read back after a restart, in its order, with its chain', () => {
  const first = openTestStore();
  const [opened, answered] = first.journal.append({
    events: [holdOpened('h1'), approved('h1', 7)],
  });
  first.close();
  const second = openTestStore({ folder: first.folder });
  assert.deepEqual(second.journal.read(0), [opened, answered]);
  assert.deepEqual(second.journal.read(1), [answered]);
  assert.deepEqual(second.journal.read(0, 1), [opened]);
  assert.deepEqual(second.verification, { rows: 2, ok: true, whole: true, rebuild: false });
  const [next] = second.journal.append({ events: [{ kind: 'terminal.stopped' }] });
  assert.equal(next?.seq, 3);
  second.close();
});

test('the disk is told to keep each commit: synchronous is FULL after the first write', () => {
  const store = openTestStore();
  store.journal.append({ events: [holdOpened('h1')] });
  assert.equal(store.pragma('synchronous'), 2);
  assert.equal(store.pragma('journal_mode'), 'wal');
  assert.equal(store.pragma('secure_delete'), 1);
  assert.equal(store.pragma('foreign_keys'), 1);
  store.close();
});

test('no row of the journal can be changed or removed, and none put in between', () => {
  const store = openTestStore();
  fill(store, 2);
  store.close();
  const db = new Database(join(store.folder, 'holdfast.db'));
  const append =
    'INSERT INTO journal SELECT ?, id, boot_id, mono_ns, wall_ms, kind, body, prev, hash';
  assert.throws(() => db.exec("UPDATE journal SET body = '{}'"), /append only/);
  assert.throws(() => db.exec('DELETE FROM journal WHERE seq = 4'), /append only/);
  for (const seq of [9, 4, 0, -1]) {
    const statement = db.prepare(`${append} FROM journal WHERE seq = 4`);
    assert.throws(() => statement.run(seq), /append only|CHECK|UNIQUE/);
  }
  assert.throws(() => db.exec('REPLACE INTO journal SELECT * FROM journal WHERE seq = 1'));
  db.close();
});

test('an append that fails leaves nothing: no row, no document, no sealed number', () => {
  const store = openTestStore({
    projector: (documents, row) => {
      documents.put('hold', { id: 'h', state: 'open', sort: 1, keys: ['k'], body: {} });
      if (row.event.kind === 'terminal.stopped') throw new Error('a bug in the projector');
    },
  });
  store.journal.append({ events: [holdOpened('h')] });
  assert.throws(
    () =>
      store.journal.append({
        events: [holdOpened('h'), { kind: 'terminal.stopped' }],
        seal: [{ token: 't1', pan: testPan() }],
      }),
    /a bug in the projector/,
  );
  assert.equal(store.journal.read(0).length, 1);
  assert.equal(store.vault.open('t1'), undefined);
  const [next] = store.journal.append({ events: [holdOpened('h')] });
  assert.equal(next?.seq, 2);
  store.close();
  const again = openTestStore({ folder: store.folder });
  assert.equal(again.verification.rows, 2);
  again.close();
});

test('a card number beside its own seal, or an object instead of a fact, never enters the journal', () => {
  const store = openTestStore();
  const note = `guest said ${testPan().reveal()}`;
  const events = [{ ...holdOpened('h1'), note } as const];
  assert.throws(
    () => store.journal.append({ events, seal: [{ token: 't', pan: testPan() }] }),
    /in clear/,
  );
  const hidden = { kind: 'terminal.stopped', pan: testPan() } as unknown as {
    kind: 'terminal.stopped';
  };
  assert.throws(() => store.journal.append({ events: [hidden] }), /no place for a Pan/);
  assert.equal(store.journal.read(0).length, 0);
  store.close();
});

test('dropping and rebuilding the projections gives the same bytes', () => {
  const store = openTestStore();
  fill(store, 25);
  store.journal.append({ events: [{ kind: 'hold.shredded', holdId: 'hold-3', token: 't' }] });
  store.close();
  const before = projectionText(store.folder);
  const again = openTestStore({ folder: store.folder });
  again.rebuildProjections();
  again.close();
  assert.equal(projectionText(store.folder), before);
  const upgraded = openTestStore({ folder: store.folder, projectorVersion: 2 });
  upgraded.close();
  assert.equal(projectionText(store.folder), before);
});

test('documents are listed by state and order and found by their keys', () => {
  const store = openTestStore();
  fill(store, 3);
  store.journal.append({ events: [holdOpened('later')] });
  const ids = (states?: string[]) => store.documents.list('hold', states).map(({ id }) => id);
  assert.deepEqual(ids(), ['hold-1', 'hold-2', 'hold-3', 'later']);
  assert.deepEqual(ids(['held']), ['hold-1', 'hold-2', 'hold-3']);
  assert.deepEqual(ids(['open', 'held']), ['hold-1', 'hold-2', 'hold-3', 'later']);
  assert.equal(store.documents.list('hold', [], 2).length, 2);
  assert.equal(store.documents.count('hold', ['open']), 1);
  assert.equal(store.documents.count('hold'), 4);
  assert.deepEqual(
    store.documents.find('hold', 'A2').map(({ id }) => id),
    ['hold-2'],
  );
  assert.deepEqual(store.documents.find('hold', 'nothing'), []);
  assert.deepEqual(store.documents.get('counter', 'stan')?.body, 3);
  store.close();
});

test('a key that a document no longer has finds nothing', () => {
  let keys = ['old', 'both'];
  const store = openTestStore({
    projector: (documents) =>
      documents.put('hold', { id: 'h', state: 's', sort: 0, keys, body: null }),
  });
  store.journal.append({ events: [holdOpened('h')] });
  keys = ['both', 'new'];
  store.journal.append({ events: [holdOpened('h')] });
  const found = ['old', 'both', 'new'].map((key) => store.documents.find('hold', key).length);
  assert.deepEqual(found, [0, 1, 1]);
  store.close();
});

test('a second terminal on the same folder is refused, until the first has ended', () => {
  const first = openTestStore();
  assert.throws(
    () => openTestStore({ folder: first.folder }),
    (error) => isFault(error, 'journal.inUse') && /in use/.test(error.message),
  );
  first.journal.append({ events: [holdOpened('h1')] });
  first.close();
  openTestStore({ folder: first.folder }).close();
});

test('the data folder is for its owner alone, whatever the umask', () => {
  const umask = process.umask(0);
  const store = openTestStore({ folder: join(temporaryFolder(), 'new', 'data') });
  process.umask(umask);
  fill(store, 1);
  assert.equal(statSync(store.folder).mode & 0o777, 0o700);
  for (const name of [
    'holdfast.db',
    'holdfast.db-wal',
    'holdfast.db-shm',
    'writer.lock',
    'reserve',
  ]) {
    assert.equal(statSync(join(store.folder, name)).mode & 0o777, 0o600, name);
  }
  store.close();
});

test('a journal that a newer version has written is left alone', () => {
  const store = openTestStore();
  store.close();
  const path = join(store.folder, 'holdfast.db');
  const db = new Database(path);
  db.pragma('user_version = 99');
  db.close();
  const before = readFileSync(path);
  assert.throws(
    () => openTestStore({ folder: store.folder }),
    (error) => isFault(error, 'journal.readOnly') && /schema 99/.test(error.message),
  );
  assert.ok(before.equals(readFileSync(path)));
});
