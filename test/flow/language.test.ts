import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Shop } from './shop.ts';

describe('the language of the customer', () => {
  const present = async (shop: Shop, card: string) => {
    await shop.until('home');
    shop.tap({ type: 'go', to: 'preauth' });
    shop.tap({ type: 'preset', amount: { minorUnits: 20_000, currency: '156' } });
    shop.tap({ type: 'primary' });
    await shop.until('present-card');
    shop.slot.insert(card);
  };

  it('is the card’s at the PIN, and the shop’s again afterwards', async () => {
    const shop = await Shop.open();
    after(() => shop.close());
    await present(shop, 'foreign-visa');
    await shop.until('pin');
    assert.equal(shop.view?.language, 'en');
    shop.pin('123456');
    await shop.until('held');
    assert.equal(shop.view?.language, 'zh-CN');
    shop.slot.remove();
  });

  it('stays the shop’s when the card names none', async () => {
    const shop = await Shop.open({ config: { language: 'en' } });
    after(() => shop.close());
    await present(shop, 'unionpay-credit');
    await shop.until('pin');
    assert.equal(shop.view?.language, 'en');
    shop.slot.remove();
  });
});
