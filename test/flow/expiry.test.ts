import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { Shop } from './shop.ts';

const dayMs = 86_400_000;

describe('a hold comes to its end', () => {
  let shop: Shop | undefined;
  afterEach(async () => {
    await shop?.close();
    shop = undefined;
  });

  const told = (desk: Shop) =>
    desk.store.journal
      .read(0)
      .flatMap(({ event }) => (event.kind === 'hold.expiryTold' ? [event.daysBefore] : []));

  it('the desk is told once at three days and once at one, then it expires by itself', async () => {
    shop = await Shop.open();
    await shop.hold();
    await shop.hold('unionpay-debit');
    shop.advance(26 * dayMs);
    await shop.until('home');
    assert.deepEqual(told(shop), []);
    shop.advance(dayMs);
    const { notice } = await shop.until('notice');
    assert.ok(notice.type === 'expiring');
    assert.deepEqual([notice.days, notice.count], [3, 2]);
    shop.tap({ type: 'primary' });
    await shop.until('home');
    shop.advance(dayMs);
    await shop.until('home');
    shop.advance(dayMs);
    await shop.until(
      'notice',
      (screen) => screen.notice.type === 'expiring' && screen.notice.days === 1,
    );
    shop.tap({ type: 'primary' });
    await shop.until('home');
    assert.deepEqual(told(shop), [3, 3, 1, 1]);
    shop.advance(2 * dayMs);
    await shop.until('home', ({ open }) => open.count === 0);
    assert.deepEqual(
      shop.holds().map(({ state, shredded }) => [state, shredded]),
      [
        ['expired', true],
        ['expired', true],
      ],
    );
  });

  it('a clock that was set wrong destroys no number: the bank’s clock is asked first', async () => {
    shop = await Shop.open();
    await shop.hold();
    shop.bankAheadMs = -60 * dayMs;
    shop.advance(60 * dayMs);
    const compared = () =>
      shop?.store.journal.read(0).some(({ event }) => event.kind === 'clock.compared');
    for (let i = 0; i < 400 && !compared(); i++)
      await new Promise((resolve) => setTimeout(resolve, 5));
    assert.ok(compared());
    shop.bankAheadMs = 0;
    shop.advance(-60 * dayMs);
    await shop.until('home', ({ open }) => open.count === 1);
    const [hold] = shop.holds();
    assert.deepEqual([hold?.state, hold?.shredded], ['held', false]);
  });

  it('taken while the clock is 40 days slow it ends when the bank says, not before it began', async () => {
    shop = await Shop.open();
    shop.bankAheadMs = 40 * dayMs;
    shop.advance(-40 * dayMs);
    await shop.until('home');
    const now = Date.now();
    await shop.hold();
    const until = shop.holds()[0]?.validUntilMs ?? 0;
    assert.ok(Math.abs(until - now - 30 * dayMs) < dayMs, new Date(until).toISOString());
  });

  it('nothing ends while the bank cannot be asked, and it does when it answers', async () => {
    shop = await Shop.open();
    await shop.hold();
    await shop.bank.setBehaviour({ mode: 'down' });
    shop.advance(31 * dayMs);
    const asked = () =>
      shop?.store.journal
        .read(0)
        .some(({ event }) => event.kind === 'bank.requested' && event.what === 'echo');
    for (let i = 0; i < 400 && !asked(); i++)
      await new Promise((resolve) => setTimeout(resolve, 5));
    assert.ok(asked());
    assert.equal(shop.holds()[0]?.state, 'held');
    await shop.bank.setBehaviour({ mode: 'approve' });
    shop.advance(3_600_000);
    await shop.until('home', ({ open }) => open.count === 0);
    assert.equal(shop.holds()[0]?.state, 'expired');
  });

  it('a scheme with days of its own: its holds are told and ended by these', async () => {
    const validityDaysByBrand = { UnionPay: 5, Visa: 10 };
    shop = await Shop.open({ config: { policies: { validityDaysByBrand } } });
    await shop.hold();
    shop.advance(2 * dayMs);
    const { notice } = await shop.until('notice');
    assert.ok(notice.type === 'expiring' && notice.days === 3);
    shop.tap({ type: 'primary' });
    await shop.until('home');
    shop.advance(4 * dayMs);
    await shop.until('home', ({ open }) => open.count === 0);
    assert.equal(shop.holds()[0]?.state, 'expired');
  });

  it('the number of a charge goes when it can be voided no more, found by its own date', async () => {
    shop = await Shop.open();
    const { holdId } = await shop.hold();
    shop.tap({ type: 'go', to: 'holds' });
    shop.tap({ type: 'openHold', holdId });
    await shop.until('hold');
    shop.tap({ type: 'complete' });
    await shop.until('complete');
    shop.tap({ type: 'primary' });
    await shop.until('done');
    shop.tap({ type: 'primary' });
    shop.advance(25 * 3_600_000);
    for (let i = 0; i < 400 && shop.holds()[0]?.shredded !== true; i++)
      await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(shop.holds()[0]?.shredded, true);
    assert.equal(shop.store.documents.listUpTo('hold', ['completed'], Date.now() * 2, 9).length, 0);
  });

  it('what the bank is only told of is typed twice; a different amount begins again', async () => {
    shop = await Shop.open({ config: { policies: { completionAs: 'advice' } } });
    const { holdId } = await shop.hold();
    shop.tap({ type: 'go', to: 'holds' });
    shop.tap({ type: 'openHold', holdId });
    await shop.until('hold');
    shop.tap({ type: 'complete' });
    await shop.until('complete', ({ advice }) => advice === 'first');
    shop.tap({ type: 'primary' });
    await shop.until(
      'complete',
      ({ advice, amount }) => advice === 'again' && amount.minorUnits === 0,
    );
    shop.type('40000');
    shop.tap({ type: 'primary' });
    await shop.until('complete', ({ advice }) => advice === 'differs');
    assert.equal(shop.holds()[0]?.state, 'held');
    for (let i = 0; i < 2; i++) {
      shop.type('40000');
      shop.tap({ type: 'primary' });
    }
    await shop.until('done', ({ amount }) => amount.minorUnits === 40_000);
  });
});
