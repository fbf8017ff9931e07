import assert from 'node:assert/strict';
import test from 'node:test';
import type { KernelInput } from '#src/emv/contract.ts';
import { cny } from '#src/money.ts';
import { ok, testCard, tlv } from './card.ts';
import { type Around, bitsOf, hold, run } from './world.ts';

type Row = readonly [
  sentence: string,
  /** Rules after amounts X = ¥100.00 and Y = ¥1,000.00. */
  rules: string,
  given: Around & {
    readonly capabilities?: string;
    readonly input?: Partial<KernelInput>;
    readonly aip?: string;
    readonly data?: Readonly<Record<string, string>>;
  },
  cvmResults: string,
  bits: string,
];

const noPinPad = 'E028C8';
const amounts = '00002710000186A0';
const cash: Partial<KernelInput> = { transactionType: 1 };
const unattended = { ...hold.terminal, type: '25' };
const tries = (left: string) => ({ '9F17': tlv('9F17', left) + ok });

const table: readonly Row[] = [
  ['online PIN, if the terminal can', '4203', {}, '420300', 'onlinePinEntered'],
  ['online PIN always', '0200', {}, '020000', 'onlinePinEntered'],
  [
    'online PIN passed over by the customer, next rule signature',
    '42031E03',
    { pin: 'bypassed' },
    '1E0300',
    'pinNotEntered',
  ],
  [
    'online PIN passed over, no next rule',
    '4203',
    { pin: 'bypassed' },
    '420301',
    'cardholderVerificationFailed pinNotEntered',
  ],
  [
    'online PIN passed over, and the rule says stop',
    '02031E03',
    { pin: 'bypassed' },
    '020301',
    'cardholderVerificationFailed pinNotEntered',
  ],
  [
    'once passed over, the PIN is not asked for again',
    '420342001E03',
    { pin: 'bypassed' },
    '1E0300',
    'pinNotEntered',
  ],
  ['the PIN pad is broken', '42031E03', { pin: 'padFailed' }, '1E0300', 'pinPadNotWorking'],
  [
    'online PIN wanted always, no PIN pad, next rule signature',
    '42001E03',
    { capabilities: noPinPad },
    '1E0300',
    'pinPadNotWorking',
  ],
  [
    'online PIN wanted always, no PIN pad, no next rule',
    '0200',
    { capabilities: noPinPad },
    '3F0001',
    'cardholderVerificationFailed pinPadNotWorking',
  ],
  [
    'online PIN if the terminal can, and it cannot',
    '42031E03',
    { capabilities: noPinPad },
    '1E0300',
    '',
  ],
  ['signature', '1E03', {}, '1E0300', ''],
  [
    'signature wanted always, and the terminal cannot',
    '5E001F03',
    { capabilities: 'E0D8C8' },
    '1F0302',
    '',
  ],
  ['no CVM', '1F00', {}, '1F0002', ''],
  [
    'no CVM, and the terminal does not allow that',
    '1F00',
    { capabilities: 'E0F0C8' },
    '3F0001',
    'cardholderVerificationFailed',
  ],
  ['fail CVM processing', '0000', {}, '000001', 'cardholderVerificationFailed'],
  ['fail CVM processing is something every terminal can', '40031F00', {}, '1F0002', ''],
  ['fail CVM processing, next rule', '40001F00', {}, '1F0002', ''],
  ['an unknown way, next rule', '60001F00', {}, '1F0002', 'unrecognisedCvm'],
  [
    'an unknown way, no next rule',
    '2000',
    {},
    '3F0001',
    'cardholderVerificationFailed unrecognisedCvm',
  ],
  ['an unknown way that only counts if the terminal can', '20031F00', {}, '1F0002', ''],
  ['no condition is satisfied', '42044205', {}, '3F0001', 'cardholderVerificationFailed'],
  ['reserved conditions are passed over', '420A42801F00', {}, '1F0002', ''],
  [
    'unattended cash',
    '42011F00',
    { input: { ...cash, terminal: unattended } },
    '420100',
    'onlinePinEntered',
  ],
  ['attended cash is not unattended', '42011F00', { input: cash }, '1F0002', ''],
  ['manual cash', '42041F00', { input: cash }, '420400', 'onlinePinEntered'],
  [
    'unattended cash is not manual',
    '42041F00',
    { input: { ...cash, terminal: unattended } },
    '1F0002',
    '',
  ],
  ['neither cash nor cashback', '42021F00', {}, '420200', 'onlinePinEntered'],
  ['cash is not "neither cash nor cashback"', '42021F00', { input: cash }, '1F0002', ''],
  [
    'cashback',
    '42051F00',
    { input: { transactionType: 9 }, data: { '9F07': '' } },
    '420500',
    'onlinePinEntered',
  ],
  ['under X', '42061F00', { input: { amount: cny(9_999) } }, '420600', 'onlinePinEntered'],
  [
    'X itself is neither under nor over',
    '420642071F00',
    { input: { amount: cny(10_000) } },
    '1F0002',
    '',
  ],
  ['over X', '42071F00', { input: { amount: cny(10_001) } }, '420700', 'onlinePinEntered'],
  ['under Y', '42081F00', { input: { amount: cny(99_999) } }, '420800', 'onlinePinEntered'],
  ['over Y', '42091F00', { input: { amount: cny(100_001) } }, '420900', 'onlinePinEntered'],
  ['the card does not support cardholder verification', '4203', { aip: '0C00' }, '3F0000', ''],
  ['plaintext offline PIN', '4103', { verify: ['9000'] }, '410302', ''],
  ['plaintext offline PIN at the second try', '4103', { verify: ['63C2', '9000'] }, '410302', ''],
  [
    'offline PIN tried until it is blocked',
    '41031F00',
    { verify: ['63C1', '63C0'] },
    '1F0002',
    'pinTryLimitExceeded',
  ],
  [
    'offline PIN blocked before',
    '4103',
    { verify: ['6983'] },
    '410301',
    'cardholderVerificationFailed pinTryLimitExceeded',
  ],
  [
    'offline PIN blocked before, other words',
    '4103',
    { verify: ['6984'] },
    '410301',
    'cardholderVerificationFailed pinTryLimitExceeded',
  ],
  ['the card knows no offline PIN after all', '41031F00', { verify: ['6D00'] }, '1F0002', ''],
  ['offline PIN passed over', '41031F00', { verify: ['bypassed'] }, '1F0002', 'pinNotEntered'],
  [
    'offline PIN passed over, and online PIN counts as passed over',
    '410342031F00',
    { verify: ['bypassed'] },
    '1F0002',
    'pinNotEntered',
  ],
  [
    'offline PIN with a broken pad',
    '41031F00',
    { verify: ['padFailed'] },
    '1F0002',
    'pinPadNotWorking',
  ],
  [
    'offline PIN wanted always, terminal has none',
    '41001F00',
    { capabilities: 'E068C8' },
    '1F0002',
    'pinPadNotWorking',
  ],
  [
    'plaintext wanted always, terminal can only encipher',
    '41001F00',
    { capabilities: 'E078C8' },
    '1F0002',
    '',
  ],
  ['offline PIN and signature', '4303', { verify: ['9000'] }, '430300', ''],
  [
    'offline PIN and signature, PIN wrong',
    '43031F00',
    { verify: ['63C0'] },
    '1F0002',
    'pinTryLimitExceeded',
  ],
  [
    'offline PIN and signature, terminal takes no signature',
    '43001F00',
    { capabilities: 'E0D8C8' },
    '1F0002',
    '',
  ],
  ['enciphered PIN without a key on the card', '44001F00', {}, '1F0002', 'iccDataMissing'],
];

const cvmBits = [
  'iccDataMissing',
  'cardholderVerificationFailed',
  'unrecognisedCvm',
  'pinTryLimitExceeded',
  'pinPadNotWorking',
  'pinNotEntered',
  'onlinePinEntered',
];

for (const [sentence, rules, given, cvmResults, bits] of table) {
  test(`cardholder verification: ${sentence}`, () => {
    const { capabilities = 'E0F8C8', input, aip, data, ...around } = given;
    const terminal = { ...(input?.terminal ?? hold.terminal), capabilities };
    const card = testCard({
      data: { '8E': amounts + rules, ...data },
      ...(aip === undefined ? {} : { aip }),
    });
    const { outcome } = run(card, { ...hold, ...input, terminal }, around);
    assert.ok(outcome.type === 'approved', outcome.type);
    assert.equal(outcome.lines.cvmResults, cvmResults);
    assert.equal(
      bitsOf(outcome.lines.tvr)
        .filter((bit) => cvmBits.includes(bit))
        .join(' '),
      bits,
    );
    const performed = (Number.parseInt(outcome.lines.tsi.slice(0, 2), 16) & 0x40) !== 0;
    assert.equal(performed, aip === undefined);
  });
}

test('the amount conditions need the currency of the card', () => {
  for (const currency of ['', '0840']) {
    const data = { '8E': `${amounts}420642071F00`, '9F42': currency };
    const { outcome } = run(testCard({ data }), hold);
    assert.ok(outcome.type === 'approved');
    assert.equal(outcome.lines.cvmResults, '1F0002');
  }
});

for (const list of ['', amounts, '00000000']) {
  test(`a CVM list without rules (${list || 'none'}) is missing data, and nothing is verified`, () => {
    const { outcome } = run(testCard({ data: { '8E': list } }), hold);
    assert.ok(outcome.type === 'approved');
    assert.ok(bitsOf(outcome.lines.tvr).includes('iccDataMissing'));
    assert.equal(outcome.lines.cvmResults, '3F0000');
    assert.equal(outcome.lines.tsi, '2800');
  });
}

test('signature and PIN are said to the slip and to the bank', () => {
  const { outcome, requests } = run(testCard({ data: { '8E': `${amounts}4303` } }), hold, {
    verify: ['9000'],
  });
  const online = requests.find((request) => request.type === 'online');
  assert.equal(online?.request.signatureWanted, true);
  assert.equal(online?.request.pinEntered, false);
  assert.ok(outcome.type === 'approved' && outcome.signatureWanted);
});

test('the tries that are left are told before each offline PIN', () => {
  const card = testCard({ data: { '8E': `${amounts}4103` }, getData: tries('03') });
  const { requests } = run(card, hold, { verify: ['63C2', '63C1', '9000'] });
  const asked = requests.filter((request) => request.type === 'offlinePin');
  assert.deepEqual(
    asked.map(({ triesLeft }) => triesLeft),
    [3, 2, 1],
  );
});

test('a PIN that is blocked is not asked for', () => {
  const card = testCard({ data: { '8E': `${amounts}41031F00` }, getData: tries('00') });
  const { outcome, requests } = run(card, hold);
  assert.ok(!requests.some(({ type }) => type === 'offlinePin'));
  assert.ok(outcome.type === 'approved');
  assert.ok(bitsOf(outcome.lines.tvr).includes('pinTryLimitExceeded'));
});

test('a try counter that is none is as if the card had not told', () => {
  for (const answer of [
    '6A88',
    '9000',
    tlv('9F17', '0303') + ok,
    tlv('9F36', '03') + ok,
    `DEAD${ok}`,
  ]) {
    const card = testCard({ data: { '8E': `${amounts}4103` }, getData: { '9F17': answer } });
    const { requests } = run(card, hold, { verify: ['9000'] });
    const asked = requests.find((request) => request.type === 'offlinePin');
    assert.equal(asked?.triesLeft, undefined);
  }
});

test('a card that always says "one more try" is asked fifteen times at most', () => {
  const card = testCard({ data: { '8E': `${amounts}41031F00` } });
  const { outcome, requests } = run(card, hold, { verify: Array<string>(40).fill('63CF') });
  assert.equal(requests.filter(({ type }) => type === 'offlinePin').length, 15);
  assert.equal(outcome.type, 'approved');
});

test('a shop that does not allow passing over the PIN ends there', () => {
  const input = { ...hold, policies: { pinBypassAllowed: false } };
  assert.deepEqual(run(testCard(), input, { pin: 'bypassed' }).outcome, {
    type: 'cancelled',
    at: 'verify',
  });
});

test('a customer who cancels at the PIN pad ends the transaction', () => {
  assert.deepEqual(run(testCard(), hold, { pin: 'cancelled' }).outcome, {
    type: 'cancelled',
    at: 'verify',
  });
});

test('a card pulled while the PIN pad sends the PIN ends as a card pulled', () => {
  const card = testCard({ data: { '8E': `${amounts}4103` } });
  const before = (request: { type: string }) =>
    request.type === 'offlinePin'
      ? ({ type: 'transmitFailed', fault: 'cardRemoved' } as const)
      : undefined;
  const { outcome } = run(card, hold, { before });
  assert.ok(outcome.type === 'failed');
  assert.deepEqual([outcome.failure.code, outcome.failure.step], ['cardRemoved', 'verify']);
});

test('number and expiry are known before the PIN is asked', () => {
  const { requests } = run(testCard(), hold);
  const pin = requests.find((request) => request.type === 'onlinePin');
  assert.equal(pin?.pan.last4, '0016');
});
