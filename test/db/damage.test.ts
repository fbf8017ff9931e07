import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isFault } from '#src/fault.ts';
import { fill, openTestStore, projectionText, temporaryFolder } from './helpers.ts';

const corrupt = (error: unknown) => isFault(error, 'journal.corrupt') && error.retry === 'never';

function closedFolder(holds = 40): string {
  const store = openTestStore();
  fill(store, holds);
  store.close();
  return store.folder;
}

const damages: readonly [string, (path: string) => void][] = [
  ['cut in the middle', (path) => truncateSync(path, 10_000)],
  ['cut to nothing', (path) => truncateSync(path, 0)],
  ['gone', (path) => rmSync(path)],
  ['another file', (path) => writeFileSync(path, 'this is not a database, only text'.repeat(100))],
  ['without its first page', (path) => overwrite(path, 0, 4096)],
  ['with a page of zeros inside', (path) => overwrite(path, 3 * 4096, 4096)],
];

function overwrite(path: string, at: number, length: number): void {
  const bytes = readFileSync(path);
  bytes.fill(0, at, at + length);
  writeFileSync(path, bytes);
}

for (const [name, damage] of damages) {
  test(`a journal ${name} stops the start and is left as it is`, () => {
    const folder = closedFolder();
    const path = join(folder, 'holdfast.db');
    damage(path);
    const before = name === 'gone' ? undefined : readFileSync(path);
    assert.throws(() => openTestStore({ folder }), corrupt);
    if (before !== undefined) assert.ok(before.equals(readFileSync(path)));
  });
}

test('whichever single byte of the file rots, no start shows a wrong fact', () => {
  const folder = closedFolder(12);
  const path = join(folder, 'holdfast.db');
  const whole = readFileSync(path);
  const facts = () => {
    const store = openTestStore({ folder });
    const text = JSON.stringify([
      store.journal.read(0).map((row) => [row.seq, row.event, row.hash]),
      store.documents.list('hold'),
      store.documents.get('counter', 'stan'),
    ]);
    store.close();
    return text;
  };
  const right = facts();
  let refused = 0;
  for (let n = 0; n < 60; n++) {
    const bytes = Buffer.from(whole);
    const at = (n * 7919 + 101) % bytes.length;
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (n % 8));
    writeFileSync(path, bytes);
    try {
      assert.equal(facts(), right, `byte ${at}`);
    } catch (error) {
      if (!corrupt(error)) throw error;
      refused++;
    }
  }
  assert.ok(refused > 0);
});

test('a damaged projection heals itself from the journal', () => {
  const folder = closedFolder(3);
  const before = projectionText(folder);
  const path = join(folder, 'holdfast.db');
  const bytes = readFileSync(path);
  const marker = '{"amount":{"currency":"156","minorUnits":50000}}';
  const at = bytes.indexOf(marker);
  assert.ok(at > 0);
  bytes.write('9', at + marker.indexOf('50000'));
  writeFileSync(path, bytes);
  const store = openTestStore({ folder });
  assert.equal(store.verification.rebuild, true);
  store.close();
  assert.equal(projectionText(folder), before);
});

/** The files as a power cut would leave them: copied while the terminal still runs. */
function cutPower(holds: number): string {
  const store = openTestStore();
  fill(store, holds);
  const folder = temporaryFolder();
  for (const name of ['holdfast.db', 'holdfast.db-wal', 'reserve']) {
    copyFileSync(join(store.folder, name), join(folder, name));
  }
  store.close();
  return folder;
}

test('a last commit that was torn by a power cut is left out, all before it is kept', () => {
  const folder = cutPower(5);
  const path = join(folder, 'holdfast.db-wal');
  truncateSync(path, readFileSync(path).length - 100);
  const store = openTestStore({ folder });
  assert.equal(store.journal.read(0).length, 9);
  store.close();
});

test('rot in the middle of the write-ahead log is damage, not a shorter journal', () => {
  const folder = cutPower(5);
  const path = join(folder, 'holdfast.db-wal');
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  assert.throws(() => openTestStore({ folder }), corrupt);
  assert.ok(bytes.equals(readFileSync(path)));
});
