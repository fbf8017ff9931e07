import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../scripts/crash.ts', import.meta.url));
const noStrace = spawnSync('strace', ['-V']).status === 0 ? false : 'needs strace';

test('a run that is cut off at its system calls forgets nothing, and the replay sees what would', {
  skip: noStrace,
}, () => {
  const options = ['--scenario', 'cancellation', '--every', '9', '--seed', '7'];
  const { status, stdout } = spawnSync(process.execPath, [script, ...options], {
    encoding: 'utf8',
  });
  assert.match(stdout, /states: 0 lost, 0 duplicated, 0 unreconciled, 0 corrupt \(seed 7\)/);
  assert.equal(stdout.match(/^with .*/gm)?.length, 3);
  assert.equal(status, 0, stdout);
});
