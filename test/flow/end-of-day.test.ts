import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ScreenOf } from '#src/desk/view.ts';
import type { DomainEvent } from '#src/journal/events.ts';
import { Shop } from './shop.ts';

const within = async (work: (shop: Shop) => Promise<void>, options = {}) => {
  const shop = await Shop.open(options);
  try {
    await work(shop);
  } finally {
    await shop.close();
  }
};

const events = (shop: Shop): DomainEvent[] =>
  shop.store.journal.read(0, 5_000).map(({ event }) => event);
const counter = (shop: Shop, name: string) => shop.store.documents.get('counter', name)?.body;

async function home(shop: Shop): Promise<void> {
  for (let i = 0; i < 6 && shop.screen.name !== 'home'; i++) {
    shop.tap({ type: 'back' });
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await shop.until('home');
}

async function complete(shop: Shop): Promise<string> {
  const { holdId } = await shop.hold();
  shop.tap({ type: 'go', to: 'holds' });
  await shop.until('holds');
  shop.tap({ type: 'openHold', holdId });
  await shop.until('hold');
  shop.tap({ type: 'complete' });
  await shop.until('complete');
  shop.tap({ type: 'primary' });
  await shop.until('done');
  await home(shop);
  return holdId;
}

async function endOfDay(shop: Shop): Promise<ScreenOf<'end-of-day'>> {
  shop.tap({ type: 'go', to: 'report' });
  await shop.until('report');
  shop.tap({ type: 'go', to: 'endOfDay' });
  return shop.until('end-of-day');
}

const closings = (shop: Shop) =>
  events(shop).flatMap((event) => (event.kind === 'settlement.closed' ? [event] : []));

describe('the end of the day', () => {
  it('says the totals, settles them with the bank, backs up, prints, and begins the next batch', async () => {
    await within(async (shop) => {
      await complete(shop);
      const kept = await shop.hold();
      const day = await endOfDay(shop);
      assert.deepEqual(
        [day.held.count, day.completed.count, day.cancelled.count, day.open.count],
        [2, 1, 0, 1],
      );
      assert.equal(day.completed.total.minorUnits, 50_000);
      assert.equal(day.backupAtMs, undefined);
      const batch = Number(counter(shop, 'batch'));
      shop.tap({ type: 'primary' });
      const closed = await shop.until('day-closed');
      assert.equal(closed.balanced, true);
      assert.equal(closed.backup, 'done');
      assert.match(closed.checkpoint, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
      assert.equal(counter(shop, 'batch'), batch + 1);
      assert.deepEqual(counter(shop, 'unsettledBatches'), []);
      const slip = events(shop).findLast((event) => event.kind === 'slip.queued');
      assert.equal(slip?.of, 'endOfDay');
      assert.equal(slip?.day?.openHolds.length, 1);
      assert.equal(slip?.day?.checkpoint, closed.checkpoint);
      assert.equal(slip?.day?.openHolds[0]?.last4, kept.card?.last4);
      shop.tap({ type: 'primary' });
      await shop.until('report');
      await home(shop);
      const next = await endOfDay(shop);
      assert.deepEqual([next.held.count, next.completed.count, next.open.count], [0, 0, 1]);
      assert.notEqual(next.backupAtMs, undefined);
      await home(shop);
      // The next hold stands in the next batch, and the day can be closed again.
      await complete(shop);
      await endOfDay(shop);
      shop.tap({ type: 'primary' });
      assert.equal((await shop.until('day-closed')).balanced, true);
      assert.equal(counter(shop, 'batch'), batch + 2);
    });
  });

  it('says which holds ended by themselves since the last day, and which lack their number', async () => {
    await within(async (shop) => {
      const ended = await shop.hold();
      shop.advance(31 * 86_400_000);
      await shop.until('home', ({ open }) => open.count === 0);
      await shop.hold('unionpay-debit');
      const registered = {
        kind: 'hold.registered',
        holdId: 'SLIP-1',
        source: 'slip',
        amount: { minorUnits: 70_000, currency: '156' },
        original: { batch: 0, stan: 0, date: '1128', authorisationCode: 'ABC123' },
        validUntilMs: Date.now() + shop.offsetMs + 86_400_000,
        known: {},
        operator: '01',
      } as const;
      shop.store.journal.append({ events: [registered] });
      const day = await endOfDay(shop);
      assert.deepEqual([day.expired, day.withoutNumber, day.open.count], [1, 1, 2]);
      shop.tap({ type: 'primary' });
      await shop.until('day-closed');
      const slip = events(shop).findLast((event) => event.kind === 'slip.queued');
      assert.equal(slip?.day?.expired?.count, 1);
      assert.equal(slip?.day?.expired?.holds[0]?.last4, ended.card?.last4);
      assert.equal(slip?.day?.withoutNumber, 1);
      shop.tap({ type: 'primary' });
      const { day: report } = await shop.until('report');
      assert.equal(report.expired, 0, 'said once, with the day in which it was');
      assert.equal(report.withoutNumber, 1);
      await home(shop);
    });
  });

  it('a day without any transaction is settled too', async () => {
    await within(async (shop) => {
      await shop.until('home');
      await endOfDay(shop);
      shop.tap({ type: 'primary' });
      await shop.until('day-closed');
      assert.equal(closings(shop).length, 1);
    });
  });

  it('totals that differ lead to the upload of every charge, and then to the next batch', async () => {
    const config = { acquirer: { reversalTries: 1, answerTimeoutMs: 500, retrySeconds: 1 } };
    await within(
      async (shop) => {
        await complete(shop);
        const { holdId } = await shop.hold();
        // Booked at the bank, silent, and its reversal never gets through: the bank has a charge that we have not.
        await shop.bank.setBehaviour({
          mode: 'silent',
          when: 'afterBooking',
          kinds: ['completion'],
          times: 1,
        });
        const booked = new Promise((resolve) => {
          shop.bank.listen(({ type }) => type === 'dropped' && resolve(undefined));
        });
        shop.tap({ type: 'go', to: 'holds' });
        shop.tap({ type: 'openHold', holdId });
        await shop.until('hold');
        shop.tap({ type: 'complete' });
        await shop.until('complete');
        shop.tap({ type: 'primary' });
        await booked;
        await shop.bank.setBehaviour({
          mode: 'silent',
          when: 'beforeBooking',
          kinds: ['reversal'],
        });
        await shop.until('notice');
        const end = performance.now() + 8_000;
        while (shop.store.documents.count('outbox', ['suspended']) === 0) {
          assert.ok(performance.now() < end, 'the reversal is set aside');
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        await home(shop);
        const batch = Number(counter(shop, 'batch'));
        await endOfDay(shop);
        shop.tap({ type: 'primary' });
        const closed = await shop.until('day-closed', () => true, 10_000);
        assert.equal(closed.balanced, false);
        const [last] = closings(shop);
        assert.equal(last?.uploaded, 1);
        assert.equal(last?.withoutNumber, 0);
        const uploads = events(shop).filter(
          (event) => event.kind === 'bank.answered' && event.what === 'upload',
        );
        assert.equal(uploads.length, 4, 'the record, the chip data of both holds, and the end');
        assert.equal(counter(shop, 'batch'), batch + 1);
      },
      { config },
    );
  });

  it('a silent bank stops it with words, nothing is closed, and it goes on when the bank is back', async () => {
    await within(async (shop) => {
      await complete(shop);
      await endOfDay(shop);
      await shop.bank.setBehaviour({ mode: 'silent', when: 'beforeBooking' });
      shop.tap({ type: 'primary' });
      const notice = await shop.until('notice');
      assert.equal(notice.notice.type, 'settlementStopped');
      assert.equal(closings(shop).length, 0);
      await shop.bank.setBehaviour({ mode: 'approve' });
      shop.tap({ type: 'primary' });
      assert.equal((await shop.until('day-closed')).balanced, true);
    });
  });
});
