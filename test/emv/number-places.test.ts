import assert from 'node:assert/strict';
import test from 'node:test';
import { toHex } from '#src/bytes.ts';
import { pan, standardData, testCard, track2 } from './card.ts';
import { hold, run } from './world.ts';

/**
 * A card says its number in 5A and in 57, its expiry in 5F24 and in 57. A place that cannot be read is made good by
 * one that can, unless the two contradict each other.
 */
type Row = {
  readonly sentence: string;
  readonly data: Readonly<Record<string, string>>;
  /** Tags that could not be read, on the slip's record; or how the card is turned away. */
  readonly end: readonly string[] | string;
};

const other = '6222009999999999D3012201000000FF';
const rows: readonly Row[] = [
  { sentence: 'both good', data: {}, end: [] },
  { sentence: '57 garbage', data: { '57': 'DEADBEEF' }, end: ['57'] },
  { sentence: '57 empty of digits', data: { '57': 'FFFFFFFF' }, end: ['57'] },
  { sentence: '57 without its separator', data: { '57': `${pan}F` }, end: ['57'] },
  { sentence: '57 cut off in the expiry', data: { '57': `${pan}D30` }, end: ['57'] },
  { sentence: '57 with eight digits', data: { '57': '62220000D30122010F' }, end: ['57'] },
  { sentence: '57 of 20 bytes', data: { '57': track2.padEnd(40, 'F') }, end: ['57'] },
  { sentence: '5A garbage', data: { '5A': 'ABCDEF01' }, end: ['5A'] },
  { sentence: '5A of filler', data: { '5A': 'FFFFFFFF' }, end: ['5A'] },
  { sentence: '5A of eleven bytes', data: { '5A': `${pan}FFF` }, end: ['5A'] },
  { sentence: '5A of eight digits', data: { '5A': '62220000' }, end: ['5A'] },
  { sentence: '5A with a letter inside', data: { '5A': '62220A0000000016' }, end: ['5A'] },
  { sentence: '5F24 in month 13', data: { '5F24': '301331' }, end: ['5F24'] },
  { sentence: '5F24 of two bytes', data: { '5F24': '3012' }, end: ['5F24'] },
  {
    sentence: '5A and 5F24 garbage',
    data: { '5A': 'AAAA', '5F24': 'BBBBBB' },
    end: ['5A', '5F24'],
  },
  { sentence: 'two numbers', data: { '57': other }, end: 'dataConflict numbersDiffer' },
  {
    sentence: 'both garbage',
    data: { '5A': 'ABCD', '57': 'DEADBEEF' },
    end: 'malformedResponse numberUnreadable',
  },
  {
    sentence: '57 garbage and no 5A',
    data: { '5A': '', '57': 'DEADBEEF' },
    end: 'malformedResponse numberUnreadable',
  },
  {
    sentence: '57 and 5F24 garbage: no expiry is left',
    data: { '57': 'DEADBEEF', '5F24': 'BBBBBB' },
    end: 'malformedResponse',
  },
  { sentence: 'neither', data: { '5A': '', '57': '' }, end: 'mandatoryDataMissing numberMissing' },
];

for (const { sentence, data, end } of rows) {
  const word = typeof end === 'string' ? `turned away, ${end}` : 'read';
  test(`a card with ${sentence} is ${word}`, () => {
    const { outcome, requests } = run(testCard({ data }), hold);
    if (typeof end === 'string') {
      assert.ok(outcome.type === 'failed', outcome.type);
      const { code, flaw } = outcome.failure;
      assert.ok(`${code} ${flaw}`.startsWith(end), `${code} ${flaw}`);
      assert.ok(!outcome.failure.evidence.includes(pan));
      return;
    }
    assert.ok(outcome.type === 'approved', JSON.stringify(outcome));
    assert.equal(outcome.card.pan.reveal(), pan);
    assert.equal(outcome.card.expiry, '3012');
    assert.deepEqual(outcome.lines.unreadable ?? [], end);
    const online = requests.find((request) => request.type === 'online');
    const sent = online?.request.card.track2EquivalentData;
    // Field 35 carries what the card holds, or is not there: garbage never goes to the bank.
    assert.equal(sent && toHex(sent), end.includes('57') ? undefined : standardData['57']);
  });
}
