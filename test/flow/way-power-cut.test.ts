import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { ScreenName } from '#src/desk/view.ts';
import type { RemedyKind } from '#src/recovery/evidence.ts';
import { Shop } from './shop.ts';

/** What fails first, and the screens on which the power goes while a way is walked. */
type Row = {
  readonly card: string;
  readonly code?: string;
  readonly ways: readonly (readonly [RemedyKind, ScreenName])[];
};

const rows: readonly Row[] = [
  {
    card: 'dead-chip',
    ways: [
      ['readAgain', 'present-card'],
      ['otherCard', 'present-card'],
      ['cleanReader', 'guide'],
      ['callIssuer', 'call-issuer'],
      ['cardAbsent', 'type-number'],
      ['cashDeposit', 'guide'],
      ['paperSlip', 'guide'],
      ['refuse', 'guide'],
    ],
  },
  {
    card: 'no-cvm',
    code: '96',
    ways: [
      ['waitForBank', 'wait-for-bank'],
      ['askHotline', 'guide'],
    ],
  },
  {
    card: 'no-cvm',
    code: '03',
    ways: [
      ['repairSettings', 'settings-check'],
      ['updateSoftware', 'guide'],
      ['updateParameters', 'guide'],
    ],
  },
  { card: 'no-cvm', code: '22', ways: [['compareOriginal', 'guide']] },
  { card: 'no-cvm', code: '43', ways: [['keepCard', 'guide']] },
];

const config = { policies: { cardAbsentPreauthAllowed: true }, acquirer: { retrySeconds: 600 } };

describe('the power goes in the middle of a way out', () => {
  for (const { card, code, ways } of rows)
    for (const [remedy, screen] of ways)
      it(`${remedy}, on ${screen}: it has an end, the case is named, nothing is held`, async (t) => {
        const folder = mkdtempSync(join(tmpdir(), 'cut-'));
        t.after(() => rmSync(folder, { recursive: true, force: true }));
        const before = await Shop.open({ config, folder });
        await before.until('home');
        if (code !== undefined)
          await before.bank.setBehaviour({ mode: 'decline', code, kinds: ['preauth'] });
        before.tap({ type: 'go', to: 'preauth' });
        before.tap({ type: 'preset', amount: { minorUnits: 50_000, currency: '156' } });
        before.tap({ type: 'primary' });
        await before.until('present-card');
        before.slot.insert(card);
        await before.until('why');
        before.tap({ type: 'way', remedy });
        await before.until(screen, undefined, 8_000);
        await before.close();

        const after = await Shop.open({ config, folder });
        t.after(() => after.close());
        const { notice } = await after.until('notice');
        assert.ok(notice.type === 'wayStopped', notice.type);
        assert.equal(notice.remedy, remedy);
        assert.equal(notice.stillHeld, false);
        const [incident, ...others] = after.incidents();
        assert.equal(others.length, 0);
        assert.equal(incident?.ticket, notice.ticket);
        const last = incident?.timeline.findLast(({ what }) => what === 'way');
        assert.deepEqual([last?.remedy, last?.end, last?.text], [remedy, 'givenUp', 'powerCut']);
        assert.equal(incident?.state, 'open');
        after.tap({ type: 'primary' });
        await after.until('home');
        assert.equal(after.holds().filter(({ state }) => state === 'held').length, 0);
      });

  it('a way that had its end is not ended again, and nothing is said', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'cut-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const before = await Shop.open({ config, folder });
    await before.until('home');
    before.tap({ type: 'go', to: 'preauth' });
    before.tap({ type: 'preset', amount: { minorUnits: 50_000, currency: '156' } });
    before.tap({ type: 'primary' });
    await before.until('present-card');
    before.slot.insert('dead-chip');
    await before.until('why');
    before.tap({ type: 'way', remedy: 'refuse' });
    await before.until('guide');
    before.tap({ type: 'back' });
    await before.until('why');
    await before.close();
    const after = await Shop.open({ config, folder });
    t.after(() => after.close());
    await after.until('home');
    const ends = after.incidents()[0]?.timeline.filter(({ end }) => end !== undefined);
    assert.equal(ends?.length, 1);
  });
});
