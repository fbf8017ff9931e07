import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BrokenDisk, type DiskTrouble } from './broken-disk.ts';
import { Cashier } from './shift.ts';
import { type ScreenNow, Simulator } from './simulator.ts';

const disk = BrokenDisk.build();
type Ledger = {
  readonly sums: Readonly<Record<'held' | 'reversed', { readonly count: number }>>;
};

const skip = disk === undefined ? 'needs a C compiler' : false;

const says = (screen: ScreenNow, pattern: RegExp): boolean => pattern.test(screen.texts.join(' '));

const troubles: readonly (readonly [DiskTrouble, RegExp])[] = [
  ['EIO', /Memory fault/],
  ['EROFS', /Memory fault/],
  ['ENOSPC', /is full/],
];

describe('a terminal whose disk takes no writing', { skip }, () => {
  let simulator: Simulator;
  let cashier: Cashier;

  before(async () => {
    if (disk === undefined) return;
    disk.becomes('none');
    const { data, environment: env } = disk;
    simulator = await Simulator.start({ data, env, args: ['--language', 'en'] });
    cashier = new Cashier(simulator);
    await simulator.until('home');
    await cashier.hold(30_000);
  });

  after(async () => {
    disk?.becomes('none');
    await simulator?.stop();
    disk?.remove();
  });

  const becomes = (trouble: DiskTrouble) => disk?.becomes(trouble);

  /** Until the notice of the disk says this; the process behind it. */
  const noticed = async (pattern: RegExp): Promise<number | undefined> => {
    await simulator.eventually(async () => {
      const screen = await simulator.screen();
      return screen.name === 'notice' && says(screen, pattern);
    }, `a notice that says ${pattern}`);
    return simulator.terminalPid;
  };

  /** The process ends with this touch: it may not live to answer it. */
  const touchToStart = () => simulator.call('POST', '/api/touch', { id: 'primary' });

  for (const [trouble, words] of troubles) {
    it(`${trouble} while a card is charged: nothing reaches the bank, it is said, and it goes on afterwards`, async () => {
      const before = (await simulator.holds()).length;
      await cashier.askHold(20_000);
      becomes(trouble);
      await simulator.insert('unionpay-credit');
      await simulator.pin('123456');
      await noticed(words);
      await simulator.remove();
      becomes('none');
      await cashier.tap('primary');
      await simulator.until('home');
      assert.equal((await simulator.holds()).length, before);
      await cashier.hold(20_000);
      assert.equal((await simulator.holds()).length, before + 1);
    });

    it(`${trouble} at the start: no loop of starts, words on the glass, and it starts once the disk is well`, async () => {
      const before = (await simulator.holds()).length;
      becomes(trouble);
      await simulator.post('/api/power', { cut: true });
      const pid = await noticed(words);
      await cashier.tap('primary');
      assert.equal(await noticed(/Tried once/), pid, 'the same process stands there');
      becomes('none');
      await touchToStart();
      await simulator.until('home');
      assert.equal((await simulator.holds()).length, before);
    });
  }

  it('a disk that breaks while the bank is asked: what was sent is undone when the disk is back', async () => {
    const before = (await simulator.holds()).length;
    await simulator.post('/api/bank/behaviour', { mode: 'late', delayMs: 3_000, times: 1 });
    await cashier.askHold(40_000);
    await simulator.insert('unionpay-credit');
    await simulator.pin('123456');
    await simulator.eventually(
      async () => (await simulator.holds()).length > before,
      'the request in the journal',
    );
    becomes('EIO');
    await noticed(/Memory fault/);
    await cashier.tap('primary');
    await noticed(/Tried once/);
    becomes('none');
    await cashier.tap('primary');
    await simulator.remove();
    await simulator.eventually(async () => {
      const { sums } = await simulator.get<Ledger>('/api/bank/ledger');
      return sums.reversed.count === 1 && sums.held.count === before;
    }, 'the reversal');
    assert.equal((await simulator.holds()).filter(({ state }) => state === 'held').length, before);
  });
});
