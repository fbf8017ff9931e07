import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Cashier } from './shift.ts';
import { Simulator } from './simulator.ts';

type Slip = { readonly text: string; readonly codes: readonly string[] };
type Case = { readonly state: string; readonly result?: string };

/** Through the calls alone: what a finger can reach, and what comes out on paper. */
describe('ways out at the glass', () => {
  let shop: Simulator;
  let cashier: Cashier;

  before(async () => {
    shop = await Simulator.start();
    cashier = new Cashier(shop);
  });
  after(() => shop?.stop());

  const deadChip = async () => {
    await cashier.home();
    await cashier.tap('preauth');
    await cashier.tap('preset-50000');
    await cashier.tap('primary');
    await shop.insert('dead-chip');
    await shop.until('why');
    await shop.remove();
  };

  /** Turns the pages until the way can be touched. */
  const take = async (way: string) => {
    let screen = await cashier.tap('ways');
    for (let page = 0; !screen.actions.some(({ id }) => id === way); page++) {
      assert.ok(page < 6, `${way} is on no page`);
      screen = await cashier.tap('more');
    }
    return cashier.tap(way);
  };

  const printed = async (fits: (slip: Slip) => boolean) => {
    let found: Slip | undefined;
    await shop.eventually(async () => {
      found = (await shop.get<readonly Slip[]>('/api/paper')).find(fits);
      return found !== undefined;
    }, 'the slip');
    const others = found?.text.replace('123456789012345', '') ?? '';
    assert.doesNotMatch(others, /\d{12}/, 'no card number; the merchant’s is not one');
    return found;
  };

  it('a deposit in cash takes a supervisor and gives two receipts that name who received it', async () => {
    await deadChip();
    await take('way-cashDeposit');
    await cashier.tap('answer-cash');
    await cashier.supervisor();
    await shop.until('result');
    const slip = await printed(({ text }) => text.includes('DEPOSIT RECEIPT'));
    assert.match(slip?.text ?? '', /500\.00/);
    assert.match(slip?.text ?? '', /现金/);
    await cashier.tap('done');
    await shop.until('home');
  });

  it('the form for paper has blanks and a code that opens its case', async () => {
    await deadChip();
    await take('way-paperSlip');
    const slip = await printed(({ text }) => text.includes('EMERGENCY FORM'));
    assert.match(slip?.text ?? '', /授权码/);
    await cashier.tap('answer-written');
    await shop.until('result');
    await cashier.tap('done');
    await shop.until('home');
    await shop.post('/api/scan', { text: slip?.codes[0] });
    await shop.until('case');
    await cashier.tap('close');
    await cashier.home();
    const cases = await shop.get<readonly Case[]>('/api/incidents');
    assert.ok(cases.some(({ state, result }) => state === 'closed' && result === 'onPaper'));
  });

  it('a power cut while the number is typed: the way has its end, the case is named, and the wish may begin anew', async () => {
    await deadChip();
    await take('way-callIssuer');
    await cashier.tap('field-code');
    await cashier.type('1234561235');
    await cashier.tap('primary');
    await shop.until('type-number');
    await cashier.type('62220000');
    await shop.post('/api/power', { cut: true });
    await shop.eventually(
      async () => (await shop.get<{ state: string }>('/api/power')).state === 'ready',
      'the terminal',
    );
    const { texts } = await shop.until('notice');
    const cases = await shop.get<readonly (Case & { ticket: string })[]>('/api/incidents');
    assert.ok(
      cases.some(({ ticket, state }) => state === 'open' && texts.join(' ').includes(ticket)),
      'the case stands on the screen',
    );
    await cashier.tap('primary');
    await shop.until('home');
    assert.ok(!JSON.stringify(cases).includes('62220000'), 'no digit of it is kept');
  });

  it('what the customer is told stands in both languages on the glass and on the note', async () => {
    await deadChip();
    const { texts } = await take('way-refuse');
    const shown = texts.join(' ');
    assert.match(shown, /抱歉/);
    assert.match(shown, /Sorry/);
    await cashier.tap('print');
    const slip = await printed(({ text }) => text.includes('NOTE'));
    assert.match(slip?.text ?? '', /抱歉/);
    assert.match(slip?.text ?? '', /Sorry/);
    await cashier.tap('primary');
    await shop.until('home');
  });
});
