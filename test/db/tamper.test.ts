import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import Database from 'better-sqlite3';
import { rowOfCode } from '#db/checkpoint.ts';
import { atOnce } from '#db/gently.ts';
import { headKey } from '#db/head.ts';
import { verifyWhole } from '#db/inspect.ts';
import { verifyFile } from '#db/verify-file.ts';
import { isFault } from '#src/fault.ts';
import { filesOf, fill, openTestStore, tamper } from './helpers.ts';

const copyRow = (to: string) =>
  `INSERT INTO journal SELECT ${to}, id, boot_id, mono_ns, wall_ms, kind, body, prev, hash FROM journal`;

const swap = (db: Database.Database, column: string) =>
  db.exec(`
    CREATE TEMP TABLE two AS SELECT * FROM journal WHERE seq IN (3, 4);
    UPDATE journal SET ${column} = (SELECT ${column} FROM two WHERE two.seq = 7 - journal.seq) WHERE seq IN (3, 4)`);

const attacks: readonly [string, (db: Database.Database) => void, readonly string[]][] = [
  [
    'an amount changed',
    (db) => db.exec("UPDATE journal SET body = replace(body, '50000', '90000') WHERE seq = 4"),
    ['4 changed'],
  ],
  [
    'a clock column changed',
    (db) => db.exec('UPDATE journal SET wall_ms = wall_ms + 1 WHERE seq = 4'),
    ['4 changed'],
  ],
  [
    'a kind changed',
    (db) => db.exec("UPDATE journal SET kind = 'hold.expired' WHERE seq = 4"),
    ['4 changed'],
  ],
  ['an id changed', (db) => db.exec("UPDATE journal SET id = 'x' WHERE seq = 4"), ['4 changed']],
  [
    'a boot changed',
    (db) => db.exec("UPDATE journal SET boot_id = 'x' WHERE seq = 4"),
    ['4 changed'],
  ],
  [
    'a hash changed',
    (db) => db.exec('UPDATE journal SET hash = zeroblob(32) WHERE seq = 4'),
    ['4 changed', '5 unlinked'],
  ],
  [
    'a row removed',
    (db) => db.exec('DELETE FROM journal WHERE seq = 4'),
    ['4 missing', '5 unlinked'],
  ],
  [
    'the first row removed',
    (db) => db.exec('DELETE FROM journal WHERE seq = 1'),
    ['1 missing', '2 unlinked'],
  ],
  ['the last row removed', (db) => db.exec('DELETE FROM journal WHERE seq = 10'), ['10 head']],
  ['all rows removed', (db) => db.exec('DELETE FROM journal'), ['10 head']],
  ['the head forgotten', (db) => db.exec('DELETE FROM head'), ['10 head']],
  [
    'a row added at the end',
    (db) => db.exec(`${copyRow('11')} WHERE seq = 10`),
    ['11 unlinked', '11 moved', '11 head'],
  ],
  ['bodies swapped', (db) => swap(db, 'body'), ['3 moved', '4 moved']],
  [
    'whole rows swapped',
    (db) =>
      db.exec(
        'UPDATE journal SET seq = -3 WHERE seq = 3; UPDATE journal SET seq = 3 WHERE seq = 4; UPDATE journal SET seq = 4 WHERE seq = -3',
      ),
    ['3 unlinked', '3 moved', '4 unlinked', '4 moved', '5 unlinked'],
  ],
  [
    'a row put in between, the later ones renumbered',
    (db) =>
      db.exec(
        `UPDATE journal SET seq = seq + 100 WHERE seq >= 4; UPDATE journal SET seq = seq - 99 WHERE seq >= 100; ${copyRow('4')} WHERE seq = 2`,
      ),
    [
      '4 unlinked',
      '4 moved',
      '5 unlinked',
      '5 moved',
      '6 moved',
      '7 moved',
      '8 moved',
      '9 moved',
      '10 moved',
      '11 moved',
      '11 head',
    ],
  ],
];

for (const [name, attack, problems] of attacks) {
  test(`${name}: found by the whole check and at the next start, and every file is left alone`, async () => {
    const store = openTestStore();
    fill(store, 5);
    store.close();
    tamper(store.folder, (db) => {
      // CHECK constraints would stop only the careless.
      db.pragma('ignore_check_constraints = ON');
      attack(db);
    });
    const db = new Database(join(store.folder, 'holdfast.db'), { readonly: true });
    const report = atOnce(verifyWhole(db));
    db.close();
    assert.equal(report.ok, false);
    assert.deepEqual(
      report.problems.map(({ seq, what }) => `${seq} ${what}`),
      problems,
    );
    const path = join(store.folder, 'holdfast.db');
    const inStretches = await verifyFile(path, {}, { threads: 3, fewRows: 0 });
    assert.deepEqual(inStretches, report, 'in stretches the same is found');
    const before = filesOf(store.folder);
    assert.throws(
      () => openTestStore({ folder: store.folder }),
      (error) => isFault(error, 'journal.corrupt') && error.retry === 'never',
    );
    const after = filesOf(store.folder);
    for (const file of ['holdfast.db', 'reserve']) {
      assert.deepEqual(after.get(file), before.get(file), file);
    }
  });
}

test('rows forged with their whole chain still do not carry the key of the terminal', () => {
  const store = openTestStore();
  fill(store, 2);
  store.close();
  tamper(store.folder, (db) => db.exec('UPDATE head SET mac = zeroblob(32)'));
  const again = openTestStore({ folder: store.folder });
  assert.equal(again.verification.ok, false);
  again.close();
});

test('a journal that was cut and sealed again by somebody is found with the key, and by the code on paper', () => {
  const store = openTestStore();
  fill(store, 4);
  const { code } = store.checkpoint();
  store.close();
  tamper(store.folder, (db) =>
    db.exec(`
      DELETE FROM journal WHERE seq > 6;
      DELETE FROM checkpoint;
      UPDATE head SET seq = 6, hash = (SELECT hash FROM journal WHERE seq = 6)`),
  );
  const db = new Database(join(store.folder, 'holdfast.db'), { readonly: true });
  assert.equal(atOnce(verifyWhole(db)).ok, true, 'without the key nothing can be seen');
  const key = headKey(store.keystore);
  assert.deepEqual(atOnce(verifyWhole(db, { key })).problems, [{ seq: 6, what: 'seal' }]);
  assert.equal(rowOfCode(db, code), undefined);
  db.close();
});

test('the code on the end-of-day slip names the row up to which the journal is as it was', () => {
  const store = openTestStore();
  fill(store, 4);
  const { code } = store.checkpoint();
  fill(store, 2, 5);
  store.close();
  const db = new Database(join(store.folder, 'holdfast.db'), { readonly: true });
  assert.equal(rowOfCode(db, code.toLowerCase()), 8);
  assert.equal(rowOfCode(db, code.replace('-', '')), 8);
  assert.equal(rowOfCode(db, '0000-0000'), undefined);
  db.close();
});
