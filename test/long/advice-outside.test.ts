import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { findCard } from '#hal/simulator/cards/tray.ts';
import type { Cashier } from '../device/shift.ts';
import type { Simulator } from '../device/simulator.ts';
import { booksAgree, type OutsideBank, outsideBankMissing } from '../outside/outside-bank.ts';
import { type OutsideShop, openShop } from '../outside/shop.ts';

/** Plain ISO 8583:1987, completions without waiting for the bank. */
describe('charges that are told afterwards, at a bank of another language', {
  skip: outsideBankMissing() ?? false,
}, () => {
  let bank: OutsideBank;
  let shop: Simulator;
  let cashier: Cashier;
  let stop: OutsideShop['stop'];

  before(async () => {
    const agreed = { dialect: 'iso8583-ascii', mode: '003', mac: 'x919' } as const;
    ({ bank, shop, cashier, stop } = await openShop(agreed, {
      policies: { completionAs: 'advice' },
    }));
  });
  beforeEach(async () => {
    await shop.call('POST', '/api/reader/remove', {});
    await cashier.home();
  });
  afterEach(async () => {
    assert.deepEqual(await bank.complaints(), []);
    await booksAgree(bank, shop);
  });
  after(() => stop?.());

  const heard = async (kind: string) =>
    (await bank.heard()).filter((message) => message.kind === kind);

  it('a completion by advice is repeated with its trace number until the bank answers, and booked once', async () => {
    await cashier.hold(70_000);
    await cashier.openHold(70_000);
    await bank.order({ kind: 'completionAdvice', silent: 'after', times: 2 });
    await cashier.tap('complete');
    await cashier.tap('clear');
    await cashier.type('65000');
    await cashier.tap('primary');
    const screen = await shop.screen();
    if (screen.name === 'complete') {
      await cashier.type('65000');
      await cashier.tap('primary');
    }
    await shop.eventually(
      async () => (await heard('completionAdvice')).length >= 3,
      'the third try',
      30_000,
    );
    const stans = new Set((await heard('completionAdvice')).map(({ stan }) => stan));
    assert.equal(stans.size, 1);
    const charges = (await bank.ledger()).transactions.filter(
      ({ kind }) => kind === 'completionAdvice',
    );
    assert.deepEqual(
      charges.map(({ amount }) => amount),
      [65_000],
    );
  });

  it('a voice authorisation becomes an offline sale with the code of the telephone', async () => {
    await cashier.askHold(52_000);
    await shop.insert('dead-chip');
    await shop.until('why');
    await shop.remove();
    await cashier.tap('ways');
    await cashier.tap('way-callIssuer');
    await cashier.tap('primary');
    await cashier.type('603127');
    await cashier.type('1235');
    await cashier.tap('primary');
    await shop.until('type-number');
    await cashier.type(findCard('dead-chip')?.pan ?? '');
    await cashier.tap('primary');
    for (const tick of ['lastFourMatch', 'cardSeen', 'supervisor']) {
      const { actions } = await shop.screen();
      if (actions.some(({ id }) => id === `tick-${tick}`)) await cashier.tap(`tick-${tick}`);
    }
    await cashier.supervisor();
    await cashier.tap('primary');
    await shop.until('result');
    await shop.eventually(async () => (await heard('offlineSale')).length === 1, 'the sale');
    const [sale] = await heard('offlineSale');
    assert.equal(sale?.mode, '012');
    assert.ok(sale?.fields?.includes(38));
  });

  it('a cancellation is told by its original in field 90, and a silent one is undone', async () => {
    await cashier.hold(53_000);
    await cashier.openHold(53_000);
    await bank.order({ kind: 'cancellation', silent: 'after' });
    const cancel = async () => {
      await cashier.tap('cancel-hold');
      await cashier.tap('confirm', 1_300);
      await cashier.supervisor();
    };
    await cancel();
    await shop.eventually(async () => (await heard('reversal')).length === 1, 'the reversal');
    await cashier.home();
    await cashier.openHold(53_000);
    await cancel();
    await shop.until('done');
    assert.equal((await bank.ledger()).holds.at(-1)?.state, 'cancelled');
  });

  it('the day of advices agrees, and the technician signs the terminal off', async () => {
    await cashier.tap('reports');
    await cashier.tap('end-of-day');
    await cashier.tap('primary');
    const closed = await shop.until('day-closed', 20_000);
    assert.match(closed.texts.join(' '), /Agrees with the bank/);
    await cashier.tap('done');
    await cashier.home();
    await cashier.tap('settings');
    await cashier.tap('bankParameters');
    await cashier.supervisor('135791');
    await shop.until('bank-line');
    await cashier.tap('line-signOff');
    await shop.eventually(async () => (await heard('signOff')).length === 1, 'the sign-off');
    await cashier.home();
    await cashier.hold(54_000);
  });
});
