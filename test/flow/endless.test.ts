import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { BankEvent } from '#hal/simulator/bank/counter.ts';
import { deal, home, inTime } from './deals.ts';
import { Shop } from './shop.ts';

async function opened(): Promise<{ shop: Shop; asked: (kind: string) => number }> {
  const shop = await Shop.open({ config: { acquirer: { retrySeconds: 2 } } });
  after(() => shop.close());
  const requests: BankEvent[] = [];
  shop.bank.listen((event) => event.type === 'request' && requests.push(event));
  await shop.until('home');
  await inTime(shop, () => requests.length > 0, 'it signs in');
  return { shop, asked: (kind) => requests.filter((event) => event.kind === kind).length };
}

/** Lets the background do whatever it wants for half a minute of its own time. */
async function halfAMinute(shop: Shop): Promise<void> {
  for (let second = 0; second < 30; second += 2) {
    shop.advance(2_000);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

describe('a bank that never stops asking', () => {
  for (const code of ['77', '99', 'A0', 'C1']) {
    it(`${code} to everything: one new sign-in, one more try, and then words`, async () => {
      const { shop, asked } = await opened();
      await shop.bank.setBehaviour({ mode: 'decline', code, kinds: ['preauth'] });
      shop.tap({ type: 'go', to: 'preauth' });
      shop.tap({ type: 'preset', amount: { minorUnits: 50_000, currency: '156' } });
      shop.tap({ type: 'primary' });
      await shop.until('present-card');
      shop.slot.insert('unionpay-credit');
      const end = performance.now() + 8_000;
      while (!['why', 'declined'].includes(shop.screen.name)) {
        assert.ok(performance.now() < end, shop.screen.name);
        if (shop.screen.name === 'pin') shop.pin('123456');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      shop.slot.remove();
      await home(shop);
      await halfAMinute(shop);
      assert.equal(asked('preauth'), 2);
      assert.ok(asked('signIn') <= 4, `${asked('signIn')} sign-ins`);
      assert.ok(shop.holds().every(({ state }) => state === 'refused'));
      assert.equal(shop.bank.ledger().sums.held.count, 0);
    });

    it(`${code} to every reversal: its tries are bounded, and it is set aside for the supervisor`, async () => {
      const { shop, asked } = await opened();
      const { holdId } = await shop.hold('unionpay-credit', 900_000);
      await shop.bank.setBehaviour({ mode: 'decline', code, kinds: ['reversal'] });
      shop.tap({ type: 'go', to: 'holds' });
      shop.tap({ type: 'openHold', holdId });
      await shop.until('hold');
      shop.tap({ type: 'complete' });
      await shop.until('complete');
      shop.type('900202');
      shop.tap({ type: 'primary' });
      const suspended = () => shop.store.documents.count('outbox', ['suspended']) === 1;
      await inTime(shop, suspended, 'it is set aside');
      await home(shop);
      const tries = asked('reversal');
      assert.ok(tries <= shop.config.acquirer.reversalTries + 2, `${tries} tries`);
      await shop.bank.setBehaviour({ mode: 'approve' });
      await inTime(shop, () => !suspended(), 'and still goes through later');
      assert.equal(shop.bank.ledger().holds[0]?.state, 'held');
    });
  }

  for (const [digit, kind, most] of [
    [1, 'download', 4],
    [2, 'download', 4],
    [3, 'signIn', 4],
    [4, 'download', 60],
    [5, 'download', 60],
  ] as const) {
    it(`digit 6 of every header is ${digit}: it is obeyed when idle, not for ever, and business goes on`, async () => {
      const { shop, asked } = await opened();
      await shop.bank.setBehaviour({ mode: 'approve', headerRequest: digit });
      const { holdId } = await shop.hold();
      await home(shop);
      await halfAMinute(shop);
      const before = asked(kind);
      assert.ok(before <= most, `${before} of ${kind}`);
      await halfAMinute(shop);
      assert.equal(asked(kind), before, 'nobody asked anew');
      await deal(shop, 'completion', holdId);
      assert.equal(shop.bank.ledger().holds[0]?.state, 'completed');
    });
  }
});
