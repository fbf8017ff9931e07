import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { answerCodes } from '#src/acquirer/answer-codes.ts';
import { agree, drained, ledgerOf } from '../device/books.ts';
import { Cashier } from '../device/shift.ts';
import { type ScreenNow, Simulator } from '../device/simulator.ts';

/** Minor units that ask for a code: 9000.NN, 9001.00 and .01 for those with a letter. */
const amountFor = (code: string): number =>
  code === 'A0' ? 900_100 : code === 'C1' ? 900_101 : 900_000 + Number(code);

const told = ['declined', 'why', 'call-issuer'];

/** Every code that a bank gives, provoked by the amount and by the card, at a running terminal. */
describe('every answer code ends in words, and ledger and journal agree', () => {
  let shop: Simulator;
  let cashier: Cashier;
  before(async () => {
    shop = await Simulator.start();
    cashier = new Cashier(shop);
  });
  after(() => shop?.stop());

  /** Until the bank's word is on the screen; after new keys the customer types the PIN once more. */
  async function answered(): Promise<ScreenNow> {
    const end = performance.now() + 15_000;
    for (;;) {
      const screen = await shop.screen();
      if (screen.name === 'pin') await shop.call('POST', '/api/pin', { digits: '123456' });
      if (screen.name === 'partial') await cashier.tap('primary');
      if (screen.name === 'held' || told.includes(screen.name)) return screen;
      assert.ok(performance.now() < end, `no end: ${screen.name}`);
    }
  }

  async function walk(code: string, begin: () => Promise<void>): Promise<void> {
    const before = (await shop.holds()).length;
    await begin();
    const { name, texts } = await answered();
    const isApproval = answerCodes.get(code)?.approved === true;
    assert.equal(name === 'held', isApproval, `${code} ends at ${name}`);
    assert.ok(texts.join('').length > 20, texts.join(' '));
    await shop.remove();
    await cashier.home();
    assert.ok((await shop.holds()).length > before);
  }

  const codes = [...answerCodes.keys()].filter((code) => code !== '00');
  it(`by the card: ${codes.join(' ')}`, async () => {
    for (const code of codes)
      await walk(code, async () => {
        await cashier.home();
        await cashier.tap('preauth');
        await cashier.tap('preset-50000');
        await cashier.tap('primary');
        await shop.until('present-card');
        await shop.insert(`answers-${code.toLowerCase()}`);
      });
    await drained(shop);
    await agree(shop);
    assert.equal((await ledgerOf(shop)).sums.held.count, 2, '10 and 11');
  });

  it('by the amount: a part, a plain no, one about the bank, and one with a letter', async () => {
    for (const code of ['10', '51', '96', 'C1'])
      await walk(code, async () => {
        await cashier.askHold(amountFor(code));
        await shop.insert('unionpay-credit');
      });
    await drained(shop);
    await agree(shop);
  });
});
