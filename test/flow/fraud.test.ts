import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { ScreenName } from '#src/desk/view.ts';
import { Shop } from './shop.ts';

/** Screens that stand towards the customer, and slips: nothing of an alert is ever on them. */
const customers: readonly ScreenName[] = ['present-card', 'pin', 'asking-bank', 'held', 'declined'];

describe('what the supervisor is called for', () => {
  let shop: Shop;
  afterEach(() => shop.close());

  const askHold = async (minorUnits = 50_000) => {
    await shop.until('home');
    shop.tap({ type: 'go', to: 'preauth' });
    await shop.until('amount');
    shop.tap({ type: 'preset', amount: { minorUnits, currency: '156' } });
    shop.tap({ type: 'primary' });
    await shop.until('present-card');
  };

  /** One card that the bank refuses as it refuses stolen ones. */
  const refusedCard = async (card: string) => {
    shop.slot.insert(card);
    await shop.until('pin');
    shop.pin('123456');
    await shop.until('declined');
    shop.slot.remove();
  };

  const openCall = async () => {
    shop.tap({ type: 'go', to: 'settings' });
    await shop.until('settings');
    shop.tap({ type: 'menu', id: 'calls' });
    await shop.until('supervisor');
    shop.type('246810');
    shop.tap({ type: 'enter' });
    const { rows } = await shop.until('calls');
    const [first] = rows;
    assert.ok(first);
    shop.tap({ type: 'call', alertId: first.alertId });
    return shop.until('call');
  };

  it('a card the bank wants kept: one neutral number at home, the rest behind the PIN', async () => {
    shop = await Shop.open();
    await askHold();
    shop.slot.insert('lost');
    await shop.until('pin');
    shop.pin('123456');
    const { diagnosis } = await shop.until('why');
    assert.deepEqual(
      diagnosis.remedies.map(({ kind }) => kind),
      ['keepCard', 'stop'],
      'no typing, no other device, no other card',
    );
    shop.slot.remove();
    shop.tap({ type: 'back' });
    const home = await shop.until('home');
    assert.equal(home.call, 11);
    const call = await openCall();
    assert.deepEqual(
      call.signals.map(({ signal }) => signal),
      ['captureCode'],
    );
    shop.tap({ type: 'primary' });
    await shop.until('call-decision');
    shop.tap({ type: 'decide', decision: 'callBank' });
    await shop.until('call', ({ bankCalled }) => bankCalled);
    shop.tap({ type: 'primary' });
    await shop.until('call-decision');
    shop.tap({ type: 'decide', decision: 'refuse' });
    await shop.until('calls', ({ rows }) => rows.length === 0);
    const decided = shop.store.journal
      .read(0)
      .flatMap(({ event }) => (event.kind === 'fraud.decided' ? [[event.decision, event.by]] : []));
    assert.deepEqual(decided, [
      ['callBank', '90'],
      ['refuse', '90'],
    ]);
    const [incident] = shop.incidents();
    assert.equal(incident?.timeline.filter(({ what }) => what === 'note').length, 2);
  });

  it('four refused cards for one wish: the way out is the supervisor, and no screen of the customer says so', async () => {
    shop = await Shop.open();
    shop.bank.setBehaviour({ mode: 'decline', code: '05' });
    await askHold();
    for (const card of ['unionpay-credit', 'unionpay-debit', 'signature']) {
      shop.slot.insert(card);
      await shop.until(card === 'signature' ? 'declined' : 'pin');
      if (card !== 'signature') shop.pin('123456');
      const said = await shop.until('declined');
      assert.ok(!JSON.stringify(said).includes('raud'));
      shop.slot.remove();
      shop.tap({ type: 'way', remedy: 'otherCard' });
      await shop.until('present-card');
    }
    shop.slot.insert('no-cvm');
    const { diagnosis } = await shop.until('why');
    assert.equal(diagnosis.finding, 'askSupervisor');
    assert.deepEqual(
      diagnosis.remedies.map(({ kind }) => kind),
      ['callSupervisor', 'keepCard', 'stop'],
    );
    shop.slot.remove();
    shop.tap({ type: 'back' });
    assert.equal((await shop.until('home')).call, 11);
    assert.ok(customers.some((name) => shop.seen.includes(name)));
  });

  it('a couple with two refused cards, and a good third one, is nobody’s business', async () => {
    shop = await Shop.open();
    shop.bank.setBehaviour({ mode: 'decline', code: '05', times: 2 });
    await askHold();
    for (const card of ['unionpay-credit', 'unionpay-debit']) {
      await refusedCard(card);
      shop.tap({ type: 'way', remedy: 'otherCard' });
      await shop.until('present-card');
    }
    shop.slot.insert('offline-pin');
    await shop.until('pin');
    shop.pin('123456');
    await shop.until('held');
    shop.slot.remove();
    shop.tap({ type: 'primary' });
    assert.equal((await shop.until('home')).call, undefined);
  });

  it('an amount in three parts just under the limit calls; the supervisor lets it pass, and it stays quiet', async () => {
    shop = await Shop.open({ config: { policies: { maximumHoldMinorUnits: 50_000 } } });
    for (let n = 0; n < 2; n++) await shop.hold('unionpay-credit');
    assert.equal((await shop.until('home')).call, undefined);
    await shop.hold('unionpay-credit');
    assert.equal((await shop.until('home', ({ call }) => call !== undefined)).call, 11);
    const call = await openCall();
    assert.deepEqual(
      call.signals.map(({ signal, count }) => [signal, count]),
      [['amountsSplit', 3]],
    );
    shop.tap({ type: 'primary' });
    await shop.until('call-decision');
    shop.tap({ type: 'decide', decision: 'goOn' });
    await shop.until('calls');
    shop.tap({ type: 'back' });
    await shop.until('settings');
    shop.tap({ type: 'back' });
    await shop.hold('unionpay-credit');
    assert.equal((await shop.until('home')).call, undefined);
  });
});
