import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { DomainEvent } from '#src/journal/events.ts';
import { begin, closeDay, deal, home, inTime } from './deals.ts';
import { Shop } from './shop.ts';

const events = (shop: Shop): DomainEvent[] =>
  shop.store.journal.read(0, 5_000).map(({ event }) => event);
const counter = (shop: Shop, name: string) => shop.store.documents.get('counter', name)?.body;
const slipOf = (shop: Shop) =>
  events(shop).findLast((event) => event.kind === 'slip.queued' && event.of === 'endOfDay');

async function opened(): Promise<Shop> {
  const shop = await Shop.open({
    config: { acquirer: { reversalTries: 1, answerTimeoutMs: 500 } },
  });
  after(() => shop.close());
  await shop.until('home');
  return shop;
}

/** A charge of 500.00 on both sides, and one of 9002.02 that only the bank has: its reversal never gets through. */
async function differ(shop: Shop): Promise<void> {
  const charged = await shop.hold();
  await deal(shop, 'completion', charged.holdId);
  const { holdId } = await shop.hold('unionpay-credit', 900_000);
  await shop.bank.setBehaviour({ mode: 'silent', when: 'beforeBooking', kinds: ['reversal'] });
  await begin.completion(shop, holdId, '900202');
  await shop.until('notice', ({ notice }) => notice.type === 'noAnswer');
  const suspended = () => shop.store.documents.count('outbox', ['suspended']) === 1;
  await inTime(shop, suspended, 'the reversal is set aside');
  await home(shop);
  await shop.bank.setBehaviour({ mode: 'approve' });
}

/** The bank refuses the upload message that follows so many others. */
function refuseUploadAfter(shop: Shop, taken: number, code: string): void {
  let seen = 0;
  const refuse = () =>
    void shop.bank.setBehaviour({ mode: 'decline', code, kinds: ['batchUpload'], times: 1 });
  shop.bank.listen(({ kind, type }) => {
    if (kind === 'batchUpload' && type === 'answer' && ++seen === taken) refuse();
  });
  if (taken === 0) refuse();
}

async function openDiffering(shop: Shop) {
  await home(shop);
  shop.tap({ type: 'go', to: 'report' });
  await shop.until('report');
  shop.tap({ type: 'go', to: 'endOfDay' });
  const day = await shop.until('end-of-day');
  if (day.differing !== undefined) shop.tap({ type: 'go', to: 'differing' });
  return day;
}

describe('a batch that the bank has otherwise', () => {
  it('a 95 at the end of the upload: the day closes with both figures on screen and slip, and the next batch opens', async () => {
    const shop = await opened();
    await differ(shop);
    const batch = Number(counter(shop, 'batch'));
    // One record, the chip data of two holds; then the end is refused.
    refuseUploadAfter(shop, 3, '95');
    const closed = await closeDay(shop);
    assert.deepEqual([closed.balanced, closed.notTaken], [false, true]);
    assert.deepEqual([closed.completed.count, closed.completed.total.minorUnits], [1, 50_000]);
    assert.deepEqual([closed.bank?.count, closed.bank?.total.minorUnits], [2, 950_202]);
    assert.equal(counter(shop, 'batch'), batch + 1);
    assert.deepEqual(counter(shop, 'unsettledBatches'), []);
    assert.equal(counter(shop, 'settlement'), undefined, 'nothing is left half-way');
    const slip = slipOf(shop);
    assert.ok(slip?.kind === 'slip.queued');
    assert.deepEqual(slip.day?.batches[0]?.notTaken, { responseCode: '95', records: 0 });
    assert.equal(slip.day?.batches[0]?.bank?.total.minorUnits, 950_202);
    assert.equal(slip.day?.differing, undefined, 'it stands once on its own slip');
    // The next day goes on, and its slip names the batch again.
    await home(shop);
    const { holdId } = await shop.hold();
    await deal(shop, 'completion', holdId);
    const next = await closeDay(shop);
    assert.deepEqual([next.balanced, next.batch, next.notTaken], [true, batch + 1, undefined]);
    const second = slipOf(shop);
    assert.ok(second?.kind === 'slip.queued');
    assert.deepEqual(
      second.day?.differing?.map((each) => each.batch),
      [batch],
    );
  });

  it('it stays for the supervisor, who alone says that it is cleared up', async () => {
    const shop = await opened();
    await differ(shop);
    const batch = Number(counter(shop, 'batch'));
    refuseUploadAfter(shop, 3, '95');
    await closeDay(shop);
    const day = await openDiffering(shop);
    assert.equal(day.differing, 1);
    const said = await shop.until('differing-batch');
    assert.deepEqual([said.batch.batch, said.place, said.of], [batch, 1, 1]);
    shop.tap({ type: 'primary' });
    const { purpose } = await shop.until('supervisor');
    assert.equal(purpose, 'clearBatch');
    shop.tap({ type: 'back' });
    await shop.until('differing-batch');
    shop.tap({ type: 'primary' });
    await shop.until('supervisor');
    shop.type('246810');
    shop.tap({ type: 'enter' });
    const after = await shop.until('end-of-day');
    assert.equal(after.differing, undefined);
    const [cleared] = events(shop).filter((event) => event.kind === 'settlement.cleared');
    assert.deepEqual(cleared, { kind: 'settlement.cleared', batch, by: '90' });
  });

  it('records that the bank refuses for good are counted, the others still go, and the day closes', async () => {
    const shop = await opened();
    await differ(shop);
    refuseUploadAfter(shop, 0, '30');
    const closed = await closeDay(shop);
    assert.deepEqual([closed.balanced, closed.notTaken], [false, true]);
    const slip = slipOf(shop);
    assert.ok(slip?.kind === 'slip.queued');
    assert.deepEqual(slip.day?.batches[0]?.notTaken, { responseCode: '30', records: 1 });
    const uploads = events(shop).flatMap((event) =>
      event.kind === 'bank.answered' && event.what === 'upload' ? [event.responseCode] : [],
    );
    assert.deepEqual(uploads, ['30', '00', '00', '00'], 'record, chip data of two holds, the end');
  });

  it('a bank that cannot take the upload now stops the day, and the next try goes on', async () => {
    const shop = await opened();
    await differ(shop);
    refuseUploadAfter(shop, 3, '96');
    await home(shop);
    shop.tap({ type: 'go', to: 'report' });
    await shop.until('report');
    shop.tap({ type: 'go', to: 'endOfDay' });
    await shop.until('end-of-day');
    shop.tap({ type: 'primary' });
    await shop.until('notice', ({ notice }) => notice.type === 'settlementStopped');
    shop.tap({ type: 'primary' });
    const closed = await shop.until('day-closed');
    assert.deepEqual([closed.balanced, closed.notTaken], [false, undefined]);
  });
});
