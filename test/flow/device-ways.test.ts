import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { RemedyKind } from '#src/recovery/evidence.ts';
import { type DeviceClass, deviceClasses, lineHelp } from '#src/recovery/ways-device.ts';
import { Shop } from './shop.ts';

const open = async (t: TestContext, profile: DeviceClass): Promise<Shop> => {
  const shop = await Shop.open({ config: { profile } });
  t.after(() => shop.close());
  await shop.until('home');
  return shop;
};

const begin = async (shop: Shop) => {
  shop.tap({ type: 'go', to: 'preauth' });
  shop.tap({ type: 'preset', amount: { minorUnits: 50_000, currency: '156' } });
  shop.tap({ type: 'primary' });
  await shop.until('present-card');
};

const pages = { cable: 'lineCable', reception: 'lineReception', wireless: 'lineWireless' } as const;

/** Without a line, by class: the first ways, before the second address and the telephone. */
const withoutLine: Readonly<Record<DeviceClass, readonly RemedyKind[]>> = {
  countertop: ['checkLine', 'waitForBank', 'tryBankAgain'],
  mobile: ['checkLine', 'waitForBank', 'tryBankAgain'],
  esign: ['waitForBank', 'tryBankAgain', 'checkLine'],
  smart: ['waitForBank', 'tryBankAgain', 'checkLine'],
};

describe('what a class of device has of its own', () => {
  for (const profile of deviceClasses)
    it(`${profile}: no line, its own page, and the bank is asked until the hold is taken`, async (t) => {
      const shop = await open(t, profile);
      await shop.bank.setBehaviour({ mode: 'down' });
      await begin(shop);
      shop.slot.insert('no-cvm');
      const { diagnosis } = await shop.until('why', (one) => one.diagnosis.finding === 'noLine');
      const kinds = diagnosis.remedies.map(({ kind }) => kind);
      assert.deepEqual(kinds.slice(0, 3), withoutLine[profile]);
      assert.ok(!kinds.includes('checkParts'));
      shop.tap({ type: 'way', remedy: 'checkLine' });
      await shop.until('guide', ({ page }) => page === pages[lineHelp[profile]]);
      shop.tap({ type: 'primary' });
      await shop.until('wait-for-bank', ({ trying }) => !trying);
      await shop.bank.setBehaviour({ mode: 'approve' });
      await shop.until('result', undefined, 10_000);
      const [incident] = shop.incidents();
      const ended = incident?.timeline.filter(({ remedy }) => remedy === 'checkLine');
      assert.equal(ended?.at(-1)?.end, 'done');
    });

  it('countertop: the reader stands apart, so its cable is looked at first; elsewhere it is read again', async (t) => {
    for (const profile of deviceClasses) {
      const shop = await open(t, profile);
      await begin(shop);
      shop.slot.setFault({ readerGone: true });
      const { diagnosis } = await shop.until('why');
      assert.equal(diagnosis.finding, 'readerGone');
      const best = profile === 'countertop' ? 'checkParts' : 'readAgain';
      assert.equal(diagnosis.remedies[0]?.kind, best);
      shop.tap({ type: 'primary' });
      if (profile !== 'countertop') continue;
      await shop.until('guide', ({ page }) => page === 'partsCable');
      shop.tap({ type: 'primary' });
      const still = await shop.until('why', ({ diagnosis: { remedies } }) => remedies.length > 0);
      assert.equal(still.diagnosis.finding, 'readerGone');
      shop.slot.clearFaults();
      shop.tap({ type: 'way', remedy: 'checkParts' });
      await shop.until('guide');
      shop.tap({ type: 'primary' });
      await shop.until('present-card');
      shop.slot.insert('no-cvm');
      await shop.until('result');
    }
  });
});
