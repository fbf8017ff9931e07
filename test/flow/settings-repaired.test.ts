import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaults } from '#src/config/defaults.ts';
import type { SettingsRow } from '#src/desk/view/ways.ts';
import type { SettingsItem } from '#src/recovery/evidence.ts';
import { Shop } from './shop.ts';

type Row = {
  /** What is wrong, as evidence names it. */
  readonly item: SettingsItem;
  readonly detail?: string;
  /** The shop that has it wrong, and what makes it so after the start. */
  readonly config: object;
  readonly spoil?: (shop: Shop) => unknown;
  /** A card that fails where this matters; any other failure names it all the same. */
  readonly card: string;
  /** What the bank answers to the hold, where it is the bank that finds out. */
  readonly code?: string;
  readonly part: SettingsRow['item'];
  /** How it is put right: by the row of the check, with whose PIN; else outside the terminal. */
  readonly repair: { readonly pin?: string; readonly outside?: (shop: Shop) => unknown };
};

const technician = '135791';
const visaOnly = defaults.applications.filter(({ aid }) => aid.startsWith('A000000003'));
const expired = defaults.caPublicKeys.map((key) => ({ ...key, expiry: '20200101' }));
const [firstBank] = defaults.hotlines;
/** An acquirer that lets no card pass that could not be authenticated (TVR byte 1). */
const strict = defaults.applications.map((one) => ({ ...one, tacDenial: 'CC10000000' }));

const rows: readonly Row[] = [
  {
    item: 'applications',
    detail: 'UnionPay',
    config: { applications: visaOnly },
    card: 'unionpay-credit',
    part: 'cardTables',
    repair: { pin: technician },
  },
  {
    item: 'caKeyMissing',
    detail: 'UnionPay',
    config: { caPublicKeys: [], applications: strict },
    card: 'no-cvm',
    part: 'caKeys',
    repair: { pin: technician },
  },
  {
    item: 'caKeyExpired',
    config: { caPublicKeys: expired, applications: strict },
    card: 'no-cvm',
    part: 'caKeys',
    repair: { pin: technician },
  },
  {
    item: 'banks',
    config: { hotlines: [] },
    card: 'no-cvm',
    code: '40',
    part: 'banks',
    repair: { pin: technician },
  },
  {
    item: 'banks',
    detail: '622200',
    config: { hotlines: [firstBank, firstBank] },
    card: 'no-cvm',
    code: '40',
    part: 'banks',
    repair: { pin: technician },
  },
  {
    item: 'merchant',
    config: { acquirer: { retrySeconds: 600 } },
    spoil: (shop) =>
      shop.bank.setBehaviour({ mode: 'decline', code: '03', kinds: ['signIn', 'preauth'] }),
    card: 'unionpay-credit',
    part: 'merchantData',
    repair: { outside: (shop) => shop.bank.setBehaviour({ mode: 'approve' }) },
  },
  {
    item: 'keys',
    config: { acquirer: { retrySeconds: 600 } },
    spoil: (shop) =>
      shop.bank.setBehaviour({ mode: 'decline', code: '99', kinds: ['signIn', 'preauth'] }),
    card: 'unionpay-credit',
    part: 'signIn',
    repair: {},
  },
  {
    item: 'clock',
    config: {},
    spoil: async (shop) => {
      shop.bankAheadMs = 20 * 60_000;
      await shop.hold();
    },
    card: 'no-cvm',
    code: '54',
    part: 'clock',
    repair: {
      outside: async (shop) => {
        shop.bankAheadMs = 0;
      },
    },
  },
];

const begin = async (shop: Shop) => {
  await shop.until('home');
  shop.tap({ type: 'go', to: 'preauth' });
  shop.tap({ type: 'preset', amount: { minorUnits: 50_000, currency: '156' } });
  shop.tap({ type: 'primary' });
  await shop.until('present-card');
};

describe('what is wrong with the settings is named, repaired by who may, and the hold goes on', () => {
  for (const { item, detail, config, spoil, card, code, part, repair } of rows)
    it(`${item}${detail === undefined ? '' : ` (${detail})`}: ${part}`, async (t) => {
      const shop = await Shop.open({ config });
      t.after(() => shop.close());
      await shop.until('home');
      await spoil?.(shop);
      if (code !== undefined)
        await shop.bank.setBehaviour({ mode: 'decline', code, kinds: ['preauth'] });
      await begin(shop);
      shop.slot.insert(card);
      const named = await shop.until('why', undefined, 8_000);
      const [incident] = shop.incidents();
      const found = incident?.evidence.filter((one) => one.type === 'settingsProblem') ?? [];
      const seen = [...found, ...named.diagnosis.because];
      assert.ok(
        seen.some(
          (one) =>
            one.type === 'settingsProblem' &&
            one.item === item &&
            (detail === undefined || one.detail === detail),
        ),
        `${item} is not among ${JSON.stringify(seen)}`,
      );
      shop.tap({ type: 'way', remedy: 'repairSettings' });
      const check = await shop.until('settings-check');
      const row = check.rows.find((one) => one.item === part);
      assert.equal(row?.well, false, JSON.stringify(check.rows));
      if (repair.outside !== undefined) {
        shop.tap({ type: 'repair', item: part });
        await shop.until('settings-check');
        await repair.outside(shop);
        return;
      }
      if (spoil !== undefined) await shop.bank.setBehaviour({ mode: 'approve' });
      shop.tap({ type: 'repair', item: part });
      if (repair.pin !== undefined) {
        await shop.until('supervisor');
        shop.type(repair.pin);
        shop.tap({ type: 'enter' });
      }
      await shop.until(
        'settings-check',
        ({ rows: after, working }) =>
          !working && after.every((one) => one.item !== part || one.well),
      );
      await shop.bank.setBehaviour({ mode: 'approve' });
      shop.slot.remove();
      shop.slot.insert('no-cvm');
      shop.tap({ type: 'primary' });
      await shop.until('result', ({ result }) => result === 'held', 8_000);
    });
});
