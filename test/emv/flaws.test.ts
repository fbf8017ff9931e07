import assert from 'node:assert/strict';
import test from 'node:test';
import { type KernelFlaw, kernelFlaws } from '#src/emv/flaws.ts';
import { type CardProfile, cryptogram, ok, standardData, testCard, tlv } from './card.ts';
import { hold, run } from './world.ts';

const other = '6222009999999999D3012201000000F';
const record = (...objects: string[]): string => tlv('70', ...objects) + ok;
const twice = (tag: string): string => {
  const value = tlv(tag, standardData[tag] ?? '');
  return record(...Object.entries(standardData).map(([t, v]) => tlv(t, v)), value);
};

/** Every flaw and a card that has it. */
const rows: readonly (readonly [KernelFlaw, sentence: string, card: CardProfile])[] = [
  ['numberMissing', 'neither 5A nor 57', { data: { '5A': '', '57': '' } }],
  ['numbersDiffer', '5A and 57 disagree', { data: { '57': other.padEnd(32, 'F') } }],
  ['numberTwice', '5A stands twice', { records: { '1.1': twice('5A') } }],
  ['numberUnreadable', 'letters in 5A', { data: { '5A': '62220A0000000016', '57': '' } }],
  ['numberUnreadable', '22 digits in 5A', { data: { '5A': '6222000000000000000016', '57': '' } }],
  ['expiryMissing', 'no 5F24 and no 57', { data: { '5F24': '', '57': '' } }],
  ['expiryUnreadable', 'the thirteenth month', { data: { '5F24': '301331', '57': '' } }],
  ['objectTwice', '5F24 stands twice', { records: { '1.1': twice('5F24') } }],
  ['objectTwice', '8C stands twice', { records: { '1.1': twice('8C') } }],
  ['objectUnreadable', '9F07 of one byte', { data: { '9F07': 'FF' } }],
  ['optionsUnreadable', 'garbage', { options: `DEADBEEF${ok}` }],
  ['optionsUnreadable', 'an AIP alone', { options: tlv('80', '1C00') + ok }],
  ['filesImpossible', 'SFI 31', { afl: 'F8010100' }],
  ['filesImpossible', '60 records', { afl: '08013C00' }],
  ['recordMissing', 'a record that is not there', { afl: '0801010010010100' }],
  ['recordUnreadable', 'a record without 70', { records: { '1.1': tlv('5A', '6222') + ok } }],
  ['wantedListImpossible', 'CDOL1 of 300 bytes', { data: { '8C': '9F37FF9F372D' } }],
  ['wantedListImpossible', 'CDOL1 cut off', { data: { '8C': '9F02069F' } }],
  ['wantedListMissing', 'no CDOL2', { data: { '8D': '' } }],
  ['verificationListUnreadable', 'half a rule', { data: { '8E': '00000000000000001F0302' } }],
  ['cryptogramOfOtherKind', 'a TC for an ARQC', { firstAc: cryptogram('40') }],
  ['cryptogramOfOtherKind', 'the reserved kind', { firstAc: cryptogram('C0') }],
  ['cryptogramIncomplete', 'nothing', { firstAc: ok }],
  ['cryptogramIncomplete', 'no counter', { firstAc: tlv('77', tlv('9F27', '80')) + ok }],
  [
    'answerEndless',
    '61 for ever',
    { before: (c) => (c.startsWith('00C0') ? '006110' : undefined), options: '6110' },
  ],
];

for (const [flaw, sentence, card] of rows) {
  test(`a card with ${sentence} ends under the name ${flaw}`, () => {
    const { outcome } = run(testCard(card), hold);
    assert.ok(outcome.type === 'failed', outcome.type);
    assert.equal(outcome.failure.flaw, flaw);
  });
}

test('every name of a flaw has a card', () => {
  assert.deepEqual([...new Set(rows.map(([flaw]) => flaw))].sort(), [...kernelFlaws].sort());
});
