import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { weaknesses } from './weakness.ts';

const program = fileURLToPath(new URL('../../scripts/seeds.ts', import.meta.url));

/** In a process of its own, because a terminal that dies there ends nobody else. */
function seeds(...options: readonly string[]): {
  readonly status: number | null;
  readonly text: string;
} {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', program, ...options],
    { encoding: 'utf8' },
  );
  return { status, text: stdout + stderr };
}

describe('a shop in which everything goes wrong, in virtual time', () => {
  it('loses no approval, books none twice and lets no number out in 150 seeds', () => {
    const { status, text } = seeds('150');
    assert.match(text, /150 seeds.*: 0 violations/);
    assert.equal(status, 0, text);
  });

  it('takes the same course twice from one seed', () => {
    const [first, again] = [seeds('--seed', '24'), seeds('--seed', '24')];
    assert.match(first.text, /hash [0-9a-f]{64}/);
    assert.equal(first.text, again.text);
    assert.notEqual(first.text, seeds('--seed', '25').text);
  });

  for (const weakness of weaknesses)
    it(`finds a terminal that is broken on purpose (${weakness})`, () => {
      const { status, text } = seeds('400', '--weakness', weakness, '--until-found');
      assert.match(text, new RegExp(`^${weakness}: found`));
      assert.equal(status, 0, text);
    });
});
