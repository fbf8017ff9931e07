import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hex } from '#src/bytes.ts';
import { describe } from '#src/iso8583/describe.ts';
import { unionPay } from '#src/iso8583/unionpay.ts';
import { exampleMessage } from './example.ts';

const chipData = hex(
  '9F2608A1B2C3D4E5F607185A0A6222021234567890123F5713' + '6222021234567890123D30122010000012345F',
);

test('a message in words shows what happened and nothing that could be misused', () => {
  const message = { ...exampleMessage, fields: { ...exampleMessage.fields, 55: chipData } };
  const lines = describe(unionPay, message);
  const text = lines.join('\n');
  assert.deepEqual(lines.slice(0, 4), [
    'MTI 0100',
    'F2 primary account number: 622202*********0123',
    'F3 processing code: 030000',
    'F4 amount, transaction: 000000012345',
  ]);
  assert.ok(lines.includes('F35 track 2 data: 622202*********0123=…'));
  assert.ok(lines.includes('  55 → 9F26 Application Cryptogram: A1B2C3D4E5F60718'));
  for (const secret of [
    '6222021234567890123',
    '30122010000012345',
    '1122334455667788',
    '1234567890',
  ]) {
    const shown = text.replaceAll('123456789012345', '').includes(secret);
    assert.equal(shown, false, secret);
  }
});

test('working keys and records of a batch are counted, totals are shown', () => {
  const fields = {
    48: '1'.repeat(62),
    62: hex('00112233445566778899AABBCCDDEEFF0011223344556677'),
  };
  const lines = describe(unionPay, { mti: '0810', fields });
  assert.ok(lines.some((line) => line.endsWith('1'.repeat(62))));
  assert.ok(lines.some((line) => line.startsWith('F62') && line.endsWith('(24 bytes, not shown)')));
  const upload = { 48: '0800000162220200000000000180'.padEnd(322, '0') };
  assert.match(
    describe(unionPay, { mti: '0320', fields: upload })[1]!,
    /322 characters, not shown/,
  );
});

test('a number in a text of another acquirer is masked, a short one is not a number', () => {
  const fields = { 58: 'card 6222020000000000018 of today', 2: '62220200' };
  const text = describe(unionPay, { mti: '0110', fields }).join('\n');
  assert.match(text, /card 622202\*{9}0018 of today/);
  assert.match(text, /number: \*{8}$/m);
});
