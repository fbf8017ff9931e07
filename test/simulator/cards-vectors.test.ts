import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkValue, des } from '#hal/simulator/bank/ciphers.ts';
import {
  authorisationResponseCryptogram,
  deriveCardKey,
  deriveSessionKey,
  retailMac,
} from '#hal/simulator/cards/cryptogram.ts';
import { hex, toHex } from '#src/bytes.ts';

// Values computed by an independent program (PyEMV), from its published documentation and tests.
const issuerKey = hex('0123456789ABCDEFFEDCBA9876543210');
const short = (key: Uint8Array) => checkValue(Buffer.from(key), des).subarray(0, 2).toString('hex');

test('the card key by option A equals that of an independent program', () => {
  assert.equal(
    toHex(deriveCardKey(issuerKey, '99012345678901234', 45)),
    '67F8292358083E5EA7AB7FDA58D53B6B',
  );
  assert.equal(
    toHex(deriveCardKey(issuerKey, '12345678901234567', 1)),
    '73AD54688CEF2934B0979857E3C719F1',
  );
  assert.equal(short(deriveCardKey(issuerKey, '12345678901234567', 45)), 'ff08');
});

test('the EMV common session key equals that of an independent program', () => {
  const key = deriveSessionKey('emv-csk-18', issuerKey, 0x001c);
  assert.equal(
    toHex(key.map((byte) => byte & 0xfe)),
    toHex(hex('E9FB384AF807B940FEDCEA613461B0C4').map((b) => b & 0xfe)),
  );
});

test('the cryptogram and the answer to it equal those of an independent program', () => {
  const session = hex('29B33180E567CE38EA4CBC9D753B0E61');
  assert.equal(
    toHex(retailMac(session, hex('0123456789ABCDEF0123456789ABCDEF'))),
    'FA624250B008B59A',
  );
  const cardKey = deriveCardKey(issuerKey, '12345678901234567', 45);
  const arpc = authorisationResponseCryptogram(cardKey, hex('19C1FBC83EBDC0D5'), hex('0000'));
  assert.equal(toHex(arpc), '78A372523FA35A03');
});

test('the UnionPay session key is made of the counter and its inverse', () => {
  const key = deriveSessionKey('unionpay-01', issuerKey, 0x0001);
  const other = deriveSessionKey('unionpay-01', issuerKey, 0xfffe);
  assert.equal(toHex(key.subarray(0, 8)), toHex(other.subarray(8)));
});
