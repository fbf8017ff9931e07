import assert from 'node:assert/strict';
import { it } from 'node:test';
import { trackBits } from '#hal/simulator/swipes.ts';
import { trackFormats } from '#src/stripe/alphabet.ts';
import { frameAt, startSentinels } from '#src/stripe/characters.ts';

const bitsOf = (track: 1 | 2 | 3, text: string) => Uint8Array.from(trackBits(track, text));

it('characters lie least significant bit first with odd parity, after the sentinel the data, then the LRC', () => {
  assert.equal(
    bitsOf(2, ';12=?').join(''),
    // ;      1      2      =      ?      LRC of them: 0B^01^02^0D^0F = 0A
    ['11010', '10000', '01000', '10110', '11111', '01011'].join(''),
  );
  assert.equal(bitsOf(1, '%B?').slice(0, 7).join(''), '1010001');
});

it('a track 2 from a text book: the LRC makes every column even', () => {
  const frame = frameAt(bitsOf(2, ';4000001234567899=99011200000000000000?'), 0, trackFormats[2]);
  assert.equal(frame.problem, undefined);
  assert.equal(
    frame.codes.reduce((sum, code) => sum ^ code, 0),
    0,
  );
  assert.equal(frame.codes.length, 40);
});

it('what is wrong with a track is named', () => {
  const format = trackFormats[2];
  const good = bitsOf(2, ';12=34?');
  const flipped = (...places: readonly number[]) =>
    good.map((bit, i) => (places.includes(i) ? 1 - bit : bit));
  const named = (bits: Uint8Array) => frameAt(bits, 0, format).problem;
  assert.equal(named(good), undefined);
  assert.equal(named(flipped(6)), 'parity');
  assert.deepEqual(frameAt(flipped(6), 0, format).parityErrors, [1]);
  assert.equal(named(flipped(6, 7)), 'lrc');
  assert.equal(named(good.slice(0, 30)), 'noEndSentinel');
  assert.equal(named(new Uint8Array(300)), 'tooLong');
});

it('the start sentinel is found after zeros and at the very beginning', () => {
  const zeros = new Uint8Array(7);
  const bits = bitsOf(2, ';12=34?');
  assert.deepEqual(startSentinels(bits, trackFormats[2], 4)[0], 0);
  assert.deepEqual(startSentinels(Uint8Array.from([...zeros, ...bits]), trackFormats[2], 4)[0], 7);
  assert.deepEqual(startSentinels(zeros, trackFormats[2], 4), []);
});
