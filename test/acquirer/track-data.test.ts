import assert from 'node:assert/strict';
import { test } from 'node:test';
import { protectTrack } from '#src/acquirer/track-data.ts';
import { toHex } from '#src/bytes.ts';

const seen: string[] = [];
const flip = (block: Uint8Array): Uint8Array => {
  seen.push(toHex(block));
  return block.map((byte) => byte ^ 0xff);
};

// Track and block of the interface's published example, and a track of 37 with its bytes counted by hand.
const tracks: [string, string, string][] = [
  ['39 digits', '1234567890123456789=0508201781999168302', '0820178199916830'],
  ['37 digits', '6222020000000000018=30122010000012345', '3012201000001234'],
  ['34 digits', '6222200000032024=35121200000000000', 'D351212000000000'],
];
for (const [name, track, block] of tracks) {
  test(`of a track of ${name} the eight bytes before the last one are encrypted`, () => {
    seen.length = 0;
    const sealed = protectTrack(track, flip) ?? '';
    assert.deepEqual(seen, [block]);
    assert.equal(sealed.length, track.length);
    assert.equal(sealed.at(-1), track.at(-1));
    assert.equal(protectTrack(sealed, flip), track);
  });
}

test('a track that is too short to be protected is not sent', () => {
  assert.equal(protectTrack('12345678=3012', flip), undefined);
});
