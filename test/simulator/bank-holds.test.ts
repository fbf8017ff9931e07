import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { JournalFile } from '#hal/simulator/bank/journal-file.ts';
import { LedgerUnwritable } from '#hal/simulator/bank/ledger-unwritable.ts';
import { textOf } from '#src/iso8583/message.ts';
import { codeOf, openDesk, Shop, stripeCard } from './bank-driver.ts';

const dayMs = 86_400_000;

async function open() {
  const desk = await openDesk();
  const shop = new Shop(desk);
  await shop.signIn();
  return { desk, shop, holds: () => desk.bank.ledger().holds, sums: () => desk.bank.ledger().sums };
}

test('a hold is booked, sealed and answered with codes that name it', async () => {
  const { shop, holds } = await open();
  const answer = await shop.preauth(50_000);
  assert.equal(codeOf(answer), '00');
  assert.ok(shop.macHolds());
  assert.equal(answer?.mti, '0110');
  const [hold] = holds();
  assert.equal(hold?.state, 'held');
  assert.equal(hold?.amountMinorUnits, 50_000);
  assert.equal(textOf(answer!, 37), hold?.rrn);
  assert.match(hold?.authorisationCode ?? '', /^\d{6}$/);
  assert.equal(hold?.maskedNumber, '622220******2024');
  assert.equal(
    Buffer.from(shop.lastRaw.frames[0] ?? [])
      .toString('hex')
      .slice(0, 10),
    '6000000003',
  );
});

test('a completion up to 115 % is booked once; above it, after it, and for a stranger it is refused', async () => {
  const { shop, holds, sums } = await open();
  const hold = await shop.hold(50_000);
  assert.equal(codeOf(await shop.complete(hold, 57_501)), '61');
  assert.equal(codeOf(await shop.complete(hold, 57_500, { 38: '000001' })), '25');
  assert.equal(
    codeOf(await shop.complete(hold, 57_500, { 2: '6222000000014471', 14: '3512' })),
    '14',
  );
  assert.equal(
    codeOf(await shop.complete(hold, 57_500, { 61: `${hold.batch}${hold.stan}0101` })),
    '25',
  );
  assert.equal(codeOf(await shop.complete(hold, 57_500)), '00');
  assert.equal(codeOf(await shop.complete(hold, 57_500)), '12');
  assert.equal(holds()[0]?.state, 'completed');
  assert.equal(holds()[0]?.completedMinorUnits, 57_500);
  assert.deepEqual(sums().charged, { count: 1, minorUnits: 57_500 });
});

test('the highest hold can be completed at 115 % of it', async () => {
  const { shop } = await open();
  assert.equal(codeOf(await shop.preauth(5_000_001)), '61');
  const hold = await shop.hold(5_000_000);
  assert.equal(codeOf(await shop.complete(hold, 5_750_000)), '00');
});

test('another terminal of the merchant may complete, another merchant may not', async () => {
  const { desk, shop } = await open();
  const hold = await shop.hold(20_000);
  const stranger = new Shop(desk, '87654321', '999999999999999');
  await stranger.signIn();
  assert.equal(codeOf(await stranger.complete(hold, 20_000)), '25');
  const neighbour = new Shop(desk, '12345679');
  await neighbour.signIn();
  assert.equal(codeOf(await neighbour.complete(hold, 20_000)), '00');
});

test('a cancellation frees the whole amount, and only that', async () => {
  const { shop, holds } = await open();
  const hold = await shop.hold(30_000);
  assert.equal(codeOf(await shop.cancel(hold, 29_999)), '64');
  assert.equal(codeOf(await shop.cancel(hold, 30_000)), '00');
  assert.equal(codeOf(await shop.cancel(hold, 30_000)), '12');
  assert.equal(holds()[0]?.state, 'cancelled');
});

test('a hold cannot be completed after its thirty days', async () => {
  const { desk, shop, holds } = await open();
  const hold = await shop.hold(30_000);
  desk.nowMs += 30 * dayMs;
  assert.equal(holds()[0]?.state, 'held');
  desk.nowMs += 1000;
  assert.equal(holds()[0]?.state, 'expired');
  assert.equal(codeOf(await shop.complete(hold, 30_000)), '22');
});

test('a completion can be voided once, in full, and then the hold lives again', async () => {
  const { shop, holds, sums } = await open();
  const hold = await shop.hold(30_000);
  const completion = shop.originalOf((await shop.complete(hold, 25_000))!);
  assert.equal(codeOf(await shop.voidCompletion(completion, 24_000)), '64');
  assert.equal(codeOf(await shop.voidCompletion(completion, 25_000)), '00');
  assert.equal(holds()[0]?.state, 'held');
  assert.deepEqual(sums().charged, { count: 0, minorUnits: 0 });
  assert.equal(codeOf(await shop.voidCompletion(completion, 25_000)), '12');
  assert.equal(codeOf(await shop.complete(hold, 30_000)), '00');
});

test('a completion by advice is booked once however often it comes, and cannot be voided', async () => {
  const { shop, sums } = await open();
  const hold = await shop.hold(30_000);
  const advice = await shop.completeByAdvice(hold, 28_000);
  assert.equal(codeOf(advice), '00');
  const stan = textOf(advice!, 11);
  shop.stan--;
  const again = await shop.completeByAdvice(hold, 28_000);
  assert.equal(textOf(again!, 11), stan);
  assert.deepEqual(again?.fields[37], advice?.fields[37]);
  assert.deepEqual(sums().charged, { count: 1, minorUnits: 28_000 });
  assert.equal(codeOf(await shop.voidCompletion(shop.originalOf(advice!), 28_000)), '12');
});

test('an increment adds to the hold, says the sum in field 54, and can be undone', async () => {
  const { shop, holds } = await open();
  const hold = await shop.hold(30_000);
  const request = { ...shop.preauthFields(20_000), 25: '60', 38: textOf(hold.answer, 38) };
  const answer = await shop.send('0100', request);
  assert.equal(codeOf(answer), '00');
  assert.equal(textOf(answer!, 54), '0043156C000000050000');
  assert.equal(holds()[0]?.amountMinorUnits, 50_000);
  assert.equal(codeOf(await shop.reverse(request, textOf(answer!, 11)!)), '00');
  assert.equal(holds()[0]?.amountMinorUnits, 30_000);
});

test('a voice authorisation is booked as a charge under the code that was told', async () => {
  const { shop, sums } = await open();
  const fields = {
    2: stripeCard.pan,
    3: '000000',
    4: '000000015000',
    14: '3512',
    22: '012',
    25: '00',
    38: '735102',
    49: '156',
    60: `30${shop.batch}00050`,
  };
  const answer = await shop.send('0220', fields);
  assert.equal(codeOf(answer), '00');
  assert.equal(textOf(answer!, 38), '735102');
  assert.deepEqual(sums().charged, { count: 1, minorUnits: 15_000 });
  assert.equal(codeOf(await shop.send('0220', { ...fields, 38: undefined })), '30');
});

test('a pre-authorisation without the card needs its own message, and a merchant that may', async () => {
  const { desk, shop } = await open();
  const keyed = { ...shop.preauthFields(10_000), 22: '012', 35: undefined };
  assert.equal(codeOf(await shop.send('0100', keyed)), '57');
  assert.equal(codeOf(await shop.send('0100', { ...keyed, 25: '18' })), '00');
  await desk.restart({ rules: { cardAbsentAllowed: false } });
  assert.equal(codeOf(await shop.send('0100', { ...keyed, 25: '18' })), '58');
});

test('the same request twice is answered the same and booked once; the same trace for something else is 94', async () => {
  const { shop, holds } = await open();
  const fields = shop.preauthFields(40_000);
  const first = await shop.send('0100', fields, true, '000777');
  const second = await shop.send('0100', fields, true, '000777');
  assert.deepEqual(second?.fields[38], first?.fields[38]);
  assert.equal(holds().length, 1);
  assert.equal(codeOf(await shop.send('0100', shop.preauthFields(40_001), true, '000777')), '94');
  assert.equal(holds().length, 1);
});

test('everything stands after a restart of the bank, the working keys too', async () => {
  const { desk, shop, holds } = await open();
  const hold = await shop.hold(60_000);
  const before = desk.bank.ledger();
  await desk.restart();
  assert.deepEqual(desk.bank.ledger(), before);
  assert.equal(codeOf(await shop.complete(hold, 60_000)), '00');
  assert.equal(holds()[0]?.state, 'completed');
});

test('a ledger whose last line was torn by a power cut opens without it', async () => {
  const { desk, shop, holds } = await open();
  await shop.hold(60_000);
  appendFileSync(desk.ledgerFile, '{"type":"transaction","atMs":17');
  await desk.restart();
  assert.equal(holds().length, 1);
  await shop.hold(10_000);
  await desk.restart();
  assert.equal(holds().length, 2);
});

test('neither the ledger file nor the events hold a card number', async () => {
  const { desk, shop } = await open();
  const seen: string[] = [];
  desk.bank.listen((event) => seen.push(JSON.stringify(event)));
  const hold = await shop.hold(60_000);
  await shop.complete(hold, 1000);
  const all = readFileSync(desk.ledgerFile, 'utf8') + seen.join('');
  assert.ok(all.includes('622220******2024'));
  assert.ok(!all.includes(stripeCard.pan));
});

test('a ledger that cannot be written answers 96 and books nothing', async () => {
  const { desk, shop, holds } = await open();
  const { prototype } = JournalFile;
  const append = prototype.append;
  prototype.append = () => {
    throw new LedgerUnwritable();
  };
  const refused = await shop.preauth(1000);
  prototype.append = append;
  assert.equal(codeOf(refused), '96');
  assert.equal(holds().length, 0);
  assert.equal(codeOf(await shop.preauth(1000)), '00');
  assert.equal(desk.bank.ledger().transactions.length, 1);
});

test('a file that is no ledger is refused with its line', async () => {
  const { desk } = await open();
  const path = `${desk.ledgerFile}.other`;
  writeFileSync(path, '{"type":"signIn"}\nnot a line\n');
  assert.throws(() => new JournalFile(path), /not a ledger of this bank: .*line 2/);
});
