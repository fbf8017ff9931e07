import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fileKeyFolder } from '#hal/keystore/key-folder.ts';
import { SoftwareKeystore } from '#hal/keystore/software.ts';
import { tdes } from '#src/security/block-cipher.ts';
import { fill, holdOpened, openTestStore, temporaryFolder, testPan } from './helpers.ts';

const script = fileURLToPath(new URL('../../scripts/restore.ts', import.meta.url));

function restore(...options: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...options], {
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

test('the command restores the newest backup with the terminal’s own keys and says what came back', async () => {
  const folder = join(temporaryFolder(), 'data');
  openTestStore({ folder }).close();
  const softwareKeystore = () =>
    new SoftwareKeystore({
      cipher: tdes,
      masterKey: new Uint8Array(16),
      folder: fileKeyFolder(join(folder, 'keys')),
    });
  const store = openTestStore({ folder, keystore: softwareKeystore() });
  fill(store, 3);
  store.journal.append({ events: [holdOpened('h')], seal: [{ token: 't', pan: testPan() }] });
  await store.backup({ recipients: [] });
  assert.match(restore('--data', folder).said, /in use by another running terminal/);
  store.close();
  writeFileSync(join(folder, 'holdfast.db'), 'ruined');
  const done = restore('--data', folder);
  assert.equal(done.status, 0, done.said);
  assert.match(done.said, /7 rows/);
  assert.match(done.said, /1 of 1 sealed card numbers/);
  const again = openTestStore({ folder, keystore: softwareKeystore() });
  assert.equal(again.vault.open('t')?.reveal(), testPan().reveal());
  again.close();
  assert.match(restore('--data', temporaryFolder()).said, /There is no backup/);
});
