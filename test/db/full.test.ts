import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { reserveBytes } from '#db/reserve.ts';
import { isFault } from '#src/fault.ts';
import {
  approved,
  filesOf,
  holdOpened,
  openTestStore,
  reversalOwed,
  temporaryFolder,
  testPan,
} from './helpers.ts';

const full = (error: unknown) => isFault(error, 'journal.diskFull') && error.retry === 'later';

/** A small file system of its own, when this machine lets us have one. */
function smallDisk(options: string): string | undefined {
  const folder = temporaryFolder();
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'none', folder]);
  if (mount.status !== 0) return undefined;
  process.prependListener('exit', () => spawnSync('umount', ['-l', folder]));
  return folder;
}

/** Takes all the room that is left. */
function fillUp(disk: string): string {
  const path = join(disk, 'somebody-elses-log');
  for (const size of [65_536, 4096]) {
    try {
      for (;;) writeFileSync(path, Buffer.alloc(size, 1), { flag: 'a' });
    } catch {
      // Full, as wanted.
    }
  }
  return path;
}

const disk = smallDisk('size=14m');
const noDisk = disk === undefined ? 'needs the right to mount' : false;

test('on a full disk new holds are refused first, what is owed is still written', {
  skip: noDisk,
}, () => {
  const folder = join(disk ?? '', 'data');
  const store = openTestStore({ folder });
  store.journal.append({
    events: [holdOpened('h1')],
    seal: [{ token: 't1', pan: testPan() }],
  });
  assert.equal(statSync(join(folder, 'reserve')).size, reserveBytes);
  const log = fillUp(disk ?? '');
  let holds = 0;
  assert.throws(() => {
    for (; ; holds++) store.journal.append({ events: [holdOpened(`more-${holds}`)] });
  }, full);
  const before = store.journal.read(0).length;
  for (let n = 0; n < 60; n++) store.journal.append({ events: [reversalOwed('h1', n)] });
  store.journal.append({ events: [approved('h1', 7)] });
  store.vault.shred('t1');
  fillUp(disk ?? '');
  assert.throws(() => store.journal.append({ events: [holdOpened('h2')] }), full);
  assert.equal(store.journal.read(0).length, before + 61);
  store.close();

  const restarted = openTestStore({ folder });
  assert.equal(restarted.journal.read(0).length, before + 61);
  restarted.journal.append({ events: [reversalOwed('h1', 99)] });
  assert.throws(() => restarted.journal.append({ events: [holdOpened('h2')] }), full);

  rmSync(log);
  restarted.journal.append({ events: [holdOpened('h2')] });
  assert.equal(statSync(join(folder, 'reserve')).size, reserveBytes);
  restarted.close();
});

test('a disk without any room ends in a fault at the start, not in half a journal', {
  skip: noDisk,
}, () => {
  const tiny = smallDisk('size=16k') ?? '';
  assert.throws(() => openTestStore({ folder: join(tiny, 'data') }), full);
});

test('a folder that cannot be written ends in a clear fault', { skip: noDisk }, () => {
  const readOnly = smallDisk('size=12m') ?? '';
  const folder = join(readOnly, 'data');
  const store = openTestStore({ folder });
  store.journal.append({ events: [holdOpened('h1')] });
  store.close();
  assert.equal(spawnSync('mount', ['-o', 'remount,ro', readOnly]).status, 0);
  const before = filesOf(folder);
  const fault = (error: unknown) => isFault(error, 'journal.readOnly') && error.retry === 'later';
  assert.throws(() => openTestStore({ folder }), fault);
  assert.throws(() => openTestStore({ folder: join(readOnly, 'new') }), fault);
  assert.deepEqual(filesOf(folder), before);
});

test('a file in the place of the data folder ends in a clear fault', () => {
  const file = join(temporaryFolder(), 'data');
  writeFileSync(file, '');
  assert.throws(
    () => openTestStore({ folder: file }),
    (error) => isFault(error, 'journal.readOnly'),
  );
});
