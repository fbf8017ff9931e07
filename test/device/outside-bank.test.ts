import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Book } from '#hal/simulator/bank/book.ts';
import type { Entry } from '#hal/simulator/bank/entries.ts';
import { type LedgerView, ledgerView } from '#hal/simulator/bank/ledger-view.ts';
import { Cashier } from './shift.ts';
import { ScriptProcess, Simulator } from './simulator.ts';

const tmk = 'FEDCBA98765432100123456789ABCDEF';
/** Amounts at which this bank breaks the line (see its amounts.ts). */
const silentAfterBooking = 900_202;
const answersTooLate = 900_212;

const configOf = (changes: object) => ({
  language: 'en',
  merchant: { merchantId: 'QH0000000000042', terminalId: 'QH000042' },
  acquirer: {
    tpdu: '6000090001',
    header: '603100311111',
    macAlgorithm: 'x919',
    keyMode: 'doubleWithTrack',
    terminalMasterKey: tmk,
    answerTimeoutMs: 2_000,
    retrySeconds: 1,
    ...changes,
  },
});

describe('a terminal at a bank of another process, with keys and names of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'outside-'));
  const ledgerFile = join(folder, 'ledger.jsonl');
  let bank: ScriptProcess;
  let shop: Simulator;
  let cashier: Cashier;
  let address: string;

  const ledger = (): LedgerView => {
    const book = new Book();
    const lines = readFileSync(ledgerFile, 'utf8').split('\n').filter(Boolean);
    for (const line of lines) book.apply(JSON.parse(line) as Entry);
    return ledgerView(book, 30, Date.now());
  };
  const openBank = async (mac: string) => {
    const process = new ScriptProcess('bank.ts', [
      ...['--port', '0', '--ledger', ledgerFile, '--tmk', tmk, '--mac', mac],
    ]);
    const [, at = ''] = await process.says(/(127\.0\.0\.1:\d+)/);
    return { process, at };
  };
  /** Both books say the same of every hold that the bank knows. */
  const booksAgree = async () => {
    const holds = await shop.holds();
    const here = new Map(holds.map((hold) => [hold.history[0]?.slip?.stan ?? 0, hold]));
    return ledger().holds.every((hold) => {
      const ours = here.get(Number(hold.stan));
      if (hold.state === 'reversed') return ours === undefined;
      return ours?.state === hold.state && ours.amount.minorUnits === hold.amountMinorUnits;
    });
  };

  before(async () => {
    const opened = await openBank('x919');
    bank = opened.process;
    address = opened.at;
    shop = await Simulator.start({ config: configOf({}), args: ['--acquirer', address] });
    cashier = new Cashier(shop);
  });
  after(async () => {
    await shop?.stop();
    await bank?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('takes a hold in its own name', async () => {
    await cashier.hold(70_000);
    const [hold] = ledger().holds;
    assert.equal(hold?.merchantId, 'QH0000000000042');
    assert.equal(hold?.terminalId, 'QH000042');
    assert.equal(hold?.state, 'held');
    assert.equal(hold?.amountMinorUnits, 70_000);
    assert.equal((await shop.call('GET', '/api/bank/ledger')).status, 409, 'that book is not here');
  });

  it('completes one, and cancels another with the supervisor’s PIN', async () => {
    await cashier.openHold(70_000);
    await cashier.tap('complete');
    await cashier.tap('clear');
    await cashier.type('62000');
    await cashier.tap('primary');
    await shop.until('done');
    await cashier.hold(80_000);
    await cashier.openHold(80_000);
    await cashier.tap('cancel-hold');
    await cashier.tap('confirm', 1_300);
    await cashier.supervisor();
    await shop.until('done');
    const states = ledger().holds.map(({ state, completedMinorUnits }) => [
      state,
      completedMinorUnits,
    ]);
    assert.deepEqual(states, [
      ['completed', 62_000],
      ['cancelled', null],
    ]);
    assert.ok(await booksAgree());
  });

  it('undoes what a silent bank may have booked', async () => {
    await cashier.askHold(silentAfterBooking);
    await shop.insert('unionpay-credit');
    await shop.pin('123456');
    const why = await shop.until('why');
    assert.match(why.texts.join(' '), /bank/i);
    await shop.remove();
    await cashier.tap('back');
    await shop.until('home');
    await shop.eventually(async () => ledger().holds.at(-1)?.state === 'reversed', 'the reversal');
    assert.equal(ledger().holds.at(-1)?.amountMinorUnits, silentAfterBooking);
    assert.ok(await booksAgree());
  });

  it('says what the power cut interrupted, and both books agree afterwards', async () => {
    await cashier.askHold(answersTooLate);
    await shop.insert('unionpay-credit');
    await shop.pin('123456');
    await shop.until('asking-bank');
    await shop.eventually(
      async () => ledger().holds.at(-1)?.amountMinorUnits === answersTooLate,
      'the booking',
    );
    await shop.post('/api/power', { cut: true });
    const notice = await shop.until('notice');
    assert.match(notice.texts.join(' '), /9,?002\.12/);
    await shop.remove();
    await cashier.tap('primary');
    await shop.until('home');
    await shop.eventually(async () => ledger().holds.at(-1)?.state === 'reversed', 'the reversal');
    await shop.eventually(
      async () => (await shop.holds()).every(({ state }) => !/ing|asked/.test(state)),
      'the end of what was owed',
    );
    assert.ok(await booksAgree());
  });

  it('undoes a completion that the power cut, and the hold lives on', async () => {
    await cashier.hold(950_000);
    await cashier.openHold(950_000);
    await cashier.tap('complete');
    await cashier.tap('clear');
    await cashier.type(String(answersTooLate));
    await cashier.tap('primary');
    await shop.until('asking-bank');
    const charged = () => ledger().transactions.findLast(({ kind }) => kind === 'completion');
    await shop.eventually(
      async () => charged()?.amountMinorUnits === answersTooLate,
      'the booking',
    );
    await shop.post('/api/power', { cut: true });
    await shop.until('notice');
    await cashier.tap('primary');
    await shop.until('home');
    await shop.eventually(async () => charged()?.state === 'reversed', 'the reversal');
    await shop.eventually(booksAgree, 'the agreement of the books');
    assert.equal(ledger().holds.at(-1)?.state, 'held');
  });

  it('knows a bank with a MAC of another kind by its refusal, and takes no answer from it', async () => {
    await bank.stop();
    const port = address.split(':')[1] ?? '';
    bank = new ScriptProcess('bank.ts', [
      ...['--port', port, '--ledger', ledgerFile, '--tmk', tmk, '--mac', 'cbc'],
    ]);
    await bank.says(/(127\.0\.0\.1:\d+)/);
    const before = ledger().holds.length;
    await cashier.askHold(90_000);
    await shop.insert('unionpay-debit');
    await shop.pin('123456');
    await shop.until('why');
    assert.equal(ledger().holds.length, before);
    await shop.remove();
    await cashier.tap('back');
    await shop.until('home');
    await shop.eventually(booksAgree, 'the agreement of the books');
  });
});
