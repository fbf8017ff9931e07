import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Shop } from './shop.ts';

describe('a card pulled out at every single command', () => {
  it('ends in words each time, and the bank keeps no hold that the terminal does not have', async () => {
    const shop = await Shop.open();
    after(() => shop.close());
    const ends = new Map<string, number>();
    for (let apdu = 1; ; apdu++) {
      assert.ok(apdu < 60, 'the transaction ends');
      await shop.until('home');
      shop.tap({ type: 'go', to: 'preauth' });
      shop.tap({ type: 'preset', amount: { minorUnits: 20_000, currency: '156' } });
      shop.tap({ type: 'primary' });
      await shop.until('present-card');
      shop.slot.setFault({ cardPulledAtApdu: apdu });
      shop.slot.insert('unionpay-credit');
      const end = await theEnd(shop);
      ends.set(end, (ends.get(end) ?? 0) + 1);
      shop.slot.clearFaults();
      shop.slot.remove();
      if (end === 'held') break;
      shop.tap({ type: 'way', remedy: 'stop' });
    }
    shop.tap({ type: 'primary' });
    await shop.until('home');
    assert.deepEqual([...ends.keys()].sort(), ['cardPulled', 'held']);
    const deadline = performance.now() + 8_000;
    while (shop.store.documents.count('outbox', ['owed']) > 0 && performance.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 20));
    const states = shop.bank.ledger().holds.map(({ state }) => state);
    assert.equal(states.filter((state) => state === 'held').length, 1);
    assert.ok(states.includes('reversed'), 'pulled after the approval, undone with reason 06');
    assert.ok(shop.bank.ledger().reversals.every(({ reason }) => reason === '06'));
  });
});

/** The finding of `why`, or `held`; types the PIN when it is asked. */
async function theEnd(shop: Shop): Promise<string> {
  for (let asked = false; ; ) {
    const { screen } = shop;
    if (screen.name === 'why') return screen.diagnosis.finding;
    if (screen.name === 'held') return 'held';
    if (screen.name === 'pin' && !asked) {
      asked = true;
      shop.pin('123456');
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
