import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { cny } from '#src/money.ts';
import { Shop } from './shop.ts';

/** A hotel full of guests, as the journal of other days would have them. */
function filled(shop: Shop, count: number): void {
  for (let stan = 1; stan <= count; stan++) {
    const holdId = `full-${stan}`;
    const amount = cny(50_000 + stan);
    const last4 = String(1_000 + stan);
    const card = { token: holdId, lookup: holdId, maskedPan: `622202******${last4}`, last4 };
    const request = {
      kind: 'preauth',
      stan,
      batch: 1,
      amount,
      localDate: '1123',
      localTime: '081530',
      posEntryMode: '051',
      card,
      operator: '01',
    } as const;
    shop.store.journal.append({
      events: [
        { kind: 'hold.opened', holdId, label: 'preauth', how: 'chip', note: String(100 + stan) },
        { kind: 'transaction.requested', holdId, request },
        {
          kind: 'transaction.approved',
          holdId,
          stan,
          responseCode: '00',
          authorisationCode: `A${10_000 + stan}`,
          amount,
          validUntilMs: Date.now() + shop.offsetMs + (stan + 1) * 3_600_000,
        },
      ],
    });
  }
}

it('a house of 130 holds shows sixty at a time, all of them by touches, and any of them by a search', async () => {
  const shop = await Shop.open();
  after(() => shop.close());
  await shop.until('home');
  filled(shop, 130);
  shop.tap({ type: 'go', to: 'holds' });
  const first = await shop.until('holds');
  assert.deepEqual([first.rows.length, first.more], [60, 70]);
  shop.tap({ type: 'page' });
  await shop.until('holds', ({ rows, more }) => rows.length === 120 && more === 10);
  shop.tap({ type: 'page' });
  const all = await shop.until('holds', ({ more }) => more === undefined);
  assert.deepEqual(
    all.rows.map(({ holdId }) => holdId),
    Array.from({ length: 130 }, (_, at) => `full-${at + 1}`),
  );
  shop.tap({ type: 'search' });
  shop.type('225');
  const found = await shop.until('holds', ({ rows }) => rows.length === 1);
  assert.equal(found.rows[0]?.holdId, 'full-125');
});
