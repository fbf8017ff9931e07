import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Shop } from './shop.ts';

const announcing = new Set([
  'bank.requested',
  'transaction.requested',
  'reversal.attempted',
  'advice.attempted',
]);

describe('intent before effect', () => {
  it('no message leaves before the row that announces it is durable', async () => {
    const before: string[] = [];
    const shop = await Shop.open({
      sending: ({ store }) => before.push(store.journal.read(0).at(-1)?.event.kind ?? 'nothing'),
    });
    after(() => shop.close());
    await shop.bank.setBehaviour({
      mode: 'silent',
      when: 'afterBooking',
      kinds: ['preauth'],
      times: 1,
    });
    await shop.until('home');
    shop.tap({ type: 'go', to: 'preauth' });
    shop.tap({ type: 'preset', amount: { minorUnits: 50_000, currency: '156' } });
    shop.tap({ type: 'primary' });
    await shop.until('present-card');
    shop.slot.insert('unionpay-credit');
    await shop.until('pin');
    shop.pin('123456');
    await shop.until('why', ({ money }) => money === 'nothingHeld', 8_000);
    assert.ok(before.length >= 3, before.join());
    for (const kind of before) assert.ok(announcing.has(kind), kind);
    assert.ok(before.includes('reversal.attempted'));
  });

  it('the number is sealed in the same row that names it, and no row holds it', async () => {
    const shop = await Shop.open();
    after(() => shop.close());
    const hold = await shop.hold();
    const pan = shop.store.vault.open(hold.card?.token ?? '');
    assert.ok(pan !== undefined);
    const rows = JSON.stringify(shop.store.journal.read(0).map(({ event }) => event));
    assert.ok(!rows.includes(pan.reveal()));
    assert.ok(rows.includes(pan.masked()));
  });
});
