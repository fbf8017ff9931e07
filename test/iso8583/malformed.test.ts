import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hex } from '#src/bytes.ts';
import { iso1987Ascii } from '#src/iso8583/ascii.ts';
import { pack, unpack } from '#src/iso8583/codec.ts';
import { answerTpdu, headerRequest, packFrame, unpackFrame } from '#src/iso8583/frame.ts';
import { InvalidField, Malformed } from '#src/iso8583/malformed.ts';
import { unionPay } from '#src/iso8583/unionpay.ts';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What is wrong, bytes, and how it ends. */
const cases: [string, Uint8Array, string][] = [
  ['nothing at all', hex(''), 'truncated in mti at byte 0'],
  ['half a message type', hex('01'), 'truncated in mti at byte 0'],
  ['a message type that is no number', hex('01A0'), 'badMti in mti at byte 0'],
  ['half a bitmap', hex('011000000000'), 'truncated in 1 at byte 2'],
  ['half a secondary bitmap', hex('011080000000000000000000'), 'truncated in 1 at byte 2'],
  ['a third bitmap', hex('011080000000000000008000000000000000'), 'badBitmap in 1 at byte 18'],
  [
    'a number with a letter in it',
    hex('01102000000000000000' + '03A000'),
    'badDigit in 3 at byte 10',
  ],
  ['a length with a letter in it', hex('01104000000000000000' + '1A'), 'badLength in 2 at byte 10'],
  [
    'a number longer than numbers are',
    hex('01104000000000000000' + '20'),
    'tooLong in 2 at byte 10',
  ],
  ['a number that ends early', hex('01104000000000000000' + '196222'), 'truncated in 2 at byte 11'],
  [
    'track data with a letter in it',
    hex('01100000000020000000' + '0462A1'),
    'badDigit in 35 at byte 11',
  ],
  [
    'a control character in a code',
    hex('01100000000002000000' + '3007'),
    'badCharacter in 39 at byte 10',
  ],
  [
    'an object cut short',
    hex('01100000000000000200' + '00059F2608A1B2'),
    'badTlv in 55 → 9F26 at byte 12',
  ],
  [
    'an object without a length',
    hex('01100000000000000200' + '00029F26'),
    'badTlv in 55 → 9F26 at byte 12',
  ],
  ['half a tag', hex('01100000000000000200' + '00019F'), 'badTlv in 55 → 9F at byte 12'],
  [
    'a tag without end',
    hex('01100000000000000200' + '0006DF8180800100'),
    'badTlv in 55 → DF8180 at byte 12',
  ],
  [
    'an indefinite length',
    hex('01100000000000000200' + '0004728000 00'),
    'badTlv in 55 → 72 at byte 12',
  ],
  [
    'something behind the end',
    hex('01100000000000000000' + '00'),
    'trailingBytes in end at byte 10',
  ],
];
for (const [name, bytes, expected] of cases) {
  test(`${name}: ${expected}`, () => {
    const result = unpack(unionPay, bytes);
    assert.ok(result instanceof Malformed);
    assert.equal(String(result), expected);
  });
}

test('filler between objects of field 55 is no mistake', () => {
  const bytes = hex('01100000000000000200' + '0006 00 9100 0000 00');
  assert.ok(!(unpack(unionPay, bytes) instanceof Malformed));
});

test('a field that the dialect does not have ends there', () => {
  const small = { ...unionPay, fields: unionPay.fields.filter((field) => field.number !== 5) };
  const result = unpack(small, hex('01100800000000000000'));
  assert.equal(String(result), 'unknownField in 5 at byte 10');
  assert.throws(() => pack(small, { mti: '0110', fields: { 5: '000000000000' } }), InvalidField);
});

test('plain text has its own ways to be wrong', () => {
  const result = (text: string) => String(unpack(iso1987Ascii, ascii(text)));
  assert.equal(result('01x0'), 'badMti in mti at byte 0');
  assert.equal(result('0110000000000000000G'), 'badBitmap in 1 at byte 20');
  assert.equal(result('01102000000000000000' + '03A000'), 'badDigit in 3 at byte 20');
  assert.equal(result('01104000000000000000' + '1 '), 'badLength in 2 at byte 20');
  assert.equal(result('01100000000000001000' + '00112233AABBCCDG'), 'badDigit in 52 at byte 20');
  assert.equal(result('01100000000000000200' + '00391002'), 'badLength in 55 at byte 23');
});

test('a value that does not fit its row is refused by field and rule, and never repeated', () => {
  const wrong: [number, string | Uint8Array][] = [
    [2, '62220200000000000180'],
    [2, '6222 0200'],
    [2, '6222０２'],
    [3, new Uint8Array(3)],
    [35, '6222+3012'],
    [39, 'é0'],
    [52, '11223344'],
    [44, 'new\nline'],
  ];
  for (const [field, value] of wrong) {
    assert.throws(
      () => pack(unionPay, { mti: '0100', fields: { [field]: value } }),
      (error) => {
        assert.ok(error instanceof InvalidField);
        assert.equal(error.path, String(field));
        assert.doesNotMatch(error.message, /6222/);
        return true;
      },
    );
  }
  for (const mti of ['010', '01000', '01a0']) {
    assert.throws(() => pack(unionPay, { mti, fields: {} }), InvalidField);
  }
});

test('a refused value leaves nothing behind in the next message', () => {
  assert.throws(() => pack(unionPay, { mti: '0100', fields: { 3: '030000', 4: 'x'.repeat(12) } }));
  const bytes = pack(unionPay, { mti: '0800', fields: { 11: '000001' } });
  assert.deepEqual(bytes, hex('08000020000000000000000001'));
});

test('a frame is TPDU, header and message; the answer swaps the addresses', () => {
  const head = { tpdu: hex('6000030001'), header: hex('603104311010') };
  const bytes = packFrame(head, hex('0800'));
  assert.deepEqual(bytes, hex('60000300016031043110100800'));
  const frame = unpackFrame(bytes);
  assert.ok(!(frame instanceof Malformed));
  assert.deepEqual(frame.body, hex('0800'));
  assert.equal(headerRequest(frame.header), 4);
  assert.deepEqual(answerTpdu(frame.tpdu), hex('6000010003'));
  assert.equal(String(unpackFrame(hex('6000030001'))), 'truncated in header at byte 5');
  assert.equal(String(unpackFrame(hex('0000030001603100311010'))), 'badHeader in tpdu at byte 0');
  assert.throws(() => packFrame({ ...head, tpdu: hex('60') }, hex('')));
});
