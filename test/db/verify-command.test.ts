import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fill, openTestStore, tamper, temporaryFolder } from './helpers.ts';

const script = fileURLToPath(new URL('../../scripts/verify.ts', import.meta.url));

function verify(...options: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...options], {
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

test('the command says that a journal is whole, also while the terminal runs, and which row is not', () => {
  const store = openTestStore();
  fill(store, 3);
  const { publicKey } = store.checkpoint();
  const running = verify('--data', store.folder, '--key', publicKey);
  assert.equal(running.status, 0, running.said);
  assert.match(running.said, /6 rows, 1 signed checkpoints/);
  assert.match(running.said, /The journal is whole/);
  store.journal.append({ events: [{ kind: 'terminal.stopped' }] });
  store.close();

  assert.equal(verify('--data', store.folder, '--key', 'ab'.repeat(32)).status, 1);
  tamper(store.folder, (db) => db.exec('DELETE FROM journal WHERE seq = 3'));
  const after = verify('--data', store.folder);
  assert.equal(after.status, 1);
  assert.match(after.said, /row 3 was removed/);
});

test('what is no journal is said in one line', () => {
  const folder = temporaryFolder();
  const none = verify('--data', folder);
  assert.equal(none.status, 2);
  assert.match(none.said, /no journal/);
  writeFileSync(
    join(folder, 'holdfast.db'),
    'not a database, only text, but long enough'.repeat(50),
  );
  assert.equal(verify('--data', folder).status, 2);
  assert.equal(verify('--nonsense').status, 2);
});

test('a code that no slip can carry is a wrong question, not a damaged journal', () => {
  const store = openTestStore();
  fill(store, 3);
  store.close();
  for (const wrong of [
    ['--code', 'zz'],
    ['--code', 'A8ND NZYK 1'],
    ['--key', '12'],
  ]) {
    const { status, said } = verify('--data', store.folder, ...wrong);
    assert.equal(status, 2, said);
    assert.doesNotMatch(said, /whole/i);
  }
});
