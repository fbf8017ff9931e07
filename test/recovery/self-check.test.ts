import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaults } from '#src/config/defaults.ts';
import type { SettingsItem } from '#src/recovery/evidence.ts';
import { type SelfKnowledge, settingsProblems } from '#src/recovery/self-check.ts';

const sound: SelfKnowledge = {
  config: defaults,
  today: '20261128',
  bankWants: new Set(),
};

const withMerchant = (over: Partial<typeof defaults.merchant>): Partial<SelfKnowledge> => ({
  config: { ...defaults, merchant: { ...defaults.merchant, ...over } },
});
const unionPay = 'A000000333';

const rows: readonly [string, Partial<SelfKnowledge>, readonly SettingsItem[]][] = [
  ['a sound terminal', {}, []],
  ['a bank that asks for a sign-in only', { bankWants: new Set([3]) }, []],
  ['a bank that has newer parameters', { bankWants: new Set([1]) }, ['parameters']],
  ['no table of banks', { config: { ...defaults, hotlines: [] } }, ['banks']],
  [
    'the applications of a scheme lost',
    {
      config: {
        ...defaults,
        applications: defaults.applications.filter(({ aid }) => !aid.startsWith(unionPay)),
      },
    },
    ['applications'],
  ],
  [
    'the keys of a scheme lost',
    {
      config: {
        ...defaults,
        caPublicKeys: defaults.caPublicKeys.filter(({ rid }) => rid !== unionPay),
      },
    },
    ['caKeyMissing'],
  ],
  ['a clock two minutes off', { clockOffsetSeconds: 120 }, []],
  ['a clock further off', { clockOffsetSeconds: -121 }, ['clock']],
  ['a terminal number that nobody has set', withMerchant({ terminalId: '00000000' }), ['merchant']],
  ['a shop number of blanks', withMerchant({ merchantId: ' '.repeat(15) }), ['merchant']],
  ['a sign-in refused: not registered', { signInRefused: '03' }, ['merchant']],
  ['a sign-in refused: keys', { signInRefused: '99' }, ['keys']],
  ['an older version than was asked for', { softwareAskedFor: '0.3.0' }, ['software']],
];

describe('what the terminal finds wrong with itself', () => {
  for (const [name, known, expected] of rows)
    it(name, () => {
      const found = settingsProblems({ ...sound, ...known }).map(({ item }) => item);
      assert.deepEqual(found, expected);
    });
});
