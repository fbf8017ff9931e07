import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeSwipe, type StripeTexts, type SwipeOptions } from '#hal/simulator/swipes.ts';
import { decodeSwipe } from '#src/stripe/decode.ts';
import { decodePlainly } from './baseline.ts';
import { testNumber, textsOf } from './cards.ts';
import { judgeDisturbed } from './disturbance.ts';

/** Reads `count` different cards and counts the good ones; a wrong one fails the test. */
function goodReads(
  count: number,
  optionsOf: (i: number) => SwipeOptions,
  pick: (texts: Required<StripeTexts>) => StripeTexts,
): number {
  let good = 0;
  for (let i = 1; i <= count; i++) {
    const pan = testNumber(i * 7919);
    const texts = textsOf(pan, String(1_000_000_000 + ((i * 104_729) % 9_000_000)));
    const pass = { seed: i, speedInchesPerSecond: 5 + (i % 46), reversed: i % 2 === 1 };
    const acceleration = 0.5 + (i % 7) / 3;
    const swipe = makeSwipe(pick(texts), { ...pass, acceleration, ...optionsOf(i) });
    const { tracks, number } = decodeSwipe(swipe);
    for (const given of [...Object.values(tracks), number]) {
      if (given === undefined) continue;
      assert.equal(given.pan.reveal(), pan, `seed ${i} gave a wrong number`);
    }
    if (number !== undefined) good++;
  }
  return good / count;
}

const onlyTrack2 = ({ track2 }: Required<StripeTexts>) => ({ track2 });
const both = ({ track1, track2 }: Required<StripeTexts>) => ({ track1, track2 });

describe('of 100 swipes so many give the number, and none a wrong one', () => {
  const table: readonly (readonly [
    string,
    number,
    SwipeOptions,
    typeof both | typeof onlyTrack2,
  ])[] = [
    ['edge jitter of 6 %, track 2 alone', 0.99, { jitterPercent: 6 }, onlyTrack2],
    ['edge jitter of 8 %, track 2 alone', 0.9, { jitterPercent: 8 }, onlyTrack2],
    ['edge jitter of 8 %, tracks 1 and 2', 0.99, { jitterPercent: 8 }, both],
    ['edge jitter of 10 %, tracks 1 and 2', 0.7, { jitterPercent: 10 }, both],
    ['edge jitter of 16 %', 0, { jitterPercent: 16 }, both],
    ['1 edge of 1,000 missing', 0.95, { jitterPercent: 3, missingEdges: 0.001 }, both],
    ['1 stray edge in 1,000', 0.95, { jitterPercent: 3, noiseEdges: 0.001 }, both],
    ['1 edge of 100 missing', 0.2, { jitterPercent: 3, missingEdges: 0.01 }, both],
    ['1 stray edge in 100', 0.35, { jitterPercent: 3, noiseEdges: 0.01 }, both],
  ];
  for (const [what, least, options, pick] of table) {
    it(`${what}: at least ${100 * least}`, () => {
      const part = goodReads(200, () => options, pick);
      assert.ok(part >= least, `${100 * part} of 100`);
    });
  }

  it('a scratch of 2 mm anywhere: at least 40', () => {
    const scratch = (i: number) => ({ fromMm: 5 + (i % 70), toMm: 7 + (i % 70) });
    const part = goodReads(300, (i) => ({ jitterPercent: 3, dropOuts: [scratch(i)] }), both);
    assert.ok(part >= 0.4, `${100 * part} of 100`);
  });
});

describe('a field is as sure as the number', () => {
  // Each of these once gave a name, discretionary data or a number that was not the card's.
  const seeds: readonly (readonly [number, string])[] = [
    [673521, 'a lost edge in the name was put right in the wrong place, and the number agreed'],
    [717673, 'a bit was put right while two characters had been misread alike'],
    [907328, 'the same on track 1'],
    [119760, 'two cards with numbers in a row, each weak where the other was read'],
    [20496, 'the swipe before was of another card, whose tracks agreed with each other'],
  ];
  for (const [seed, what] of seeds) {
    it(what, () => {
      assert.deepEqual(judgeDisturbed(seed).mistakes, []);
    });
  }
});

it('edge jitter of 6 and 8 % is too much for a plain adaptive threshold', () => {
  const readsOf = (jitterPercent: number) => {
    let good = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const { track2 } = textsOf(testNumber(seed));
      const [edges] = makeSwipe({ track2 }, { seed, jitterPercent }).edges;
      if (decodePlainly(edges!.timestampsNs) === track2) good++;
    }
    return good / 200;
  };
  assert.ok(readsOf(1) === 1);
  assert.ok(readsOf(6) < 0.75, `${readsOf(6)}`);
  assert.ok(readsOf(8) < 0.15, `${readsOf(8)}`);
});

it('a swipe of three tracks is decoded in about a millisecond of CPU', () => {
  const swipes = Array.from({ length: 100 }, (_, i) =>
    makeSwipe(textsOf(testNumber(i)), { seed: i, jitterPercent: 6 }),
  );
  const rounds = Array.from({ length: 4 }, () => {
    const cpu = process.cpuUsage();
    for (const swipe of swipes) decodeSwipe(swipe);
    return process.cpuUsage(cpu).user / 1000 / swipes.length;
  });
  // Several times the figure of a quiet machine: this one may be busy, or counting what is covered.
  assert.ok(Math.min(...rounds) < 6, `${rounds} ms`);
});
