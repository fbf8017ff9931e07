import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pauseLeft } from '#src/people/person.ts';
import { weakPin } from '#src/people/pin.ts';
import { scryptPins } from '#src/security/pin-hash.ts';

const guessable = [
  ['1234', 'sequence'],
  ['4321', 'sequence'],
  ['7890', 'sequence'],
  ['123456', 'sequence'],
  ['0000', 'sameDigits'],
  ['88888888', 'sameDigits'],
  ['1212', 'pattern'],
  ['123123', 'pattern'],
  ['112233', 'pattern'],
  ['0303', 'ownNumber'],
  ['271', 'short'],
  ['', 'short'],
] as const;

describe('a new PIN', () => {
  for (const [pin, why] of guessable)
    it(`${pin || 'nothing'} is refused: ${why}`, () => assert.equal(weakPin(pin, 4, '03'), why));

  for (const pin of ['2718', '246813', '90210', '86753091'])
    it(`${pin} may stand`, () => assert.equal(weakPin(pin, 4, '03'), undefined));

  it('somebody who may agree to more has more digits', () =>
    assert.equal(weakPin('2718', 6, '90'), 'short'));

  it('is kept as a salted hash with its parameters, and recognised again', async () => {
    const [one, other] = [await scryptPins.hash('271828'), await scryptPins.hash('271828')];
    assert.notEqual(one.salt, other.salt);
    assert.notEqual(one.hash, other.hash);
    assert.deepEqual(
      [one.algorithm, one.cost, one.blockSize, one.parallelism],
      ['scrypt', 32768, 8, 1],
    );
    assert.ok(await scryptPins.matches('271828', one));
    assert.ok(!(await scryptPins.matches('271829', one)));
    assert.ok(!JSON.stringify(one).includes('271828'));
  });

  const pauses: readonly (readonly [string, number, number, number, number])[] = [
    ['the third wrong one in a row waits 5 s', 3, 0, 0, 5],
    ['and less as time goes', 3, 3_000, 0, 2],
    ['the fourth waits 15 s', 4, 0, 0, 15],
    ['the seventh a quarter of an hour', 7, 0, 0, 900],
    [
      'a clock set back by a year: waited out from when the person came, whole',
      4,
      -31e9,
      -31e9,
      15,
    ],
    ['and then it is over, not in a year', 4, -31e9 + 15_000, -31e9, 0],
    ['set back while somebody waits: begins again', 4, -31e9, -31e9 - 60_000 + 60_000, 15],
  ];
  for (const [name, count, nowMs, sinceMs, seconds] of pauses)
    it(name, () => assert.equal(pauseLeft({ count, lastMs: 0 }, nowMs, sinceMs), seconds));
});
