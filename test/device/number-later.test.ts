import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { Book } from '#hal/simulator/bank/book.ts';
import type { Entry } from '#hal/simulator/bank/entries.ts';
import { type LedgerView, ledgerView } from '#hal/simulator/bank/ledger-view.ts';
import { findCard } from '#hal/simulator/cards/tray.ts';
import { Cashier } from './shift.ts';
import { type HoldNow, ScriptProcess, Simulator } from './simulator.ts';

type Slip = { readonly codes: readonly string[] };

const card = findCard('unionpay-credit');
const pan = card?.pan ?? '';
const mmyy = (card?.expiry ?? '').replace(/^(..)(..).*$/, '$2$1');
const name = { 'zh-CN': '测试', en: 'Test' };

/** Two desks of one hotel, each with its own terminal and book, at one bank. */
describe('a hold of the other desk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'two-desks-'));
  const ledgerFile = join(folder, 'ledger.jsonl');
  let bank: ScriptProcess;
  let there: Simulator;
  let here: Simulator;
  let cashier: Cashier;
  let otherCashier: Cashier;

  const ledger = (): LedgerView => {
    const book = new Book();
    const lines = readFileSync(ledgerFile, 'utf8').split('\n').filter(Boolean);
    for (const line of lines) book.apply(JSON.parse(line) as Entry);
    return ledgerView(book, 30, Date.now());
  };
  const terminal = (address: string, terminalId: string, policies: object = {}) =>
    Simulator.start({
      config: {
        language: 'en',
        merchant: { terminalId },
        policies: { supervisorForCancellation: false, ...policies },
        people: [
          { id: '01', role: 'cashier', name, pin: '1357' },
          { id: '90', role: 'supervisor', name, pin: '2468' },
        ],
      },
      args: ['--acquirer', address],
    });

  before(async () => {
    bank = new ScriptProcess('bank.ts', ['--port', '0', '--ledger', ledgerFile]);
    const [, address = ''] = await bank.says(/(127\.0\.0\.1:\d+)/);
    there = await terminal(address, '11111111');
    here = await terminal(address, '22222222', { numberByTwoPeople: true });
    cashier = new Cashier(here);
    otherCashier = new Cashier(there);
  });
  beforeEach(() => cashier.home());
  after(async () => {
    await here?.stop();
    await there?.stop();
    await bank?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const takeThere = async (minorUnits: number): Promise<HoldNow> => {
    await otherCashier.hold(minorUnits);
    const hold = (await there.holds()).find(({ amount }) => amount.minorUnits === minorUnits);
    if (hold === undefined) throw new Error('nothing was held');
    return hold;
  };
  const registerHere = async ({ original, amount }: HoldNow) => {
    await cashier.tap('holds');
    await cashier.tap('register');
    await cashier.type(`${original?.authorisationCode}${original?.date}${pan.slice(-4)}`);
    await cashier.tap('primary');
    await here.until('amount');
    await cashier.type(String(amount.minorUnits));
    await cashier.tap('primary');
    await here.until('hold');
  };
  const stateAtBank = (minorUnits: number) =>
    ledger().holds.find(({ amountMinorUnits }) => amountMinorUnits === minorUnits)?.state;

  it('is completed here by the code on its slip and the card, and both desks are of one merchant', async () => {
    const hold = await takeThere(31_000);
    const codes = (await there.get<readonly Slip[]>('/api/paper')).flatMap((slip) => slip.codes);
    const code = codes.find((text) => text.includes(hold.holdId)) ?? 'no code on the slip';
    assert.equal(code.includes(pan), false);
    cashier.taps = 1;
    await here.post('/api/scan', { text: code });
    await cashier.tap('primary');
    assert.match((await here.until('hold')).texts.join(' '), /No card number yet/);
    await cashier.tap('complete');
    await here.until('type-number');
    await here.insert('unionpay-credit');
    await here.until('notice');
    await here.remove();
    await here.until('complete');
    await cashier.tap('primary');
    await here.until('done');
    assert.equal(cashier.taps, 4);
    assert.equal(stateAtBank(31_000), 'completed');
    const completion = ledger().transactions.at(-1);
    assert.equal(completion?.terminalId, '22222222');
    assert.equal((await here.holds()).at(-1)?.holdId, hold.holdId);
  });

  it('is keyed from its slip; its number takes 23 taps, or 27 with the other person, and stands nowhere afterwards', async () => {
    await registerHere(await takeThere(32_000));
    cashier.taps = 0;
    await cashier.tap('number');
    await cashier.type(pan + mmyy);
    await here.until('check');
    await cashier.tap('tick-cardSeen');
    assert.equal(cashier.taps, 22, 'Continue would be the 23rd');
    await cashier.supervisor('2468');
    assert.equal(cashier.taps, 27);
    const hold = await here.until('hold');
    assert.ok(hold.texts.join(' ').includes(pan.slice(-4)));
    const tree = JSON.stringify(await here.get('/api/screen/tree'));
    const journal = JSON.stringify(await here.get('/api/journal'));
    for (const text of [tree, journal]) assert.equal(text.includes(pan.slice(0, 12)), false);
    const given = (await here.holds()).find(({ amount }) => amount.minorUnits === 32_000)?.number;
    assert.deepEqual([given?.how, given?.operator, given?.agreedBy], ['typed', '01', '90']);
    await cashier.tap('cancel-hold');
    await cashier.tap('confirm', 1_300);
    await here.until('done');
    assert.equal(stateAtBank(32_000), 'cancelled');
  });

  it('refuses another card with words, and the bank hears nothing of it', async () => {
    await registerHere(await takeThere(33_000));
    await cashier.tap('number');
    const asked = ledger().transactions.length;
    await here.insert('unionpay-debit');
    const notice = await here.until('notice');
    assert.match(notice.texts.join(' '), new RegExp(`the hold is on ${pan.slice(-4)}`));
    await here.remove();
    assert.equal(ledger().transactions.length, asked);
    assert.equal(stateAtBank(33_000), 'held');
  });

  it('is neither completed nor lost when the power goes while its number is typed', async () => {
    await registerHere(await takeThere(34_000));
    await cashier.tap('number');
    await cashier.type(pan);
    await here.post('/api/power', { cut: true });
    await here.eventually(
      async () => (await here.get<{ state: string }>('/api/power')).state === 'ready',
      'the terminal after the cut',
    );
    await cashier.home();
    await cashier.openHold(34_000);
    await cashier.tap('number');
    const typing = await here.until('type-number');
    assert.equal(typing.texts.join('').includes(pan.slice(0, 4)), false);
    await cashier.type(pan + mmyy);
    await here.until('check');
    await cashier.tap('tick-cardSeen');
    await cashier.supervisor('2468');
    await here.until('hold');
    await cashier.tap('complete');
    await here.until('complete');
    await cashier.tap('primary');
    await here.until('done');
    assert.equal(stateAtBank(34_000), 'completed');
  });
});
