import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runTarget, targets } from './targets.ts';

const inputs = 10_000;

for (const [name, { share }] of Object.entries(targets)) {
  test(`damaged and random input ends under a name: ${name}`, () => {
    const count = Math.ceil((inputs * share) / 1000);
    const tally = runTarget(name, count, 1);
    assert.equal(
      [...tally.values()].reduce((sum, times) => sum + times, 0),
      count,
    );
    assert.ok(tally.size > 1, 'both good and bad ends were met');
  });
}

test('the shares of the targets are thousandths of a run', () => {
  assert.equal(
    Object.values(targets).reduce((sum, { share }) => sum + share, 0),
    1000,
  );
});

test('a broken promise names the target, the seed and the input', () => {
  assert.throws(() => runTarget('nobody', 1, 7), /no target nobody/);
});
