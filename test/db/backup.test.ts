import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { decryptFile } from '#db/backup-file.ts';
import { backupIdentity } from '#db/backup-key.ts';
import { formatBackupName } from '#db/backup-name.ts';
import { drill } from '#db/drill.ts';
import { openRestoring } from '#db/rescue.ts';
import { restoreBackup } from '#db/restore.ts';
import { isFault } from '#src/fault.ts';
import {
  filesOf,
  fill,
  holdOpened,
  type Opened,
  openTestStore,
  projectionText,
  tamper,
  temporaryFolder,
  testKeystore,
  testPan,
  testProjector,
} from './helpers.ts';

const corrupt = (error: unknown) => isFault(error, 'journal.corrupt');

const sealing = (store: Opened, token: string) =>
  store.journal.append({ events: [holdOpened(token)], seal: [{ token, pan: testPan() }] });

const backupsOf = (folder: string) =>
  readdirSync(join(folder, 'backups')).filter((f) => f.endsWith('.age'));

const newestOf = (folder: string) => join(folder, 'backups', backupsOf(folder).sort().at(-1) ?? '');

test('a backup is whole, only for its recipients, and holds neither a clear number nor a key', async () => {
  const store = openTestStore();
  fill(store, 20);
  sealing(store, 'h1');
  const merchant = await generateX25519Identity();
  const report = await store.backup({ recipients: [await identityToRecipient(merchant)] });
  assert.equal(report.rows, 41);
  assert.deepEqual(backupsOf(store.folder), [report.file]);
  assert.deepEqual(readdirSync(join(store.folder, 'backups')), [report.file]);

  const clear = join(temporaryFolder(), 'clear.db');
  const manifest = await decryptFile(newestOf(store.folder), merchant, clear);
  assert.equal(manifest.rows, 41);
  const inside = readFileSync(clear);
  for (const key of store.keystore.epochs.values()) {
    assert.ok(!inside.includes(Buffer.from(key)));
    assert.ok(!inside.includes(Buffer.from(key).toString('hex')));
  }
  assert.ok(!inside.includes(testPan().reveal()));
  const stranger = await generateX25519Identity();
  await assert.rejects(decryptFile(newestOf(store.folder), stranger), corrupt);
  store.close();
});

test('the terminal works on while a backup is taken, and a second call waits for the first', async () => {
  const store = openTestStore();
  fill(store, 200);
  const first = store.backup({ recipients: [] });
  const second = store.backup({ recipients: [] });
  fill(store, 5, 1000);
  assert.equal((await first).file, (await second).file);
  fill(store, 5, 2000);
  assert.equal(store.journal.read(0).length, 420);
  assert.equal(backupsOf(store.folder).length, 1);
  store.close();
});

test('a journal that rotted is not backed up over good backups', async () => {
  const store = openTestStore();
  fill(store, 3);
  await store.backup({ recipients: [] });
  const before = backupsOf(store.folder);
  const { default: Database } = await import('better-sqlite3');
  const other = new Database(join(store.folder, 'holdfast.db'));
  other.exec("DROP TRIGGER journal_is_never_changed; UPDATE journal SET body = '{}' WHERE seq = 2");
  other.close();
  await assert.rejects(store.backup({ recipients: [] }), corrupt);
  assert.deepEqual(backupsOf(store.folder), before);
  store.close();
});

test('on the same terminal a restored journal has its rows, its documents and its numbers', async () => {
  const store = openTestStore();
  fill(store, 10);
  sealing(store, 'h1');
  await store.backup({ recipients: [] });
  store.close();
  const rows = openTestStore({ folder: store.folder, keystore: store.keystore });
  const all = rows.journal.read(0);
  rows.close();
  const documents = projectionText(store.folder);
  writeFileSync(join(store.folder, 'holdfast.db'), 'ruined'.repeat(1000));
  assert.throws(() => openTestStore({ folder: store.folder }), corrupt);
  const shares: number[] = [];
  const report = await restoreBackup({
    folder: store.folder,
    file: newestOf(store.folder),
    keystore: store.keystore,
    onProgress: (share) => shares.push(share),
  });
  assert.deepEqual(report.numbers, { sealed: 1, openable: 1 });
  assert.equal(shares.at(-1), 1);
  const restored = openTestStore({ folder: store.folder, keystore: store.keystore });
  assert.deepEqual(restored.journal.read(0), all);
  assert.equal(restored.vault.open('h1')?.reveal(), testPan().reveal());
  assert.equal(restored.verification.ok, true);
  sealing(restored, 'h2');
  restored.close();
  assert.ok(existsSync(join(store.folder, 'damaged-1', 'holdfast.db')));
  assert.ok(projectionText(store.folder).length > documents.length);
});

test('what the damaged journal still holds after the backup is saved with its numbers', async () => {
  const store = openTestStore();
  fill(store, 30);
  await store.backup({ recipients: [] });
  fill(store, 10, 100);
  sealing(store, 'late');
  store.close();
  const path = join(store.folder, 'holdfast.db');
  const bytes = readFileSync(path);
  const at = bytes.indexOf('"label":"Room 306"');
  bytes.write('9', at + 14);
  writeFileSync(path, bytes);
  assert.throws(() => openTestStore({ folder: store.folder }), corrupt);
  const report = await restoreBackup({
    folder: store.folder,
    file: newestOf(store.folder),
    keystore: store.keystore,
  });
  assert.equal(report.salvaged, 21);
  assert.equal(report.rows, 81);
  const restored = openTestStore({ folder: store.folder, keystore: store.keystore });
  assert.equal(restored.documents.count('hold'), 41);
  assert.equal(restored.vault.open('late')?.reveal(), testPan().reveal());
  restored.close();
});

test('on another terminal the holds are there and their numbers are not', async () => {
  const store = openTestStore();
  sealing(store, 'h1');
  const merchant = await generateX25519Identity();
  await store.backup({ recipients: [await identityToRecipient(merchant)] });
  store.close();
  const folder = temporaryFolder();
  const keystore = testKeystore('terminal two');
  const file = newestOf(store.folder);
  await assert.rejects(restoreBackup({ folder, file, keystore }), corrupt);
  assert.ok(!existsSync(join(folder, 'holdfast.db')));
  const report = await restoreBackup({ folder, file, keystore, identity: merchant });
  assert.deepEqual(report.numbers, { sealed: 1, openable: 0 });
  const other = openTestStore({ folder, keystore });
  assert.equal(other.verification.ok, true);
  assert.equal(other.documents.count('hold', ['open']), 1);
  assert.equal(other.vault.open('h1'), undefined);
  other.journal.append({ events: [holdOpened('h2')], seal: [{ token: 'h1', pan: testPan() }] });
  assert.equal(other.vault.open('h1')?.reveal(), testPan().reveal());
  other.close();
});

test('a number whose hold has ended does not come back with an older backup', async () => {
  const store = openTestStore();
  sealing(store, 'h1');
  sealing(store, 'h2');
  await store.backup({ recipients: [] });
  store.journal.append({ events: [{ kind: 'hold.shredded', holdId: 'h1', token: 'h1' }] });
  store.vault.shred('h1');
  store.close();
  const { folder, keystore } = store;
  await restoreBackup({ folder, file: newestOf(folder), keystore });
  const restored = openTestStore({ folder, keystore });
  assert.equal(restored.vault.open('h1'), undefined);
  assert.ok(restored.vault.open('h2'));
  restored.close();
});

test('a backup that is cut, changed or something else is refused and nothing is touched', async () => {
  const store = openTestStore();
  fill(store, 3);
  await store.backup({ recipients: [] });
  store.close();
  const good = readFileSync(newestOf(store.folder));
  const changed = Buffer.from(good);
  changed[good.length - 50] = (changed[good.length - 50] ?? 0) ^ 1;
  const before = filesOf(store.folder);
  for (const bytes of [
    good.subarray(0, -1),
    good.subarray(0, 100),
    changed,
    Buffer.from('no'),
    Buffer.alloc(0),
  ]) {
    const file = join(temporaryFolder(), 'bad.age');
    writeFileSync(file, bytes);
    const { folder, keystore } = store;
    await assert.rejects(restoreBackup({ folder, file, keystore }), corrupt);
    assert.deepEqual(filesOf(folder), before);
  }
});

test('a running terminal is not restored over', async () => {
  const store = openTestStore();
  fill(store, 1);
  await store.backup({ recipients: [] });
  const { folder, keystore } = store;
  await assert.rejects(restoreBackup({ folder, file: newestOf(folder), keystore }), (error) =>
    isFault(error, 'journal.inUse'),
  );
  store.close();
});

test('a power cut while the restored journal moves into place ends in the restored journal', async () => {
  const store = openTestStore();
  fill(store, 4);
  await store.backup({ recipients: [] });
  store.close();
  const { folder, keystore } = store;
  const ready = join(temporaryFolder(), 'ready.db');
  await decryptFile(newestOf(folder), await backupIdentity(keystore), ready);
  for (const moved of [[], ['holdfast.db-wal'], ['holdfast.db-wal', 'holdfast.db']]) {
    writeFileSync(join(folder, 'holdfast.db-wal'), 'of another journal');
    const aside = temporaryFolder();
    for (const name of moved) renameSync(join(folder, name), join(aside, name));
    writeFileSync(join(folder, 'holdfast.db.restoring'), readFileSync(ready), { mode: 0o600 });
    const restored = openTestStore({ folder, keystore });
    assert.equal(restored.journal.read(0).length, 8);
    assert.equal(restored.verification.ok, true);
    restored.close();
  }
});

test('the drill restores the newest backup in a corner and says how old and how good it is', async () => {
  let now = Date.UTC(2026, 10, 23, 8);
  const store = openTestStore({ now: () => now });
  const { folder, keystore } = store;
  const practise = () => drill({ folder, keystore, projector: testProjector, now: () => now });
  assert.deepEqual((await practise()).problem, 'there is no backup');
  fill(store, 10);
  await store.backup({ recipients: [] });
  now += 3_600_000;
  const good = await practise();
  assert.deepEqual([good.ok, good.rows, good.backupAgeMs], [true, 20, 3_600_000]);
  const file = newestOf(folder);
  const bytes = readFileSync(file);
  bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  const bad = await practise();
  assert.deepEqual([bad.ok, bad.backupAgeMs], [false, undefined]);
  assert.match(bad.problem ?? '', /cannot be opened/);
  assert.deepEqual(readdirSync(join(folder, 'backups')).length, 1);
  store.close();
});

test('when the newest backup is damaged the drill fails and says which older one is good, and the restore takes it', async () => {
  let now = Date.UTC(2026, 10, 23, 8);
  const store = openTestStore({ now: () => now });
  const { folder, keystore } = store;
  fill(store, 3);
  const good = (await store.backup({ recipients: [] })).file;
  now += 3_600_000;
  fill(store, 3, 10);
  await store.backup({ recipients: [] });
  writeFileSync(newestOf(folder), 'nonsense');
  now += 3_600_000;
  const end = await drill({ folder, keystore, projector: testProjector, now: () => now });
  assert.deepEqual([end.ok, end.file, end.backupAgeMs], [false, good, 7_200_000]);
  assert.match(end.problem ?? '', /^holdfast-.*-12\.age: /);
  store.close();
  tamper(folder, (db) => db.exec("UPDATE journal SET body = '{}' WHERE seq = 2"));
  const restoring = openRestoring({ folder, keystore, now: () => now });
  assert.equal((await restoring.restore('90', () => undefined)).takenMs, now - 7_200_000);
  const given = readdirSync(join(folder, 'damaged-1')).filter((name) => name.endsWith('.age'));
  assert.equal(
    given.length,
    0,
    'the rows after it were saved: the damaged backup stays the older one',
  );
  const again = openTestStore({ folder, keystore, now: () => now });
  assert.equal(again.verification.ok, true);
  again.close();
});

test('backups with rows that nobody has any more are put aside: those to come are the newer ones', async () => {
  let now = Date.UTC(2026, 10, 23, 8);
  const store = openTestStore({ now: () => now });
  const { folder, keystore } = store;
  fill(store, 3);
  const old = (await store.backup({ recipients: [] })).file;
  now += 3_600_000;
  fill(store, 30, 10);
  const late = (await store.backup({ recipients: [] })).file;
  store.close();
  writeFileSync(join(folder, 'holdfast.db'), 'ruined'.repeat(1000));
  await restoreBackup({ folder, file: join(folder, 'backups', old), keystore });
  assert.deepEqual(backupsOf(folder), [old]);
  assert.ok(existsSync(join(folder, 'damaged-1', late)));
});

test('foreign files beside the backups are left alone', async () => {
  const store = openTestStore();
  fill(store, 1);
  const usb = temporaryFolder();
  mkdirSync(join(usb, 'photos'));
  const foreign = formatBackupName('ffffffff', 0, 1);
  writeFileSync(join(usb, foreign), 'of another terminal');
  const once = { hours: 1, days: 1, weeks: 1 };
  for (let n = 0; n < 3; n++) {
    fill(store, 1, 10 + n);
    await store.backup({ recipients: [], places: [usb], keep: once });
  }
  assert.equal(readdirSync(usb).length, 3);
  assert.ok(existsSync(join(usb, foreign)));
  store.close();
});
