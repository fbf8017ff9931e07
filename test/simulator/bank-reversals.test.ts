import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf } from '#src/iso8583/message.ts';
import { codeOf, openDesk, Shop, stripeCard } from './bank-driver.ts';

async function open() {
  const desk = await openDesk();
  const shop = new Shop(desk);
  await shop.signIn();
  return { desk, shop, holds: () => desk.bank.ledger().holds };
}

test('a reversal undoes the hold by its own trace number, and again answers the same', async () => {
  const { shop, holds } = await open();
  const fields = shop.preauthFields(50_000);
  await shop.send('0100', fields, true, '000010');
  assert.equal(codeOf(await shop.reverse(fields, '000010')), '00');
  assert.equal(holds()[0]?.state, 'reversed');
  assert.equal(codeOf(await shop.reverse(fields, '000010')), '00');
});

test('a reversal that comes before its original keeps the original from being booked, also after a restart', async () => {
  const { desk, shop, holds } = await open();
  const fields = shop.preauthFields(50_000);
  assert.equal(codeOf(await shop.reverse(fields, '000010')), '25');
  await desk.restart();
  assert.equal(codeOf(await shop.send('0100', fields, true, '000010')), '12');
  assert.equal(holds().length, 0);
  assert.equal(codeOf(await shop.reverse(fields, '000010')), '25');
  assert.equal(desk.bank.ledger().reversals.length, 1);
});

test('a reversal with a trace number of its own finds its original by field 61', async () => {
  const { shop, holds } = await open();
  const fields = shop.preauthFields(50_000);
  await shop.send('0100', fields, true, '000010');
  const named = { ...fields, 61: `${shop.batch}0000101123` };
  assert.equal(codeOf(await shop.reverse(named, '000011')), '00');
  assert.equal(holds()[0]?.state, 'reversed');
});

test('a reversed completion leaves the hold open, a reversed cancellation too', async () => {
  const { shop, holds } = await open();
  const hold = await shop.hold(50_000);
  const reference = {
    2: stripeCard.pan,
    14: stripeCard.expiry,
    22: '012',
    25: '06',
    38: textOf(hold.answer, 38),
    49: '156',
    61: `${hold.batch}${hold.stan}${hold.date}`,
  };
  const completion = { ...reference, 3: '000000', 4: '000000050000', 60: `20${shop.batch}00050` };
  assert.equal(codeOf(await shop.send('0200', completion, true, '000020')), '00');
  assert.equal(codeOf(await shop.reverse(completion, '000020')), '00');
  assert.equal(holds()[0]?.state, 'held');
  const cancellation = { ...reference, 3: '200000', 4: '000000050000', 60: `11${shop.batch}00050` };
  assert.equal(codeOf(await shop.send('0100', cancellation, true, '000021')), '00');
  assert.equal(holds()[0]?.state, 'cancelled');
  assert.equal(codeOf(await shop.reverse(cancellation, '000021')), '00');
  assert.equal(holds()[0]?.state, 'held');
});

test('a reversed void leaves the completion standing', async () => {
  const { desk, shop, holds } = await open();
  const hold = await shop.hold(50_000);
  const completion = shop.originalOf((await shop.complete(hold, 50_000))!);
  const answer = await shop.voidCompletion(completion, 50_000);
  const undo = {
    2: stripeCard.pan,
    3: '200000',
    4: '000000050000',
    22: '012',
    25: '06',
    49: '156',
    60: `21${shop.batch}00050`,
  };
  assert.equal(codeOf(await shop.reverse(undo, textOf(answer!, 11)!)), '00');
  assert.equal(holds()[0]?.state, 'completed');
  assert.deepEqual(desk.bank.ledger().sums.charged, { count: 1, minorUnits: 50_000 });
});

test('a refused request needs no undoing, an advice cannot be undone', async () => {
  const { desk, shop } = await open();
  await desk.bank.setBehaviour({ mode: 'decline', code: '51', times: 1 });
  const fields = shop.preauthFields(50_000);
  assert.equal(codeOf(await shop.send('0100', fields, true, '000010')), '51');
  assert.equal(codeOf(await shop.reverse(fields, '000010')), '00');
  const hold = await shop.hold(10_000);
  const advice = await shop.completeByAdvice(hold, 10_000);
  const undo = { ...shop.preauthFields(10_000), 3: '000000', 60: `24${shop.batch}00050` };
  assert.equal(codeOf(await shop.reverse(undo, textOf(advice!, 11)!)), '40');
});
