import assert from 'node:assert/strict';
import { it } from 'node:test';
import { makeDecodedSwipe, makeSwipe } from '#hal/simulator/swipes.ts';
import { decodeSwipe, wipeSwipe } from '#src/stripe/decode.ts';
import { testNumber, textsOf } from './cards.ts';

it('a track 3 with another number stands back, and the card keeps its own', () => {
  const own = textsOf(testNumber(1));
  const { track3 } = textsOf(testNumber(2));
  const { number, tracks, report } = decodeSwipe(makeSwipe({ ...own, track3 }));
  assert.equal(number?.pan.reveal(), testNumber(1));
  assert.equal(tracks.track3, undefined);
  assert.equal(report.tracks[2]?.problem, 'disagreement');
});

it('a few bits of a head with its own decoder are no track', () => {
  const bits = [{ track: 2, bits: new Uint8Array(20).fill(1) } as const];
  const { tracks, number, report } = decodeSwipe({ edges: [], bits, lostEdges: 0 });
  assert.deepEqual(tracks, {});
  assert.equal(number, undefined);
  assert.equal(report.tracks[1]?.result, 'absent');
});

it('bits and edges of a swipe are overwritten after use', () => {
  const texts = textsOf(testNumber(3));
  const [timed, decoded] = [makeSwipe(texts), makeDecodedSwipe(texts)];
  wipeSwipe(timed);
  wipeSwipe(decoded);
  assert.ok(timed.edges.every(({ timestampsNs }) => timestampsNs.every((ns) => ns === 0n)));
  assert.ok(decoded.bits.every(({ bits }) => bits.every((bit) => bit === 0)));
});
