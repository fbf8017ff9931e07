import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { findCard, stripeOf } from '#hal/simulator/cards/tray.ts';
import { makeSwipe } from '#hal/simulator/swipes.ts';
import { home, mmyy, pan, register, takenElsewhere } from './number-shop.ts';
import { Shop } from './shop.ts';

const swipe = (shop: Shop, id: string) => {
  const profile = findCard(id);
  const tracks = profile === undefined ? undefined : stripeOf(profile);
  if (tracks === undefined) throw new Error(`${id} has no stripe`);
  shop.swipe(
    makeSwipe(tracks, { speedInchesPerSecond: 15, jitterPercent: 1, reversed: false, seed: 7 }),
  );
};
const giveNumber = async (shop: Shop) => {
  shop.tap({ type: 'giveNumber' });
  await shop.until('type-number');
};

describe('the rules about a number that is given later', () => {
  let shop: Shop;
  after(() => shop.close());

  it('a chip card is not taken by its stripe, and a card without a chip is', async () => {
    shop = await Shop.open();
    await register(shop, await takenElsewhere(shop));
    await giveNumber(shop);
    swipe(shop, 'unionpay-credit');
    await shop.until('type-number', ({ problem }) => problem === 'chipCardSwiped');
    await home(shop);
    const stripeOnly = findCard('stripe-only')?.pan.slice(-4) ?? '';
    shop.tap({ type: 'go', to: 'holds' });
    await shop.until('holds');
    shop.tap({ type: 'registerHold' });
    await shop.until('register-hold');
    const today = shop.holds()[0]?.original?.date ?? '';
    shop.type(`777777${today}${stripeOnly}`);
    await shop.until('register-hold', ({ canContinue }) => canContinue);
    shop.tap({ type: 'primary' });
    await shop.until('amount');
    shop.type('20000');
    shop.tap({ type: 'primary' });
    const hold = await shop.until('hold');
    await giveNumber(shop);
    swipe(shop, 'stripe-only');
    await shop.until('hold', ({ numberMissing }) => !numberMissing);
    const ours = shop.holds().find(({ holdId }) => holdId === hold.holdId);
    assert.equal(ours?.number?.how, 'stripe');
    assert.equal(ours?.label, 'UnionPay');
    await home(shop);
    await shop.close();
  });

  it('where the bank takes no keyed number, digits do nothing and the card itself still goes', async () => {
    shop = await Shop.open({ config: { policies: { keyedCompletionAllowed: false } } });
    await register(shop, await takenElsewhere(shop));
    await giveNumber(shop);
    const refused = await shop.until('type-number', ({ problem }) => problem === 'typingOff');
    assert.equal(refused.canContinue, false);
    shop.type(pan + mmyy);
    assert.ok(shop.screen.name === 'type-number' && shop.screen.digits === '');
    shop.slot.insert('unionpay-credit');
    await shop.until('notice', ({ notice }) => notice.type === 'numberGiven');
    shop.slot.remove();
    await shop.until('hold', ({ numberMissing }) => !numberMissing);
    await home(shop);
    await shop.close();
  });

  it('a supervisor on duty cannot be the second person too', async () => {
    const name = { 'zh-CN': '测试', en: 'Test' };
    shop = await Shop.open({
      config: {
        policies: { numberByTwoPeople: true },
        people: [
          { id: '01', role: 'supervisor', name, pin: '123456' },
          { id: '02', role: 'cashier', name, pin: '135791' },
          { id: '90', role: 'supervisor', name, pin: '246810' },
        ],
      },
    });
    await register(shop, await takenElsewhere(shop));
    await giveNumber(shop);
    shop.type(pan + mmyy);
    await shop.until('check');
    shop.tap({ type: 'tick', item: 'cardSeen' });
    await shop.until('supervisor');
    shop.type('123456');
    shop.tap({ type: 'enter' });
    await shop.until('supervisor', ({ wrong, others }) => wrong && !others);
    shop.type('246810');
    shop.tap({ type: 'enter' });
    await shop.until('hold', ({ numberMissing }) => !numberMissing);
    assert.equal(shop.holds()[0]?.number?.agreedBy, '90');
  });
});

describe('a charge that waits for the bank when the keys are gone', () => {
  const folder = join(tmpdir(), `number-rules-${process.pid}`);
  let shop: Shop;
  before(() => mkdirSync(folder, { recursive: true }));
  after(async () => {
    await shop.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('stands in the list, gets its number under its old token, and reaches the bank by itself', async () => {
    const config = { policies: { completionAs: 'advice' } };
    shop = await Shop.open({ folder, config });
    const taken = await shop.hold();
    await shop.bank.setBehaviour({ mode: 'down' });
    shop.tap({ type: 'go', to: 'holds' });
    await shop.until('holds');
    shop.tap({ type: 'openHold', holdId: taken.holdId });
    await shop.until('hold');
    shop.tap({ type: 'complete' });
    await shop.until('complete', ({ advice }) => advice !== 'again');
    shop.tap({ type: 'primary' });
    await shop.until('complete', ({ advice }) => advice === 'again');
    shop.type('50000');
    await shop.until('complete', ({ canSubmit }) => canSubmit);
    shop.tap({ type: 'primary' });
    await shop.until('done', ({ queued }) => queued);
    await shop.close();
    rmSync(join(folder, 'keys'), { recursive: true });
    shop = await Shop.open({ folder, config });
    await shop.until('home', ({ withoutNumber }) => withoutNumber === 1);
    shop.tap({ type: 'go', to: 'holds' });
    const { rows } = await shop.until('holds');
    assert.deepEqual(
      rows.map(({ numberMissing }) => numberMissing),
      [true],
    );
    shop.tap({ type: 'openHold', holdId: taken.holdId });
    await shop.until('hold', ({ can }) => can.number && !can.complete);
    await giveNumber(shop);
    shop.slot.insert('unionpay-credit');
    await shop.until('notice', ({ notice }) => notice.type === 'numberGiven');
    shop.slot.remove();
    const end = performance.now() + 10_000;
    while (shop.bank.ledger().transactions.at(-1)?.kind !== 'completionAdvice') {
      assert.ok(performance.now() < end, 'the advice did not come');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.equal(shop.bank.ledger().holds.at(-1)?.state, 'completed');
  });
});
