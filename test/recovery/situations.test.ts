import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaults } from '#src/config/defaults.ts';
import { diagnose } from '#src/recovery/diagnose.ts';
import type { Cause, NextTest } from '#src/recovery/evidence.ts';
import { confusion } from './confusion.ts';
import { situations } from './situations.ts';

const context = { policies: defaults.policies, readerReady: true, hasStripe: true };
const asked = (test: NextTest | undefined): string | undefined =>
  test?.type === 'question' ? test.question : test?.test;

describe('what was seen at a counter, and what it is', () => {
  for (const { what, evidence, cause, finding, next } of situations())
    it(`${what}: ${cause}`, () => {
      const diagnosis = diagnose(evidence, context);
      assert.equal(diagnosis.cause, cause);
      if (finding !== undefined) assert.equal(diagnosis.finding, finding);
      if (next !== undefined) assert.equal(asked(diagnosis.nextTest), next);
    });

  it('at least 120 situations, and each of the causes among them', () => {
    const causes = new Set<Cause>(situations().map(({ cause }) => cause));
    assert.ok(situations().length >= 120);
    assert.equal(causes.size, 11);
  });

  it('what is not known is never without a question while one is left', () => {
    for (const { what, evidence } of situations()) {
      const { cause, nextTest } = diagnose(evidence, context);
      if (cause === 'unknown') assert.ok(nextTest !== undefined, what);
    }
  });

  it('nothing is claimed without evidence, and nobody is accused by what clears them', () => {
    for (const { what, evidence, cause } of situations()) {
      const { because, alternatives } = diagnose(evidence, context);
      assert.ok(evidence.length === 0 || because.length > 0, what);
      assert.ok(
        because.every((item) => evidence.includes(item)),
        what,
      );
      assert.ok(!alternatives.includes(cause), what);
    }
  });

  // A missing piece may be the very one that told two causes apart: then the label is no longer what was seen.
  it('disturbed a thousand times, hardly one comes out as another cause', () => {
    const { cells, total } = confusion({ seed: 7, perturbed: 1_000 });
    const wrong = cells.filter(
      ({ label, diagnosed }) =>
        label !== diagnosed && label !== 'unknown' && diagnosed !== 'unknown',
    );
    const share = wrong.reduce((sum, { count }) => sum + count, 0) / total;
    assert.ok(share < 0.06, `${(100 * share).toFixed(1)} % are called another cause`);
  });
});
