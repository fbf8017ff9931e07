import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeDecodedSwipe, makeSwipe, type SwipeOptions } from '#hal/simulator/swipes.ts';
import { decodeSwipe } from '#src/stripe/decode.ts';
import type { StripeRead } from '#src/stripe/read.ts';
import { number, testNumber, textsOf } from './cards.ts';

const texts = textsOf(number);
const from5to50: SwipeOptions = { speedInchesPerSecond: 5, acceleration: 10 };

function readsAll({ tracks, report }: StripeRead): void {
  assert.equal(tracks.track1?.data.reveal(), texts.track1);
  assert.equal(tracks.track2?.data.reveal(), texts.track2);
  assert.equal(tracks.track3?.data.reveal(), texts.track3);
  assert.deepEqual(
    report.tracks.map(({ result }) => result),
    ['read', 'read', 'read'],
  );
}

describe('a card in good order is read', () => {
  const passes: readonly (readonly [string, SwipeOptions])[] = [
    ['at an ordinary speed', {}],
    ['end first', { reversed: true }],
    ['as slowly as 5 inches a second', { speedInchesPerSecond: 5 }],
    ['as fast as 50 inches a second', { speedInchesPerSecond: 50 }],
    ['while it grows four times as fast', { acceleration: 4 }],
    ['while it slows down to a quarter', { acceleration: 0.25 }],
    ['end first and slowing down', { acceleration: 0.4, reversed: true }],
    ['by a hand that jerks', { jerk: { share: 0.3, everyMm: 23 } }],
    [
      'by a trembling hand',
      { jerk: { share: 0.2, everyMm: 18 }, jitterPercent: 3, reversed: true },
    ],
    ['from 5 to 50 inches a second', { ...from5to50, jitterPercent: 4 }],
    ['with an edge jitter of 6 %', { jitterPercent: 6 }],
    ['without leading zeros', { leadingZeros: 0, trailingZeros: 0 }],
    ['with two leading zeros, end first', { leadingZeros: 2, trailingZeros: 1, reversed: true }],
    ['with 5 leading zeros', { leadingZeros: 5 }],
    ['with 200 leading zeros, end first', { leadingZeros: 200, reversed: true }],
    ['with 400 leading zeros', { leadingZeros: 400 }],
  ];
  for (const [how, options] of passes) {
    it(how, () => readsAll(decodeSwipe(makeSwipe(texts, options))));
  }

  it('through a head that decodes by itself', () => {
    readsAll(decodeSwipe(makeDecodedSwipe(texts)));
    readsAll(decodeSwipe(makeDecodedSwipe(texts, true)));
  });

  it('with the longest tracks that ISO/IEC 7813 allows', () => {
    const longest = {
      track1: `B${number}^${'A'.repeat(26)}^3012201${'0'.repeat(23)}`,
      track2: `${number}=3012201${'1'.repeat(13)}`,
      track3: `99${number}=${'0'.repeat(85)}`,
    };
    const { tracks } = decodeSwipe(makeSwipe(longest, { jitterPercent: 4 }));
    assert.equal(tracks.track1?.data.reveal(), longest.track1);
    assert.equal(tracks.track2?.data.reveal(), longest.track2);
    assert.equal(tracks.track3?.data.reveal(), longest.track3);
  });
});

describe('what a card carries comes out in its fields', () => {
  it('number, expiry, service code and name', () => {
    const { track1, track2 } = decodeSwipe(makeSwipe(texts)).tracks;
    assert.equal(track2?.pan.reveal(), number);
    assert.deepEqual([track2?.expiry, track2?.serviceCode], ['3012', '201']);
    assert.deepEqual([track1?.expiry, track1?.serviceCode], ['3012', '201']);
    assert.equal(track1?.name, 'TEST/CARD ONE');
  });

  const refused: readonly (readonly [string, string, string])[] = [
    ['a track of another trade', '1234', 'format'],
    ['a month that is none', `${number}=30132010000`, 'format'],
    ['letters in the place of the number', '62220000000:;<=30122010000', 'format'],
    ['a wrong check digit', '6222000000000000=30122010000', 'luhn'],
  ];
  for (const [what, track2, problem] of refused) {
    it(`${what} gives no number`, () => {
      const { tracks, report } = decodeSwipe(makeSwipe({ track2 }));
      assert.deepEqual(tracks, {});
      assert.equal(report.tracks[1]?.result, 'unreadable');
      assert.equal(report.tracks[1]?.problem, problem);
    });
  }

  it('a number without a check digit counts when both tracks carry it', () => {
    const { tracks } = decodeSwipe(makeSwipe(textsOf('6222000000000000')));
    assert.equal(tracks.track1?.pan.reveal(), '6222000000000000');
    assert.equal(tracks.track2?.pan.reveal(), '6222000000000000');
  });

  it('two tracks with different numbers give none', () => {
    const other = textsOf(testNumber(5));
    const { tracks, report } = decodeSwipe(
      makeSwipe({ track1: texts.track1, track2: other.track2 }),
    );
    assert.deepEqual(tracks, {});
    assert.equal(report.tracks[0]?.problem, 'disagreement');
    assert.equal(report.tracks[1]?.problem, 'disagreement');
  });
});

describe('whatever comes from the lines ends in a report', () => {
  const edges = (timestamps: readonly number[]) => ({
    edges: [{ track: 2 as const, timestampsNs: BigInt64Array.from(timestamps, (t) => BigInt(t)) }],
    bits: [],
    lostEdges: 0,
  });
  const count = 3000;
  const strange: readonly (readonly [string, readonly number[], string])[] = [
    ['nothing', [], 'absent'],
    ['one edge', [5], 'absent'],
    ['edges that all come at once', Array(200).fill(7), 'absent'],
    ['a steady clock', Array.from({ length: 300 }, (_, i) => i * 300_000), 'blank'],
    ['edges at random', randomTimes(count, 1), 'unreadable'],
    ['edges at random, many at once', randomTimes(count, 0), 'unreadable'],
    ['growing silence', Array.from({ length: 60 }, (_, i) => 1.5 ** i).map(Math.round), 'any'],
  ];
  for (const [what, timestamps, result] of strange) {
    it(what, () => {
      const read = decodeSwipe(edges(timestamps));
      assert.deepEqual(read.tracks, {});
      if (result !== 'any') assert.equal(read.report.tracks[1]?.result, result);
    });
  }

  it('bits at random, or all alike', () => {
    for (const bits of [
      Uint8Array.from({ length: 16_384 }, () => 1),
      new Uint8Array(16_384),
      Uint8Array.from(randomTimes(5000, 0), (t) => t & 1),
    ]) {
      const read = decodeSwipe({ edges: [], bits: [{ track: 1, bits }], lostEdges: 0 });
      assert.deepEqual(read.tracks, {});
    }
  });

  it('a line that swings for ever takes no longer than a breath', () => {
    const begin = performance.now();
    decodeSwipe(edges(randomTimes(16_384, 1)));
    assert.ok(performance.now() - begin < 3000);
  });
});

function randomTimes(length: number, least: number): number[] {
  let seed = 12345;
  let at = 0;
  return Array.from({ length }, () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    at += least + ((seed >>> 12) % 400_000);
    return at;
  });
}
