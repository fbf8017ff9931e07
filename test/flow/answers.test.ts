import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Shop } from './shop.ts';

describe('answers of the bank that need care', () => {
  let shop: Shop;
  before(async () => {
    shop = await Shop.open();
  });
  after(() => shop.close());

  const present = async (minorUnits: number) => {
    await shop.until('home');
    shop.tap({ type: 'go', to: 'preauth' });
    shop.tap({ type: 'preset', amount: { minorUnits, currency: '156' } });
    shop.tap({ type: 'primary' });
    await shop.until('present-card');
    shop.slot.insert('unionpay-credit');
    await shop.until('pin');
    shop.pin('123456');
  };

  it('after new keys the customer is asked for the PIN again, because the old block says nothing to the bank', async () => {
    await shop.bank.setBehaviour({ mode: 'decline', code: 'A0', kinds: ['preauth'], times: 1 });
    await present(50_000);
    await shop.until('asking-bank');
    await shop.until('pin');
    shop.pin('123456');
    await shop.until('held');
    const held = shop.bank.ledger().holds.filter(({ state }) => state === 'held');
    assert.equal(held.length, 1);
    shop.slot.remove();
    shop.tap({ type: 'primary' });
  });

  it('a part that is larger than what was asked is no approval: it is undone', async () => {
    await shop.bank.setBehaviour({
      mode: 'partial',
      amountMinorUnits: 99_900,
      kinds: ['preauth'],
      times: 1,
    });
    await present(60_000);
    const why = await shop.until('why');
    assert.equal(why.diagnosis.finding, 'badAnswer');
    await shop.until('why', ({ money }) => money === 'nothingHeld', 8_000);
    assert.ok(
      !shop.holds().some(({ state, amount }) => state === 'held' && amount.minorUnits >= 60_000),
    );
    shop.slot.remove();
    shop.tap({ type: 'way', remedy: 'stop' });
  });

  it('the issuer’s plain no is no case: the number was there', async () => {
    const cases = shop.incidents().length;
    await shop.bank.setBehaviour({ mode: 'decline', code: '51', times: 1 });
    await present(50_000);
    await shop.until('declined');
    assert.equal(shop.incidents().length, cases);
    shop.slot.remove();
    shop.tap({ type: 'way', remedy: 'stop' });
    await shop.until('home');
  });
});
