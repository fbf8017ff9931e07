import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { cny } from '#src/money.ts';
import { Shop } from './shop.ts';

describe('the bank holds less than was asked', () => {
  let shop: Shop;
  before(async () => {
    shop = await Shop.open();
    await shop.until('home');
  });
  after(async () => {
    await shop.close();
  });

  const askForPart = async (): Promise<void> => {
    await shop.bank.setBehaviour({
      mode: 'partial',
      amountMinorUnits: 30_000,
      kinds: ['preauth'],
      times: 1,
    });
    shop.tap({ type: 'go', to: 'preauth' });
    await shop.until('amount');
    shop.tap({ type: 'preset', amount: cny(50_000) });
    shop.tap({ type: 'primary' });
    await shop.until('present-card');
    shop.slot.insert('unionpay-credit');
    await shop.until('pin');
    shop.pin('123456');
    const { amount, asked } = await shop.until('partial');
    assert.deepEqual([amount.minorUnits, asked.minorUnits], [30_000, 50_000]);
  };

  it('it is kept only when the cashier says so', async () => {
    await askForPart();
    assert.equal(shop.holds().at(-1)?.state, 'asked');
    shop.tap({ type: 'primary' });
    const held = await shop.until('held');
    assert.equal(held.amount.minorUnits, 30_000);
    assert.equal(shop.holds().at(-1)?.state, 'held');
    shop.slot.remove();
    shop.tap({ type: 'primary' });
    await shop.until('home');
  });

  it('it is undone at the bank when the cashier says no', async () => {
    await askForPart();
    shop.tap({ type: 'undoPart' });
    await shop.until('notice', ({ notice }) => notice.type === 'partUndone');
    await shop.until(
      'notice',
      ({ notice }) => notice.type === 'partUndone' && notice.undone === 'done',
      8_000,
    );
    assert.deepEqual(
      shop.bank.ledger().holds.map(({ state }) => state),
      ['held', 'reversed'],
    );
    shop.slot.remove();
    shop.tap({ type: 'primary' });
    await shop.until('amount');
    shop.tap({ type: 'back' });
    await shop.until('home');
  });

  it('it is undone by itself when nobody answers', async () => {
    await askForPart();
    shop.slot.remove();
    shop.advance(121_000);
    await shop.until('notice', ({ notice }) => notice.type === 'partUndone');
    await shop.until(
      'notice',
      ({ notice }) => notice.type === 'partUndone' && notice.undone === 'done',
      8_000,
    );
    assert.equal(shop.bank.ledger().holds.at(-1)?.state, 'reversed');
    shop.tap({ type: 'primary' });
    await shop.until('amount');
  });
});
