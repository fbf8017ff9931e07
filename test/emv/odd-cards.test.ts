import assert from 'node:assert/strict';
import test from 'node:test';
import { type CardProfile, cryptogram, ok, pan, testCard, tlv } from './card.ts';
import { hold, run } from './world.ts';

/** Cards that are odd in one thing each, and how a hold with them ends: in a name, or as if nothing were odd. */
const gpo = (...objects: string[]): CardProfile => ({ options: tlv('77', ...objects) + ok });
const select = (answer: string): CardProfile => ({
  before: (command) => (command.startsWith('00A4') ? answer : undefined),
});
const aflOfOne = tlv('94', '08010100');

const rows: readonly (readonly [sentence: string, card: CardProfile, end: string])[] = [
  ['says yes to SELECT and gives nothing', select(ok), 'noCommonApplication select'],
  ['gives an empty FCI', select(`6F00${ok}`), 'noCommonApplication select'],
  [
    'gives an FCI without its proprietary part',
    select(tlv('6F', tlv('84', 'A000000333010101')) + ok),
    'noCommonApplication select',
  ],
  ['is blocked as a whole', select('6A81'), 'cardBlocked select'],
  [
    'gives an AIP of one byte in format 1',
    { options: tlv('80', '1C') + ok },
    'malformedResponse initiate',
  ],
  [
    'gives a crooked AFL in format 1',
    { options: tlv('80', '1C00080101') + ok },
    'malformedResponse readRecords',
  ],
  [
    'gives an AIP of three bytes in format 2',
    gpo(tlv('82', '1C0000'), aflOfOne),
    'malformedResponse initiate',
  ],
  [
    'gives a template in format 1',
    { options: tlv('80', tlv('82', '1C00')) + ok },
    'malformedResponse readRecords',
  ],
  [
    'splits its options into two templates',
    { options: tlv('77', tlv('82', '1C00')) + tlv('77', aflOfOne) + ok },
    'malformedResponse initiate',
  ],
  ['gives its AIP twice', gpo(tlv('82', '1C00'), tlv('82', '0000'), aflOfOne), 'approved'],
  [
    'plants a number into its options',
    gpo(tlv('82', '1C00'), aflOfOne, tlv('5A', '6222009999999999')),
    'approved',
  ],
  ['refuses its options with 6700', { options: '6700' }, 'statusRefused initiate'],
  ['warns at its options with 6283', { options: '6283' }, 'statusRefused initiate'],
  ['counts down at its options with 63C0', { options: '63C0' }, 'statusRefused initiate'],
  ['sends a procedure byte for an answer', { options: '60' }, 'cardRemoved initiate'],
  ['sends 6000', { options: '6000' }, 'statusRefused initiate'],
  ['sends 0000', { options: '0000' }, 'statusRefused initiate'],
  ['sends 9100', { options: '9100' }, 'statusRefused initiate'],
  ['says 6C00 for ever', { options: '6C00' }, 'protocolError initiate'],
  ['says 6C05 with data beside it', { options: '01026C05' }, 'statusRefused initiate'],
  ['asks for data objects of nobody', { data: { '8C': '9F7F10DF8101049F3704' } }, 'approved'],
  ['asks for a template', { data: { '8C': '70109F3704' } }, 'approved'],
  ['asks for objects of no length', { data: { '8C': '9F02009F3700' } }, 'approved'],
  ['asks for 255 bytes', { data: { '8C': '9F02FF' } }, 'approved'],
  ['asks for 256 bytes', { data: { '8C': '9F02FF9F3701' } }, 'tooLong generateAc1'],
  [
    'asks for a hash over a broken list',
    { data: { '8C': '9814', '97': '9F' } },
    'malformedResponse generateAc1',
  ],
  ['has a list of methods without rules', { data: { '8E': '0000000000000000' } }, 'approved'],
  [
    'wants an enciphered PIN and has no key',
    { data: { '8E': '000000000000000044001F00' } },
    'approved',
  ],
  ['has a sequence number in letters', { data: { '5F34': 'AA' } }, 'approved'],
  ['has a sequence number of two bytes', { data: { '5F34': '0101' } }, 'tooLong readRecords'],
  [
    'has a number of filler alone',
    { data: { '5A': 'FFFFFFFFFFFFFFFF', '57': '' } },
    'malformedResponse readRecords',
  ],
  [
    'has track data without a separator',
    { data: { '57': '62220000000000000016', '5A': '' } },
    'malformedResponse readRecords',
  ],
  [
    'has track data without a number',
    { data: { '57': 'D30122010000', '5A': '' } },
    'malformedResponse readRecords',
  ],
  ['names one record twice', { afl: '0801010008010100' }, 'dataConflict readRecords'],
  ['numbers its records from 0', { afl: '08000100' }, 'malformedResponse readRecords'],
  ['has a record that is nothing', { records: { '1.1': ok } }, 'malformedResponse readRecords'],
  [
    'has a record with garbage behind it',
    { records: { '1.1': `${tlv('70', tlv('5F24', '301231'))}FFFF${ok}` } },
    'malformedResponse readRecords',
  ],
  [
    'has a record of no definite length',
    { records: { '1.1': `7080${ok}` } },
    'malformedResponse readRecords',
  ],
  ['warns at its record', { records: { '1.1': '6283' } }, 'statusRefused readRecords'],
  [
    'gives a counter of three bytes',
    {
      firstAc:
        tlv('77', tlv('9F27', '80'), tlv('9F36', '000001'), tlv('9F26', '1122334455667788')) + ok,
    },
    'tooLong generateAc1',
  ],
  [
    'gives half a cryptogram in format 1',
    { firstAc: tlv('80', '80002A11223344556677') + ok },
    'malformedResponse generateAc1',
  ],
  [
    'gives half a cryptogram in format 2',
    { firstAc: tlv('77', tlv('9F27', '80'), tlv('9F36', '0001'), tlv('9F26', '11223344')) + ok },
    'malformedResponse generateAc1',
  ],
  [
    'gives too much in format 1',
    { firstAc: tlv('80', `80002A1122334455667788${'00'.repeat(33)}`) + ok },
    'tooLong generateAc1',
  ],
  ['warns at its cryptogram', { firstAc: '6283' }, 'statusRefused generateAc1'],
  ['asks for an advice with its ARQC', { firstAc: cryptogram('88') }, 'approved'],
  ['refuses the service', { firstAc: cryptogram('01') }, 'declinedOffline'],
  ['refuses its last cryptogram with 6A80', { secondAc: '6A80' }, 'statusRefused generateAc2'],
  ['gives nothing for its last cryptogram', { secondAc: ok }, 'malformedResponse generateAc2'],
  ['claims every capability there is', { aip: 'FFFF' }, 'approved'],
];

for (const [sentence, card, end] of rows) {
  test(`a card that ${sentence} ends as: ${end}`, () => {
    const { outcome, commands } = run(testCard(card), hold);
    const said =
      outcome.type === 'failed' ? `${outcome.failure.code} ${outcome.failure.step}` : outcome.type;
    assert.equal(said, end);
    assert.ok(commands.length <= 20, 'soon');
    if (outcome.type === 'failed') {
      assert.ok(outcome.failure.evidence.length > 0, 'the bytes that show it');
      for (const number of [pan, '6222009999999999', '62220000000000000016'])
        assert.ok(!outcome.failure.evidence.includes(number), 'no number');
    }
  });
}
