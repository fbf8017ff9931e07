import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { placeMark } from '#db/second-place.ts';
import { Book } from '#hal/simulator/bank/book.ts';
import type { Entry } from '#hal/simulator/bank/entries.ts';
import { ledgerView } from '#hal/simulator/bank/ledger-view.ts';
import { findCard } from '#hal/simulator/cards/tray.ts';
import { Cashier } from './shift.ts';
import { ScriptProcess, Simulator } from './simulator.ts';

const card = findCard('unionpay-credit');
const pan = card?.pan ?? '';
const mmyy = (card?.expiry ?? '').replace(/^(..)(..).*$/, '$2$1');

const script = fileURLToPath(new URL('../../scripts/restore.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'other-terminal-'));
const stick = join(folder, 'stick');
const ledgerFile = join(folder, 'ledger.jsonl');
const dataOf = (terminal: string): string => join(folder, terminal, 'data');
const name = { 'zh-CN': '测试', en: 'Test' };

let bank: ScriptProcess;
let address: string;
let recipient: string;
let identityFile: string;
let running: Simulator | undefined;

before(async () => {
  spawnSync('mkdir', ['-p', stick, join(folder, 'first'), join(folder, 'second')]);
  writeFileSync(join(stick, placeMark), '');
  const identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  identityFile = join(folder, 'merchant.key');
  writeFileSync(identityFile, `# of the merchant\n${identity}\n`);
  bank = new ScriptProcess('bank.ts', ['--port', '0', '--ledger', ledgerFile]);
  [, address = ''] = await bank.says(/(127\.0\.0\.1:\d+)/);
});

after(async () => {
  await running?.stop();
  await bank?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const start = async (terminal: 'first' | 'second'): Promise<Simulator> => {
  const terminalId = terminal === 'first' ? '11111111' : '22222222';
  running = await Simulator.start({
    data: dataOf(terminal),
    config: {
      language: 'en',
      merchant: { terminalId },
      backup: { recipients: [recipient], secondPlace: stick },
      policies: { supervisorForCancellation: false },
      people: [
        { id: '01', role: 'cashier', name, pin: '1357' },
        { id: '90', role: 'supervisor', name, pin: '2468' },
      ],
    },
    args: ['--acquirer', address],
  });
  return running;
};

const stop = async (): Promise<void> => {
  await running?.stop();
  running = undefined;
};

const stateAtBank = (minorUnits: number): string | undefined => {
  const book = new Book();
  for (const line of readFileSync(ledgerFile, 'utf8').split('\n').filter(Boolean))
    book.apply(JSON.parse(line) as Entry);
  const { holds } = ledgerView(book, 30, Date.now());
  return holds.find(({ amountMinorUnits }) => amountMinorUnits === minorUnits)?.state;
};

it('a terminal that broke: another one goes on from its stick, gives the holds their numbers back from the card and from the slip, and charges and frees them', async () => {
  const first = await start('first');
  const there = new Cashier(first);
  await first.until('home');
  await there.hold(31_000);
  await there.hold(32_000);
  await there.tap('settings');
  await there.tap('status');
  await there.tap('primary');
  await first.eventually(async () => readdirSync(stick).length === 2, 'a backup on the stick');
  await stop();

  // The glass of the other one says how it goes, and does not do it.
  const second = await start('second');
  const here = new Cashier(second);
  await second.until('home');
  await here.tap('settings');
  await here.tap('restore');
  await here.supervisor('2468');
  await second.eventually(
    async () => /by command/.test((await second.screen()).texts.join(' ')),
    'the words about the backup of another terminal',
  );
  await stop();

  const file = readdirSync(stick).find((one) => one.endsWith('.age')) ?? '';
  const restore = (...more: readonly string[]) =>
    spawnSync(
      process.execPath,
      [script, '--data', dataOf('second'), '--backup', join(stick, file), ...more],
      { encoding: 'utf8' },
    );
  assert.equal(restore().status, 1, 'without the key of the merchant it does not open');
  const done = restore('--identity', identityFile);
  assert.match(done.stdout, /0 of 2 sealed card numbers/, done.stderr);

  const again = await start('second');
  const cashier = new Cashier(again);
  assert.match((await again.until('home')).texts.join(' '), /2/);
  const holds = await again.holds();
  assert.deepEqual(
    holds.map(({ state, numberLost }) => [state, numberLost]),
    [
      ['held', true],
      ['held', true],
    ],
  );
  await cashier.openHold(31_000);
  assert.match((await again.screen()).texts.join(' '), /No card number/);
  await cashier.tap('complete');
  await again.until('type-number');
  await again.insert('unionpay-credit');
  await again.until('notice');
  await again.remove();
  await again.until('complete');
  await cashier.tap('primary');
  await again.until('done');
  await cashier.home();
  assert.equal(stateAtBank(31_000), 'completed');

  await cashier.openHold(32_000);
  await cashier.tap('number');
  await cashier.type(pan + mmyy);
  await again.until('check');
  await cashier.tap('tick-cardSeen');
  await cashier.tap('primary');
  await again.until('hold');
  await cashier.tap('cancel-hold');
  await cashier.tap('confirm', 1_300);
  await again.until('done');
  assert.equal(stateAtBank(32_000), 'cancelled');
});
