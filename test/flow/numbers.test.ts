import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Shop } from './shop.ts';

const counter = (shop: Shop, name: string) => shop.store.documents.get('counter', name)?.body;

describe('numbers of messages and batches', () => {
  it('trace numbers go from 999999 to 1, and holds, reversals and the settlement go on', async () => {
    const shop = await Shop.open();
    after(() => shop.close());
    const first = await shop.hold();
    const batch = Number(counter(shop, 'batch'));
    shop.store.journal.append({
      events: [{ kind: 'bank.requested', what: 'echo', stan: 999_997, batch }],
    });
    const stans: (number | undefined)[] = [];
    for (let i = 0; i < 3; i++) stans.push((await shop.hold()).original?.stan);
    assert.deepEqual(stans, [999_998, 999_999, 1]);
    const ledger = shop.bank.ledger();
    assert.equal(first.original?.batch, batch);
    assert.equal(ledger.sums.held.count, 4);
    assert.equal(new Set(ledger.transactions.map(({ rrn }) => rrn)).size, 4);
  });

  it('a day that ends at the bank in the middle of a request: 90, a new sign-in, a new batch, and the old one is settled too', async () => {
    const shop = await Shop.open();
    after(() => shop.close());
    const before = Number((await shop.hold()).original?.batch);
    await shop.bank.setBehaviour({ mode: 'daySwitch', times: 1 });
    await shop.until('home');
    shop.tap({ type: 'go', to: 'preauth' });
    shop.tap({ type: 'preset', amount: { minorUnits: 50_000, currency: '156' } });
    shop.tap({ type: 'primary' });
    await shop.until('present-card');
    shop.slot.insert('unionpay-credit');
    await shop.until('pin');
    shop.pin('123456');
    await shop.until('why');
    shop.slot.remove();
    while (shop.screen.name !== 'home') {
      shop.tap({ type: 'back' });
      shop.tap({ type: 'way', remedy: 'stop' });
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const end = performance.now() + 8_000;
    while (Number(counter(shop, 'batch')) === before) {
      assert.ok(performance.now() < end, 'it signs in again by itself');
      shop.advance(2_000);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const next = await shop.hold();
    assert.equal(next.original?.batch, before + 1);
    assert.deepEqual(counter(shop, 'unsettledBatches'), [before, before + 1]);
  });
});
