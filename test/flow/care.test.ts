import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Check, CheckItem } from '#src/care/check.ts';
import type { ReadCounters } from '#src/care/counters.ts';
import { stepsOf } from '#src/care/plan.ts';
import { defaults } from '#src/config/defaults.ts';
import { loadConfig } from '#src/config/load.ts';
import type { DomainEvent, EventKind, EventOf } from '#src/journal/events.ts';
import { composeSlip } from '#src/receipt/compose.ts';
import { layoutSlip } from '#src/receipt/layout.ts';
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
        // The bank's time is compared when it answers: a clock that is set in between looks wrong.
        await untilTrue('signed in', () => eventsOf(shop, 'bank.answered').length > 0);
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

describe('the inspection plan', () => {
  it('asks the day after the first start, is ticked by whoever looked, and asks again', async () => {
    await within(async (shop) => {
      await untilTrue(
        'started',
        () => shop.store.documents.get('counter', 'careSince') !== undefined,
      );
      assert.ok(!bad((await openStatus(shop)).checks, 'inspection'));
      shop.advance(25 * 3_600_000);
      const { checks } = await shop.until('status', (screen) => bad(screen.checks, 'inspection'));
      const row = checks.find(({ item }) => item === 'inspection');
      assert.equal(row?.item === 'inspection' && row.waiting, 2);
      shop.tap({ type: 'fix', item: 'inspection' });
      for (const task of ['paper', 'seal']) {
        await shop.until('inspection', ({ rows }) =>
          rows.some((one) => one.task === task && one.state === 'due'),
        );
        shop.tap({ type: 'inspect', task });
        await shop.until('inspect-task', ({ row: one }) => one.task === task);
        shop.tap({ type: 'primary' });
      }
      await shop.until('inspection', ({ rows }) => rows.every(({ state }) => state === 'later'));
      assert.deepEqual(
        eventsOf(shop, 'care.inspected').map(({ task, result, operator }) => [
          task,
          result,
          operator,
        ]),
        [
          ['paper', 'well', '01'],
          ['seal', 'well', '01'],
        ],
      );
      shop.advance(25 * 3_600_000);
      await shop.until(
        'inspection',
        ({ rows }) => rows.filter(({ state }) => state === 'due').length === 2,
      );
    });
  });

  it('a part that is not well stays in front until it is', async () => {
    await within(async (shop) => {
      await openStatus(shop);
      shop.tap({ type: 'back' });
      await shop.until('home');
      shop.tap({ type: 'go', to: 'settings' });
      await shop.until('settings');
      shop.tap({ type: 'menu', id: 'inspection' });
      await shop.until('inspection');
      shop.tap({ type: 'inspect', task: 'cable' });
      await shop.until('inspect-task');
      shop.tap({ type: 'trouble' });
      const { rows } = await shop.until('inspection', (screen) => screen.rows[0]?.task === 'cable');
      assert.equal(rows[0]?.state, 'trouble');
      shop.tap({ type: 'back' });
      await shop.until('settings');
      shop.tap({ type: 'back' });
      await shop.until('home');
      shop.advance(15_000);
      await shop.until('home', ({ care }) => care?.first === 'inspection');
    });
  });

  it('what waits is said on the slip of the day', () => {
    const shop = { 'zh-CN': '清河宾馆', en: 'Qinghe Hotel' };
    const none = { count: 0, total: { minorUnits: 0, currency: '156' } } as const;
    const lines = layoutSlip(
      {
        merchantName: shop,
        merchantId: '123456789012345',
        terminalId: '12345678',
        simulated: false,
        reprint: false,
        training: false,
        of: 'endOfDay',
        at: { date: '2026-11-23', time: '22:00:00' },
        operator: '01',
        held: none,
        completed: none,
        cancelled: none,
        open: none,
        openHolds: [],
        cases: { count: 0, open: 0 },
        byCause: [],
        batches: [],
        careWaiting: 2,
      },
      'en',
    );
    assert.ok(lines.some((line) => line.type === 'text' && line.text === 'Care overdue: 2'));
  });
});

describe('the emergency plan', () => {
  it('is two touches from home in trouble, needs no line, and is printed with the shop’s numbers', async () => {
    await within(
      async (shop) => {
        await shop.until('home', ({ trouble }) => trouble === 'noNetwork', 12_000);
        shop.tap({ type: 'go', to: 'emergency' });
        const page = await shop.until('emergency-steps');
        assert.equal(page.situation, 'noNetwork');
        assert.ok(page.steps.en.length > 3);
        assert.deepEqual(
          page.contacts.map(({ id }) => id),
          ['bank', 'technician', 'police'],
        );
        shop.tap({ type: 'print' });
        await shop.until('emergency-steps', ({ print }) => print === 'printed');
        const [slipId = ''] = shop.slips;
        const slip = composeSlip(slipId, {
          documents: shop.store.documents,
          config: shop.config,
          simulated: false,
        });
        assert.equal(slip?.of, 'emergencyPlan');
        const lines = layoutSlip(slip ?? assert.fail('nothing to print'), 'en');
        assert.ok(lines.some((line) => line.type === 'pair' && line.right === '110'));
        assert.ok(lines.some((line) => line.type === 'text' && line.text.startsWith('1. Check')));
      },
      { acquirer: { addresses: [{ host: '127.0.0.1', port: 9 }] } },
    );
  });

  it('a number is changed on a supervisor’s authority, and stays as it was without', async () => {
    await within(async (shop) => {
      await shop.until('home');
      shop.tap({ type: 'go', to: 'settings' });
      await shop.until('settings');
      shop.tap({ type: 'menu', id: 'emergencyPlan' });
      await shop.until('emergency');
      shop.tap({ type: 'phones' });
      const change = async () => {
        await shop.until('emergency-phones');
        shop.tap({ type: 'contact', contact: 'manager' });
        await shop.until('emergency-phone');
        shop.type('4005550177');
        shop.tap({ type: 'primary' });
        await shop.until('supervisor', ({ role }) => role === 'supervisor');
      };
      await change();
      shop.tap({ type: 'back' });
      await shop.until('emergency-phones');
      assert.deepEqual(eventsOf(shop, 'care.phoneChanged'), []);
      await change();
      shop.type('246810');
      shop.tap({ type: 'enter' });
      await shop.until('emergency-phones', ({ contacts }) =>
        contacts.some(({ id, phone }) => id === 'manager' && phone === '4005550177'),
      );
      const [event] = eventsOf(shop, 'care.phoneChanged');
      assert.equal(event?.by, '90');
    });
  });

  it('the shop’s own words take the place of the plan that comes along', () => {
    const own = [{ 'zh-CN': '找小王。', en: 'Ask Wang.' }];
    const config = loadConfig({ care: { emergency: { steps: { noPower: own } } } });
    if (!('care' in config)) assert.fail(JSON.stringify(config));
    assert.deepEqual(stepsOf('noPower', config).en, ['Ask Wang.']);
    assert.ok(stepsOf('fraud', config).en.length > 1);
  });

  it('a check of the shop’s own needs a name, because the terminal has no words for it', () => {
    const problems = loadConfig({ care: { inspection: [{ id: 'spare', everyDays: 3 }] } });
    assert.ok(!('care' in problems));
    assert.match(problems[0]?.problem ?? '', /no words/);
  });
});
