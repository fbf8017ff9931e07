import assert from 'node:assert/strict';
import test from 'node:test';
import { hex, toHex } from '#src/bytes.ts';
import { exceptionFileOf, listedDigest } from '#src/card/exception-file.ts';
import { Pan } from '#src/card/pan.ts';
import type { KernelInput, TerminalApplication } from '#src/emv/contract.ts';
import { cny } from '#src/money.ts';
import { ok, pan, testCard, tlv } from './card.ts';
import { bitsOf, hold, run, unionPayDebit } from './world.ts';

const riskBits = [
  'cardOnExceptionFile',
  'newCard',
  'floorLimitExceeded',
  'lowerConsecutiveOfflineLimitExceeded',
  'upperConsecutiveOfflineLimitExceeded',
  'randomlySelected',
  'merchantForcedOnline',
];

function risk(
  card: Parameters<typeof testCard>[0],
  input: Partial<KernelInput>,
  random = '00000000',
) {
  const { outcome } = run(testCard(card), { ...hold, ...input }, { random });
  assert.ok(outcome.type === 'approved', outcome.type);
  return {
    bits: bitsOf(outcome.lines.tvr)
      .filter((bit) => riskBits.includes(bit))
      .join(' '),
    performed: (Number.parseInt(outcome.lines.tsi.slice(0, 2), 16) & 0x08) !== 0,
  };
}

const withApplication = (change: Partial<TerminalApplication>): Partial<KernelInput> => ({
  applications: [{ ...unionPayDebit, ...change }],
});

for (const [amount, bits] of [
  [99_999, ''],
  [100_000, 'floorLimitExceeded'],
  [100_001, 'floorLimitExceeded'],
] as const) {
  test(`an amount of ${amount} fen against a floor limit of 100000 fen: ${bits || 'below'}`, () => {
    assert.deepEqual(risk({}, { amount: cny(amount) }), { bits, performed: true });
  });
}

test('a card that wants no terminal risk management gets none', () => {
  assert.deepEqual(risk({ aip: '1400' }, { amount: cny(200_000) }), { bits: '', performed: false });
});

/** Target 20 %, rising from ¥200.00 to 60 % at the floor limit of ¥1,000.00. */
const randomSelection = {
  targetPercent: 20,
  maximumTargetPercent: 60,
  thresholdMinorUnits: 20_000,
};
const drawing: readonly (readonly [
  sentence: string,
  amount: number,
  drawn: number,
  selected: boolean,
])[] = [
  ['below the threshold, drawn 20', 10_000, 20, true],
  ['below the threshold, drawn 21', 10_000, 21, false],
  ['at the threshold, drawn 20', 20_000, 20, true],
  ['at the threshold, drawn 21', 20_000, 21, false],
  ['half-way to the floor limit, drawn 40', 60_000, 40, true],
  ['half-way to the floor limit, drawn 41', 60_000, 41, false],
  ['just below the floor limit, drawn 59', 99_999, 59, true],
  ['just below the floor limit, drawn 60', 99_999, 60, false],
];

for (const [sentence, amount, drawn, selected] of drawing) {
  test(`random selection ${sentence}: ${selected ? 'selected' : 'not selected'}`, () => {
    const random = (drawn - 1).toString(16).padStart(8, '0');
    const { bits } = risk(
      {},
      { amount: cny(amount), ...withApplication({ randomSelection }) },
      random,
    );
    assert.equal(bits, selected ? 'randomlySelected' : '');
  });
}

test('random selection with a threshold at the floor limit is flat', () => {
  const flat = { ...randomSelection, thresholdMinorUnits: 100_000 };
  const input = { amount: cny(50_000), ...withApplication({ randomSelection: flat }) };
  assert.equal(risk({}, input, '00000013').bits, 'randomlySelected');
  assert.equal(risk({}, input, '00000014').bits, '');
});

const limitsOfCard = { '9F14': '03', '9F23': '06' };
const counters = (atc: string, last: string) => ({
  '9F36': atc === '' ? '6A88' : tlv('9F36', atc) + ok,
  '9F13': last === '' ? '6A88' : tlv('9F13', last) + ok,
});
const exceeded = 'lowerConsecutiveOfflineLimitExceeded upperConsecutiveOfflineLimitExceeded';

const velocity: readonly (readonly [sentence: string, atc: string, last: string, bits: string])[] =
  [
    ['three since the last online', '0013', '0010', ''],
    ['four since the last online', '0014', '0010', 'lowerConsecutiveOfflineLimitExceeded'],
    ['six since the last online', '0016', '0010', 'lowerConsecutiveOfflineLimitExceeded'],
    ['seven since the last online', '0017', '0010', exceeded],
    ['a counter not above the last online one', '0010', '0010', exceeded],
    ['no counter', '', '0010', exceeded],
    ['no last online counter', '0013', '', exceeded],
    ['never online', '0001', '0000', 'newCard'],
    ['never online, counter unknown', '', '0000', `newCard ${exceeded}`],
  ];

for (const [sentence, atc, last, bits] of velocity) {
  test(`velocity: ${sentence}`, () => {
    assert.equal(risk({ data: limitsOfCard, getData: counters(atc, last) }, {}).bits, bits);
  });
}

test('velocity is not checked when the card has only one of the limits', () => {
  const { commands } = run(testCard({ data: { '9F14': '03' } }), hold);
  assert.ok(!commands.some((command) => command.startsWith('80CA')));
});

test('a counter of another length or tag is none', () => {
  for (const answer of [tlv('9F36', '000013'), tlv('9F13', '0013'), 'FF']) {
    const getData = { ...counters('0013', '0010'), '9F36': answer + ok };
    assert.equal(risk({ data: limitsOfCard, getData }, {}).bits, exceeded);
  }
});

test('a card on the exception file is marked, by number and sequence number', () => {
  const salt = '00'.repeat(16);
  const listed = (number: string, panSequenceNumber?: number) => {
    const entry = Pan.parse(number);
    assert.ok(entry instanceof Pan);
    const digest = toHex(listedDigest(entry, hex(salt)));
    const exceptionFile = exceptionFileOf({ salt, cards: [{ digest, panSequenceNumber }] });
    return risk({}, exceptionFile === undefined ? {} : { exceptionFile }).bits;
  };
  assert.equal(listed(pan), 'cardOnExceptionFile');
  assert.equal(listed(pan, 1), 'cardOnExceptionFile');
  assert.equal(listed(pan, 2), '');
  assert.equal(listed('6222000000000000024'), '');
});

test('a person who forces the transaction online sets the bit; the rule for holds does not', () => {
  assert.equal(
    risk({}, { merchantForcedOnline: true, forceOnline: false }).bits,
    'merchantForcedOnline',
  );
  assert.equal(risk({}, { forceOnline: true }).bits, '');
});
