import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { Cashier } from './shift.ts';
import { Simulator } from './simulator.ts';

type Slip = { readonly codes: readonly string[] };

/** Passes its check digit, belongs to nobody. */
const typedNumber = '6222000000000009';
const supervisorPin = '2468';

/** What a touch costs a cashier: SCREENS, "Taps to beat". Card gestures and the customer's PIN are not counted. */
describe('touches from home', () => {
  let shop: Simulator;
  let cashier: Cashier;

  const customerPays = async () => {
    await shop.until('present-card');
    await shop.insert('unionpay-credit');
    await shop.pin('123456');
    await shop.until('held');
    await shop.remove();
    await shop.until('home');
  };
  const preset = async () => {
    await cashier.tap('preauth');
    await cashier.tap('preset-50000');
    await cashier.tap('primary');
  };
  const openRow = async () => {
    await cashier.tap('holds');
    const row = (await shop.screen()).actions.find(({ id }) => id.startsWith('hold-'));
    return cashier.tap(row?.id ?? 'no open hold');
  };

  before(async () => {
    const name = { 'zh-CN': '测试', en: 'Test' };
    shop = await Simulator.start({
      config: {
        policies: { supervisorForCancellation: false },
        people: [
          { id: '01', role: 'cashier', name, pin: '1357' },
          { id: '90', role: 'supervisor', name, pin: supervisorPin },
        ],
      },
    });
    cashier = new Cashier(shop);
  });
  beforeEach(async () => {
    await cashier.home();
    cashier.taps = 0;
  });
  after(() => shop?.stop());

  it('a hold of a preset amount takes three', async () => {
    await preset();
    assert.equal(cashier.taps, 3);
    await customerPays();
  });

  it('a hold of a typed amount takes five', async () => {
    await cashier.tap('preauth');
    await cashier.type('6');
    await cashier.tap('digit-00');
    await cashier.tap('digit-00');
    await cashier.tap('primary');
    assert.equal(cashier.taps, 5);
    await customerPays();
    const amounts = (await shop.holds()).map(({ amount }) => amount.minorUnits);
    assert.deepEqual(amounts.sort(), [50_000, 60_000]);
  });

  it('completing one in full takes four', async () => {
    await openRow();
    await cashier.tap('complete');
    await cashier.tap('primary');
    assert.equal(cashier.taps, 4);
    await shop.until('done');
  });

  it('completing one by the code of its slip takes three, the scan among them', async () => {
    await preset();
    await customerPays();
    const held = (await shop.holds()).filter(({ state }) => state === 'held').at(-1);
    const codes = (await shop.get<readonly Slip[]>('/api/paper')).flatMap((slip) => slip.codes);
    const code = codes.find((text) => text.includes(held?.holdId ?? '?'));
    assert.ok(code !== undefined, 'the merchant copy has a code that finds its hold');
    cashier.taps = 1;
    await shop.post('/api/scan', { text: code });
    await cashier.tap('complete');
    await cashier.tap('primary');
    assert.equal(cashier.taps, 3);
    await shop.until('done');
    assert.equal(
      (await shop.holds()).find(({ holdId }) => holdId === held?.holdId)?.state,
      'completed',
    );
  });

  it('cancelling one takes four, the last one held', async () => {
    await openRow();
    await cashier.tap('cancel-hold');
    await cashier.tap('confirm', 1_300);
    assert.equal(cashier.taps, 4);
    await shop.until('done');
  });

  it('the best way out of an unreadable card takes one, and a typed number 21, or 27 with a supervisor', async () => {
    await preset();
    await shop.insert('dead-chip');
    await shop.until('why');
    await shop.remove();
    cashier.taps = 0;
    await cashier.tap('primary');
    assert.equal(cashier.taps, 1);
    await shop.until('present-card');
    await shop.insert('dead-chip');
    await shop.until('why');
    await shop.remove();
    await cashier.tap('ways');
    await cashier.tap('way-callIssuer');
    await cashier.tap('primary');
    // Authorisation code and expiry are noted during the call; the expiry is not asked for again.
    await cashier.type('603127');
    await cashier.type('1235');
    cashier.taps = 0;
    await cashier.tap('primary');
    await shop.until('type-number');
    await cashier.type(typedNumber);
    await cashier.tap('primary');
    await cashier.tap('tick-lastFourMatch');
    await cashier.tap('tick-cardSeen');
    const beforeSupervisor = cashier.taps;
    await cashier.tap('tick-supervisor');
    await cashier.supervisor(supervisorPin);
    const supervisorTaps = cashier.taps - beforeSupervisor;
    await cashier.tap('primary');
    await shop.until('result');
    assert.equal(cashier.taps, 27);
    assert.equal(cashier.taps - supervisorTaps, 21);
  });
});
