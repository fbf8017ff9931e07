import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readConfiguration } from '#hal/simulator/configuration.ts';
import { DataFolder } from '#hal/simulator/data-folder.ts';
import { parseOptions } from '#hal/simulator/options.ts';
import { runSimulator } from '#hal/simulator/run.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

test('the bundle of a device is built and shows its first screen', {
  timeout: 120_000,
}, async () => {
  const bundle = join(project, '.cache/bundle');
  const built = spawnSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      'node_modules/rollup/dist/bin/rollup',
      '-c',
      'rollup.config.ts',
      '--silent',
      '-d',
      bundle,
    ],
    { cwd: project, encoding: 'utf8' },
  );
  assert.deepEqual([built.status, built.stderr], [0, '']);
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-bundle-'));
  const options = parseOptions(['--port', '0', '--data', folder, '--headless']);
  const data = new DataFolder(folder);
  const running = await runSimulator({
    options,
    configuration: readConfiguration(options),
    data,
    version: 'test',
    program: join(bundle, 'scripts/terminal.js'),
  });
  try {
    const screen = await (await fetch(`${running.address}/api/screen`)).json();
    assert.equal((screen as { name: string }).name, 'home');
    assert.equal((await fetch(running.address)).status, 404, 'headless: no page');
  } finally {
    await running.stop();
    data.release();
    rmSync(folder, { recursive: true, force: true });
  }
});
