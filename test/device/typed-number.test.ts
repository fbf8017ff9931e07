import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { findCard } from '#hal/simulator/cards/tray.ts';
import { Cashier } from './shift.ts';
import { type ScreenNow, Simulator } from './simulator.ts';

const card = findCard('unionpay-credit');
const pan = card?.pan ?? '';
const mmyy = (card?.expiry ?? '').replace(/^(..)(..).*$/, '$2$1');

const swap = (digits: string, at: number): string =>
  digits.slice(0, at) + (digits[at + 1] ?? '') + (digits[at] ?? '') + digits.slice(at + 2);
const turn = (digits: string, at: number, by = 1): string =>
  digits.slice(0, at) + String((Number(digits[at]) + by) % 10) + digits.slice(at + 1);

/** The first place from here on whose neighbours differ, so that changing them over changes the number. */
const pairFrom = (from: number): number => {
  for (let at = from; at + 1 < pan.length; at++) if (pan[at] !== pan[at + 1]) return at;
  throw new Error('one digit all through');
};
const early = pairFrom(7);
const late = pairFrom(pan.length - 4);

type Ledger = { readonly transactions: readonly unknown[] };

/** What the cashier types, and the words that must stand there before the bank is asked. */
const slips: readonly (readonly [string, string, RegExp])[] = [
  ['a wrong digit that the check digit catches', turn(pan, 8), /mistyped/i],
  ['two digits changed over, and where', swap(pan, early), new RegExp(`${early + 1}-${early + 2}`)],
  [
    'a wrong digit of the last four that the slip shows',
    turn(pan, pan.length - 2),
    new RegExp(`Digit ${pan.length - 1}|[Nn]ot (the|this) card`),
  ],
  [
    'two of the last four changed over',
    swap(pan, late),
    new RegExp(`${late + 1}-${late + 2}|[Nn]ot (the|this) card`),
  ],
  ['a digit too few', pan.slice(0, -1), /1 (more )?(digit|to go|left|missing)|digit/i],
  ['the month of the expiry that is none', `${pan}1399`, /[Mm]onth first/],
  ['an expiry that is over', `${pan}0120`, /date has passed/i],
];

describe('a number that is typed for a hold', () => {
  let simulator: Simulator;
  let cashier: Cashier;
  before(async () => {
    assert.ok(pan.length > 0);
    simulator = await Simulator.start({ args: ['--language', 'en'] });
    cashier = new Cashier(simulator);
    await simulator.until('home');
    await cashier.tap('holds');
    await cashier.tap('register');
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(5, 10).replace('-', '');
    await cashier.type(`123456${today}${pan.slice(-4)}`);
    await cashier.tap('primary');
    await simulator.until('amount');
    await cashier.type('45000');
    await cashier.tap('primary');
    await simulator.until('hold');
  });
  beforeEach(async () => {
    await cashier.home();
    await cashier.openHold(45_000);
    await cashier.tap('complete');
    await simulator.until('type-number');
  });
  after(() => simulator?.stop());

  const asked = async (): Promise<number> =>
    (await simulator.get<Ledger>('/api/bank/ledger')).transactions.length;
  const said = ({ texts }: ScreenNow): string => texts.join(' ');

  for (const [what, typed, words] of slips)
    it(`${what}: said in words, and nothing goes to the bank`, async () => {
      const before = await asked();
      const screen = await cashier.type(typed);
      assert.ok(screen !== undefined);
      assert.equal(screen.name, 'type-number');
      assert.match(said(screen), words);
      await simulator.post('/api/key', { key: 'enter' });
      assert.equal((await simulator.screen()).name, 'type-number', 'it does not go on');
      assert.equal(await asked(), before);
    });

  it('the right number goes on by itself, and stands nowhere in the journal', async () => {
    await cashier.type(pan + mmyy);
    await simulator.until('check');
    const journal = JSON.stringify(await simulator.get('/api/journal?limit=1000'));
    assert.ok(!journal.includes(pan.slice(0, 12)));
  });
});
