import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Swipe } from '#hal/head/contract.ts';
import { makeDecodedSwipe, makeSwipe } from '#hal/simulator/swipes.ts';
import { SwipeMemory } from '#src/flow/swipes.ts';
import { decodeSwipe } from '#src/stripe/decode.ts';
import { SwipeEvidence } from '#src/stripe/evidence.ts';
import { number, textsOf } from '../stripe/cards.ts';

const { track1, track2 } = textsOf(number);
const texts = { track1, track2 };
const unreadable = (seed: number): Swipe =>
  makeSwipe(texts, { jitterPercent: 30, speedInchesPerSecond: 20, seed });

const isWiped = ({ edges, bits }: Swipe): boolean =>
  edges.every(({ timestampsNs }) => timestampsNs.every((at) => at === 0n)) &&
  bits.every((track) => track.bits.every((bit) => bit === 0));

describe('what the terminal remembers of a swipe', () => {
  it('the edges of a swipe are overwritten, whether it was read or not', () => {
    const memory = new SwipeMemory();
    for (const swipe of [makeSwipe(texts), unreadable(1), makeDecodedSwipe(texts)]) {
      assert.ok(!isWiped(swipe));
      memory.take(swipe);
      assert.ok(isWiped(swipe));
    }
  });

  it('what one swipe left for the next is overwritten, every array of it', () => {
    const { evidence } = decodeSwipe(unreadable(2));
    const known = evidence.of(2);
    assert.ok(known !== undefined);
    const arrays = [
      known.codes,
      known.sound,
      known.shakes,
      known.bits,
      known.flipCosts,
      known.swapCosts,
    ];
    assert.ok(arrays.some((array) => array.some((each) => each !== 0)));
    assert.ok(known.bits.some((bit) => bit === 1) && known.codes.some((code) => code !== 0));
    evidence.wipe();
    for (const array of arrays) assert.ok(array.every((each) => each === 0));
    assert.equal(evidence.of(2), undefined);
  });

  it('is given up after three more swipes, when the wish has ended, and after a read', (test) => {
    const wipes = test.mock.method(SwipeEvidence.prototype, 'wipe');
    const memory = new SwipeMemory();
    const wipedAfter = (act: () => void): number => {
      const before = new Set(wipes.mock.calls.map(({ this: evidence }) => evidence)).size;
      act();
      return new Set(wipes.mock.calls.map(({ this: evidence }) => evidence)).size - before;
    };
    for (const seed of [1, 2, 3])
      assert.equal(
        wipedAfter(() => memory.take(unreadable(seed))),
        0,
      );
    assert.equal(
      wipedAfter(() => memory.take(unreadable(4))),
      1,
      'three are kept',
    );
    assert.equal(
      wipedAfter(() => memory.forget()),
      3,
      'the wish has ended',
    );
    assert.equal(
      wipedAfter(() => memory.take(unreadable(6))),
      0,
    );
    assert.equal(
      wipedAfter(() => memory.take(makeSwipe(texts))),
      2,
      'a read needs no memory',
    );
  });
});
