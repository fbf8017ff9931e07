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
