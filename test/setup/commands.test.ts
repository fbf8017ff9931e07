import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('../../', import.meta.url));
const commands: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(`${top}package.json`, 'utf8'),
).scripts;

/** Exit code and what was said on standard error. */
const run = (script: string, option: string): Promise<readonly [number | null, string]> =>
  new Promise((resolve) => {
    const node = ['--disable-warning=ExperimentalWarning', `${top}${script}`, option];
    const child = execFile(process.execPath, node, { timeout: 60_000 }, (_error, _out, said) =>
      resolve([child.exitCode, said]),
    );
    child.stdin?.end();
  });

it('every command ends a wrong option with a sentence and code 2, never with a stack', async () => {
  const scripts = Object.entries(commands).flatMap(([name, command]) => {
    const [, script] = /^bash scripts\/node (scripts\/[\w-]+\.ts)$/.exec(command) ?? [];
    return script === undefined || ['test', 'start'].includes(name) ? [] : [script];
  });
  assert.ok(scripts.length > 15);
  for (const script of scripts) {
    const [code, said] = await run(script, '--no-such-option');
    assert.equal(code, 2, `${script}: ${said}`);
    assert.match(said, /no-such-option/, script);
    assert.doesNotMatch(said, /^\s+at /m, script);
  }
});
