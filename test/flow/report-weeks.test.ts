import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Shop } from './shop.ts';

const within = async (work: (shop: Shop) => Promise<void>, config: unknown = {}) => {
  const shop = await Shop.open({ config });
  try {
    await work(shop);
  } finally {
    await shop.close();
  }
};

/** A hold is wanted and there is no card. */
async function toTheReason(shop: Shop): Promise<void> {
  await shop.until('home');
  shop.tap({ type: 'go', to: 'preauth' });
  await shop.until('amount');
  shop.type('50000');
  shop.tap({ type: 'primary' });
  await shop.until('present-card');
  shop.tap({ type: 'noCard' });
  await shop.until('why');
}

const weekMs = 7 * 86_400_000;

describe('the weeks of the report', () => {
  it('are turned back to the oldest that has a case, and name who was there', async () => {
    await within(async (shop) => {
      await toTheReason(shop);
      shop.tap({ type: 'way', remedy: 'stop' });
      await shop.until('home');
      shop.advance(2 * weekMs);
      await shop.until('home');
      shop.tap({ type: 'go', to: 'report' });
      await shop.until('report');
      shop.tap({ type: 'tab', tab: 'device' });
      const now = await shop.until('report', ({ tab }) => tab === 'device');
      assert.deepEqual([now.byOperator, now.week.hasOlder, now.week.hasNewer], [[], true, false]);
      shop.tap({ type: 'week', to: 'older' });
      shop.tap({ type: 'week', to: 'older' });
      const then = await shop.until('report', ({ byOperator }) => byOperator.length > 0);
      assert.equal(then.byOperator[0]?.said?.en, 'Li Na');
      assert.equal(then.weeks.at(-1)?.count, 1);
      assert.deepEqual([then.week.hasOlder, then.week.hasNewer], [false, true]);
      shop.tap({ type: 'week', to: 'older' });
      shop.tap({ type: 'tab', tab: 'week' });
      const still = await shop.until('report', ({ tab }) => tab === 'week');
      assert.equal(still.week.fromDate, then.week.fromDate);
    });
  });
});

describe('the reason on the screen', () => {
  it('leads to the emergency plan and back to itself', async () => {
    await within(async (shop) => {
      await toTheReason(shop);
      shop.tap({ type: 'go', to: 'emergency' });
      await shop.until('emergency');
      shop.tap({ type: 'back' });
      await shop.until('why');
    });
  });
});
