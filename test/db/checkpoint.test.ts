import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import Database from 'better-sqlite3';
import { linkHex } from '#db/chain.ts';
import { atOnce } from '#db/gently.ts';
import { verifyWhole } from '#db/inspect.ts';
import { migrate, schemaSteps, versionOf } from '#db/schema.ts';
import { isFault } from '#src/fault.ts';
import { fill, openTestStore, tamper, temporaryFolder, testKeystore } from './helpers.ts';

/** Somebody with the whole program but without the terminal's keys: every hash fits again. */
function rewriteHistory(db: Database.Database): void {
  const rows = db.prepare('SELECT seq, body FROM journal ORDER BY seq').all() as {
    seq: number;
    body: string;
  }[];
  let prev = '00'.repeat(32);
  for (const { seq, body } of rows) {
    const forged = body.replaceAll('50000', '10000');
    const hash = linkHex(prev, forged);
    db.prepare('UPDATE journal SET body = ?, prev = ?, hash = ? WHERE seq = ?').run(
      forged,
      Buffer.from(prev, 'hex'),
      Buffer.from(hash, 'hex'),
      seq,
    );
    prev = hash;
  }
  db.prepare('UPDATE head SET hash = ?').run(Buffer.from(prev, 'hex'));
}

const inspect = (folder: string, trusted?: ReadonlySet<string>) => {
  const db = new Database(join(folder, 'holdfast.db'), { readonly: true });
  const report = atOnce(verifyWhole(db, trusted === undefined ? {} : { trusted }));
  db.close();
  return report;
};

test('the end of the journal is signed once, and has eight characters for the slip', () => {
  const store = openTestStore();
  fill(store, 2);
  const first = store.checkpoint();
  assert.match(first.code, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  assert.equal(first.seq, 4);
  assert.equal(store.checkpoint().code, first.code);
  fill(store, 1, 9);
  assert.notEqual(store.checkpoint().code, first.code);
  store.close();
  const report = inspect(store.folder, new Set([first.publicKey]));
  assert.deepEqual([report.ok, report.checkpoints], [true, 2]);
});

test('a history rewritten with all its hashes is found by the checkpoint, and by the seal without one', () => {
  for (const signed of [true, false]) {
    const store = openTestStore();
    fill(store, 3);
    if (signed) store.checkpoint();
    store.close();
    tamper(store.folder, rewriteHistory);
    const open = () => openTestStore({ folder: store.folder });
    if (signed) {
      assert.deepEqual(inspect(store.folder).problems, [{ seq: 6, what: 'checkpoint' }]);
      assert.throws(open, (error) => isFault(error, 'journal.corrupt'));
    } else {
      const again = open();
      assert.equal(again.verification.ok, false);
      again.close();
    }
  }
});

test('a checkpoint that somebody else signed, or nobody, is told apart', () => {
  const store = openTestStore();
  fill(store, 1);
  const { publicKey } = store.checkpoint();
  store.close();
  const other = openTestStore({ keystore: testKeystore('another terminal') });
  const foreign = new Set([other.checkpoint().publicKey]);
  other.close();
  assert.deepEqual(inspect(store.folder, foreign).problems, [{ seq: 2, what: 'signer' }]);
  assert.equal(inspect(store.folder, new Set([publicKey])).ok, true);
  tamper(store.folder, (db) => db.exec('UPDATE checkpoint SET signature = zeroblob(64)'));
  assert.deepEqual(inspect(store.folder).problems, [{ seq: 2, what: 'signature' }]);
});

test('a long journal is signed by itself on the way', () => {
  const store = openTestStore();
  fill(store, 501);
  store.close();
  assert.equal(inspect(store.folder).checkpoints, 2);
});

test('a journal of the first version is brought up to date with all its rows, step by step', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'old.db');
  const steps = schemaSteps();
  const db = new Database(path);
  migrate(db, steps.slice(0, 1));
  assert.equal(versionOf(db), 1);
  migrate(db, steps);
  assert.equal(versionOf(db), steps.length);
  const broken = [...steps, { version: steps.length + 1, sql: 'CREATE TABLE half (a); NONSENSE' }];
  assert.throws(() => migrate(db, broken));
  assert.equal(versionOf(db), steps.length);
  assert.equal(
    db.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'half'").pluck().get(),
    0,
  );
  db.close();
});
