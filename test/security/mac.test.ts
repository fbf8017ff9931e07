import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hex, toHex } from '#src/bytes.ts';
import { Pan } from '#src/card/pan.ts';
import { keyCheckValue, sm4, tdes } from '#src/security/block-cipher.ts';
import { computeMac, type MacKey, sameMac } from '#src/security/mac.ts';
import { pinBlockFormat0 } from '#src/security/pin-block.ts';

const macKey = (key: Uint8Array): MacKey => ({
  encryptMacBlock: (block) => tdes.encrypt(key, block),
  macHalves: () => ({
    encryptLeft: (block) => tdes.encrypt(key.slice(0, 8), block),
    decryptRight: (block) => tdes.decrypt(key.slice(-8), block),
  }),
});
const doubleKey = hex('0123456789ABCDEFFEDCBA9876543210');

test('single DES by key repetition gives the classic vectors of FIPS 81', () => {
  const key = hex('0123456789ABCDEF');
  const now = new TextEncoder().encode('Now is the time for all ');
  const cipher = hex('3FA40E8A984D48156A271787AB8883F9893D51EC4B563B53');
  assert.deepEqual(tdes.encrypt(key, now), cipher);
  assert.deepEqual(tdes.decrypt(key, cipher), new Uint8Array(now));
});

test('check values of well-known keys', () => {
  assert.equal(toHex(keyCheckValue(tdes, hex('0123456789ABCDEF'))), 'D5D44FF7');
  assert.equal(toHex(keyCheckValue(tdes, doubleKey)), '08D7B4FB');
});

test('SM4 gives the example of GB/T 32907 annex A', () => {
  const key = hex('0123456789ABCDEFFEDCBA9876543210');
  assert.equal(toHex(sm4.encrypt(key, key)), '681EDF34D206965E86B3E94F536E4246');
  assert.deepEqual(sm4.decrypt(key, sm4.encrypt(key, key)), key);
});

test('the terminal ECB method gives the computed example', () => {
  const data = hex('0200702406C020C09A11166222020000000000000000');
  const mac = computeMac('ecb', macKey(doubleKey), data);
  assert.equal(new TextDecoder().decode(mac), '6B77358F');
});

test('the retail MAC agrees with chaining under the left half and the whole key in the last block', () => {
  const data = hex('0123456789ABCDEF00112233445566778899AABBCCDD');
  const padded = Uint8Array.from([...data, 0, 0]);
  const left = doubleKey.slice(0, 8);
  let value = new Uint8Array(8);
  for (let at = 0; at < padded.length; at += 8) {
    const mixed = value.map((byte, i) => byte ^ padded[at + i]!);
    const key = at + 8 === padded.length ? doubleKey : left;
    value = new Uint8Array(tdes.encrypt(key, mixed));
  }
  assert.deepEqual(computeMac('x919', macKey(doubleKey), data), value);
});

test('CBC under a single key is the ANSI X9.9 example', () => {
  const text = new TextEncoder().encode('7654321 Now is the time for ');
  const mac = computeMac('cbc', macKey(hex('0123456789ABCDEF')), text);
  assert.equal(toHex(mac).slice(0, 8), 'F1D30F68');
});

test('data that ends on a block boundary gets no extra block', () => {
  const data = hex('1122334455667788');
  assert.deepEqual(computeMac('cbc', macKey(doubleKey), data), tdes.encrypt(doubleKey, data));
});

test('codes are compared whole', () => {
  assert.ok(sameMac(hex('0011'), hex('0011')));
  assert.ok(!sameMac(hex('0011'), hex('0010')));
  assert.ok(!sameMac(hex('0011'), hex('001100')));
  assert.ok(!sameMac(hex('001100'), hex('0011')));
});

test('with SM4 the same block is 16 bytes long, the number at its end', () => {
  const pan = Pan.parse('6230606601007726888');
  assert.ok(pan instanceof Pan);
  const block = pinBlockFormat0(Uint8Array.of(1, 2, 3, 6, 5, 4), pan, 16);
  assert.equal(toHex(block), '06123654FFFFFFFFFFFF99FEFF88D977');
});

test('a working key under SM4 is unwrapped and checked as in the published example', () => {
  const master = hex('1234567890ABCDEFABCDEF0987654321');
  const key = sm4.decrypt(master, hex('3D66234C49E4296FF9C78D8BACBD6A76'));
  assert.equal(toHex(key), 'F351D490994603795C6EBEE8FAEBB481');
  assert.equal(toHex(keyCheckValue(sm4, key)), '861E83E3');
});

test('a PIN block of format 0 mixes length, PIN and the twelve digits before the check digit', () => {
  const pan = Pan.parse('4111111111111111');
  assert.ok(pan instanceof Pan);
  assert.equal(toHex(pinBlockFormat0(Uint8Array.of(1, 2, 3, 4), pan)), '041225EEEEEEEEEE');
  const long = Pan.parse('6222021234567890123');
  assert.ok(long instanceof Pan);
  // 06123456FFFFFFFF xor 0000123456789012
  assert.equal(toHex(pinBlockFormat0(Uint8Array.of(1, 2, 3, 4, 5, 6), long)), '06122662A9876FED');
  assert.equal(toHex(pinBlockFormat0(Uint8Array.of(1, 2, 3, 4, 5), pan)), '0512254EEEEEEEEE');
  assert.throws(() => pinBlockFormat0(Uint8Array.of(1, 2, 3), pan));
  assert.throws(() => pinBlockFormat0(new Uint8Array(13), pan));
});
