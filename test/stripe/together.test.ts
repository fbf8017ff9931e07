import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Swipe } from '#hal/head/contract.ts';
import { makeSwipe, type SwipeOptions } from '#hal/simulator/swipes.ts';
import { decodeSwipe } from '#src/stripe/decode.ts';
import { testNumber, textsOf } from './cards.ts';

const number = testNumber(9_753_186);
const texts = textsOf(number, '7654321765');
const track2Only = { track2: texts.track2 };
const scratch = (fromMm: number, toMm: number): SwipeOptions => ({
  jitterPercent: 2,
  dropOuts: [{ fromMm, toMm }],
});

/** A scratch at this place or soon after it that hides something: zeros may well be guessed. */
function hiding(fromMm: number, options: SwipeOptions = {}): SwipeOptions {
  for (let from = fromMm; from < fromMm + 10; from += 0.3) {
    const pass = { ...scratch(from, from + 1), ...options };
    if (decodeSwipe(makeSwipe(track2Only, pass)).tracks.track2 === undefined) return pass;
  }
  throw new Error('ten millimetres of zeros');
}

/** A pass in which one track was disturbed and the other was not. */
function mixed(track1: Swipe, track2: Swipe): Swipe {
  return {
    edges: [
      ...track1.edges.filter(({ track }) => track === 1),
      ...track2.edges.filter(({ track }) => track === 2),
    ],
    bits: [],
    lostEdges: 0,
  };
}

/** Takes away or adds an edge of track 2, counted from the first data bit. */
function edited(swipe: Swipe, edit: (timestamps: bigint[]) => void): Swipe {
  const edges = swipe.edges.map(({ track, timestampsNs }) => {
    const timestamps = [...timestampsNs];
    if (track === 2) edit(timestamps);
    return { track, timestampsNs: BigInt64Array.from(timestamps) };
  });
  return { ...swipe, edges };
}

describe('a single weak bit', () => {
  const shaken = (track2: string) =>
    [...Array(400).keys()].map((seed) =>
      decodeSwipe(makeSwipe({ track2 }, { jitterPercent: 9.5, seed: seed + 1 })),
    );

  it('is put right when the answer is unique and passes Luhn', () => {
    let repaired = 0;
    for (const { tracks, report } of shaken(texts.track2)) {
      if (report.tracks[1]?.result === 'repaired') repaired++;
      if (tracks.track2 !== undefined) assert.equal(tracks.track2.data.reveal(), texts.track2);
    }
    assert.ok(repaired >= 3, `${repaired} of 400`);
  });

  it('is not put right when the number then fails Luhn', () => {
    for (const { report, tracks } of shaken(textsOf('6222000097531860').track2)) {
      assert.notEqual(report.tracks[1]?.result, 'repaired');
      assert.deepEqual(tracks, {});
    }
  });

  it('is none at all where a stray edge can be told by its place', () => {
    let given = 0;
    for (let at = 40; at < 240; at++) {
      const stray = (timestamps: bigint[]) => {
        const before = timestamps[at]!;
        const cell = timestamps[at + 1]! - before;
        timestamps.splice(at + 1, 0, before + (cell * 27n) / 100n);
      };
      const { track2 } = decodeSwipe(edited(makeSwipe(track2Only), stray)).tracks;
      if (track2 === undefined) continue;
      assert.equal(track2.data.reveal(), texts.track2);
      given++;
    }
    assert.ok(given >= 190, `${given} of 200`);
  });

  it('that left no trace is put right only when track 1 has the same number', () => {
    let alone = 0;
    let together = 0;
    for (let at = 40; at < 240; at++) {
      const lost = (timestamps: bigint[]) => void timestamps.splice(at, 1);
      const pass = edited(makeSwipe(texts, { jitterPercent: 1 }), lost);
      const without = { ...pass, edges: pass.edges.filter(({ track }) => track === 2) };
      if (decodeSwipe(without).tracks.track2 !== undefined) alone++;
      const { track2 } = decodeSwipe(pass).tracks;
      if (track2 === undefined) continue;
      assert.equal(track2.data.reveal(), texts.track2);
      together++;
    }
    assert.ok(together > alone, `${alone} alone, ${together} together`);
  });
});

describe('tracks 1 and 2 together', () => {
  it('a scratch in the number on track 2 is filled from track 1', () => {
    const pass = mixed(makeSwipe(texts), makeSwipe(texts, scratch(20, 21)));
    const { tracks, report } = decodeSwipe(pass);
    assert.equal(tracks.track1?.pan.reveal(), number);
    assert.equal(tracks.track2?.data.reveal(), texts.track2);
    assert.equal(report.tracks[1]?.result, 'combined');
  });

  it('a scratch in what only track 2 carries leaves it unread, and the number is still there', () => {
    const pass = mixed(makeSwipe(texts), makeSwipe(texts, scratch(58, 60)));
    const { tracks, report } = decodeSwipe(pass);
    assert.equal(tracks.track1?.pan.reveal(), number);
    assert.equal(tracks.track2, undefined);
    assert.equal(report.tracks[1]?.result, 'unreadable');
  });
});

describe('a number without a whole track', () => {
  it('is given where both tracks are damaged behind it and agree', () => {
    const damaged = makeSwipe(texts, { jitterPercent: 3, dropOuts: [{ fromMm: 54, toMm: 57 }] });
    const { tracks, number: found } = decodeSwipe(damaged);
    assert.equal(tracks.track2, undefined);
    assert.equal(found?.pan.reveal(), number);
    assert.equal(found?.expiry, '3012');
  });

  it('is not given by one track alone', () => {
    const { number: found } = decodeSwipe(makeSwipe(track2Only, scratch(54, 57)));
    assert.equal(found, undefined);
  });

  it('is given by one track when the next swipe agrees, and not when it was another card', () => {
    const first = decodeSwipe(makeSwipe(track2Only, scratch(54, 57)));
    const again = makeSwipe(track2Only, { ...scratch(54, 57), seed: 2 });
    assert.equal(decodeSwipe(again, [first.evidence]).number?.pan.reveal(), number);
    const other = makeSwipe({ track2: textsOf(testNumber(4)).track2 }, scratch(54, 57));
    assert.equal(decodeSwipe(other, [first.evidence]).number, undefined);
  });
});

describe('repeated swipes', () => {
  it('that are weak in different places give the card together', () => {
    const first = decodeSwipe(makeSwipe(track2Only, hiding(24)));
    assert.deepEqual(first.tracks, {});
    const second = decodeSwipe(makeSwipe(track2Only, hiding(52)), [first.evidence]);
    assert.equal(second.tracks.track2?.data.reveal(), texts.track2);
    assert.equal(second.report.tracks[1]?.result, 'combined');
  });

  it('in opposite directions do as well', () => {
    const first = decodeSwipe(makeSwipe(track2Only, hiding(24, { reversed: true })));
    const second = decodeSwipe(makeSwipe(track2Only, hiding(52)), [first.evidence]);
    assert.equal(second.tracks.track2?.data.reveal(), texts.track2);
  });

  it('of two different cards never make a third one', () => {
    for (let i = 1; i < 60; i++) {
      const other = textsOf(testNumber(i)).track2;
      const first = decodeSwipe(
        makeSwipe({ track2: other }, scratch(10 + (i % 40), 11 + (i % 40))),
      );
      const second = decodeSwipe(makeSwipe(track2Only, scratch(50 - (i % 40), 51 - (i % 40))), [
        first.evidence,
      ]);
      const found = second.tracks.track2?.data.reveal();
      assert.ok(found === undefined || found === texts.track2);
    }
  });

  it('with heavy jitter give in two what one alone does not', () => {
    let one = 0;
    let two = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const pass = (n: number) => makeSwipe(texts, { jitterPercent: 11, seed: 100 * seed + n });
      const first = decodeSwipe(pass(1));
      const second = decodeSwipe(pass(2), [first.evidence]);
      if (first.tracks.track2 !== undefined) one++;
      if ((first.tracks.track2 ?? second.tracks.track2) !== undefined) two++;
      for (const { track2 } of [first.tracks, second.tracks]) {
        if (track2 !== undefined) assert.equal(track2.pan.reveal(), number);
      }
    }
    assert.ok(two > one, `${one} and ${two} of 60`);
  });

  it('of another card give nothing where this swipe shows nothing', () => {
    const damaged = (serial: number) =>
      makeSwipe(textsOf(testNumber(serial)), { dropOuts: [{ fromMm: 54, toMm: 57 }] });
    const left = decodeSwipe(damaged(1)).evidence;
    const again = decodeSwipe(damaged(1)).evidence;
    for (const swipe of [
      makeSwipe({ track3: texts.track3 }, { missingEdges: 0.3 }),
      makeSwipe(textsOf(testNumber(2)), { jitterPercent: 16, dropOuts: [{ fromMm: 9, toMm: 40 }] }),
    ]) {
      const { number: found, tracks } = decodeSwipe(swipe, [left, again]);
      assert.deepEqual([found, tracks], [undefined, {}]);
    }
  });

  it('that shake in the same way are one look: the same fault twice confirms nothing', () => {
    let weak = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const pass = () => makeSwipe(track2Only, { jitterPercent: 10, seed });
      const first = decodeSwipe(pass());
      if (first.report.tracks[1]?.problem !== 'weak') continue;
      weak++;
      assert.deepEqual(decodeSwipe(pass(), [first.evidence]).tracks, {}, `seed ${seed}`);
    }
    assert.ok(weak >= 20, `${weak} of 300`);
  });

  it('leave nothing behind once their evidence is wiped', () => {
    const first = decodeSwipe(makeSwipe(track2Only, hiding(24)));
    first.evidence.wipe();
    const second = decodeSwipe(makeSwipe(track2Only, hiding(52)), [first.evidence]);
    assert.deepEqual(second.tracks, {});
  });
});
