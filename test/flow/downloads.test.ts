import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { ServedTables } from '#hal/simulator/bank/tables.ts';
import { simulatorCaPublicKeys } from '#src/config/simulator-ca.ts';
import type { KeptTables } from '#src/downloads/projector.ts';
import { Shop } from './shop.ts';

const keys = simulatorCaPublicKeys.slice(0, 2);
const first = simulatorCaPublicKeys[0]!;
const application = {
  aid: 'A000000333010101',
  partialSelection: true,
  versionNumber: '0030',
  floorLimitMinorUnits: 0,
  thresholdMinorUnits: 0,
  targetPercent: 0,
  maximumTargetPercent: 0,
  tacDenial: '0010000000',
  tacOnline: 'D84004F800',
  tacDefault: 'D84000A800',
  defaultDdol: '9F3704',
};
const good: ServedTables = {
  parameters: { version: '2026-11', completionLimitPercent: 110 },
  caPublicKeys: keys,
  applications: [application],
};

async function open(tables: ServedTables, config: object = {}): Promise<Shop> {
  const shop = await Shop.open({ bank: { tables }, config });
  after(() => shop.close());
  await shop.until('home');
  return shop;
}

const kept = (shop: Shop): KeptTables | undefined =>
  shop.store.documents.get('counter', 'tables')?.body as KeptTables | undefined;

/** From home into the bank's settings, with the technician's PIN. */
async function bankSettings(shop: Shop) {
  shop.tap({ type: 'go', to: 'settings' });
  await shop.until('settings');
  shop.tap({ type: 'menu', id: 'bankParameters' });
  await shop.until('supervisor');
  shop.type('135791');
  shop.tap({ type: 'primary' });
  return shop.until('bank-line');
}

async function update(shop: Shop) {
  await bankSettings(shop);
  shop.tap({ type: 'lineJob', job: 'update' });
  return shop.until('bank-line', ({ last }) => last !== undefined);
}

describe('tables from the bank', () => {
  it('are fetched by hand, kept, used at once', async () => {
    const shop = await open(good);
    const said = await update(shop);
    assert.ok(said.last?.ok);
    assert.deepEqual(
      [said.tables?.version, said.tables?.keys, said.tables?.applications],
      ['2026-11', 2, 1],
    );
    assert.equal(kept(shop)?.tables.applications?.[0]?.versionNumber, '0030');
    shop.tap({ type: 'back' });
    shop.tap({ type: 'back' });
    const hold = await shop.hold();
    shop.tap({ type: 'go', to: 'holds' });
    shop.tap({ type: 'openHold', holdId: hold.holdId });
    const { limit } = await shop.until('hold');
    assert.equal(limit.minorUnits, 55_000, '110 percent of the hold, as the bank said');
  });

  const damaged: [string, ServedTables, string][] = [
    [
      'a key whose check sum is wrong',
      { ...good, caPublicKeys: [{ ...first, hash: '00'.repeat(20) }] },
      'hash',
    ],
    [
      'a key that has expired',
      { ...good, caPublicKeys: [{ ...first, expiry: '20200131' }] },
      'expired',
    ],
    [
      'a key that is too short',
      { ...good, caPublicKeys: [{ ...first, modulus: 'AB'.repeat(20) }] },
      'format',
    ],
    [
      'a limit that no terminal takes',
      { ...good, parameters: { completionLimitPercent: 900 } },
      'format',
    ],
  ];
  for (const [name, tables, problem] of damaged) {
    it(`${name} spoils the whole download: nothing is changed, and it is said`, async () => {
      const shop = await open(tables);
      const said = await update(shop);
      assert.ok(said.last?.ok === false);
      assert.equal(said.last.table?.problem, problem);
      assert.equal(kept(shop), undefined);
      shop.tap({ type: 'back' });
      await shop.until('settings');
      shop.tap({ type: 'menu', id: 'status' });
      const { checks } = await shop.until('status');
      assert.equal(checks.find(({ item }) => item === 'cardTables')?.well, false);
    });
  }

  it('a line that breaks half-way leaves the tables of before', async () => {
    const shop = await open(good);
    assert.ok((await update(shop)).last?.ok);
    shop.bank.serve({ ...good, parameters: { version: '2026-12' } });
    await shop.bank.setBehaviour({ mode: 'reset', when: 'before', kinds: ['download'], times: 2 });
    shop.tap({ type: 'lineJob', job: 'update' });
    const said = await shop.until('bank-line', ({ last }) => last?.ok === false);
    assert.ok(said.last?.ok === false && said.last.table?.problem === 'noAnswer');
    assert.equal(kept(shop)?.tables.parameters?.version, '2026-11');
  });

  for (const [digit, table] of [
    [1, 'parameters'],
    [4, 'caPublicKeys'],
    [5, 'applications'],
  ] as const) {
    it(`a ${digit} in the header of an answer has ${table} fetched once the desk is idle`, async () => {
      const shop = await open(good);
      await shop.bank.setBehaviour({
        mode: 'approve',
        headerRequest: digit,
        kinds: ['preauth'],
        times: 1,
      });
      await shop.hold();
      const end = performance.now() + 8_000;
      while (kept(shop) === undefined && performance.now() < end) {
        shop.advance(2_000);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      assert.deepEqual(Object.keys(kept(shop)?.tables ?? {}), [table]);
    });
  }

  it('the line is tested, signed off and signed in by hand, each with its end in words', async () => {
    const shop = await open(good);
    await bankSettings(shop);
    for (const job of ['test', 'signOff'] as const) {
      shop.tap({ type: 'lineJob', job });
      const { last } = await shop.until('bank-line', (screen) => screen.last?.job === job);
      assert.ok(last?.ok, job);
    }
    shop.advance(60_000);
    await new Promise((resolve) => setTimeout(resolve, 100));
    shop.tap({ type: 'lineJob', job: 'test' });
    const off = await shop.until('bank-line', (screen) => screen.last?.job === 'test');
    assert.equal(off.signedInSinceMs, undefined, 'it stays signed off until it is needed');
    shop.tap({ type: 'lineJob', job: 'signIn' });
    const on = await shop.until('bank-line', (screen) => screen.last?.job === 'signIn');
    assert.ok(on.last?.ok && on.signedInSinceMs !== undefined);
    await shop.bank.setBehaviour({ mode: 'wrongCheckValue', times: 1 });
    shop.tap({ type: 'lineJob', job: 'signIn' });
    const wrong = await shop.until('bank-line', (screen) => screen.last?.ok === false);
    assert.ok(wrong.last?.ok === false && wrong.last.fault === 'keystore.badCheckValue');
  });
});
