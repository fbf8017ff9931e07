import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { hex, toHex } from '#src/bytes.ts';
import { maskedHex } from '#src/tlv/mask.ts';

const pan = '6222000000000016';

const table: readonly (readonly [sentence: string, bytes: string, masked: string])[] = [
  [
    'a number in its own object',
    `5A08${pan}5F24033012315F340101`,
    '5A08****************5F24033012315F340101',
  ],
  ['a number inside a template', `700A5A08${pan}`, '700A5A08****************'],
  ['track 2 inside a template', `700D570B${pan}D30122`, '700D570B**********************'],
  ['a name', '5F200454455354', '5F2004********'],
  ['the same object twice', `5A08${pan}5A08${pan}`, '5A08****************5A08****************'],
  ['a number in an object nobody knows', `DF0108${pan}`, 'DF0108****************'],
  ['a name of an application stays', '84 08 A000000333010102', '8408A000000333010102'],
  [
    'an application label stays',
    '500E554E494F4E504159204445424954',
    '500E554E494F4E504159204445424954',
  ],
  ['zeros stay', '9F0206000000000000DF0106000000000000', '9F0206000000000000DF0106000000000000'],
  ['an answer cut in the middle of the number', '700A5A0862220000', '700A5A08********'],
  ['a long form before a cut number', '705A8130622200', '705A81********'],
  ['a number in garbage at an odd place', `FF1${pan}F`, `FF${'*'.repeat(17)}F`],
];

for (const [sentence, bytes, masked] of table) {
  test(`masked: ${sentence}`, () => assert.equal(maskedHex(hex(bytes)), masked));
}

test('masked: a number written as text in a label', () => {
  const text = toHex(new TextEncoder().encode(pan));
  assert.equal(maskedHex(hex(`5010${text}`)), `5010${'*'.repeat(32)}`);
});

test('evidence is cut at its length, after masking', () => {
  const bytes = hex(`${'8201AA'.repeat(20)}5A08${pan}`);
  const masked = maskedHex(bytes, 64);
  assert.equal(masked.length, 128);
  assert.match(masked, /5A08\**$/);
});

test('a number that is known is hidden even where no rule would look', () => {
  assert.equal(maskedHex(hex(`9F1008${pan}`), 64, pan), `9F1008${'*'.repeat(16)}`);
});

test('a number in its object, in a template or cut off never shows more than it should', () => {
  const digits = fc.stringMatching(/^[1-9]\d{15}$/).filter((text) => !/^(\d)\1*$/.test(text));
  fc.assert(
    fc.property(
      digits,
      fc.nat(30),
      fc.constantFrom('5A', '57', '5F20', 'DF01'),
      (number, cut, tag) => {
        const object = `${tag}08${number}`;
        const whole = hex(`70${(object.length / 2).toString(16).padStart(2, '0')}${object}9000`);
        const shown = maskedHex(whole.slice(0, Math.max(4, whole.length - cut)));
        if (cut === 0 || tag !== 'DF01') assert.ok(!shown.includes(number.slice(0, 7)), shown);
      },
    ),
    { numRuns: 1000 },
  );
});
