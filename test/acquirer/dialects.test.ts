import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAcquirer } from '#src/acquirer/acquirer.ts';
import type { HostRequest } from '#src/acquirer/contract.ts';
import type { AcquirerSettings } from '#src/acquirer/settings.ts';
import { concat, hex } from '#src/bytes.ts';
import { Pan } from '#src/card/pan.ts';
import { iso1987Ascii } from '#src/iso8583/ascii.ts';
import { pack, unpack } from '#src/iso8583/codec.ts';
import type { Dialect } from '#src/iso8583/dialect.ts';
import type { Message } from '#src/iso8583/message.ts';
import { unionPaySm4 } from '#src/iso8583/unionpay.ts';
import { type BlockCipher, sm4, tdes } from '#src/security/block-cipher.ts';
import { computeMac } from '#src/security/mac.ts';
import { keystore, macKey, pinKey, ScriptedLink, settings, wrapped } from './bench-bank.ts';

const preauth: HostRequest = {
  kind: 'preauth',
  cardPresent: true,
  stan: 123,
  batch: 7,
  amount: { minorUnits: 50_000, currency: '156' },
  localDate: '1123',
  localTime: '101530',
  posEntryMode: '021',
  card: {
    pan: Pan.parse('6222020000000000018') as Pan,
    expiry: '3012',
    track2: '6222020000000000018=3012201',
    pinBlock: new Uint8Array(8).fill(0x11),
  },
};

const isoSettings: AcquirerSettings = { ...settings, protocol: 'iso1987', macAlgorithm: 'x919' };

/** A bank of the other protocol: reads what arrives, and answers with these fields under its MAC. */
function bank(dialect: Dialect, headBytes: number, answer: (request: Message) => Message) {
  const requests: Message[] = [];
  const link = new ScriptedLink((frame) => {
    const request = unpack(dialect, frame.subarray(headBytes)) as Message;
    requests.push(request);
    return [concat(frame.subarray(0, headBytes), pack(dialect, answer(request)))];
  });
  return { requests, link };
}

test('plain ISO 8583 in ASCII is text from the first byte to the code at its end', async () => {
  const link = new ScriptedLink((frame) => {
    const request = unpack(iso1987Ascii, frame) as Message;
    const own = computeMac('x919', keystore(), frame.subarray(0, -16));
    assert.deepEqual(request.fields[64], own);
    const fields = { 11: '000123', 38: 'A00001', 39: '00', 41: '12345678', 64: new Uint8Array(8) };
    const body = pack(iso1987Ascii, { mti: '0110', fields });
    const mac = computeMac('x919', keystore(), body.subarray(0, -16));
    return [pack(iso1987Ascii, { mti: '0110', fields: { ...fields, 64: mac } })];
  });
  const acquirer = createAcquirer({ settings: isoSettings, link, keystore: keystore() });
  const result = await acquirer.exchange(preauth);
  assert.ok(result.type === 'answered' && result.answer.approved);
  const text = new TextDecoder().decode(link.sent[0]);
  assert.match(text, /^0100[0-9A-F]{16}196222020000000000018030000000000050000/);
  assert.match(text, /276222020000000000018=3012201/);
  assert.match(text, /006000007[0-9A-F]{16}$/);
});

for (const [of, mti] of [
  ['preauth', '0100'],
  ['increment', '0100'],
  ['cancellation', '0100'],
  ['completion', '0200'],
  ['completionVoid', '0200'],
] as const) {
  test(`its reversal of a ${of} names that message in field 90, never the hold before it`, async () => {
    const { requests, link } = bank(iso1987Ascii, 0, () => ({
      mti: '0410',
      fields: { 11: '000123', 39: '25', 41: '12345678' },
    }));
    const acquirer = createAcquirer({ settings: isoSettings, link, keystore: keystore() });
    const { track2: _track2, pinBlock: _pinBlock, ...card } = preauth.card;
    const original = { batch: 6, stan: 55, date: '1101', authorisationCode: 'A00001' };
    const reversal: HostRequest = {
      ...{ ...preauth, card, kind: 'reversal', of, reason: '98' },
      original,
    };
    const result = await acquirer.exchange(reversal);
    assert.ok(result.type === 'answered' && result.answer.responseCode === '25');
    assert.equal(requests[0]?.fields[90], `${mti}0001231123101530${'0'.repeat(22)}`);
    assert.equal(requests[0]?.fields[39], '98');
    const own = computeMac('x919', keystore(), link.sent[0]!.subarray(0, -16));
    assert.deepEqual(requests[0]?.fields[128], own);
  });
}

test('its sign-in, echo and sign-off are told apart by field 70', async () => {
  const parts = [wrapped('pin', pinKey), wrapped('mac', macKey)];
  const field62 = concat(...parts.flatMap(({ encrypted, checkValue }) => [encrypted, checkValue]));
  const { requests, link } = bank(iso1987Ascii, 0, ({ mti, fields }) => ({
    mti: mti === '0800' ? '0810' : '0830',
    fields: { 11: fields[11], 39: '00', ...(fields[70] === '001' ? { 62: field62 } : {}) },
  }));
  const acquirer = createAcquirer({ settings: isoSettings, link, keystore: keystore(false) });
  await acquirer.exchange({ kind: 'signIn', stan: 1, batch: 7, operator: '01' });
  assert.ok(acquirer.signedIn);
  await acquirer.exchange({ kind: 'echo', stan: 2, batch: 7 });
  await acquirer.exchange({ kind: 'signOff', stan: 3, batch: 7, operator: '01' });
  assert.equal(acquirer.signedIn, false);
  assert.deepEqual(
    requests.map(({ mti, fields }) => [mti, fields[70]]),
    [
      ['0800', '001'],
      ['0820', '301'],
      ['0820', '002'],
    ],
  );
});

const signInField62 = (cipher: BlockCipher): Uint8Array =>
  concat(
    ...[wrapped('pin', pinKey, cipher), wrapped('mac', macKey, cipher)].flatMap(
      ({ encrypted, checkValue }) => [encrypted, checkValue],
    ),
  );

test('an SM4 sign-in asks for 005, and the next request is under the new keys', async () => {
  const sm4Settings: AcquirerSettings = { ...settings, keyMode: 'sm4' };
  const { requests, link } = bank(unionPaySm4, 11, ({ mti, fields }) =>
    mti === '0800'
      ? { mti: '0810', fields: { 11: fields[11], 39: '00', 62: signInField62(sm4) } }
      : { mti: '0110', fields: { 11: fields[11], 39: '51', 41: fields[41] } },
  );
  const keys = keystore(false, sm4);
  const acquirer = createAcquirer({ settings: sm4Settings, link, keystore: keys });
  await acquirer.exchange({ kind: 'signIn', stan: 1, batch: 7, operator: '01' });
  assert.ok(acquirer.signedIn);
  assert.equal(requests[0]?.fields[60], '00000007005');
  const pinBlock = keys.encryptPinBlock(hex('06123654FFFFFFFFFFFF99FEFF88D977'));
  await acquirer.exchange({ ...preauth, card: { ...preauth.card, pinBlock } });
  assert.deepEqual(requests[1]?.fields[52], pinBlock);
  assert.equal(requests[1]?.fields[53], '2300000000000000');
  const data = link.sent[1]!.subarray(11, -8);
  assert.deepEqual(requests[1]?.fields[64], computeMac('ecb', keys, data, 16));
});

test('keys for another cipher do not pass their check values', async () => {
  const { link } = bank(unionPaySm4, 11, ({ fields }) => ({
    mti: '0810',
    fields: { 11: fields[11], 39: '00', 62: signInField62(tdes) },
  }));
  const sm4Settings: AcquirerSettings = { ...settings, keyMode: 'sm4' };
  const acquirer = createAcquirer({ settings: sm4Settings, link, keystore: keystore(false, sm4) });
  const result = await acquirer.exchange({ kind: 'signIn', stan: 1, batch: 7, operator: '01' });
  assert.ok(result.type === 'noAnswer' && result.fault === 'keystore.badCheckValue');
});

test('a retail MAC under SM4 keys is refused when the acquirer is set up', () => {
  const contradiction = { ...settings, keyMode: 'sm4', macAlgorithm: 'x919' } as const;
  const link = new ScriptedLink(() => []);
  assert.throws(
    () => createAcquirer({ settings: contradiction, link, keystore: keystore() }),
    /SM4/,
  );
});
