import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { makeSwipe } from '#hal/simulator/swipes.ts';
import { decodeSwipe, wipeSwipe } from '#src/stripe/decode.ts';
import { number, textsOf } from './cards.ts';

const texts = textsOf(number);

describe('the report of a swipe tells', () => {
  for (const reversed of [false, true]) {
    const direction = reversed ? 'reversed' : 'forward';
    it(`that the card ran ${direction}, and how fast`, () => {
      const pass = { reversed, speedInchesPerSecond: 10, acceleration: 3 };
      const { report } = decodeSwipe(makeSwipe(texts, pass));
      assert.equal(report.direction, direction);
      const points = reversed ? report.speed.toReversed() : report.speed;
      for (const [i, { mm, inchesPerSecond }] of points.entries()) {
        assert.ok(i === 0 || mm > points[i - 1]!.mm);
        const way = (reversed ? 85.6 - mm : mm) / 85.6;
        assert.ok(Math.abs(inchesPerSecond / (10 * (1 + 2 * way)) - 1) < 0.04);
      }
    });
  }

  for (const jitterPercent of [2, 5, 8]) {
    it(`that edges jitter by ${jitterPercent} % of a bit`, () => {
      const { report } = decodeSwipe(makeSwipe(texts, { jitterPercent }));
      for (const track of report.tracks) {
        assert.ok(Math.abs(track.jitterPercent - jitterPercent) < 0.15 * jitterPercent + 0.2);
      }
    });
  }

  for (const reversed of [false, true]) {
    it(`where the stripe is damaged (${reversed ? 'end first' : 'forward'})`, () => {
      const dropOuts = [{ fromMm: 30, toMm: 32 }];
      const { report } = decodeSwipe(makeSwipe(texts, { reversed, dropOuts, jitterPercent: 2 }));
      for (const { weakZones, result } of report.tracks) {
        if (result !== 'unreadable' || weakZones.length === 0) continue;
        const [worst] = weakZones;
        assert.ok(
          worst !== undefined && worst.fromMm <= 34 && worst.toMm >= 28,
          inspect(weakZones),
        );
      }
      assert.ok(report.tracks.some(({ weakZones }) => weakZones.length > 0));
    });
  }

  it('no weak zone on a card in good order', () => {
    const { report } = decodeSwipe(makeSwipe(texts, { jitterPercent: 3 }));
    assert.deepEqual(
      report.tracks.map(({ weakZones }) => weakZones),
      [[], [], []],
    );
  });

  it('which tracks carry nothing', () => {
    const clock = BigInt64Array.from({ length: 400 }, (_, i) => BigInt(i) * 200_000n);
    const { edges } = makeSwipe({ track2: texts.track2 });
    const swipe = { edges: [...edges, { track: 1 as const, timestampsNs: clock }] };
    const { report } = decodeSwipe({ ...swipe, bits: [], lostEdges: 3 });
    assert.deepEqual(
      report.tracks.map(({ result }) => result),
      ['blank', 'read', 'absent'],
    );
    assert.equal(report.lostEdges, 3);
  });

  it('parity errors and a wrong check character', () => {
    const dropOuts = [{ fromMm: 30, toMm: 30.5 }];
    const { report } = decodeSwipe(makeSwipe({ track2: texts.track2 }, { dropOuts }));
    const { parityErrors, lrcError } = report.tracks[1]!;
    assert.ok(parityErrors > 0 || lrcError || report.tracks[1]!.result !== 'unreadable');
  });
});

describe('card data stays where it is needed', () => {
  it('nothing that prints a read shows a number, a name or a track', () => {
    const read = decodeSwipe(makeSwipe(texts));
    const failed = decodeSwipe(makeSwipe(texts, { dropOuts: [{ fromMm: 20, toMm: 22 }] }));
    const hidden = { ...read.tracks.track1, name: '' };
    for (const shown of [
      JSON.stringify(read.tracks.track2),
      JSON.stringify(hidden),
      inspect(read.tracks.track2, { depth: 9, showHidden: true }),
      JSON.stringify(failed.report),
      JSON.stringify(failed.evidence),
      inspect(failed.evidence, { depth: 9, showHidden: true }),
      `${read.tracks.track2?.data}`,
    ]) {
      assert.ok(!shown.includes(number), shown);
      assert.ok(!/\d{12}/.test(shown), shown);
    }
  });

  it('track data and swipes can be overwritten', () => {
    const swipe = makeSwipe({ track2: texts.track2 });
    const { data } = decodeSwipe(swipe).tracks.track2!;
    data.wipe();
    assert.ok(!data.reveal().includes('6'));
    wipeSwipe(swipe);
    assert.ok(swipe.edges[0]?.timestampsNs.every((timestamp) => timestamp === 0n));
  });
});
