import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Swipe } from '#hal/head/contract.ts';
import { makeSwipe, type SwipeOptions } from '#hal/simulator/swipes.ts';
import { compareSwipes, type SwipeLook } from '#src/stripe/compare.ts';
import { decodeSwipe } from '#src/stripe/decode.ts';
import { leaned, type WeakKind, weakTracksOf } from '#src/stripe/weakness.ts';
import { testNumber, textsOf } from './cards.ts';

const cardTexts = (serial: number) => {
  const { track1, track2 } = textsOf(testNumber(serial));
  return { track1, track2 };
};
const swipeOf = (serial: number, options: SwipeOptions = {}) =>
  makeSwipe(cardTexts(serial), { seed: serial, ...options });
const reportOf = (swipe: Swipe) => decodeSwipe(swipe).report;

/** Every edge of a track later by so many nanoseconds: it passes the head after the others. */
function behind(swipe: Swipe, track: 1 | 2, byNs: bigint): Swipe {
  const edges = swipe.edges.map((each) =>
    each.track === track ? { track, timestampsNs: each.timestampsNs.map((at) => at + byNs) } : each,
  );
  return { ...swipe, edges };
}

/** Two tracks of one card, each with its own disturbance. */
const together = (one: Swipe, two: Swipe): Swipe => ({
  ...one,
  edges: [...one.edges.filter((e) => e.track === 1), ...two.edges.filter((e) => e.track === 2)],
});

describe('how a track was weak', () => {
  const table: readonly (readonly [string, SwipeOptions, WeakKind])[] = [
    ['a scratch of 2 mm', { jitterPercent: 3, dropOuts: [{ fromMm: 30, toMm: 32 }] }, 'worn'],
    ['the same, end first', { reversed: true, dropOuts: [{ fromMm: 30, toMm: 32 }] }, 'worn'],
    ['one edge in seven lost', { missingEdges: 0.15 }, 'gaps'],
    ['one edge in five too many', { noiseEdges: 0.2 }, 'strays'],
    ['edges off by 12 % of a bit', { jitterPercent: 12 }, 'shaken'],
  ];
  for (const [what, options, kind] of table) {
    it(`${what}: ${kind}`, () => {
      for (const serial of [1, 2, 3, 4]) {
        const weak = weakTracksOf(reportOf(swipeOf(serial, options)));
        assert.ok(weak.length > 0);
        assert.deepEqual(
          weak.map((each) => each.kind),
          weak.map(() => kind),
        );
        for (const { zone } of weak) {
          assert.equal(zone !== undefined, kind === 'worn');
          if (zone !== undefined) assert.ok(zone.fromMm <= 34 && zone.toMm >= 28);
        }
      }
    });
  }

  it('a track 2 that is not there while track 1 speaks: silent', () => {
    const { track1 } = cardTexts(1);
    const weak = weakTracksOf(reportOf(makeSwipe({ track1 })));
    assert.deepEqual(weak, [{ track: 2, kind: 'silent' }]);
  });

  it('a card without tracks 1 and 3 is not weak, and neither is silence', () => {
    const { track2 } = cardTexts(1);
    assert.deepEqual(weakTracksOf(reportOf(makeSwipe({ track2 }))), []);
    assert.deepEqual(weakTracksOf(reportOf(makeSwipe({}))), []);
  });
});

describe('a card that leaned in the slot', () => {
  it('is seen where one track is shaken all along and the other is steady', () => {
    const worn = { jitterPercent: 2, dropOuts: [{ fromMm: 20, toMm: 22 }] };
    const swipe = together(swipeOf(1, { jitterPercent: 13 }), swipeOf(1, worn));
    assert.ok(leaned(reportOf(swipe)));
  });

  it('is not blamed for shaking that all tracks share, nor for a scratch', () => {
    assert.ok(!leaned(reportOf(swipeOf(1, { jitterPercent: 13 }))));
    assert.ok(!leaned(reportOf(swipeOf(1, { dropOuts: [{ fromMm: 30, toMm: 32 }] }))));
    assert.ok(!leaned(reportOf(swipeOf(1, { dropOuts: [{ fromMm: 12, toMm: 30 }] }))));
    assert.ok(!leaned(reportOf(swipeOf(1))));
  });

  for (const reversed of [false, true]) {
    it(`shows its angle by where the tracks begin (${reversed ? 'end first' : 'forward'})`, () => {
      const straight = swipeOf(1, { speedInchesPerSecond: 20, reversed });
      assert.ok(Math.abs(reportOf(straight).tiltDegrees ?? 9) < 0.5);
      // 3.3 mm between the tracks; 1 ms at 20 in/s is 0.508 mm: 8.75 degrees.
      const { tiltDegrees } = reportOf(behind(straight, 2, 1_000_000n));
      assert.ok(Math.abs((tiltDegrees ?? 0) + 8.75) < 0.3, `${tiltDegrees}`);
    });
  }

  it('is blamed for tracks shifted against each other that could not be read', () => {
    const scratch = { dropOuts: [{ fromMm: 60, toMm: 62 }] };
    assert.ok(leaned(reportOf(behind(swipeOf(1, scratch), 2, 1_000_000n))));
  });
});

describe('cards held against each other', () => {
  const look = (serial: number, options: SwipeOptions): SwipeLook => ({
    card: `${serial}`,
    weak: weakTracksOf(reportOf(swipeOf(serial, options))),
  });
  const dirt = { missingEdges: 0.15, dropOuts: [{ fromMm: 25, toMm: 31 }] };
  const scratch = (fromMm: number) => ({ dropOuts: [{ fromMm, toMm: fromMm + 2 }] });

  it('three different cards that are weak in the same way accuse the head', () => {
    const looks = [1, 2, 3].map((serial) => look(serial, dirt));
    assert.equal(compareSwipes(looks.slice(0, 2)).type, 'unclear');
    const found = compareSwipes(looks);
    assert.deepEqual(found.type === 'headWeak' && [found.cards, found.kind], [3, 'gaps']);
  });

  it('three cards worn at the same place accuse the head, too', () =>
    assert.equal(compareSwipes([1, 2, 3].map((n) => look(n, scratch(30)))).type, 'headWeak'));

  it('one card three times accuses nobody', () =>
    assert.equal(compareSwipes([1, 1, 1].map((n) => look(n, dirt))).type, 'unclear'));

  it('three cards that are each worn elsewhere are three damaged cards', () => {
    const found = compareSwipes([20, 35, 50].map((fromMm, i) => look(i + 1, scratch(fromMm))));
    assert.equal(found.type, 'cardDamaged');
    assert.ok(found.type === 'cardDamaged' && found.zone.fromMm >= 46 && found.zone.toMm <= 56);
  });

  it('three cards weak in three different ways accuse nobody', () => {
    const looks = [look(1, dirt), look(2, { jitterPercent: 12 }), look(3, { noiseEdges: 0.2 })];
    assert.equal(compareSwipes(looks).type, 'unclear');
    assert.equal(compareSwipes([]).type, 'unclear');
  });
});
