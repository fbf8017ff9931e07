import assert from 'node:assert/strict';
import test from 'node:test';
import { hex, toHex } from '#src/bytes.ts';
import type { KernelRequest, OfflinePinMethod } from '#src/emv/contract.ts';
import { pinPaddingLength, plaintextPinBlock, verifyCommand } from '#src/emv/offline-pin-block.ts';
import { caPublicKey, certify, exponentOf, modulusOf } from './authority.ts';
import { ok, pan } from './card.ts';
import { openPinBlock, type SignedCard, signedCard } from './signed-card.ts';
import { bitsOf, hold, run } from './world.ts';

const challenge = 'A1A2A3A4A5A6A7A8';
const enciphered = '000000000000000044031F00';
const input = { ...hold, caPublicKeys: [caPublicKey()] };

function card(given: SignedCard = {}, challenged = challenge + ok) {
  const data = { '8E': enciphered, ...given.data };
  const before = (command: string) => (command.startsWith('0084') ? challenged : undefined);
  return signedCard({ ...given, aip: '3C00', data, profile: { before } });
}

const methodOf = (requests: readonly KernelRequest[]): OfflinePinMethod | undefined =>
  requests.find((request) => request.type === 'offlinePin')?.method;

test('an enciphered PIN comes with the card’s key and a fresh challenge for every try', () => {
  const { outcome, requests, commands } = run(card(), input, { verify: ['63C1', '9000'] });
  assert.ok(outcome.type === 'approved');
  assert.equal(outcome.lines.cvmResults, '440302');
  assert.deepEqual(methodOf(requests), {
    type: 'enciphered',
    modulus: modulusOf('card-768-65537'),
    exponent: exponentOf('card-768-65537'),
    challenge: hex(challenge),
  });
  assert.equal(commands.filter((command) => command === '0084000000').length, 2);
});

test('a key of its own for the PIN goes before the card’s key', () => {
  const own = certify('issuer-1152-3', pan.padEnd(20, 'F'), 'card-1024-3', hex(''));
  const data = { '9F2D': own.certificate, '9F2E': '03', '9F2F': own.remainder };
  const { requests } = run(card({ data }), input, { verify: ['9000'] });
  const method = methodOf(requests);
  assert.ok(method?.type === 'enciphered');
  assert.deepEqual(method.modulus, modulusOf('card-1024-3'));
});

const failures: readonly (readonly [
  sentence: string,
  card: ReturnType<typeof card>,
  bits: string,
])[] = [
  ['the card’s certificate does not hold', card({ cardCertificate: { hash: true } }), ''],
  ['the card has no certificate', card({ data: { '9F46': '' } }), 'iccDataMissing'],
  [
    'the key for the PIN is of another number',
    card({ data: { '9F2D': 'AA'.repeat(144), '9F2E': '03' } }),
    '',
  ],
  ['the card gives no challenge', card({}, '6D00'), ''],
  ['the challenge has another length', card({}, `A1A2A3A4${ok}`), ''],
];

for (const [sentence, failing, bits] of failures) {
  test(`no enciphered PIN is asked for when ${sentence}; the next rule follows`, () => {
    const { outcome, requests } = run(failing, input);
    assert.equal(methodOf(requests), undefined);
    assert.ok(outcome.type === 'approved');
    assert.equal(outcome.lines.cvmResults, '1F0302'.replace('03', '00'));
    assert.equal(
      bitsOf(outcome.lines.tvr).includes('iccDataMissing') ? 'iccDataMissing' : '',
      bits,
    );
  });
}

test('the pad’s block: length, digits, F', () => {
  assert.equal(toHex(plaintextPinBlock('1234')), '241234FFFFFFFFFF');
  assert.equal(toHex(plaintextPinBlock('123456789012')), '2C123456789012FF');
  assert.throws(() => plaintextPinBlock('123'));
  assert.throws(() => plaintextPinBlock('1234567890123'));
});

test('a plaintext PIN goes to the card as it is', () => {
  const command = verifyCommand({ type: 'plaintext' }, plaintextPinBlock('123456'), hex(''));
  assert.equal(toHex(command ?? hex('')), '0020008008' + '26123456FFFFFFFF');
  assert.equal(pinPaddingLength({ type: 'plaintext' }), 0);
});

test('an enciphered PIN can be opened by the card alone, and holds its challenge', () => {
  const method: OfflinePinMethod = {
    type: 'enciphered',
    modulus: modulusOf('card-768-65537'),
    exponent: exponentOf('card-768-65537'),
    challenge: hex(challenge),
  };
  const padding = new Uint8Array(pinPaddingLength(method)).fill(0x5a);
  const command = verifyCommand(method, plaintextPinBlock('123456'), padding) ?? hex('');
  assert.equal(toHex(command.slice(0, 5)), '0020008860');
  const opened = openPinBlock('card-768-65537', command.slice(5));
  assert.equal(toHex(opened), `7F26123456FFFFFFFF${challenge}${'5A'.repeat(79)}`);
  assert.equal(verifyCommand(method, plaintextPinBlock('123456'), hex('5A')), undefined);
  assert.equal(
    verifyCommand({ ...method, exponent: hex('05') }, plaintextPinBlock('123456'), padding),
    undefined,
  );
});
