import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, comesAfter } from '#hal/simulator/bank/running-number.ts';
import { textOf } from '#src/iso8583/message.ts';
import { codeOf, openDesk, Shop } from './bank-driver.ts';

const order: readonly (readonly [number, number, boolean])[] = [
  [2, 1, true],
  [1, 1, false],
  [1, 2, false],
  [1, 999_999, true],
  [999_999, 1, false],
  [12, 999_990, true],
  [1, 0, true],
  [999_999, 0, true],
  [0, 999_999, false],
];
for (const [number, other, comes] of order) {
  test(`${number} ${comes ? 'comes after' : 'does not come after'} ${other}`, () =>
    assert.equal(comesAfter(number, other), comes));
}

test('after 999999 comes 1: there is no batch 0', () => assert.equal(after(999_999), 1));

async function signedIn(batch: string) {
  const desk = await openDesk();
  const shop = new Shop(desk);
  shop.batch = batch;
  await shop.signIn();
  return { desk, shop };
}

const totals = (minorUnits: number, count: number) =>
  (String(minorUnits).padStart(12, '0') + String(count).padStart(3, '0')).padEnd(62, '0');

const settle = async (shop: Shop, minorUnits: number, count: number) => {
  const answer = await shop.send(
    '0500',
    { 48: totals(minorUnits, count), 49: '156', 60: `00${shop.batch}201` },
    false,
  );
  return textOf(answer!, 48)?.charAt(30);
};

test('the batch after 999999 is 000001: holds and completions are taken in it, and both days agree', async () => {
  const { desk, shop } = await signedIn('999999');
  assert.equal(shop.batch, '999999');
  const old = await shop.hold(1000);
  assert.equal(codeOf(await shop.complete(old, 1000)), '00');
  const kept = await shop.hold(2500);
  assert.equal(await settle(shop, 1000, 1), '1');
  await shop.signIn();
  assert.equal(shop.batch, '000001', 'the sign-in goes on with it');
  assert.equal(codeOf(await shop.preauth(700)), '00');
  assert.equal(codeOf(await shop.complete(kept, 2500)), '00');
  await desk.restart();
  assert.equal(codeOf(await shop.preauth(900)), '00', 'and the ledger read again says the same');
  assert.equal(await settle(shop, 2500, 1), '1');
  shop.batch = '999999';
  assert.equal(codeOf(await shop.preauth(1000)), '77', 'the old batch stays closed');
  shop.batch = '000001';
  assert.equal(codeOf(await shop.preauth(1000)), '77');
  shop.batch = '000002';
  assert.equal(codeOf(await shop.preauth(1000)), '00');
});

test('trace numbers that went from 999999 to 1 are no terminal that starts over', async () => {
  const { shop } = await signedIn('000001');
  shop.stan = 999_997;
  assert.equal(codeOf(await shop.preauth(1000)), '00');
  assert.equal(codeOf(await shop.preauth(1000)), '00');
  shop.stan = 0;
  const after = await shop.preauth(1000);
  assert.equal(textOf(after!, 11), '000001');
  assert.equal(codeOf(after), '00');
  await shop.signIn();
  assert.equal(shop.batch, '000001');
  shop.stan = 120_000;
  await shop.preauth(1000);
  shop.stan = 5;
  await shop.signIn();
  assert.equal(shop.batch, '000002', 'one that has forgotten its numbers gets a fresh batch');
});

test('a trace number used again in another batch is another transaction', async () => {
  const { shop } = await signedIn('000001');
  shop.stan = 0;
  const first = await shop.preauth(1000);
  shop.batch = '000002';
  shop.stan = 0;
  const second = await shop.preauth(1000);
  assert.equal(textOf(first!, 11), textOf(second!, 11));
  assert.equal(codeOf(second), '00');
  assert.notEqual(textOf(first!, 37), textOf(second!, 37));
});

test('reference numbers say year and day, and none comes twice over the turn of the year', async () => {
  const { desk, shop } = await signedIn('000001');
  const rrnAt = async (nowMs: number) => {
    desk.nowMs = nowMs;
    return textOf((await shop.preauth(1000))!, 37) ?? '';
  };
  const turn = Date.UTC(2027, 0, 1) - 480 * 60_000;
  const before = await rrnAt(turn - 1_000);
  const later = await rrnAt(turn + 1_000);
  assert.match(before, /^636523\d{6}$/);
  assert.match(later, /^700100\d{6}$/);
  const leap = await rrnAt(Date.UTC(2028, 11, 31, 3) - 480 * 60_000);
  assert.match(leap, /^836603\d{6}$/);
  const sameHour = await rrnAt(Date.UTC(2029, 0, 1) - 480 * 60_000);
  const all = [before, later, leap, sameHour];
  assert.equal(new Set(all.map((rrn) => rrn.slice(0, 6))).size, 4, 'the times alone differ');
});

test('a hold of the old year is completed and voided in the new one', async () => {
  const { desk, shop } = await signedIn('000001');
  desk.nowMs = Date.UTC(2026, 11, 31, 15, 59);
  const hold = await shop.hold(1000);
  desk.nowMs += 120_000;
  assert.equal(codeOf(await shop.complete(hold, 1000)), '00');
  const [first, second] = desk.bank.ledger().transactions;
  assert.notEqual(first?.rrn, second?.rrn);
  assert.equal(second?.originalRrn, first?.rrn);
});

test('a day that ends early moves field 15 on, before its midnight and only once', async () => {
  const { desk, shop } = await signedIn('000001');
  const today = textOf((await shop.preauth(1000))!, 15);
  assert.equal(today, '1123');
  await desk.bank.setBehaviour({ mode: 'daySwitch', times: 1 });
  assert.equal(codeOf(await shop.preauth(1000)), '90');
  await shop.signIn();
  assert.equal(textOf((await shop.preauth(1000))!, 15), '1124');
  await desk.restart();
  assert.equal(textOf((await shop.preauth(1000))!, 15), '1124', 'kept in the ledger');
  desk.nowMs += 86_400_000;
  assert.equal(textOf((await shop.preauth(1000))!, 15), '1124', 'the calendar has caught up');
  assert.deepEqual(
    desk.bank.ledger().transactions.map(({ settlementDate }) => settlementDate),
    ['1123', '1123', '1124', '1124', '1124'],
  );
});
