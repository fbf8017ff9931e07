import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Cashier } from '../device/shift.ts';
import type { Simulator } from '../device/simulator.ts';
import { booksAgree, type OutsideBank, outsideBankMissing } from '../outside/outside-bank.ts';
import { type OutsideShop, openShop } from '../outside/shop.ts';

describe('a day and the line, at a bank of another language', {
  skip: outsideBankMissing() ?? false,
}, () => {
  let bank: OutsideBank;
  let shop: Simulator;
  let cashier: Cashier;
  let stop: OutsideShop['stop'];

  before(async () => {
    const agreed = { dialect: 'unionpay-bcd', mode: '003', mac: 'ecb' } as const;
    ({ bank, shop, cashier, stop } = await openShop(agreed, {
      config: { bulletins: { everyMinutes: 600 } },
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

  const holdWithoutPin = async (held: number) => {
    await cashier.askHold(held);
    await shop.insert('no-cvm');
    await shop.until('held');
    await shop.remove();
  };
  const charge = async (held: number, charged: number, card?: string) => {
    if (card === 'no-cvm') await holdWithoutPin(held);
    else await cashier.hold(held, card);
    await cashier.openHold(held);
    await cashier.tap('complete');
    await cashier.tap('clear');
    await cashier.type(String(charged));
    await cashier.tap('primary');
    await shop.until('done');
    await cashier.tap('primary');
  };
  const settle = async () => {
    await cashier.home();
    await cashier.tap('reports');
    await cashier.tap('end-of-day');
    await cashier.tap('primary');
    const closed = await shop.until('day-closed', 20_000);
    await cashier.tap('done');
    return closed.texts.join(' ');
  };
  const heard = async (kind: string) =>
    (await bank.heard()).filter((message) => message.kind === kind);
  const upload = async (batch: string) => {
    const found = (await bank.ledger()).uploads[batch];
    assert.ok(found !== undefined, `batch ${batch} was not settled`);
    return found;
  };

  it('agrees with the bank, cards of other schemes apart, and sends the chips of the day', async () => {
    await charge(60_000, 58_000);
    await charge(61_000, 60_000, 'foreign-visa');
    const said = await settle();
    assert.match(said, /Agrees with the bank/);
    const { flag, stripe, chip, end } = await upload('000001');
    assert.equal(flag, '1');
    assert.deepEqual(stripe, []);
    assert.ok(chip.every(({ function: code }) => code === '203'));
    assert.equal(end?.count, chip.length);
    assert.equal((await heard('uploadEnd')).at(-1)?.function?.slice(8), '207');
  });

  it('that differs is sent charge by charge, eight a message, and closes too', async () => {
    const amounts = Array.from({ length: 9 }, (_, n) => 20_000 + 100 * n);
    for (const amount of amounts) await charge(amount, amount, 'no-cvm');
    await bank.order({ kind: 'totals' });
    const said = await settle();
    assert.doesNotMatch(said, /Agrees with the bank/);
    const { flag, stripe, chip, end } = await upload('000002');
    assert.equal(flag, '2');
    assert.deepEqual(
      stripe.map(({ amount }) => amount),
      amounts,
    );
    assert.equal((await heard('uploadStripe')).length, 2);
    assert.ok(chip.every(({ function: code }) => code === '205'));
    assert.equal(end?.count, stripe.length + chip.length);
    assert.equal((await heard('uploadEnd')).at(-1)?.function?.slice(8), '202');
  });

  it('goes on in the next batch, and a day of nothing closes', async () => {
    const said = await settle();
    assert.match(said, /Agrees with the bank/);
    await cashier.hold(62_000);
    assert.equal((await bank.ledger()).holds.at(-1)?.batch, '000004');
  });

  for (const [digit, kind] of [
    [1, 'endParameters'],
    [4, 'endKeys'],
    [5, 'endApplications'],
    [3, 'signIn'],
  ] as const) {
    it(`the ${digit} in a header is obeyed when nobody is at the desk: ${kind}`, async () => {
      const before = (await heard(kind)).length;
      await bank.order({ kind: 'preauth', header: digit });
      await cashier.hold(63_000 + 100 * digit);
      await shop.eventually(async () => (await heard(kind)).length > before, kind, 20_000);
    });
  }

  it('the line is tested by hand', async () => {
    await cashier.tap('settings');
    await cashier.tap('testLine');
    await cashier.tap('line-test');
    await shop.eventually(async () => (await heard('echo')).length === 1, 'the echo');
  });

  it('a bank that knows the keys no more is signed in to, the PIN asked again, and the hold is taken', async () => {
    await bank.order({ kind: 'preauth', code: 'A0' });
    const before = (await heard('signIn')).length;
    await cashier.askHold(64_000);
    await shop.insert('unionpay-credit');
    await shop.pin('123456');
    await shop.pin('123456');
    await shop.until('held');
    assert.equal((await heard('signIn')).length, before + 1);
  });
});
