import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Shop } from './shop.ts';

describe('a card that compares the PIN itself', () => {
  it('says how many tries are left after a wrong one, and the right one leads to the hold', async () => {
    const shop = await Shop.open();
    after(() => shop.close());
    await shop.until('home');
    shop.tap({ type: 'go', to: 'preauth' });
    shop.tap({ type: 'preset', amount: { minorUnits: 20_000, currency: '156' } });
    shop.tap({ type: 'primary' });
    await shop.until('present-card');
    shop.slot.insert('offline-pin');
    const first = await shop.until('pin');
    assert.equal(first.triesLeft, 3);
    shop.pin('999999');
    const second = await shop.until('pin', ({ wrongBefore }) => wrongBefore);
    assert.equal(second.triesLeft, 2);
    shop.pin('123456');
    await shop.until('held');
    assert.equal(
      shop.holds().at(-1)?.history[0]?.slip?.posEntryMode,
      '052',
      'no PIN travels to the bank',
    );
    shop.slot.remove();
    shop.tap({ type: 'primary' });
  });
});
