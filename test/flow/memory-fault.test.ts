import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Shop } from './shop.ts';

it('a journal that takes no row any more is said on the screen, and nothing begins after it', async () => {
  const shop = await Shop.open();
  await shop.until('home');
  shop.terminal.halt();
  const { notice } = await shop.until('notice');
  assert.ok(notice.type === 'memoryFault');
  const rows = shop.store.journal.read(0).length;
  shop.tap({ type: 'primary' });
  shop.tap({ type: 'go', to: 'preauth' });
  shop.slot.insert('unionpay-credit');
  shop.advance(3_600_000);
  await shop.until('notice', (screen) => screen.notice.type === 'memoryFault');
  assert.equal(shop.store.journal.read(0).length, rows);
  await shop.close();
});
