import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Shop } from './shop.ts';

describe('taking a hold', () => {
  it('goes from a preset amount to "held" with a chip, a PIN and the bank, in three taps', async () => {
    const shop = await Shop.open();
    after(() => shop.close());
    await shop.until('home');
    shop.tap({ type: 'go', to: 'preauth' });
    shop.tap({ type: 'preset', amount: { minorUnits: 50_000, currency: '156' } });
    shop.tap({ type: 'primary' });
    await shop.until('present-card');
    shop.slot.insert('unionpay-credit');
    await shop.until('pin');
    shop.pin('123456');
    const held = await shop.until('held');
    assert.equal(held.amount.minorUnits, 50_000);
    assert.equal(held.days, 30);
    assert.match(held.authorisationCode, /^[0-9A-Z]{6}$/);
    const [hold] = shop.holds();
    assert.equal(hold?.state, 'held');
    assert.equal(shop.bank.ledger().holds[0]?.state, 'held');
    assert.equal(shop.bank.ledger().holds[0]?.amountMinorUnits, 50_000);
  });
});
