import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Check, CheckItem } from '#src/care/check.ts';
import type { ReadCounters } from '#src/care/counters.ts';
import { defaults } from '#src/config/defaults.ts';
import type { DomainEvent, EventKind, EventOf } from '#src/journal/events.ts';
import { Shop } from './shop.ts';

const within = async (work: (shop: Shop) => Promise<void>, config: unknown = {}) => {
  const shop = await Shop.open({ config });
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

const bad = (checks: readonly Check[], item: CheckItem): boolean =>
  checks.some((check) => check.item === item && !check.well);

const openStatus = async (shop: Shop) => {
  await shop.until('home');
  shop.tap({ type: 'go', to: 'status' });
  return shop.until('status');
};

const withoutUnionPay = defaults.applications.filter(({ aid }) => !aid.startsWith('A000000333'));
const [bank = assert.fail('no bank')] = defaults.hotlines;

describe('the self-check of a terminal in use', () => {
  it('tells home by itself after the start what is wrong, and again when it is not', async () => {
    await within(
      async (shop) => {
        const home = await shop.until('home', ({ care }) => care !== undefined);
        assert.deepEqual(home.care, { count: 1, first: 'cardTables' });
        assert.deepEqual(
          eventsOf(shop, 'care.checked').map(({ why, found }) => [why, found]),
          [['start', ['cardTables']]],
        );
        await openStatus(shop);
        shop.tap({ type: 'fix', item: 'cardTables' });
        await shop.until('supervisor', ({ role }) => role === 'technician');
        shop.type('135791');
        shop.tap({ type: 'enter' });
        await shop.until('status', ({ checks }) => !bad(checks, 'cardTables'));
        assert.deepEqual(
          eventsOf(shop, 'settings.repaired').map(({ item, from, to, operator, by }) => [
            item,
            from,
            to,
            operator,
            by,
          ]),
          [
            ['cardTables', '2', '6', '01', '95'],
            ['caKeys', '3', '3', '01', '95'],
          ],
        );
        shop.tap({ type: 'back' });
        await shop.until('home');
        shop.advance(130_000);
        await untilTrue('backed up', () => eventsOf(shop, 'backup.made').length > 0);
        shop.advance(30_000);
        await shop.until('home', ({ care }) => care === undefined);
        assert.equal(eventsOf(shop, 'care.checked').at(-1)?.why, 'changed');
        await shop.hold();
      },
      { applications: withoutUnionPay },
    );
  });

  it('a repair that nobody agreed to changes nothing', async () => {
    await within(
      async (shop) => {
        await openStatus(shop);
        shop.tap({ type: 'fix', item: 'banks' });
        await shop.until('supervisor');
        shop.tap({ type: 'back' });
        await shop.until('status', ({ checks }) => bad(checks, 'banks'));
        assert.deepEqual(eventsOf(shop, 'settings.repaired'), []);
      },
      { hotlines: [...defaults.hotlines, { ...bank, phone: '400 555 0000' }] },
    );
  });

  it('is journalled once a day though nothing changed', async () => {
    await within(
      async (shop) => {
        await untilTrue('at the start', () => eventsOf(shop, 'care.checked').length === 1);
        shop.advance(15_000);
        shop.advance(15_000);
        await shop.until('home');
        assert.equal(eventsOf(shop, 'care.checked').length, 1);
        shop.advance(25 * 3_600_000);
        await untilTrue('a day later', () => eventsOf(shop, 'care.checked').length >= 2);
      },
      { applications: withoutUnionPay },
    );
  });

  it('a drill is made by one touch', async () => {
    await within(async (shop) => {
      await openStatus(shop);
      shop.tap({ type: 'primary' });
      await shop.until('status', ({ checks }) => !bad(checks, 'backup'));
      shop.advance(40 * 86_400_000);
      await untilTrue('the terminal tries by itself too', () => {
        const { screen } = shop;
        return screen.name === 'status' && bad(screen.checks, 'backup');
      });
      shop.tap({ type: 'fix', item: 'backup' });
      await shop.until('status', ({ checks }) => !bad(checks, 'backup'));
      assert.equal(eventsOf(shop, 'backup.made').length, 2);
    });
  });
});

describe('the counters of the reader', () => {
  const counters = (shop: Shop): ReadCounters | undefined =>
    shop.store.documents.get('counter', 'reads')?.body as ReadCounters | undefined;

  it('count what a customer’s card did, once home is reached', async () => {
    await within(async (shop) => {
      await shop.hold();
      await untilTrue('counted', () => counters(shop) !== undefined);
      assert.equal(counters(shop)?.chip.recent, 'g');
      assert.deepEqual(eventsOf(shop, 'care.counted').length, 1);
    });
  });

  it('begin anew with a cleaning from the self-check, and say how it was before', async () => {
    await within(async (shop) => {
      const ends = 'gu'.repeat(8);
      shop.store.journal.append({
        events: [{ kind: 'care.counted', chip: ends, stripe: '', tracks: [], placesCm: [] }],
      });
      const before = await openStatus(shop);
      assert.ok(bad(before.checks, 'cleaning'));
      shop.tap({ type: 'fix', item: 'cleaning' });
      await shop.until('guide', ({ page }) => page === 'cleanChip');
      shop.tap({ type: 'primary' });
      await shop.until('guide', ({ page }) => page === 'cleanStripe');
      shop.tap({ type: 'primary' });
      await shop.until('guide', ({ page }) => page === 'cleanTest');
      shop.slot.insert('unionpay-credit');
      await shop.until('status', ({ checks }) => !bad(checks, 'cleaning'));
      shop.slot.remove();
      assert.deepEqual(counters(shop)?.before, { chip: 50 });
      assert.equal(counters(shop)?.chip.reads, 0);
      assert.deepEqual(eventsOf(shop, 'care.cleaned'), [
        { kind: 'care.cleaned', operator: '01', read: true },
      ]);
      assert.deepEqual(eventsOf(shop, 'incident.opened'), [], 'nobody’s card failed');
    });
  });
});
