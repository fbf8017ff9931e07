import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { clockOffsetSeconds } from '#src/desk/clock-check.ts';
import type { Check } from '#src/desk/view.ts';
import type { DomainEvent, EventKind, EventOf } from '#src/journal/events.ts';
import { Shop } from './shop.ts';

const within = async (work: (shop: Shop) => Promise<void>, options = {}) => {
  const shop = await Shop.open(options);
  try {
    await work(shop);
  } finally {
    await shop.close();
  }
};

const eventsOf = <K extends EventKind>(shop: Shop, kind: K): EventOf<K>[] =>
  shop.store.journal
    .read(0, 5_000)
    .map(({ event }): DomainEvent => event)
    .filter((event): event is EventOf<K> => event.kind === kind);

async function untilTrue(what: string, fits: () => boolean, withinMs = 8_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!fits()) {
    assert.ok(performance.now() < end, what);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const signIns = (shop: Shop): number =>
  eventsOf(shop, 'bank.answered').filter(({ what }) => what === 'signIn').length;

const minuteMs = 60_000;

describe('what goes on by itself', () => {
  it('a bank that asks for it in a header is signed in to again, once, when the desk is at home', async () => {
    await within(async (shop) => {
      await untilTrue('signed in', () => signIns(shop) === 1);
      await shop.bank.setBehaviour({ mode: 'approve', headerRequest: 3, kinds: ['preauth'] });
      shop.tap({ type: 'go', to: 'preauth' });
      shop.tap({ type: 'preset', amount: { minorUnits: 50_000, currency: '156' } });
      shop.tap({ type: 'primary' });
      await shop.until('present-card');
      shop.slot.insert('unionpay-credit');
      await shop.until('pin');
      shop.pin('123456');
      await shop.until('held');
      assert.equal(signIns(shop), 1, 'not while somebody is at the desk');
      shop.slot.remove();
      shop.tap({ type: 'primary' });
      await shop.until('home');
      shop.advance(5_000);
      await untilTrue('signed in again', () => signIns(shop) === 2);
      shop.advance(10 * minuteMs);
      await new Promise((resolve) => setTimeout(resolve, 100));
      assert.equal(signIns(shop), 2);
    });
  });

  it('backups are made each hour while nobody needs the terminal, and one is restored on trial each week', async () => {
    const secondPlace = mkdtempSync(join(tmpdir(), 'stick-'));
    try {
      await within(
        async (shop) => {
          await untilTrue('signed in', () => signIns(shop) === 1);
          shop.advance(2 * minuteMs);
          await untilTrue('the first', () => eventsOf(shop, 'backup.made').length === 1);
          assert.equal(eventsOf(shop, 'backup.made')[0]?.secondPlace, 'done');
          assert.equal(readdirSync(secondPlace).filter((name) => name.endsWith('.age')).length, 1);
          shop.advance(2 * minuteMs);
          await untilTrue('the drill', () => eventsOf(shop, 'backup.drilled').length === 1);
          assert.equal(eventsOf(shop, 'backup.drilled')[0]?.ok, true);
          shop.advance(70 * minuteMs);
          await untilTrue('the next', () => eventsOf(shop, 'backup.made').length === 2);
          assert.equal(eventsOf(shop, 'backup.drilled').length, 1);
          shop.tap({ type: 'go', to: 'settings' });
          await shop.until('settings');
          shop.advance(3 * 60 * minuteMs);
          await new Promise((resolve) => setTimeout(resolve, 100));
          assert.equal(eventsOf(shop, 'backup.made').length, 2, 'somebody is at the settings');
        },
        { config: { backup: { secondPlace } } },
      );
    } finally {
      rmSync(secondPlace, { recursive: true, force: true });
    }
  });

  it('a second place that is not there is said, and the backup on the device stands', async () => {
    await within(
      async (shop) => {
        await untilTrue('signed in', () => signIns(shop) === 1);
        shop.advance(2 * minuteMs);
        await untilTrue('made', () => eventsOf(shop, 'backup.made').length === 1);
        assert.equal(eventsOf(shop, 'backup.made')[0]?.secondPlace, 'missing');
      },
      { config: { backup: { secondPlace: '/dev/null/stick' } } },
    );
  });
});

it('the self-check says each part with its word, and backs up by hand', async () => {
  await within(async (shop) => {
    await untilTrue('signed in', () => signIns(shop) === 1);
    shop.tap({ type: 'go', to: 'settings' });
    await shop.until('settings');
    shop.tap({ type: 'menu', id: 'status' });
    const before = await shop.until('status');
    const check = <I extends Check['item']>(screen: typeof before, item: I) =>
      screen.checks.find((one): one is Extract<Check, { item: I }> => one.item === item);
    assert.deepEqual(
      before.checks.map(({ item }) => item),
      [
        'cardTables',
        'banks',
        'keys',
        'merchant',
        'clock',
        'line',
        'reader',
        'head',
        'pinPad',
        'cleaning',
        'inspection',
        'paper',
        'storage',
        'backup',
        'drill',
        'version',
      ],
    );
    assert.equal(check(before, 'backup')?.well, false);
    assert.equal(check(before, 'keys')?.well, true);
    assert.equal(check(before, 'clock')?.well, true);
    assert.ok(Math.abs(check(before, 'clock')?.offsetSeconds ?? 999) < 5);
    shop.tap({ type: 'primary' });
    await shop.until('status', ({ working }) => working?.item === 'backup');
    const after = await shop.until('status', (screen) => check(screen, 'backup')?.well === true);
    assert.equal(after.working, undefined);
    assert.equal(eventsOf(shop, 'backup.made')[0]?.why, 'byHand');
  });
});

describe('the difference of the clocks', () => {
  const at = (iso: string): number => Date.parse(`${iso}+08:00`);
  for (const [name, now, localDate, localTime, offset] of [
    ['none', '2026-11-23T14:32:10', '1123', '143210', 0],
    ['a minute ahead', '2026-11-23T14:32:10', '1123', '143310', 60],
    ['behind, over midnight', '2026-11-24T00:00:05', '1123', '235955', -10],
    ['ahead, over the turn of a year', '2026-12-31T23:59:50', '0101', '000010', 20],
    ['behind, over the turn of a year', '2026-01-01T00:00:10', '1231', '235950', -20],
    ['a time that is none', '2026-11-23T14:32:10', '1123', '256199', undefined],
    ['no time at all', '2026-11-23T14:32:10', undefined, undefined, undefined],
  ] as const)
    it(name, () => {
      const answer = {
        ...(localDate === undefined ? {} : { localDate }),
        ...(localTime === undefined ? {} : { localTime }),
      };
      assert.equal(clockOffsetSeconds(answer, at(now), 'Asia/Shanghai'), offset);
    });
});
