import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runSeed } from './course.ts';
import { weaknesses } from './world.ts';

const seeds = Number(process.env.HANDOVER_SEEDS ?? 400);

describe('a hold between terminals that lose messages and power', () => {
  it(`is never chargeable at two of them, never charged twice and never lost, in ${seeds} seeds`, () => {
    let cuts = 0;
    for (let seed = 1; seed <= seeds; seed++) {
      const course = runSeed(seed);
      cuts += course.cuts;
      assert.deepEqual(course.problems, [], `seed ${seed}`);
    }
    assert.ok(cuts > seeds / 4, `only ${cuts} cuts of power`);
  });

  for (const weakness of weaknesses)
    it(`is found out when the rule is broken on purpose (${weakness})`, () => {
      for (let seed = 1; seed <= 1_500; seed++)
        if (runSeed(seed, weakness).problems.length > 0) return;
      assert.fail('the judge saw nothing');
    });
});
