import assert from 'node:assert/strict';
import { it } from 'node:test';
import { loadConfig } from '#src/config/load.ts';
import type { ScreenOf } from '#src/desk/view.ts';
import { TerminalFault } from '#src/fault.ts';
import { MemoryDesk } from '#src/restore/memory-desk.ts';
import { Shop } from './shop.ts';

it('after the journal took no row nothing begins, by a touch, a card or the clock', async () => {
  const shop = await Shop.open();
  await shop.until('home');
  shop.terminal.halt();
  const rows = shop.store.journal.read(0).length;
  shop.tap({ type: 'primary' });
  shop.tap({ type: 'go', to: 'preauth' });
  shop.slot.insert('unionpay-credit');
  shop.advance(3_600_000);
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal(shop.screen.name, 'home');
  assert.equal(shop.store.journal.read(0).length, rows);
  await shop.close();
});

/** A desk on a disk that is broken until it is mended, on a clock of its own. */
function deskOn(trouble: 'journal.readOnly' | 'journal.diskFull') {
  const config = loadConfig({ language: 'en' });
  assert.ok('merchant' in config);
  const seen: ScreenOf<'notice'>[] = [];
  const timers = new Set<() => void>();
  const world = { broken: true, over: 0 };
  const desk = new MemoryDesk({
    config,
    simulated: true,
    fault: trouble,
    present: ({ screen, language }) => {
      assert.equal(language, 'en');
      assert.equal(screen.name, 'notice');
      if (screen.name === 'notice') seen.push(screen);
    },
    now: () => 0,
    after: (_ms, callback) => {
      timers.add(callback);
      return () => timers.delete(callback);
    },
    tryDisk: () => {
      if (world.broken) throw new TerminalFault(trouble, 'later');
    },
    over: () => {
      world.over += 1;
    },
  });
  const saidNow = () => {
    const notice = seen.at(-1)?.notice;
    return notice?.type === 'memoryFault' ? [notice.full, notice.tries] : [];
  };
  const passTime = () => {
    for (const callback of [...timers]) {
      timers.delete(callback);
      callback();
    }
  };
  desk.begin();
  return { desk, world, saidNow, passTime };
}

it('a broken disk is tried by a touch and by itself, and each try in vain is said', () => {
  const { desk, world, saidNow, passTime } = deskOn('journal.readOnly');
  assert.deepEqual(saidNow(), [false, 0]);
  desk.act({ type: 'primary' });
  assert.deepEqual(saidNow(), [false, 1]);
  passTime();
  assert.deepEqual(saidNow(), [false, 2]);
  desk.act({ type: 'go', to: 'preauth' });
  assert.deepEqual(saidNow(), [false, 2]);
  world.broken = false;
  passTime();
  assert.equal(world.over, 1);
  desk.act({ type: 'primary' });
  passTime();
  assert.equal(world.over, 1, 'the terminal starts once');
});

it('a disk that is full says so, and room that comes back is enough', () => {
  const { desk, world, saidNow } = deskOn('journal.diskFull');
  assert.deepEqual(saidNow(), [true, 0]);
  world.broken = false;
  desk.act({ type: 'back' });
  assert.equal(world.over, 1);
});
