import assert from 'node:assert/strict';
import test from 'node:test';
import { inspect } from 'node:util';
import type { KernelInput } from '#src/emv/contract.ts';
import {
  aid,
  type CardProfile,
  cryptogram,
  ok,
  pan,
  standardData,
  testCard,
  text,
  tlv,
  track2,
} from './card.ts';
import { hold, run, type TestCard, unionPayDebit } from './world.ts';

/** A behaviour, and the one named end it must come to. */
type Row = readonly [
  behaviour: string,
  card: CardProfile | TestCard,
  end: string,
  input?: Partial<KernelInput>,
];

const fci = (name: string): string =>
  tlv('6F', tlv('84', name), tlv('A5', tlv('50', text('CARD')))) + ok;
const nested = (depth: number): string => (depth === 0 ? '' : tlv('70', nested(depth - 1)));
const record = (body: string): CardProfile => ({ records: { '1.1': body + ok } });
const body = (change: Readonly<Record<string, string>> = {}): string =>
  Object.entries({ ...standardData, ...change })
    .map(([tag, value]) => tlv(tag, value))
    .join('');
const isSelect = (command: string): boolean => command.startsWith('00A404');

let counter = 0;
/** A name that begins with what was asked for and never comes twice. */
const freshName = (command: string): string => {
  const asked = command.slice(10, -2).slice(0, 28);
  return asked + (counter++ % 0x10000).toString(16).padStart(4, '0').toUpperCase();
};
const manyApplications = Array.from({ length: 60 }, (_, i) => ({
  ...unionPayDebit,
  aid: `A000000333${(0x1000 + i).toString(16)}`.toUpperCase(),
}));

const catalogue: readonly Row[] = [
  // Selection
  [
    'answers SELECT NEXT with the same application for ever',
    { before: (c) => (isSelect(c) && !c.includes('315041592E') ? fci(`${aid}01`) : undefined) },
    'approved',
  ],
  [
    'answers SELECT NEXT with a new application for ever',
    { before: (c) => (isSelect(c) && !c.includes('315041592E') ? fci(freshName(c)) : undefined) },
    'failed malformedResponse',
  ],
  [
    'does so for sixty AIDs',
    { before: (c) => (isSelect(c) && !c.includes('315041592E') ? fci(freshName(c)) : undefined) },
    'failed protocolError',
    { applications: manyApplications },
  ],
  [
    'answers every SELECT with its own FCI',
    () => fci('A0000009999999'),
    'failed noCommonApplication',
  ],
  [
    'answers every command with its own FCI',
    (c) => (c.startsWith('00A4') && c.includes('315041592E') ? '6A82' : fci(aid)),
    'failed malformedResponse',
  ],
  ['answers every command with 9000', () => ok, 'failed noCommonApplication'],
  ['answers every command with 6D00', () => '6D00', 'failed noCommonApplication'],
  ['answers every command with 6A81', () => '6A81', 'failed cardBlocked'],
  ['answers every command with 6283', () => '6283', 'failed applicationBlocked'],
  ['answers every command with 0000', () => '0000', 'failed noCommonApplication'],
  ['answers every command with 64 KiB', () => 'AA'.repeat(65536) + ok, 'failed tooLong'],
  ['answers the terminal’s own command back', (c) => c + ok, 'failed noCommonApplication'],
  [
    'has a directory without end',
    {
      directory: tlv('6F', tlv('84', text('1PAY.SYS.DDF01')), tlv('A5', tlv('88', '01'))) + ok,
      before: (c) =>
        c.startsWith('00B2') && c.endsWith('0C00') && c.slice(4, 6) > '01'
          ? tlv('70', tlv('61', tlv('4F', 'A0000000031010'))) + ok
          : undefined,
      records: { '1.1': tlv('70') + ok },
    },
    'failed mandatoryDataMissing',
  ],
  [
    'has a name of 200 bytes in its FCI',
    { fci: tlv('6F', tlv('84', aid + 'FF'.repeat(192)), tlv('A5')) + ok },
    'failed noCommonApplication',
  ],
  [
    'has an FCI without a proprietary template',
    { fci: tlv('6F', tlv('84', aid)) + ok },
    'failed noCommonApplication',
  ],
  ['has an FCI without a name', { fci: tlv('6F', tlv('A5')) + ok }, 'failed noCommonApplication'],
  ['has an FCI nested 50 deep', { fci: nested(50) + ok }, 'failed noCommonApplication'],
  [
    'is blocked only at the second SELECT',
    { before: (c, n) => (n === 2 && isSelect(c) ? '6283' : undefined) },
    'failed applicationBlocked',
  ],
  [
    'has control characters in its label',
    { fci: tlv('6F', tlv('84', aid), tlv('A5', tlv('50', '1B5B324A070D0A41'))) + ok },
    'approved',
  ],
  // Initiate
  ['answers GPO with garbage', { options: 'C3A1B200FF9000' }, 'failed malformedResponse'],
  [
    'answers GPO with garbage behind the truth',
    { options: `${tlv('80', '1C0008010100')}C3A1${ok}` },
    'failed malformedResponse',
  ],
  ['answers GPO with 6985', { options: '6985' }, 'failed conditionsNotSatisfied'],
  ['names files out of range', { afl: 'F8010100' }, 'failed malformedResponse'],
  ['names 60 records', { afl: '08013C00' }, 'failed tooManyRecords'],
  ['names one record 40 times', { afl: '08010100'.repeat(40) }, 'failed dataConflict'],
  [
    'names an AFL of 200 entries',
    { options: tlv('80', `1C00${'08010100'.repeat(62)}`) + ok },
    'failed tooManyRecords',
  ],
  ['asks 300 bytes in its PDOL', { fciData: tlv('9F38', '9F37FF9F372D') }, 'failed tooLong'],
  ['asks for the PIN in its PDOL', { fciData: tlv('9F38', '9910') }, 'approved'],
  // Records
  ['has a record without 70', record(body()), 'failed malformedResponse'],
  ['has a record nested 50 deep', record(nested(50)), 'failed malformedResponse'],
  ['has a record with an over-long length', record('7083FFFFFF'), 'failed malformedResponse'],
  ['has a record of indefinite length', record(`7080${body()}0000`), 'failed malformedResponse'],
  [
    'has a record of 300 objects',
    record(`70820258${'8200'.repeat(300)}`),
    'failed malformedResponse',
  ],
  ['has a record of zeros', record('00'.repeat(250)), 'failed malformedResponse'],
  [
    'has the same object twice',
    record(tlv('70', body(), tlv('5F24', '301231'))),
    'failed dataConflict',
  ],
  ['has no number', { data: { '5A': '', '57': '' } }, 'failed mandatoryDataMissing'],
  ['has no 5A but 57', { data: { '5A': '' } }, 'approved'],
  ['has no 5F24', { data: { '5F24': '' } }, 'approved'],
  ['has no expiry at all', { data: { '5F24': '', '57': '' } }, 'failed mandatoryDataMissing'],
  [
    'has different numbers in 5A and 57',
    { data: { '5A': '6222000000000000024F' } },
    'failed dataConflict',
  ],
  ['has a number of zeros', { data: { '5A': '', '57': '0000000000000000D3012201' } }, 'approved'],
  [
    'has its number behind the F',
    { data: { '5A': 'FF62220000000016', '57': '' } },
    'failed malformedResponse',
  ],
  [
    'has an empty number',
    record(tlv('70', body({ '5A': '', '57': '' }))),
    'failed malformedResponse',
  ],
  ['has no CDOL1', { data: { '8C': '' } }, 'failed mandatoryDataMissing'],
  ['asks 300 bytes in CDOL1', { data: { '8C': '9F37969F3796' } }, 'failed tooLong'],
  ['asks 300 bytes in CDOL2', { data: { '8D': '9F37969F3796' } }, 'failed tooLong after approval'],
  ['has a CVM list of one byte', { data: { '8E': '00' } }, 'failed malformedResponse'],
  [
    'has a CVM list of 120 rules that all fail',
    { data: { '8E': `0000000000000000${'4000'.repeat(120)}` } },
    'approved',
  ],
  [
    'plants an amount, a date and results of its own',
    { data: { '9F02': '000000000001', '9A': '200101', '95': '0000000000', '9F37': '00000000' } },
    'approved',
  ],
  [
    'plants an answer of the bank',
    { data: { '8A': '3030', '91': '00112233445566778899' } },
    'approved',
  ],
  // Cryptograms
  ['answers 6985 to GENERATE AC', { firstAc: '6985' }, 'failed conditionsNotSatisfied'],
  ['gives an AAC for the ARQC', { firstAc: cryptogram('00') }, 'declinedOffline'],
  ['gives a TC for the ARQC', { firstAc: cryptogram('40') }, 'failed dataConflict'],
  ['gives the reserved kind', { firstAc: cryptogram('C0') }, 'failed dataConflict'],
  [
    'gives a cryptogram without the cryptogram',
    { firstAc: tlv('77', tlv('9F27', '80')) + ok },
    'failed mandatoryDataMissing',
  ],
  ['gives garbage for the ARQC', { firstAc: 'DEADBEEF9000' }, 'failed malformedResponse'],
  ['gives an AAC for the TC', { secondAc: cryptogram('00') }, 'declinedByCardAfterApproval'],
  [
    'gives garbage for the TC',
    { secondAc: 'DEADBEEF9000' },
    'failed malformedResponse after approval',
  ],
  [
    'answers 6985 to the second GENERATE AC',
    { secondAc: '6985' },
    'failed conditionsNotSatisfied after approval',
  ],
  ['gives another ARQC at the end', { secondAc: cryptogram('80') }, 'declinedByCardAfterApproval'],
  // Answers that never stop
  [
    'answers GET DATA with its whole memory',
    {
      data: { '9F14': '01', '9F23': '02' },
      getData: { '9F36': 'AA'.repeat(256) + ok, '9F13': 'AA'.repeat(256) + ok },
    },
    'approved',
  ],
  [
    'counts down its PIN tries for ever',
    { data: { '8E': '000000000000000041031F00' }, getData: { '9F17': tlv('9F17', 'FF') + ok } },
    'approved',
  ],
];

/** Names the end, and whether the bank is owed a reversal. */
function endOf(row: Row): { end: string; commands: readonly string[]; shown: string } {
  const [, card, , input] = row;
  const { outcome, commands } = run(
    typeof card === 'function' ? card : testCard(card),
    { ...hold, ...input },
    { verify: Array<string>(20).fill('63CF') },
  );
  const shown = inspect(outcome, { depth: 9 });
  if (outcome.type !== 'failed') return { end: outcome.type, commands, shown };
  const { code, hostApproved, evidence } = outcome.failure;
  assert.ok(evidence.length <= 128, evidence);
  assert.match(evidence, /^[0-9A-F*]*$/);
  return { end: `failed ${code}${hostApproved ? ' after approval' : ''}`, commands, shown };
}

for (const row of catalogue) {
  test(`a card that ${row[0]} ends in: ${row[2]}`, () => {
    const { end, commands, shown } = endOf(row);
    assert.equal(end, row[2]);
    assert.ok(commands.length <= 240);
    assert.ok(!shown.includes(pan) && !shown.includes(pan.slice(0, 12)), 'the number is masked');
    assert.ok(!shown.includes(track2.slice(16)), 'track 2 is not there');
  });
}

test('the catalogue holds more than forty behaviours', () => assert.ok(catalogue.length >= 55));

const answers: readonly string[] = [
  '6E00',
  '6F00',
  '6700',
  '6982',
  '6A88',
  '6281',
  '6300',
  '63C0',
  '9001',
  '0000',
  '61FF',
];
const commandsOfTheRoad = run(testCard(), hold).commands.length;

for (const fault of ['cardRemoved', 'cardMute', 'readerGone', 'protocol'] as const) {
  test(`${fault} at every single command ends under its own name, after the bank’s yes with a reversal`, () => {
    for (let at = 0; at < commandsOfTheRoad; at++) {
      const { outcome } = run(
        testCard({ before: (_, n) => (n === at ? { fault } : undefined) }),
        hold,
      );
      assert.ok(outcome.type === 'failed');
      assert.equal(outcome.failure.code, fault === 'protocol' ? 'protocolError' : fault);
      assert.equal(outcome.failure.hostApproved, at === commandsOfTheRoad - 1);
      assert.equal(outcome.failure.card !== undefined, at >= 5);
    }
  });
}

for (const answer of answers) {
  test(`${answer} at every single command ends in a named outcome`, () => {
    for (let at = 0; at < commandsOfTheRoad; at++) {
      const { outcome } = run(
        testCard({ before: (_, n) => (n === at ? answer : undefined) }),
        hold,
      );
      assert.ok(['failed', 'approved'].includes(outcome.type));
      if (at >= 3) assert.equal(outcome.type, 'failed', `at command ${at}`);
    }
  });
}

test('a card cut off at every byte of every answer ends in a named outcome and shows no number', () => {
  const whole = testCard();
  for (let at = 2; at < commandsOfTheRoad; at++) {
    let length = 2;
    for (let cut = 1; cut < length; cut++) {
      const card: TestCard = (() => {
        let n = 0;
        const inner = testCard();
        return (command) => {
          const answer = inner(command) as string;
          if (n++ !== at) return answer;
          length = answer.length / 2 - 2;
          return answer.slice(0, 2 * cut) + ok;
        };
      })();
      const shown = inspect(run(card, hold).outcome, { depth: 9 });
      assert.ok(!shown.includes(pan.slice(0, 12)), shown);
    }
  }
  assert.ok(whole);
});
