import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { cny } from '#src/money.ts';
import { Shop } from './shop.ts';

const allowed = { policies: { cardAbsentPreauthAllowed: true } };

describe('a hold without the card', () => {
  let shop: Shop | undefined;
  afterEach(async () => {
    await shop?.close();
    shop = undefined;
  });

  const atTheCard = async (config: unknown): Promise<Shop> => {
    shop = await Shop.open({ config });
    await shop.until('home');
    shop.tap({ type: 'go', to: 'preauth' });
    await shop.until('amount');
    shop.tap({ type: 'preset', amount: cny(50_000) });
    shop.tap({ type: 'primary' });
    return shop;
  };

  it('is taken by the typed number, said to the bank as such and completed like any other', async () => {
    const desk = await atTheCard(allowed);
    await desk.until('present-card', ({ typing }) => typing === true);
    desk.tap({ type: 'cardAbsent' });
    await desk.until('type-number', ({ becomes }) => becomes === 'cardAbsent');
    desk.type('6222000000014471');
    desk.type('1235');
    await desk.until('type-number', ({ canContinue }) => canContinue);
    desk.tap({ type: 'primary' });
    await desk.until('held');
    const [hold] = desk.holds();
    assert.equal(hold?.how, 'cardAbsent');
    assert.equal(hold.history[0]?.slip?.posEntryMode, '012');
    assert.equal(desk.bank.ledger().transactions.at(-1)?.kind, 'cardAbsentPreauth');
  });

  it('is not offered without the permission of the bank', async () => {
    const desk = await atTheCard({});
    await desk.until('present-card', ({ typing }) => typing !== true);
    desk.tap({ type: 'cardAbsent' });
    await desk.until('present-card');
    assert.equal(desk.holds().length, 0);
  });
});
