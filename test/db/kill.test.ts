import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openTestStore, temporaryFolder } from './helpers.ts';

const program = fileURLToPath(new URL('./append-forever.ts', import.meta.url));

/** Runs the writer until it has said so many steps, kills it, and gives the last one it said. */
async function killAfter(steps: number, folder: string): Promise<number> {
  const child = spawn(process.execPath, [program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('latin1');
  child.stdout.on('data', (text: string) => {
    said += text;
    if (said.split('\n').length > steps) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return Number(said.split('\n').at(-2));
}

test('kill -9 in the middle of writing loses no step that was acknowledged, and none in halves', async () => {
  for (const steps of [1, 2, 17, 60, 150]) {
    const folder = temporaryFolder();
    const last = await killAfter(steps, folder);
    const store = openTestStore({ folder });
    const rows = store.journal.read(0);
    assert.ok(rows.length >= last + 1, `${rows.length} rows, acknowledged up to ${last + 1}`);
    assert.ok(rows.length <= last + 3);
    assert.equal(rows.length % 2, 0);
    assert.equal(store.documents.count('hold'), rows.length / 2);
    assert.equal(store.verification.ok, true);
    store.close();
  }
});
