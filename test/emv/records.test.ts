import assert from 'node:assert/strict';
import test from 'node:test';
import { inspect } from 'node:util';
import { cdol1, ok, pan, standardData, testCard, tlv, track2 } from './card.ts';
import { hold, run } from './world.ts';

const record = (...parts: readonly string[]): string => tlv('70', ...parts) + ok;
const objects = (tags: string, more: Readonly<Record<string, string>> = {}): string =>
  tags
    .split(' ')
    .map((tag) => tlv(tag, more[tag] ?? standardData[tag] ?? ''))
    .join('');
const lists = objects('8C 8D 8E');

test('records are read in the order of the AFL', () => {
  const { outcome, commands } = run(
    testCard({
      afl: '080101001801020110030300',
      records: {
        '1.1': record(objects('57')),
        '3.1': record(objects('5A 5F24')),
        '3.2': record(lists),
        '2.3': record(objects('9F07')),
      },
    }),
    hold,
  );
  assert.equal(outcome.type, 'approved');
  assert.deepEqual(
    commands.filter((command) => command.startsWith('00B2')),
    ['00B2010C00', '00B2011C00', '00B2021C00', '00B2031400'],
  );
});

test('a number only in track 2 is as good, with its expiry', () => {
  const { outcome } = run(testCard({ data: { '5A': '', '5F24': '' } }), hold);
  assert.ok(outcome.type === 'approved');
  assert.equal(outcome.card.pan.reveal(), pan);
  assert.equal(outcome.card.expiry, '3012');
});

test('a card without track 2 gives number and expiry by themselves', () => {
  const { outcome, requests } = run(testCard({ data: { '57': '' } }), hold);
  assert.ok(outcome.type === 'approved');
  assert.equal(outcome.card.serviceCode, undefined);
  const online = requests.find((request) => request.type === 'online');
  assert.equal(online?.request.card.track2EquivalentData, undefined);
});

test('a track 2 that ends after the expiry has no service code', () => {
  const { outcome } = run(testCard({ data: { '57': `${pan}D3012` } }), hold);
  assert.ok(outcome.type === 'approved');
  assert.equal(outcome.card.serviceCode, undefined);
});

test('a sequence number that is not decimal counts as none', () => {
  const { outcome } = run(testCard({ data: { '5F34': '0A' } }), hold);
  assert.ok(outcome.type === 'approved');
  assert.equal(outcome.card.panSequenceNumber, undefined);
});

test('track 2 leaves the kernel in the online request and in no outcome', () => {
  const { outcome, requests } = run(testCard(), hold);
  const online = requests.find((request) => request.type === 'online');
  assert.equal(online?.request.card.track2EquivalentData?.length, 19);
  assert.ok(!inspect(outcome, { depth: 9 }).includes('track2'));
});

const nested = (depth: number): string => (depth === 0 ? '' : tlv('70', nested(depth - 1)));

type End = readonly [
  sentence: string,
  records: Readonly<Record<string, string>>,
  code: string,
  tag: string | undefined,
  known: boolean,
];
const good = objects('5A 57 5F24');
const ends: readonly End[] = [
  ['a record without its template', { '1.1': good + ok }, 'malformedResponse', '70', false],
  [
    'a record in another template',
    { '1.1': tlv('77', good) + ok },
    'malformedResponse',
    '70',
    false,
  ],
  [
    'a record with something behind it',
    { '1.1': tlv('70', good) + tlv('70', lists) + ok },
    'malformedResponse',
    '70',
    false,
  ],
  [
    'a record with a length beyond its end',
    { '1.1': `70FF${good}${ok}` },
    'malformedResponse',
    '70',
    false,
  ],
  ['a record nested too deep', { '1.1': `${nested(50)}${ok}` }, 'malformedResponse', '70', false],
  ['an empty record', { '1.1': record() }, 'mandatoryDataMissing', '5A', false],
  [
    'neither 5A nor 57',
    { '1.1': record(objects('5F24'), lists) },
    'mandatoryDataMissing',
    '5A',
    false,
  ],
  [
    '5A but no expiry anywhere',
    { '1.1': record(objects('5A'), lists) },
    'mandatoryDataMissing',
    '5F24',
    true,
  ],
  ['no CDOL1', { '1.1': record(good, objects('8D')) }, 'mandatoryDataMissing', '8C', true],
  ['no CDOL2', { '1.1': record(good, objects('8C')) }, 'mandatoryDataMissing', '8D', true],
  [
    '5A and 57 with different numbers',
    { '1.1': record(objects('57 5F24'), tlv('5A', '6222000000000000024F'), lists) },
    'dataConflict',
    '5A',
    false,
  ],
  [
    'a number that is no number',
    { '1.1': record(objects('5F24'), tlv('5A', '62220000ABCD0016'), lists) },
    'malformedResponse',
    '5A',
    false,
  ],
  [
    'a number of eleven digits',
    { '1.1': record(objects('5F24'), tlv('5A', '62220000001F'), lists) },
    'malformedResponse',
    '5A',
    false,
  ],
  [
    'a number of eleven bytes',
    { '1.1': record(objects('5F24'), tlv('5A', `${pan}FFF`), lists) },
    'tooLong',
    '5A',
    false,
  ],
  [
    'a track 2 without a separator',
    { '1.1': record(objects('5F24'), tlv('57', `${pan}F`), lists) },
    'malformedResponse',
    '57',
    false,
  ],
  [
    'a track 2 with a number too short',
    { '1.1': record(tlv('57', '62220000001D30122010'), lists) },
    'malformedResponse',
    '57',
    false,
  ],
  [
    'a track 2 too long',
    { '1.1': record(tlv('57', `${track2}FF`), lists) },
    'tooLong',
    '57',
    false,
  ],
  [
    'an expiry of two bytes',
    { '1.1': record(objects('5A'), tlv('5F24', '3012'), lists) },
    'malformedResponse',
    '5F24',
    true,
  ],
  [
    'an expiry in month 13',
    { '1.1': record(objects('5A'), tlv('5F24', '301331'), lists) },
    'malformedResponse',
    '5F24',
    true,
  ],
  [
    'an expiry of letters',
    { '1.1': record(objects('5A'), tlv('5F24', 'ABCDEF'), lists) },
    'malformedResponse',
    '5F24',
    true,
  ],
  [
    'a start of validity in month 0',
    { '1.1': record(good, tlv('5F25', '200001'), lists) },
    'malformedResponse',
    '5F25',
    true,
  ],
  [
    'an expiry in month 13 of track 2',
    { '1.1': record(tlv('57', `${pan}D3013201F`), lists) },
    'malformedResponse',
    '57',
    true,
  ],
  [
    'the same object twice in one record',
    { '1.1': record(good, objects('5F24'), lists) },
    'dataConflict',
    '5F24',
    false,
  ],
  [
    'a CVM list of odd length',
    { '1.1': record(good, objects('8C 8D'), tlv('8E', '00000000000000004203FF')) },
    'malformedResponse',
    '8E',
    true,
  ],
];

for (const [sentence, records, code, tag, known] of ends) {
  test(`a card with ${sentence} ends in ${code}`, () => {
    const { outcome } = run(testCard({ records, aip: '1C00' }), hold);
    assert.ok(outcome.type === 'failed', outcome.type);
    assert.deepEqual([outcome.failure.code, outcome.failure.tag], [code, tag]);
    assert.equal(outcome.failure.card !== undefined, known);
    assert.ok(!outcome.failure.evidence.includes('000000000000016'), outcome.failure.evidence);
  });
}

test('a failure after the number was read says which card it was', () => {
  const card = testCard({ afl: '08010200', records: { '1.1': record(good) } });
  const { outcome } = run(card, hold);
  assert.ok(outcome.type === 'failed');
  assert.deepEqual([outcome.failure.code, outcome.failure.sw], ['statusRefused', '6A83']);
  assert.equal(outcome.failure.card?.pan.last4, '0016');
});

test('numbers that disagree name no card, because nobody knows which it is', () => {
  const records = { '1.1': record(good), '1.2': record(tlv('5A', '6222000000000000024F')) };
  const { outcome } = run(testCard({ afl: '08010100080202', records }), hold);
  assert.ok(outcome.type === 'failed');
});

test('the same object in two records is a conflict', () => {
  const records = { '1.1': record(good, lists), '1.2': record(objects('5F24')) };
  const { outcome } = run(testCard({ afl: '08010200', records }), hold);
  assert.ok(outcome.type === 'failed');
  assert.deepEqual([outcome.failure.code, outcome.failure.tag], ['dataConflict', '5F24']);
});

test('files 11 to 30 may hold what they like', () => {
  const records = {
    '1.1': record(good, lists),
    '11.1': `DEADBEEF${ok}`,
    '12.1': record(objects('9F07')),
  };
  const { outcome } = run(testCard({ afl: '080101005801010060010100', records }), hold);
  assert.equal(outcome.type, 'approved');
});

test('what only the terminal may say is not taken from a record', () => {
  const data = { '9F02': '000000000001', '9A': '990101', '95': 'FFFFFFFFFF' };
  const { commands } = run(testCard({ data }), hold);
  const firstAc = commands.find((command) => command.startsWith('80AE')) ?? '';
  assert.equal(firstAc.slice(10, 22), '000000050000');
  assert.equal(firstAc.slice(10, -2).length, 2 * 29);
  assert.equal(cdol1.length, 42);
});
