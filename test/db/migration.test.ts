import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Database from 'better-sqlite3';
import { migrate, schemaSteps, versionOf } from '#db/schema.ts';
import { verifyFile } from '#db/verify-file.ts';
import { fill, openTestStore, tamper, temporaryFolder } from './helpers.ts';

/** The file of a terminal that was installed with the first version: every byte as that version wrote it. */
function oldTerminal(): string {
  const folder = temporaryFolder();
  const db = new Database(join(folder, 'holdfast.db'));
  db.exec(readFileSync(new URL('./schema-1.sql', import.meta.url), 'utf8'));
  db.close();
  return folder;
}

test('the journal of the first version is whole after the update, found by its keys, and goes on', async () => {
  const folder = oldTerminal();
  const store = openTestStore({ folder });
  assert.deepEqual(
    [store.verification.ok, store.verification.rows, store.journal.read(0).length],
    [true, 12, 12],
  );
  assert.equal(store.documents.count('hold', ['held']), 6);
  assert.equal(store.documents.find('hold', 'A4')[0]?.id, 'hold-4');
  fill(store, 1, 7);
  assert.equal(store.checkpoint().seq, 14);
  store.close();
  const whole = await verifyFile(join(folder, 'holdfast.db'));
  assert.deepEqual([whole.ok, whole.rows, whole.checkpoints], [true, 14, 1]);
});

test('what was changed in the journal of the first version is found before the update', () => {
  const folder = oldTerminal();
  tamper(folder, (db) =>
    db.exec("UPDATE journal SET body = replace(body, '50000', '90000') WHERE seq = 4"),
  );
  assert.throws(() => openTestStore({ folder }), /row 4: changed/);
  const db = new Database(join(folder, 'holdfast.db'), { readonly: true });
  assert.equal(versionOf(db), 1);
  db.close();
});

test('each step of the schema is taken on its own, and the end is the same as at once', () => {
  const shape = (db: Database.Database) =>
    db.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY type, name').all();
  const steps = schemaSteps();
  const atOnce = new Database(':memory:');
  migrate(atOnce, steps);
  const [folder, one] = [oldTerminal(), steps.length];
  const old = new Database(join(folder, 'holdfast.db'));
  for (let version = 1; version <= one; version++) {
    migrate(old, steps.slice(0, version));
    assert.equal(versionOf(old), version);
  }
  assert.deepEqual(shape(old), shape(atOnce));
  old.close();
  atOnce.close();
});
