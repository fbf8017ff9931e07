import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { findCard } from '#hal/simulator/cards/tray.ts';
import type { Cashier } from '../device/shift.ts';
import type { HoldNow, Simulator } from '../device/simulator.ts';
import { booksAgree, type Heard, type OutsideBank, outsideBankMissing } from './outside-bank.ts';
import { type OutsideShop, openShop } from './shop.ts';

type Slip = { readonly codes: readonly string[] };

describe('the whole life of a hold at a bank of another language', {
  skip: outsideBankMissing() ?? false,
}, () => {
  let bank: OutsideBank;
  let shop: Simulator;
  let cashier: Cashier;
  let stop: OutsideShop['stop'];

  before(async () => {
    const agreed = { dialect: 'unionpay-bcd', mode: '004', mac: 'ecb' } as const;
    const policies = { incrementAllowed: true, cardAbsentPreauthAllowed: true };
    ({ bank, shop, cashier, stop } = await openShop(agreed, { policies }));
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

  const holdOf = async (minorUnits: number): Promise<HoldNow> => {
    const hold = (await shop.holds()).findLast(({ amount }) => amount.minorUnits === minorUnits);
    assert.ok(hold !== undefined, `no hold of ${minorUnits}`);
    return hold;
  };
  /** By the code of its slip: that also finds a hold that is not open any more. */
  const scan = async ({ holdId }: HoldNow) => {
    const codes = (await shop.get<readonly Slip[]>('/api/paper')).flatMap((slip) => slip.codes);
    const text = codes.find((code) => code.includes(holdId));
    await cashier.home();
    await shop.post('/api/scan', { text });
    await shop.until('hold');
  };
  const complete = async (minorUnits: number) => {
    await cashier.tap('complete');
    await cashier.tap('clear');
    await cashier.type(String(minorUnits));
    await cashier.tap('primary');
  };
  const present = async (minorUnits: number, card = 'unionpay-credit') => {
    await cashier.askHold(minorUnits);
    await shop.insert(card);
    await shop.pin('123456');
  };
  const leave = async () => {
    await shop.remove();
    await cashier.home();
  };
  const last = async (kind: string): Promise<Heard | undefined> =>
    (await bank.heard()).findLast((message) => message.kind === kind);
  const stateThere = async (minorUnits: number) =>
    (await bank.ledger()).holds.findLast(({ amount }) => amount === minorUnits)?.state;

  it('an addition raises it to the sum that the bank names', async () => {
    await cashier.hold(70_000);
    await cashier.openHold(70_000);
    await cashier.tap('increment');
    await cashier.type('10000');
    await cashier.tap('primary');
    await shop.until('done');
    assert.equal((await holdOf(80_000)).state, 'held');
  });

  it('is completed up to 115 % of the sum, charged back, and completed once more', async () => {
    const hold = await holdOf(80_000);
    await scan(hold);
    await complete(92_000);
    await shop.until('done');
    assert.equal(await stateThere(80_000), 'completed');
    await scan(hold);
    await cashier.tap('void');
    await cashier.tap('confirm', 1_300);
    await cashier.supervisor();
    await shop.until('done');
    assert.equal(await stateThere(80_000), 'held');
    await scan(hold);
    await complete(50_000);
    await shop.until('done');
    assert.equal(await stateThere(80_000), 'completed');
  });

  it('a part of the amount is kept when the guest agrees, and undone when not', async () => {
    await bank.order({ kind: 'preauth', partial: 41_000 });
    await present(60_000);
    await shop.until('partial');
    await cashier.tap('primary');
    await shop.until('held');
    await leave();
    await bank.order({ kind: 'preauth', partial: 42_000 });
    await present(60_000);
    await shop.until('partial');
    await cashier.tap('undo');
    await shop.eventually(async () => (await stateThere(42_000)) === 'reversed', 'the reversal');
    await leave();
    assert.equal(await stateThere(41_000), 'held');
  });

  it('is cancelled in full, from the slip, with the supervisor', async () => {
    await scan(await holdOf(41_000));
    await cashier.tap('cancel-hold');
    await cashier.tap('confirm', 1_300);
    await cashier.supervisor();
    await shop.until('done');
    assert.equal(await stateThere(41_000), 'cancelled');
  });

  it('what a silent bank booked is undone, and so is what it answers too late', async () => {
    for (const [amount, how] of [
      [43_000, { silent: 'after' }],
      [44_000, { lateMs: 3_000 }],
    ] as const) {
      await bank.order({ kind: 'preauth', ...how });
      await present(amount);
      await shop.until('why');
      await leave();
      await shop.eventually(async () => (await stateThere(amount)) === 'reversed', 'the reversal');
      assert.equal((await last('reversal'))?.reason, '98');
    }
  });

  it('an approval with a wrong MAC holds nothing and is undone with that reason', async () => {
    await bank.order({ kind: 'preauth', wrongMac: true });
    await present(45_000);
    await shop.until('why');
    await leave();
    await shop.eventually(async () => (await stateThere(45_000)) === 'reversed', 'the reversal');
    assert.equal((await last('reversal'))?.reason, 'A0');
  });

  it('a chip that refuses the approval frees the money', async () => {
    await cashier.askHold(46_000);
    await shop.insert('declines-after-approval');
    await shop.pin('123456');
    await shop.eventually(async () => (await stateThere(46_000)) === 'reversed', 'the reversal');
    await leave();
    assert.equal((await last('reversal'))?.reason, '06');
  });

  it('a completion that nobody answers is undone, and the hold lives', async () => {
    await cashier.hold(47_000);
    await cashier.openHold(47_000);
    await bank.order({ kind: 'completion', silent: 'after' });
    await complete(47_000);
    await shop.eventually(async () => (await last('reversal'))?.reason === '98', 'the reversal');
    await cashier.home();
    await shop.eventually(async () => (await stateThere(47_000)) === 'held', 'the hold again');
  });

  it('a cancellation that nobody answers is undone, and the answer sent twice counts once', async () => {
    await cashier.openHold(47_000);
    await bank.order({ kind: 'cancellation', silent: 'after' });
    await cashier.tap('cancel-hold');
    await cashier.tap('confirm', 1_300);
    await cashier.supervisor();
    await shop.eventually(async () => (await stateThere(47_000)) === 'held', 'the hold again');
    await cashier.home();
    await bank.order({ kind: 'preauth', twice: true });
    await cashier.hold(48_000);
  });

  it('a number typed for an absent guest is said to be so', async () => {
    const card = findCard('signature');
    await cashier.tap('preauth');
    await cashier.type('49000');
    await cashier.tap('primary');
    await cashier.tap('card-absent');
    await cashier.type(`${card?.pan}1235`);
    await cashier.tap('primary');
    for (const tick of ['lastFourMatch', 'cardSeen']) {
      const { actions } = await shop.screen();
      if (actions.some(({ id }) => id === `tick-${tick}`)) await cashier.tap(`tick-${tick}`);
    }
    await shop.until('held');
    assert.equal((await last('cardAbsent'))?.mode, '012');
    await cashier.home();
  });

  it('what the issuer’s script ended as is told to the bank', async () => {
    await bank.order({ kind: 'preauth', script: '84180000' });
    await cashier.hold(51_000);
    await shop.eventually(async () => (await last('scriptReport')) !== undefined, 'the report');
    assert.equal((await last('scriptReport'))?.script, '2000000001', 'the card carried it out');
  });
});
