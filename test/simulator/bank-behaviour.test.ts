import assert from 'node:assert/strict';
import { createConnection } from 'node:net';
import { test } from 'node:test';
import { type BankBehaviour, bankBehaviour } from '#hal/simulator/bank/behaviour.ts';
import { hex } from '#src/bytes.ts';
import { packFrame } from '#src/iso8583/frame.ts';
import { type Fields, textOf } from '#src/iso8583/message.ts';
import { codeOf, openDesk, Shop } from './bank-driver.ts';

async function open() {
  const desk = await openDesk();
  const shop = new Shop(desk);
  await shop.signIn();
  const held = () => desk.bank.ledger().sums.held.count;
  const set = (behaviour: unknown) => desk.bank.setBehaviour(bankBehaviour.parse(behaviour));
  return { desk, shop, held, set };
}

test('told to refuse, the bank refuses holds and still signs terminals in and takes reversals', async () => {
  const { shop, held, set } = await open();
  await set({ mode: 'decline', code: '51' });
  assert.equal(codeOf(await shop.preauth(1000)), '51');
  assert.equal(codeOf(await shop.signIn()), '00');
  assert.equal(codeOf(await shop.reverse(shop.preauthFields(1000), '000900')), '25');
  await set({ mode: 'approve' });
  assert.equal(codeOf(await shop.preauth(1000)), '00');
  assert.equal(held(), 1);
});

test('times counts the messages that were struck, kinds chooses them', async () => {
  const { shop, set } = await open();
  const hold = await shop.hold(1000);
  await set({ mode: 'decline', code: '91', times: 2, kinds: ['completion'] });
  assert.equal(codeOf(await shop.preauth(1000)), '00');
  assert.equal(codeOf(await shop.complete(hold, 1000)), '91');
  assert.equal(codeOf(await shop.complete(hold, 1000)), '91');
  assert.equal(codeOf(await shop.complete(hold, 1000)), '00');
});

const broken: readonly (readonly [string, object, number, (shop: Shop) => void])[] = [
  [
    'silent before booking',
    { mode: 'silent', when: 'beforeBooking' },
    0,
    (it) => assert.deepEqual(it.lastRaw, { frames: [], end: 'open' }),
  ],
  [
    'silent after booking',
    { mode: 'silent', when: 'afterBooking' },
    1,
    (it) => assert.deepEqual(it.lastRaw, { frames: [], end: 'open' }),
  ],
  [
    'reset before booking',
    { mode: 'reset', when: 'before' },
    0,
    (it) => assert.deepEqual(it.lastRaw, { frames: [], end: 'reset' }),
  ],
  [
    'reset after booking',
    { mode: 'reset', when: 'after' },
    1,
    (it) => assert.deepEqual(it.lastRaw, { frames: [], end: 'reset' }),
  ],
  ['garbage', { mode: 'garbage' }, 1, (it) => assert.equal(it.lastRaw.frames[0]?.length, 80)],
  [
    'a wrong MAC',
    { mode: 'wrongMac' },
    1,
    (it) => assert.ok(!it.macHolds() && it.lastRaw.frames.length === 1),
  ],
  [
    'a truncated answer',
    { mode: 'truncated' },
    1,
    (it) => assert.ok(it.lastRaw.end === 'closed' && (it.lastRaw.frames[0]?.length ?? 0) > 30),
  ],
  [
    'a duplicate answer',
    { mode: 'duplicate' },
    1,
    (it) => assert.deepEqual(it.lastRaw.frames[0], it.lastRaw.frames[1]),
  ],
];

for (const [name, behaviour, booked, check] of broken) {
  test(`${name}: the hold is booked ${booked === 1 ? 'once' : 'not at all'}, and the next one is answered well`, async () => {
    const { shop, held, set } = await open();
    await set({ ...behaviour, times: 1 });
    shop.patienceMs = 150;
    await shop.preauth(1000);
    shop.patienceMs = 10_000;
    check(shop);
    assert.equal(held(), booked);
    assert.equal(codeOf(await shop.preauth(1000)), '00');
  });
}

test('an answer under another trace number belongs to nobody', async () => {
  const { shop, held, set } = await open();
  await set({ mode: 'wrongStan', times: 1 });
  const answer = await shop.send('0100', shop.preauthFields(1000), true, '000500');
  assert.equal(textOf(answer!, 11), '000501');
  assert.ok(shop.macHolds());
  assert.equal(held(), 1);
});

test('a late answer comes after its delay, booked at once', async () => {
  const { desk, shop, held, set } = await open();
  await set({ mode: 'late', delayMs: 45_000, times: 1 });
  assert.equal(codeOf(await shop.preauth(1000)), '00');
  assert.deepEqual(desk.waits, [45_000]);
  assert.equal(held(), 1);
});

test('a partial approval holds what it says', async () => {
  const { desk, shop, set } = await open();
  await set({ mode: 'partial', amountMinorUnits: 70_000, times: 1 });
  const answer = await shop.preauth(100_000);
  assert.equal(codeOf(answer), '10');
  assert.equal(textOf(answer!, 4), '000000070000');
  assert.equal(desk.bank.ledger().holds[0]?.amountMinorUnits, 70_000);
});

test('a bank that is down refuses connections and comes back on the same port', async () => {
  const { desk, shop, set } = await open();
  const { port } = desk.bank;
  await set({ mode: 'down' });
  await shop.preauth(1000);
  assert.equal(shop.lastRaw.end, 'refused');
  await set({ mode: 'approve' });
  assert.equal(desk.bank.port, port);
  assert.equal(codeOf(await shop.preauth(1000)), '00');
});

test('the header of an answer can ask the terminal to sign in again', async () => {
  const { shop, set } = await open();
  await set({ mode: 'approve', headerRequest: 3, times: 1 });
  await shop.preauth(1000);
  assert.equal((shop.lastRaw.frames[0]?.[7] ?? 0) & 15, 3);
});

test('every refusing code can be provoked by an amount, at the hold and at the completion', async () => {
  const { shop, held } = await open();
  for (const code of [
    '01',
    '03',
    '14',
    '30',
    '51',
    '54',
    '58',
    '61',
    '68',
    '75',
    '91',
    '96',
    '98',
    '99',
  ]) {
    assert.equal(codeOf(await shop.preauth(900_000 + Number(code))), code);
  }
  assert.equal(codeOf(await shop.preauth(900_100)), 'A0');
  assert.equal(codeOf(await shop.preauth(900_101)), 'C1');
  const hold = await shop.hold(900_000);
  assert.equal(codeOf(await shop.complete(hold, 900_091)), '91');
  assert.equal(codeOf(await shop.complete(hold, 900_000)), '00');
  assert.equal(held(), 0);
});

test('the line can be broken by an amount', async () => {
  const { shop, held } = await open();
  shop.patienceMs = 150;
  assert.equal(await shop.preauth(900_201), undefined);
  assert.equal(held(), 0);
  assert.equal(await shop.preauth(900_202), undefined);
  assert.equal(held(), 1);
});

test('a behaviour that does not exist, or an approval by refusal, is not accepted', () => {
  const wrong: unknown[] = [
    {},
    { mode: 'kind' },
    { mode: 'decline' },
    { mode: 'decline', code: '00' },
    { mode: 'silent', when: 'never' },
    { mode: 'approve', times: 0 },
    { mode: 'approve', kinds: ['wish'] },
  ];
  for (const behaviour of wrong) assert.ok(!bankBehaviour.safeParse(behaviour).success);
  const right: BankBehaviour = bankBehaviour.parse({ mode: 'silent' });
  assert.deepEqual(right, { mode: 'silent', when: 'beforeBooking' });
});

test('bytes that are no message get no answer, and the bank lives on', async () => {
  const { desk, shop } = await open();
  const seen: string[] = [];
  desk.bank.listen(({ type }) => seen.push(type));
  shop.patienceMs = 150;
  assert.equal(
    await shop.sendBody(Uint8Array.from({ length: 60 }, (_, i) => (i * 37) & 255)),
    undefined,
  );
  const socket = createConnection(desk.bank.port, '127.0.0.1');
  await new Promise((resolve) => {
    socket.on('connect', () => socket.write(Buffer.from('FFFF00', 'hex')));
    socket.on('close', resolve);
    socket.resume();
  });
  assert.deepEqual(seen, ['malformed']);
  shop.patienceMs = 10_000;
  assert.equal(codeOf(await shop.preauth(1000)), '00');
});

test('thousands of damaged messages neither stop the bank nor are booked', async () => {
  const { desk, shop } = await open();
  const seal = (fields: Fields) =>
    packFrame(
      { tpdu: hex('6000030000'), header: hex('603100311020') },
      shop.seal(
        {
          mti: '0100',
          fields: { 11: shop.nextStan(), 41: shop.terminalId, 42: shop.merchantId, ...fields },
        },
        true,
      ),
    );
  let seed = 1;
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const socket = createConnection(desk.bank.port, '127.0.0.1');
  socket.resume();
  let left = 4000;
  const allSeen = new Promise<void>((resolve) => {
    desk.bank.listen(({ type }) => {
      if (type !== 'answer' && --left === 0) resolve();
    });
  });
  const good = seal(shop.preauthFields(1000));
  for (let i = 0; i < 4000; i++) {
    const bad = good.slice(0, next(4) === 0 ? 12 + next(good.length - 12) : good.length);
    // One bit only: the ECB method folds the message by XOR and cannot see two that cancel out.
    const at = 11 + next(bad.length - 11);
    bad[at] = (bad[at] ?? 0) ^ (1 << next(8));
    socket.write(Uint8Array.of(bad.length >> 8, bad.length & 255, ...bad));
  }
  await allSeen;
  socket.destroy();
  assert.equal(codeOf(await shop.preauth(1000)), '00');
  assert.equal(desk.bank.ledger().holds.length, 1);
});
