import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hex, toHex } from '#src/bytes.ts';
import { iso1987Ascii, iso1987AsciiTrackKey } from '#src/iso8583/ascii.ts';
import { pack, unpack } from '#src/iso8583/codec.ts';
import type { Dialect, FieldSpec } from '#src/iso8583/dialect.ts';
import { InvalidField, Malformed } from '#src/iso8583/malformed.ts';
import type { FieldValue } from '#src/iso8583/message.ts';
import { unionPay, unionPayTrackKey } from '#src/iso8583/unionpay.ts';

/** A value of so many units (digits, characters, bytes) that a field of the row takes. */
function sampleOf(spec: FieldSpec, units: number): FieldValue {
  switch (spec.format) {
    case 'n':
      return '1234567890'.repeat(100).slice(0, units);
    case 'z':
      return (units < 3 ? '123' : `12=${'3456789012'.repeat(20)}`).slice(0, units);
    case 'x':
      return '12=3A4B5C6E7F'.repeat(12).slice(0, units);
    case 'an':
      return 'AZ 09az'.repeat(150).slice(0, units);
    case 'ans':
      return 'A-z/9 ÿé'.repeat(150).slice(0, units);
    case 'b':
      return Uint8Array.from({ length: units }, (_, i) => (i * 37) & 255);
    case 'tlv': {
      const value = new Uint8Array(units);
      // One object that fills the field as far as its own length form allows; zeros behind it are filler.
      const inner = Math.min(Math.max(0, units - 3), 255);
      if (units >= 4) value.set([0x91, 0x81, inner]);
      return value;
    }
  }
}

const roundTrip = (dialect: Dialect, field: number, value: FieldValue): void => {
  const bytes = pack(dialect, { mti: '0110', fields: { [field]: value } });
  const message = unpack(dialect, bytes);
  assert.ok(!(message instanceof Malformed), `${field}: ${String(message)}`);
  assert.deepEqual(message.fields, { [field]: value });
};

for (const dialect of [unionPay, unionPayTrackKey, iso1987Ascii, iso1987AsciiTrackKey]) {
  for (const spec of dialect.fields) {
    const { length } = spec;
    if (length.kind === 'fixed') {
      test(`${dialect.name} F${spec.number} is ${length.length} long and nothing else`, () => {
        roundTrip(dialect, spec.number, sampleOf(spec, length.length));
        for (const wrong of [length.length - 1, length.length + 1]) {
          const fields = { [spec.number]: sampleOf(spec, wrong) };
          assert.throws(() => pack(dialect, { mti: '0110', fields }), InvalidField);
        }
      });
    } else {
      test(`${dialect.name} F${spec.number} of every length to ${length.max} comes back as it went`, () => {
        const hexText = spec.packing === 'hexText';
        const units = hexText ? length.max >> 1 : length.max;
        for (let count = 0; count <= units; count++) {
          roundTrip(dialect, spec.number, sampleOf(spec, count));
        }
        const fields = { [spec.number]: sampleOf(spec, units + 1) };
        assert.throws(() => pack(dialect, { mti: '0110', fields }), InvalidField);
      });
    }
  }
}

/** Field, value, bytes behind the bitmap. */
const wire: [Dialect, number, FieldValue, string][] = [
  [unionPay, 2, '6222021234567890123', '1962220212345678901230'],
  [unionPay, 2, '622202123456', '12622202123456'],
  [unionPay, 22, '051', '0510'],
  [unionPay, 23, '001', '0001'],
  [unionPay, 35, '62=301', '0662D301'],
  [unionPay, 35, '62=3012', '0762D30120'],
  [unionPay, 44, 'ABC', '03414243'],
  [unionPay, 60, '0000000100350', '001300000001003500'],
  [unionPay, 61, '0000010001001123', '00160000010001001123'],
  [unionPay, 63, '01 ', '0003303120'],
  [iso1987Ascii, 2, '622202123456', '3132363232323032313233343536'],
  [iso1987Ascii, 35, '62=301', '303636323D333031'],
  [iso1987Ascii, 52, hex('00112233AABBCCDD'), '30303131323233334141424243434444'],
  [iso1987Ascii, 55, hex('9100'), '30303439313030'],
];
for (const [dialect, field, value, bytes] of wire) {
  test(`${dialect.name} F${field} ${value instanceof Uint8Array ? toHex(value) : value} lies as ${bytes}`, () => {
    const head = dialect === unionPay ? 10 : 20;
    const packed = pack(dialect, { mti: '0110', fields: { [field]: value } });
    assert.equal(toHex(packed.subarray(head)), bytes);
  });
}

test('the filler of an odd count may be anything, the digits may not', () => {
  const with22 = (last: string) => unpack(unionPay, hex(`01100000040000000000${last}`));
  assert.deepEqual(with22('0510'), { mti: '0110', fields: { 22: '051' } });
  assert.deepEqual(with22('051F'), { mti: '0110', fields: { 22: '051' } });
  assert.ok(with22('05F0') instanceof Malformed);
});

test('a secondary bitmap is there exactly when a field above 64 is', () => {
  const bytes = pack(unionPay, {
    mti: '0800',
    fields: { 11: '000001', 70: '301', 128: new Uint8Array(8) },
  });
  assert.equal(toHex(bytes.subarray(0, 18)), '080080200000000000000400000000000001');
  assert.deepEqual(unpack(unionPay, bytes), {
    mti: '0800',
    fields: { 11: '000001', 70: '301', 128: new Uint8Array(8) },
  });
  const primary = pack(unionPay, { mti: '0800', fields: { 11: '000001', 70: undefined } });
  assert.equal(toHex(primary), '08000020000000000000000001');
});
