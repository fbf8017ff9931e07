import assert from 'node:assert/strict';
import { test } from 'node:test';
import Iso8583 from 'iso_8583';
import { toHex } from '#src/bytes.ts';
import { iso1987Ascii } from '#src/iso8583/ascii.ts';
import { pack, unpack } from '#src/iso8583/codec.ts';
import type { Dialect } from '#src/iso8583/dialect.ts';
import { Malformed } from '#src/iso8583/malformed.ts';
import type { Message } from '#src/iso8583/message.ts';
import { unionPay } from '#src/iso8583/unionpay.ts';
import { fuzz } from './fuzz.ts';
import { randomMessage, randomValue, seeded } from './generators.ts';

for (const dialect of [unionPay, iso1987Ascii]) {
  test(`${dialect.name}: 5,000 messages made from the table come back as they went`, () => {
    const random = seeded(8583);
    for (let i = 0; i < 5000; i++) {
      const message = randomMessage(dialect, random);
      const bytes = pack(dialect, message);
      assert.deepEqual(unpack(dialect, bytes), message);
      assert.equal(toHex(pack(dialect, message)), toHex(bytes));
    }
  });

  test(`${dialect.name}: 50,000 damaged messages end in a message or in a named problem`, () => {
    const { understood, malformed } = fuzz(dialect, 1987, 50_000);
    assert.ok(understood > 1000);
    const seen = ['truncated', 'tooLong', 'badLength', 'badCharacter', 'badTlv', 'trailingBytes'];
    for (const reason of [...seen, 'badDigit', 'badMti', 'badBitmap']) {
      const impossible = reason === 'badMti' && dialect === unionPay ? 0 : 1;
      assert.ok((malformed.get(reason) ?? 0) >= impossible, reason);
    }
  });
}

/** The npm library's own dialect: ASCII with binary bitmaps, always two of them, and raw binary fields. */
const otherLibrarys: Dialect = {
  ...iso1987Ascii,
  bitmap: 'bytes',
  fields: iso1987Ascii.fields.map((field) =>
    field.format === 'b' ? { ...field, packing: 'bytes' } : field,
  ),
};
/** Fields whose definition there is another one, with the standard's. */
const standardFormats = {
  53: { ContentType: 'n', Label: '', LenType: 'fixed', MaxLen: 16 },
  64: { ContentType: 'b', Label: '', LenType: 'fixed', MaxLen: 16 },
};
/** Fields that both define alike. */
const common = [
  2, 3, 4, 7, 11, 12, 13, 14, 15, 18, 22, 23, 25, 26, 32, 35, 37, 38, 39, 41, 42, 49, 52, 53, 64,
  70, 90,
];

/** Values where the other library knows fewer characters, or wants more of them. */
const typical: Readonly<Record<number, string>> = {
  2: '6222020000000000018',
  32: '48021110',
  35: '6222020000000000018=3012201',
  37: '112310000123',
  38: 'A00001',
  39: '00',
  41: 'TERM0001',
  42: 'MERCHANT-000001',
  49: '156',
};

test('messages agree with those of the npm library, where both know the field', () => {
  const random = seeded(70);
  for (let i = 0; i < 300; i++) {
    const chosen = otherLibrarys.fields.filter(
      ({ number }) => number === 70 || (common.includes(number) && random(2) === 0),
    );
    const values = chosen.map((spec): [number, string | Uint8Array] => [
      spec.number,
      typical[spec.number] ?? randomValue(spec, random),
    ]);
    const message: Message = { mti: '0100', fields: Object.fromEntries(values) };
    const asText = values.map(([n, v]) => [n, typeof v === 'string' ? v : toHex(v).toLowerCase()]);
    const theirs = new Iso8583({ 0: '0100', ...Object.fromEntries(asText) }, standardFormats);
    const bytes = theirs.getRawMessage();
    assert.ok(bytes instanceof Uint8Array, JSON.stringify(bytes));
    assert.equal(toHex(pack(otherLibrarys, message)), toHex(bytes));
    const read = unpack(otherLibrarys, bytes);
    assert.ok(!(read instanceof Malformed), String(read));
    assert.deepEqual(read, message);
  }
});
