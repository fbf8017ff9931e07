import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCard } from '#hal/simulator/cards/tray.ts';
import { hex } from '#src/bytes.ts';
import { bytesOf, type Fields, textOf } from '#src/iso8583/message.ts';
import { codeOf, openDesk, Shop, stripeCard, tmk } from './bank-driver.ts';
import { command4, field55, generateAc, objectsOf, read, send, take } from './card-driver.ts';

async function open(more: Parameters<typeof openDesk>[0] = {}) {
  const desk = await openDesk(more);
  const shop = new Shop(desk);
  await shop.signIn();
  return { desk, shop };
}

test('before the sign-in everything is C1, and a wrong MAC is A0; neither answer is sealed', async () => {
  const desk = await openDesk();
  const shop = new Shop(desk);
  assert.equal(codeOf(await shop.preauth(1000)), 'C1');
  await shop.signIn();
  shop.macKey = shop.macKey.map((byte) => byte ^ 0x10);
  const answer = await shop.preauth(1000);
  assert.equal(codeOf(answer), 'A0');
  assert.equal(answer?.fields[64], undefined);
  assert.equal(desk.bank.ledger().transactions.length, 0);
});

for (const [code, length] of [
  ['001', 24],
  ['003', 40],
  ['004', 60],
] as const) {
  test(`a sign-in with ${code} brings ${length} bytes of keys that seal and open`, async () => {
    const { shop } = await open();
    const answer = await shop.signIn(code);
    assert.equal(bytesOf(answer, 62)?.length, length);
    assert.equal(
      codeOf(
        await shop.preauth(1000, {
          22: '021',
          26: '06',
          52: shop.pinBlock(stripeCard.pan, '123456'),
          ...(shop.trackKey === undefined
            ? { 53: '2600000000000000' }
            : { 35: shop.sealedTrack(stripeCard.track2), 53: '2610000000000000' }),
        }),
      ),
      '00',
    );
    if (shop.trackKey !== undefined) assert.equal(codeOf(await shop.preauth(1000)), '30');
  });
}

for (const macAlgorithm of ['ecb', 'x919', 'cbc'] as const) {
  test(`terminal and bank agree on the ${macAlgorithm} MAC, each with its own hand`, async () => {
    const { shop } = await open({ macAlgorithm });
    shop.macAlgorithm = macAlgorithm;
    assert.equal(codeOf(await shop.preauth(1000)), '00');
    assert.ok(shop.macHolds());
  });
}

test('merchants and terminals that are not on the list are refused, at the sign-in too', async () => {
  const terminals = [{ merchantId: '123456789012345', terminalId: '12345678' }];
  const { desk } = await open({ terminals });
  assert.equal(codeOf(await new Shop(desk, '12345678', '000000000000000').signIn()), '03');
  assert.equal(codeOf(await new Shop(desk, '99999999').signIn()), '97');
});

const withCard = (id: string, entry: string, more: Fields = {}): Fields => {
  const card = findCard(id)!;
  return {
    2: card.pan,
    14: card.expiry,
    22: entry,
    35: `${card.pan}=${card.expiry}${card.serviceCode}0000000000`,
    ...more,
  };
};

const refusals: readonly (readonly [string, Fields, string])[] = [
  ['a number with a wrong check digit', { 2: '6222200000032025', 35: undefined, 22: '052' }, '14'],
  ['a number that its bank does not know', withCard('unknown-number', '022'), '14'],
  ['a number of no bank', withCard('unsupported', '022'), '15'],
  ['two different numbers', { 2: '6222000000014471' }, '14'],
  ['another expiry date', { 14: '3511' }, '54'],
  ['a card that has expired', withCard('expired', '052'), '54'],
  ['a card reported lost', withCard('lost', '052'), '41'],
  ['the stripe of a chip card', withCard('unionpay-credit', '022'), '45'],
  ['a typed number', { 22: '012', 35: undefined }, '57'],
  ['a chip without chip data', withCard('unionpay-credit', '052'), '30'],
  ['a PIN that is announced but missing', { 22: '021' }, '30'],
  ['no amount', { 4: '000000000000' }, '13'],
  ['too much for one transaction', { 4: '000005000001' }, '61'],
  ['another currency', { 49: '840' }, '40'],
  ['a processing code of another kind', { 3: '300000' }, '40'],
  ['no currency', { 49: undefined }, '30'],
];

for (const [name, fields, code] of refusals) {
  test(`${name} is refused with ${code}`, async () => {
    const { desk, shop } = await open();
    assert.equal(codeOf(await shop.preauth(1000, fields)), code);
    assert.equal(desk.bank.ledger().holds.length, 0);
  });
}

test('a declared fallback to the stripe is accepted', async () => {
  const { shop } = await open();
  const fallback = withCard('dead-chip', '022', { 60: `10${shop.batch}00052` });
  assert.equal(codeOf(await shop.preauth(1000, fallback)), '00');
});

test('a wrong PIN is 55, three of them 75; a block under another key is 99', async () => {
  const { desk, shop } = await open();
  const entry = (pin: string): Fields => ({
    22: '021',
    26: '06',
    52: shop.pinBlock(stripeCard.pan, pin),
    53: '2600000000000000',
  });
  assert.equal(codeOf(await shop.preauth(1000, entry('123456'))), '00');
  for (const code of ['55', '55', '55', '75'])
    assert.equal(codeOf(await shop.preauth(1000, entry('111111'))), code);
  desk.bank.unblockPins();
  assert.equal(
    codeOf(await shop.preauth(1000, { ...entry('123456'), 52: hex('00112233445566FF') })),
    '99',
  );
  assert.equal(codeOf(await shop.preauth(1000, entry('123456'))), '00');
});

async function chipRequest(id: string, aid: string, more: Record<string, string> = {}) {
  const card = take(id);
  const data = await read(card, aid);
  const first = await generateAc(card, '80', data.data.get('8C') ?? '');
  const profile = findCard(id)!;
  const fields: Fields = {
    2: profile.pan,
    14: profile.expiry,
    22: '052',
    23: '001',
    35: `${profile.pan}=${profile.expiry}${profile.serviceCode}0000000000`,
    55: hex(field55(data, first, more)),
  };
  return { card, data, fields };
}

test('a chip hold is approved on its cryptogram, and the card accepts the proof of its bank', async () => {
  for (const [id, aid] of [
    ['unionpay-credit', 'A000000333010102'],
    ['foreign-visa', 'A0000000031010'],
  ] as const) {
    const { shop } = await open();
    const { card, data, fields } = await chipRequest(id, aid);
    const answer = await shop.preauth(50_000, fields);
    assert.equal(codeOf(answer), '00');
    const proof =
      objectsOf(
        Buffer.from(bytesOf(answer!, 55) ?? [])
          .toString('hex')
          .toUpperCase(),
      ).get('91') ?? '';
    assert.equal(proof.length, 20);
    assert.equal(await send(card, command4('00820000', proof).slice(0, -2)), '9000');
    assert.equal((await generateAc(card, '40', data.data.get('8D') ?? '')).information, '40');
  }
});

test('a cryptogram over other data, or an amount that the chip was not told, is refused', async () => {
  const aid = 'A000000333010102';
  const { shop } = await open();
  const { fields } = await chipRequest('unionpay-credit', aid, { '9F37': '00000000' });
  assert.equal(codeOf(await shop.preauth(50_000, fields)), '05');
  const { fields: right } = await chipRequest('unionpay-credit', aid);
  assert.equal(codeOf(await shop.preauth(50_100, right)), '05');
  assert.equal(
    codeOf(await shop.preauth(50_000, { ...right, 55: hex('9F2608AABBCCDD00112233') })),
    '30',
  );
});

test('the bank can send scripts, a wrong proof or none', async () => {
  const aid = 'A000000333010102';
  const { desk, shop } = await open();
  await desk.bank.setBehaviour({
    mode: 'approve',
    times: 1,
    scripts: [{ template: '72', command: 'applicationBlock' }],
  });
  const { card, fields } = await chipRequest('unionpay-credit', aid);
  const answer = await shop.preauth(50_000, fields);
  const chip = Buffer.from(bytesOf(answer!, 55) ?? [])
    .toString('hex')
    .toUpperCase();
  const command = objectsOf(chip).get('86') ?? '';
  assert.equal(await send(card, command), '9000');
  await desk.bank.setBehaviour({ mode: 'approve', issuerAuthentication: 'none' });
  const next = await chipRequest('unionpay-credit', aid);
  const bare = await shop.preauth(50_000, next.fields);
  assert.equal(bytesOf(bare!, 55)?.length ?? 0, 0);
});

test('cards that nobody knows are accepted when the bank is told to', async () => {
  const { shop } = await open({ strangers: 'accept' });
  assert.equal(codeOf(await shop.preauth(1000, withCard('unsupported', '022'))), '00');
});

test('a settlement balances when both sides count the same, and closes the batch', async () => {
  const { shop } = await open();
  const hold = await shop.hold(50_000);
  await shop.complete(hold, 50_000);
  const settle = (totals: string) =>
    shop.send('0500', { 48: totals.padEnd(62, '0'), 49: '156', 60: `00${shop.batch}201` }, false);
  const wrong = await settle('000000049999001');
  assert.equal(textOf(wrong!, 48)?.charAt(30), '2');
  const right = await settle('000000050000001');
  assert.equal(textOf(right!, 48)?.charAt(30), '1');
  assert.equal(textOf(right!, 48)?.length, 62);
  assert.equal(codeOf(await shop.preauth(1000)), '77');
  await shop.signIn();
  assert.equal(shop.batch, '000002');
  assert.equal(codeOf(await shop.preauth(1000)), '00');
});

test('a terminal that has forgotten its trace numbers gets a fresh batch at the sign-in', async () => {
  const { desk, shop } = await open();
  await shop.hold(1000);
  await shop.hold(1000);
  const reborn = new Shop(desk);
  await reborn.signIn();
  assert.equal(reborn.batch, '000002');
  assert.equal(codeOf(await reborn.preauth(1000)), '00');
  assert.equal(desk.bank.ledger().holds.length, 3);
});

test('echo and sign-off are answered, a network message of another interface is refused', async () => {
  const { shop } = await open();
  assert.equal(codeOf(await shop.send('0820', { 60: `00${shop.batch}301` }, false)), '00');
  assert.equal(codeOf(await shop.send('0820', { 60: `00${shop.batch}002` }, false)), '00');
  assert.equal(codeOf(await shop.send('0800', { 60: `00${shop.batch}006` }, false)), '40');
  assert.equal(codeOf(await shop.preauth(1000)), 'C1');
  assert.equal(tmk.length, 32);
});
