import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { Shop } from './shop.ts';

/** As `src/main.ts` has it. */
const cardTimeoutMs = 3_500;

it('a card that takes three seconds over its cryptogram ends in a hold', async () => {
  const shop = await Shop.open({ cardTimeoutMs });
  after(() => shop.close());
  await shop.until('home');
  shop.tap({ type: 'go', to: 'preauth' });
  shop.tap({ type: 'preset', amount: { minorUnits: 50_000, currency: '156' } });
  shop.tap({ type: 'primary' });
  await shop.until('present-card');
  shop.slot.insert('unionpay-credit');
  shop.slot.addCardFault({
    at: { instruction: 'AE', occurrence: 1 },
    do: { type: 'slow', ms: 3_000 },
  });
  await shop.until('pin');
  shop.pin('123456');
  await shop.until('held');
  assert.equal(shop.holds()[0]?.state, 'held');
  assert.equal(shop.bank.ledger().holds[0]?.state, 'held');
});
