import assert from 'node:assert/strict';
import { constants, createHash, createPublicKey, publicDecrypt, publicEncrypt } from 'node:crypto';
import { test } from 'node:test';
import { caPublicKeys } from '#hal/simulator/cards/keys.ts';
import { concat, hex, toHex } from '#src/bytes.ts';
import { byDol, command4, objectsOf, type Read, read, send, take } from './card-driver.ts';

type PublicKey = { readonly modulus: Uint8Array; readonly exponent: Uint8Array };

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const keyObject = ({ modulus, exponent }: PublicKey) =>
  createPublicKey({ key: { kty: 'RSA', n: base64(modulus), e: base64(exponent) }, format: 'jwk' });
const sha1 = (...parts: Uint8Array[]) =>
  toHex(
    createHash('sha1')
      .update(concat(...parts))
      .digest(),
  );

/** Opens a signature and proves its hash, as EMV 4.4 Book 2 asks a terminal to. */
function recover(key: PublicKey, signature: string, more: Uint8Array): Uint8Array {
  const padding = constants.RSA_NO_PADDING;
  const clear = new Uint8Array(publicDecrypt({ key: keyObject(key), padding }, hex(signature)));
  assert.equal(clear[0], 0x6a);
  assert.equal(clear.at(-1), 0xbc);
  const body = clear.subarray(1, -21);
  assert.equal(sha1(body, more), toHex(clear.subarray(-21, -1)));
  return body;
}

function certified(body: Uint8Array, head: number, remainder: string, exponent: string): PublicKey {
  const length = body[head - 2] ?? 0;
  const digits = concat(body.subarray(head, head + length), hex(remainder));
  return { modulus: digits.subarray(0, length), exponent: hex(exponent) };
}

function issuerOf(aid: string, { data }: Read): PublicKey {
  const value = (tag: string) => data.get(tag) ?? '';
  const ca = caPublicKeys().find((key) => aid.startsWith(key.rid) && key.index === value('8F'));
  assert.ok(ca);
  const key = { modulus: hex(ca.modulus), exponent: hex(ca.exponent) };
  const body = recover(key, value('90'), hex(value('92') + value('9F32')));
  assert.equal(body[0], 0x02);
  assert.ok(value('5A').startsWith(toHex(body.subarray(1, 5)).replace(/F+$/, '')));
  return certified(body, 14, value('92'), value('9F32'));
}

function cardKeyOf(aid: string, all: Read): PublicKey {
  const value = (tag: string) => all.data.get(tag) ?? '';
  const more = hex(value('9F48') + value('9F47') + all.staticData + value('82'));
  const body = recover(issuerOf(aid, all), value('9F46'), more);
  assert.equal(body[0], 0x04);
  assert.equal(toHex(body.subarray(1, 11)).replace(/F+$/, ''), value('5A').replace(/F+$/, ''));
  return certified(body, 20, value('9F48'), value('9F47'));
}

const cards = [
  ['unionpay-credit', 'A000000333010102'],
  ['unionpay-debit', 'A000000333010101'],
  ['signature', 'A000000333010102'],
  ['no-cvm', 'A000000333010102'],
  ['foreign-visa', 'A0000000031010'],
] as const;

for (const [id, aid] of cards) {
  test(`the chain from the authority to the static data of ${id} holds`, async () => {
    const all = await read(take(id), aid);
    const issuer = issuerOf(aid, all);
    const body = recover(
      issuer,
      all.data.get('93') ?? '',
      hex(all.staticData + all.data.get('82')),
    );
    assert.equal(toHex(body.subarray(0, 4)), '0301DAC1');
  });
}

for (const [id, aid] of cards.filter(([name]) => name !== 'no-cvm')) {
  test(`${id} proves itself dynamically, alone and inside its cryptogram`, async () => {
    const card = take(id);
    const all = await read(card, aid);
    const key = cardKeyOf(aid, all);
    const signed = objectsOf((await send(card, '008800000411223344')).slice(0, -4));
    const dynamic = signed.get('9F4B') ?? signed.get('80') ?? '';
    assert.equal(toHex(recover(key, dynamic, hex('11223344')).subarray(0, 3)), '050109');
    const cdol = byDol(all.data.get('8C') ?? '');
    const answer = objectsOf((await send(card, command4('80AE9000', cdol))).slice(0, -4));
    const body = recover(key, answer.get('9F4B') ?? '', hex('1A2B3C4D'));
    assert.equal(body[2], 38);
    const before = `9F2701${answer.get('9F27')}9F3602${answer.get('9F36')}`;
    const after = `9F10${toHex(Uint8Array.of((answer.get('9F10') ?? '').length / 2))}${answer.get('9F10')}`;
    const exchanged = hex(all.pdolData + cdol + before + after);
    assert.equal(toHex(body.subarray(21, 41)), sha1(exchanged));
    assert.equal(toHex(body.subarray(12, 13)), '80');
  });
}

test('a false certificate does not open, and a card for static data only refuses dynamic ones', async () => {
  const all = await read(take('false-signature'), 'A000000333010102');
  assert.throws(() => cardKeyOf('A000000333010102', all));
  const card = take('no-cvm');
  await read(card, 'A000000333010102');
  assert.equal(await send(card, '008800000411223344'), '6D00');
});

const plain = (pin: string) => `0020008008${`2${pin.length.toString(16)}${pin}`.padEnd(16, 'F')}`;

test('a PIN in clear: the right one passes, wrong ones count down to blocked', async () => {
  const card = take('offline-pin');
  assert.equal(await send(card, plain('123456')), '6985');
  await read(card, 'A000000333010102');
  assert.equal(await send(card, plain('123456')), '9000');
  assert.equal(await send(card, plain('000000')), '63C2');
  assert.equal(await send(card, '80CA9F1700'), '9F1701029000');
  assert.equal(await send(card, plain('123456')), '9000');
  for (const words of ['63C2', '63C1', '63C0', '6983']) {
    assert.equal(await send(card, plain('999999')), words);
  }
  assert.equal(await send(card, plain('123456')), '6983');
});

test('an enciphered PIN needs a fresh challenge of the card', async () => {
  const aid = 'A000000333010102';
  const card = take('offline-pin');
  const all = await read(card, aid);
  const key = cardKeyOf(aid, all);
  const encipher = (pin: string, challenge: string) => {
    const block = `7F26${pin}FFFFFFFF${challenge}`.padEnd(key.modulus.length * 2, '5A');
    const padding = constants.RSA_NO_PADDING;
    const sealed = publicEncrypt({ key: keyObject(key), padding }, hex(block));
    return `00200088${toHex(Uint8Array.of(sealed.length))}${toHex(sealed)}`;
  };
  const challenge = (await send(card, '0084000000')).slice(0, 16);
  assert.equal(await send(card, encipher('123456', challenge)), '9000');
  assert.equal(await send(card, encipher('123456', challenge)), '6984');
  await send(card, '0084000000');
  assert.equal(await send(card, encipher('123456', '0000000000000000')), '63C2');
  assert.equal(await send(card, '0020008808241234FFFFFFFFFF'), '6984');
});
