import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hex, toHex } from '#src/bytes.ts';
import { pack, unpack } from '#src/iso8583/codec.ts';
import { Malformed } from '#src/iso8583/malformed.ts';
import { unionPay } from '#src/iso8583/unionpay.ts';
import { exampleBytes, exampleMessage } from './example.ts';

test('the pre-authorisation of an independent program is packed to the same bytes', () => {
  assert.equal(toHex(pack(unionPay, exampleMessage)), toHex(exampleBytes));
});

test('the pre-authorisation of an independent program is understood field by field', () => {
  const message = unpack(unionPay, exampleBytes);
  assert.ok(!(message instanceof Malformed));
  assert.deepEqual(message, exampleMessage);
});

test('every cut of the frame is a truncation that names its field, and no cut is taken for a message', () => {
  for (let length = 0; length < exampleBytes.length; length++) {
    const result = unpack(unionPay, exampleBytes.slice(0, length));
    assert.ok(result instanceof Malformed);
    assert.equal(result.reason, 'truncated');
  }
  const longer = unpack(unionPay, Uint8Array.from([...exampleBytes, 0]));
  assert.ok(longer instanceof Malformed);
  assert.equal(longer.reason, 'trailingBytes');
});

test('an unpacked message does not change when the next one is packed', () => {
  const first = pack(unionPay, exampleMessage);
  const before = toHex(first);
  pack(unionPay, { mti: '0800', fields: { 11: '000001', 60: '00000001003' } });
  assert.equal(toHex(first), before);
  assert.equal(toHex(hex(before)), before);
});
