import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { OutboxItem } from '#src/journal/outbox.ts';
import { Shop } from './shop.ts';

const settle = async (fits: () => boolean, withinMs = 8_000) => {
  const end = performance.now() + withinMs;
  while (!fits()) {
    assert.ok(performance.now() < end, 'it never came to that');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const advising = async (acquirer: object = {}) => {
  const shop = await Shop.open({
    config: { policies: { completionAs: 'advice' }, acquirer: { retrySeconds: 1, ...acquirer } },
  });
  after(() => shop.close());
  return shop;
};

/** From home to the amount of a completion, and the green button. */
async function complete(shop: Shop, holdId: string): Promise<void> {
  while (shop.screen.name !== 'home') {
    shop.tap({ type: 'back' });
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  shop.tap({ type: 'go', to: 'holds' });
  shop.tap({ type: 'openHold', holdId });
  await shop.until('hold');
  shop.tap({ type: 'complete' });
  await shop.until('complete');
  shop.tap({ type: 'primary' });
  await shop.until('complete', ({ advice }) => advice === 'again');
  shop.tap({ type: 'all' });
  shop.tap({ type: 'primary' });
}

const items = (shop: Shop, ...states: string[]) =>
  shop.store.documents.list('outbox', states).map(({ body }) => body as OutboxItem);

describe('advices that the bank does not take at once', () => {
  it('a refusal that anybody could have sent ends nothing: tries are bounded, then a case, and the advice is kept', async () => {
    const shop = await advising({ adviceTries: 2 });
    const taken = await shop.hold();
    const kinds = ['completionAdvice' as const];
    await shop.bank.setBehaviour({ mode: 'decline', code: '25', withoutMac: true, kinds });
    await complete(shop, taken.holdId);
    await shop.until('done');
    shop.tap({ type: 'primary' });
    await shop.until('holds');
    shop.tap({ type: 'back' });
    const said = await shop.until('notice', ({ notice }) => notice.type === 'adviceSuspended');
    assert.ok(said.notice.type === 'adviceSuspended' && said.notice.ticket !== '');
    const [item] = items(shop, 'suspended');
    assert.equal(item?.attempts, 2);
    assert.equal(shop.incidents()[0]?.state, 'open');
    assert.equal(
      shop.holds()[0]?.state,
      'completed',
      'the charge stands until the bank proves otherwise',
    );
    await shop.bank.setBehaviour({ mode: 'approve' });
    shop.tap({ type: 'primary' });
    shop.advance(60_000);
    await settle(() => items(shop, 'done').length === 1);
    assert.equal(shop.bank.ledger().sums.completed.count, 1);
  });

  it('tries at a bank that cannot be reached do not count', async () => {
    const shop = await advising({ adviceTries: 2 });
    const taken = await shop.hold();
    await shop.bank.setBehaviour({ mode: 'down' });
    await complete(shop, taken.holdId);
    await shop.until('done');
    for (let i = 0; i < 5; i++) {
      shop.advance(2_000);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    assert.equal(items(shop, 'owed')[0]?.attempts, 0);
    await shop.bank.setBehaviour({ mode: 'approve' });
    await settle(() => {
      shop.advance(2_000);
      return items(shop, 'done').length === 1;
    });
  });

  it('keys that differ are fetched anew, and the advice goes at once', async () => {
    const shop = await advising();
    const taken = await shop.hold();
    const kinds = ['completionAdvice' as const];
    await shop.bank.setBehaviour({ mode: 'decline', code: 'A0', times: 1, kinds });
    await complete(shop, taken.holdId);
    await settle(() => items(shop, 'done').length === 1);
    assert.equal(items(shop, 'done')[0]?.attempts, 2);
    assert.equal(shop.incidents().length, 0);
  });

  for (const [limit, adviceLimits] of [
    ['count', { count: 1 }],
    ['amount', { amountMinorUnits: 60_000 }],
  ] as const) {
    it(`at the limit of ${limit} nothing more is charged without the bank, and it is said`, async () => {
      const shop = await advising({ adviceLimits });
      const first = await shop.hold();
      const second = await shop.hold();
      await shop.bank.setBehaviour({
        mode: 'silent',
        when: 'beforeBooking',
        kinds: ['completionAdvice'],
      });
      await complete(shop, first.holdId);
      const near = await shop.until('notice');
      assert.ok(near.notice.type === 'adviceLimit' && near.notice.state === 'near');
      shop.tap({ type: 'primary' });
      await shop.until('done');
      shop.tap({ type: 'primary' });
      await complete(shop, second.holdId);
      const full = await shop.until('notice');
      assert.ok(full.notice.type === 'adviceLimit' && full.notice.state === 'full');
      assert.equal(full.notice.limit, limit);
      assert.equal(full.notice.count, 1);
      shop.tap({ type: 'primary' });
      await settle(() => shop.screen.name !== 'notice');
      assert.equal(items(shop, 'owed').length, 1);
      assert.deepEqual(
        shop
          .holds()
          .map(({ state }) => state)
          .sort(),
        ['completed', 'held'],
      );
    });
  }

  it('an advice that has waited too long stops the next one', async () => {
    const shop = await advising({ adviceLimits: { ageHours: 1 } });
    const first = await shop.hold();
    const second = await shop.hold();
    await shop.bank.setBehaviour({ mode: 'down' });
    await complete(shop, first.holdId);
    await shop.until('done');
    shop.tap({ type: 'primary' });
    shop.advance(3_700_000);
    await complete(shop, second.holdId);
    const full = await shop.until('notice');
    assert.ok(full.notice.type === 'adviceLimit' && full.notice.limit === 'age');
  });
});
