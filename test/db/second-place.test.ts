import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseBackupName } from '#db/backup-name.ts';
import { placeMark } from '#db/second-place.ts';
import { fill, type Opened, openTestStore, temporaryFolder } from './helpers.ts';

const backups = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => parseBackupName(name) !== undefined);

/** What became of the copy at this place. */
async function copyTo(store: Opened, place: string): Promise<string | undefined> {
  fill(store, 1, store.journal.read(0).length + 1);
  const report = await store.backup({ recipients: [], places: [place] });
  assert.equal(
    report.places[0]?.end,
    'done',
    'the one on the device stands whatever the stick does',
  );
  return report.places[1]?.end;
}

async function withStore(work: (store: Opened) => Promise<void>): Promise<void> {
  const store = openTestStore();
  try {
    await work(store);
  } finally {
    store.close();
  }
}

/** A stick: a file system of its own at a folder that stays when the stick is pulled. */
class Stick {
  readonly folder = temporaryFolder();

  plug(options = 'size=8m'): boolean {
    process.prependOnceListener('exit', () => this.pull());
    return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'none', this.folder]).status === 0;
  }

  remount(options: string): void {
    assert.equal(spawnSync('mount', ['-o', `remount,${options}`, this.folder]).status, 0);
  }

  pull(): void {
    spawnSync('umount', ['-l', this.folder]);
  }
}

const probe = new Stick();
const skip = probe.plug() ? false : 'needs the right to mount';
probe.pull();

/** A folder as it stays behind when its stick is pulled. */
function mountPoint(): string {
  const folder = mkdtempSync('/mnt/holdfast-');
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('the empty folder under which a stick is mounted is no second place', { skip }, async () => {
  await withStore(async (store) => {
    const mountFolder = mountPoint();
    assert.equal(await copyTo(store, mountFolder), 'missing');
    assert.deepEqual(readdirSync(mountFolder), []);
    assert.equal(await copyTo(store, join(mountFolder, 'not', 'there')), 'missing');
    writeFileSync(join(mountFolder, 'file'), '');
    assert.equal(await copyTo(store, join(mountFolder, 'file')), 'missing');
  });
});

test('any other folder on the same disk gets the same backup, and so does a marked one under the mounts', {
  skip,
}, async () => {
  await withStore(async (store) => {
    const place = temporaryFolder();
    assert.equal(await copyTo(store, place), 'done');
    assert.deepEqual(backups(place), backups(join(store.folder, 'backups')));
    const marked = mountPoint();
    writeFileSync(join(marked, placeMark), '');
    assert.equal(await copyTo(store, marked), 'done');
  });
});

test('a stick is a second place as long as it is in', { skip }, async () => {
  const stick = new Stick();
  await withStore(async (store) => {
    stick.plug();
    assert.equal(await copyTo(store, stick.folder), 'done');
    mkdirSync(join(stick.folder, 'shop'));
    assert.equal(await copyTo(store, join(stick.folder, 'shop')), 'done');
    stick.pull();
    assert.equal(await copyTo(store, stick.folder), 'missing');
    assert.deepEqual(readdirSync(stick.folder), [], 'nothing is left under the stick');
  });
});

test('a stick that may not be written, and one that is full, are told apart', {
  skip,
}, async () => {
  const stick = new Stick();
  stick.plug('size=1m');
  await withStore(async (store) => {
    assert.equal(await copyTo(store, stick.folder), 'done');
    stick.remount('ro');
    assert.equal(await copyTo(store, stick.folder), 'readOnly');
    stick.remount('rw');
    const photos = join(stick.folder, 'photos');
    assert.throws(() => writeFileSync(photos, Buffer.alloc(4_000_000)), /ENOSPC/);
    const before = backups(stick.folder);
    assert.equal(await copyTo(store, stick.folder), 'full');
    assert.deepEqual(readdirSync(stick.folder).sort(), [...before, 'photos'].sort());
    rmSync(photos);
    assert.equal(await copyTo(store, stick.folder), 'done');
  });
  stick.pull();
});

test('on a stick that has just room for what is kept, the new backup takes the place of an old one', {
  skip,
}, async () => {
  const stick = new Stick();
  stick.plug('size=1m');
  let nowMs = Date.UTC(2026, 10, 28);
  const store = openTestStore({ now: () => nowMs });
  const keep = { hours: 2, days: 1, weeks: 1 };
  const copy = () => {
    nowMs += 3_600_000;
    return store.backup({ recipients: [], places: [stick.folder], keep });
  };
  const [first, second] = [(await copy()).file, (await copy()).file];
  const pages = (file: string) => Math.ceil(statSync(join(stick.folder, file)).size / 4096);
  const rest = 1_048_576 / 4096 - pages(first) - pages(second);
  writeFileSync(join(stick.folder, 'photos'), Buffer.alloc((rest - 1) * 4096));
  const { file, places } = await copy();
  assert.equal(places[1]?.end, 'done');
  assert.deepEqual(backups(stick.folder), [second, file]);
  store.close();
  stick.pull();
});

test('what a stick that was pulled in the middle holds half is gone with the next backup', async () => {
  await withStore(async (store) => {
    const place = temporaryFolder();
    await copyTo(store, place);
    const [whole = ''] = backups(place);
    const half = `.${whole.replace(/-\d+\.age$/, '-7.age')}.part`;
    const others = '.holdfast-ffffffff-20260101T000000Z-7.age.part';
    for (const name of [half, others]) writeFileSync(join(place, name), 'half');
    await copyTo(store, place);
    const left = readdirSync(place).filter((name) => name.endsWith('.part'));
    assert.deepEqual(left, [others], 'another terminal may be writing');
  });
});
