import assert from 'node:assert/strict';
import test from 'node:test';
import type { KernelInput } from '#src/emv/contract.ts';
import { cny } from '#src/money.ts';
import { testCard } from './card.ts';
import { bitsOf, hold, run } from './world.ts';

type Row = readonly [
  sentence: string,
  data: Readonly<Record<string, string>>,
  input: Partial<KernelInput>,
  bits: string,
];

const abroad = { '5F28': '0840' };
const cash: Partial<KernelInput> = { transactionType: 1 };
const cashback: Partial<KernelInput> = { transactionType: 9, amountOther: cny(1000) };

const table: readonly Row[] = [
  ['a card in order', {}, {}, ''],
  ['no application version on the card counts as the same', { '9F08': '' }, {}, ''],
  ['another application version', { '9F08': '0020' }, {}, 'differentApplicationVersions'],
  ['the last day of its validity', { '5F24': '261123' }, {}, ''],
  ['the day after its validity', { '5F24': '261122' }, {}, 'expiredApplication'],
  ['an expiry of the last century', { '5F24': '991231' }, {}, 'expiredApplication'],
  [
    'expired this month by track 2 counts to the end of the month',
    { '5F24': '', '57': '6222000000000000016D26112010000000000F' },
    {},
    '',
  ],
  [
    'expired last month by track 2',
    { '5F24': '', '57': '6222000000000000016D26102010000000000F' },
    {},
    'expiredApplication',
  ],
  ['valid from today', { '5F25': '261123' }, {}, ''],
  ['valid from tomorrow', { '5F25': '261124' }, {}, 'applicationNotYetEffective'],
  ['no start of validity', { '5F25': '' }, {}, ''],
  ['no usage control', { '9F07': '' }, {}, ''],
  ['only for cash machines', { '9F07': 'FE00' }, {}, 'requestedServiceNotAllowed'],
  [
    'no country of the issuer: the kinds of service are not looked at',
    { '9F07': '0100', '5F28': '' },
    {},
    '',
  ],
  ['goods at home', { '9F07': '2100' }, {}, ''],
  ['services at home', { '9F07': '0900' }, {}, ''],
  ['neither goods nor services at home', { '9F07': 'D500' }, {}, 'requestedServiceNotAllowed'],
  ['goods abroad', { '9F07': '1100', ...abroad }, {}, ''],
  ['services abroad', { '9F07': '0500', ...abroad }, {}, ''],
  [
    'neither goods nor services abroad',
    { '9F07': 'E900', ...abroad },
    {},
    'requestedServiceNotAllowed',
  ],
  ['cash at home', { '9F07': '8100' }, cash, ''],
  ['no cash at home', { '9F07': '7F00' }, cash, 'requestedServiceNotAllowed'],
  ['cash abroad', { '9F07': '4100', ...abroad }, cash, ''],
  ['no cash abroad', { '9F07': 'BF00', ...abroad }, cash, 'requestedServiceNotAllowed'],
  ['cashback at home', { '9F07': '2180' }, cashback, ''],
  ['no cashback at home', { '9F07': '2140' }, cashback, 'requestedServiceNotAllowed'],
  ['cashback abroad', { '9F07': '1140', ...abroad }, cashback, ''],
  ['no cashback abroad', { '9F07': '1180', ...abroad }, cashback, 'requestedServiceNotAllowed'],
  [
    'a purchase with a cash part is cashback',
    { '9F07': '2100' },
    { amountOther: cny(1000) },
    'requestedServiceNotAllowed',
  ],
];

const restrictionBits = [
  'differentApplicationVersions',
  'expiredApplication',
  'applicationNotYetEffective',
  'requestedServiceNotAllowed',
];

for (const [sentence, data, input, bits] of table) {
  test(`processing restrictions: ${sentence}`, () => {
    const { outcome } = run(testCard({ data }), { ...hold, ...input });
    assert.ok('lines' in outcome, outcome.type);
    assert.equal(outcome.type === 'declinedOffline', bits === 'requestedServiceNotAllowed');
    assert.equal(
      bitsOf(outcome.lines.tvr)
        .filter((bit) => restrictionBits.includes(bit))
        .join(' '),
      bits,
    );
  });
}

test('an expired card goes to the issuer, with its expiry for the diagnosis', () => {
  const { outcome } = run(testCard({ data: { '5F24': '240131' } }), hold);
  assert.ok(outcome.type === 'approved');
  assert.equal(outcome.card.expiry, '2401');
});

test('action codes may refuse an expired card at the terminal', () => {
  const { outcome } = run(testCard({ data: { '5F24': '240131', '9F0E': '0040000000' } }), hold);
  assert.equal(outcome.type, 'declinedOffline');
});
