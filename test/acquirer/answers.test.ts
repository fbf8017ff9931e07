import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LinkFault } from '#hal/link/fault.ts';
import { createAcquirer, type LateAnswer } from '#src/acquirer/acquirer.ts';
import { answerCodes } from '#src/acquirer/answer-codes.ts';
import type { HostRequest, HostResult } from '#src/acquirer/contract.ts';
import type { AcquirerSettings } from '#src/acquirer/settings.ts';
import { concat, hex } from '#src/bytes.ts';
import { Pan } from '#src/card/pan.ts';
import { pack, unpack } from '#src/iso8583/codec.ts';
import type { Message } from '#src/iso8583/message.ts';
import { unionPay } from '#src/iso8583/unionpay.ts';
import { computeMac, type MacAlgorithm } from '#src/security/mac.ts';
import answerCodeTexts from '#ui/texts/answer-codes.ts';
import { keystore, macKey, pinKey, ScriptedLink, settings, wrapped } from './bench-bank.ts';

const preauth: HostRequest = {
  kind: 'preauth',
  cardPresent: true,
  stan: 123,
  batch: 1,
  amount: { minorUnits: 50_000, currency: '156' },
  localDate: '1123',
  localTime: '101530',
  posEntryMode: '052',
  card: { pan: Pan.parse('6222020000000000018') as Pan, expiry: '3012' },
};
const signIn: HostRequest = { kind: 'signIn', stan: 9, batch: 1, operator: '01' };

const head = hex('6000000003603100311010');
const frame = (body: Uint8Array): Uint8Array => concat(head, body);

/** An answer of a bank that shares the MAC key. */
function answerFrame(message: Message, mac: MacAlgorithm | 'none' = 'ecb'): Uint8Array {
  if (mac === 'none') return frame(pack(unionPay, message));
  const body = pack(unionPay, { ...message, fields: { ...message.fields, 64: new Uint8Array(8) } });
  body.set(computeMac(mac, keystore(), body.subarray(0, -8)), body.length - 8);
  return frame(body);
}

const approval = (more: Message['fields'] = {}, mti = '0110'): Message => ({
  mti,
  fields: {
    3: '030000',
    4: '000000050000',
    11: '000123',
    38: 'A00001',
    39: '00',
    41: '12345678',
    ...more,
  },
});

async function ask(
  answers: readonly Uint8Array[],
  request: HostRequest = preauth,
  changes: Partial<AcquirerSettings> = {},
  keys = keystore(),
) {
  const late: LateAnswer[] = [];
  const link = new ScriptedLink(() => answers);
  const acquirer = createAcquirer({
    settings: { ...settings, ...changes },
    link,
    keystore: keys,
    onLate: (answer) => late.push(answer),
  });
  return { acquirer, late, link, result: await acquirer.exchange(request) };
}

const approved = (result: HostResult): boolean =>
  result.type === 'answered' && result.answer.approved;
const unusable = (result: HostResult) =>
  result.type === 'noAnswer' ? [result.fault, result.maybeSent] : undefined;

for (const algorithm of ['ecb', 'x919', 'cbc'] as const) {
  test(`an approval is believed under its ${algorithm} code, and not with one bit changed anywhere`, async () => {
    const right = answerFrame(approval(), algorithm);
    const refusal = answerFrame(approval({ 39: '05' }), algorithm);
    assert.ok(approved((await ask([right], preauth, { macAlgorithm: algorithm })).result));
    for (let at = head.length; at < right.length; at++) {
      const bent = right.slice();
      bent[at]! ^= 1;
      // Where the bend makes it look like another request's answer, the wait goes on to the refusal.
      const { result } = await ask([bent, refusal], preauth, { macAlgorithm: algorithm });
      assert.ok(!approved(result), `byte ${at}`);
    }
    const last = right.slice();
    last[last.length - 1]! ^= 1;
    const { result } = await ask([last], preauth, { macAlgorithm: algorithm });
    assert.deepEqual(unusable(result), ['answer.badMac', true]);
  });
}

for (const refusalsCarryMac of [true, false]) {
  const proves = refusalsCarryMac ? 'proves nothing' : 'is believed of a host that never sends one';
  test(`an approval without a code is no approval; a refusal without one is a refusal and ${proves}`, async () => {
    const settings = { refusalsCarryMac };
    const naked = await ask([answerFrame(approval(), 'none')], preauth, settings);
    assert.deepEqual(unusable(naked.result), ['answer.badMac', true]);
    const { result } = await ask([answerFrame(approval({ 39: '51' }), 'none')], preauth, settings);
    assert.ok(result.type === 'answered' && result.answer.responseCode === '51');
    assert.equal(result.answer.proven, !refusalsCarryMac);
  });
}

test('a refusal under a wrong code is not believed, except when it says that the keys differ', async () => {
  const wrongly = (code: string) => {
    const bytes = answerFrame(approval({ 39: code }));
    bytes[bytes.length - 1]! ^= 1;
    return bytes;
  };
  assert.deepEqual(unusable((await ask([wrongly('51')])).result), ['answer.badMac', true]);
  const { result, acquirer } = await ask([wrongly('A0')]);
  assert.ok(result.type === 'answered' && result.answer.responseCode === 'A0');
  assert.equal(acquirer.signedIn, false);
});

test('garbage, a message without a response code and half a message end as malformed, and may have been booked', async () => {
  const whole = answerFrame(approval());
  const cases = [
    new Uint8Array(0),
    Uint8Array.of(1, 2, 3),
    whole.slice(0, 40),
    answerFrame(approval({ 39: undefined })),
    answerFrame(approval({ 55: hex('9F2608') })),
  ];
  for (const bytes of cases) {
    const { result } = await ask([bytes]);
    assert.deepEqual(unusable(result), ['answer.malformed', true]);
  }
});

test('answers to other requests are late: another trace, another message type, another terminal', async () => {
  const { result, late } = await ask([
    answerFrame(approval({ 11: '000122' })),
    answerFrame(approval({}, '0410')),
    answerFrame(approval({ 41: '87654321' })),
    answerFrame(approval({ 11: undefined })),
    answerFrame(approval()),
  ]);
  assert.ok(approved(result));
  assert.deepEqual(
    late.map(({ mti, stan, responseCode }) => [mti, stan, responseCode]),
    [
      ['0110', 122, '00'],
      ['0410', 123, '00'],
      ['0110', 123, '00'],
      ['0110', undefined, '00'],
    ],
  );
});

test('a partial approval says its amount', async () => {
  const { result } = await ask([answerFrame(approval({ 39: '10', 4: '000000020000' }))]);
  assert.ok(result.type === 'answered' && result.answer.approved);
  assert.deepEqual(result.answer.amount, { minorUnits: 20_000, currency: '156' });
});

test('without a MAC key nothing leaves the terminal', async () => {
  const { result, link } = await ask([], preauth, {}, keystore(false));
  assert.deepEqual(unusable(result), ['keystore.missingKey', false]);
  assert.equal(link.sent.length, 0);
});

test('each fault of the link ends the exchange under its code, with what may have been sent', async () => {
  for (const progress of ['nothingSent', 'maybeSent'] as const) {
    const link = new ScriptedLink(() => {
      throw new LinkFault('link.reset', 'later', progress, 'test');
    });
    const acquirer = createAcquirer({ settings, link, keystore: keystore() });
    const result = await acquirer.exchange(preauth);
    assert.deepEqual(unusable(result), ['link.reset', progress === 'maybeSent']);
    assert.deepEqual(await acquirer.probe(), { open: false, fault: 'link.reset' });
  }
});

const signInAnswer = (field62: Uint8Array | undefined): Uint8Array =>
  answerFrame(approval({ 3: undefined, 4: undefined, 11: '000009', 62: field62 }, '0810'), 'none');
const keysField = (bad = false): Uint8Array => {
  const parts = [wrapped('pin', pinKey), wrapped('mac', macKey)];
  return concat(
    ...parts.flatMap(({ encrypted, checkValue }) => [
      encrypted,
      bad ? new Uint8Array(4) : checkValue,
    ]),
  );
};

test('a sign-in counts only when every key stands its check', async () => {
  const empty = keystore(false);
  const good = await ask([signInAnswer(keysField())], signIn, {}, empty);
  assert.ok(approved(good.result) && good.acquirer.signedIn && empty.has('mac'));
  const cases: [Uint8Array | undefined, string][] = [
    [keysField(true), 'keystore.badCheckValue'],
    [undefined, 'answer.malformed'],
    [keysField().slice(0, 24), 'answer.malformed'],
    [new Uint8Array(0), 'answer.malformed'],
  ];
  for (const [field62, fault] of cases) {
    const { result, acquirer } = await ask([signInAnswer(field62)], signIn, {}, keystore(false));
    assert.equal(unusable(result)?.[0], fault);
    assert.equal(acquirer.signedIn, false);
  }
});

test('a single-length MAC key in a double-length place is used as it is', async () => {
  const single = macKey.slice(0, 8);
  const pin = wrapped('pin', pinKey);
  const mac = wrapped('mac', single);
  const field62 = concat(
    pin.encrypted,
    pin.checkValue,
    mac.encrypted,
    new Uint8Array(8),
    mac.checkValue,
  );
  const keys = keystore(false);
  const { acquirer } = await ask([signInAnswer(field62)], signIn, {}, keys);
  assert.ok(acquirer.signedIn);
  const reference = keystore(false);
  reference.loadWorkingKeys([mac]);
  assert.deepEqual(keys.encryptMacBlock(pinKey), reference.encryptMacBlock(pinKey));
});

test('requests that come at the same time are done one after the other', async () => {
  const order: string[] = [];
  const link = new ScriptedLink((request) => {
    const message = unpack(unionPay, request.slice(11)) as Message;
    order.push(String(message.fields[11]));
    return [answerFrame(approval({ 11: message.fields[11] }))];
  });
  const acquirer = createAcquirer({ settings, link, keystore: keystore() });
  const results = await Promise.all(
    [1, 2, 3].map((stan) => acquirer.exchange({ ...preauth, stan })),
  );
  assert.deepEqual(order, ['000001', '000002', '000003']);
  assert.ok(results.every(approved));
});

test('track data that the wire cannot carry is left out, and filler with it', async () => {
  const sentTrack = async (track2: string) => {
    const request = { ...preauth, card: { ...preauth.card, track2 } } as HostRequest;
    const { link } = await ask([answerFrame(approval())], request);
    return (unpack(unionPay, link.sent[0]!.slice(11)) as Message).fields[35];
  };
  assert.equal(
    await sentTrack('6222020000000000018D30122010000F'),
    '6222020000000000018=30122010000',
  );
  assert.equal(
    await sentTrack(';6222020000000000018=30122010000?'),
    '6222020000000000018=30122010000',
  );
  for (const bad of ['', 'nonsense', `6222020000000000018=${'0'.repeat(30)}`, '=3012']) {
    assert.equal(await sentTrack(bad), undefined);
  }
});

test('every answer code of the table has words in both languages, and no words are without a code', () => {
  const codes = [...answerCodes.keys()].sort();
  for (const language of ['zh-CN', 'en'] as const) {
    assert.deepEqual(Object.keys(answerCodeTexts[language]).sort(), codes);
  }
});

test('the codes are in the families of the domain table', () => {
  const expected: Record<string, string> = {
    approved: '00 10 11',
    callIssuer: '01 02',
    settings: '03 58 97',
    capture: '04 07 34 35 36 37 41 43',
    refused: '05 38 51 55 57 61 62 65 75',
    originalMismatch: '12 22 25 64 94 95',
    format: '13 30',
    noSuchCard: '14',
    unsupported: '15 40',
    expired: '33 54',
    fallbackRefused: '45',
    bankSide: '68 90 91 92 96 98',
    signInAgain: '77 99 A0 C1',
  };
  const found = Map.groupBy(answerCodes.values(), (row) => row.family);
  for (const [family, codes] of Object.entries(expected)) {
    const rows = found.get(family as never) ?? [];
    assert.deepEqual(rows.map((row) => row.code).sort(), codes.split(' '));
  }
});
