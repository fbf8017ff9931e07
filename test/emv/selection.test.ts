import assert from 'node:assert/strict';
import test from 'node:test';
import { toHex } from '#src/bytes.ts';
import { aid, ok, testCard, text, tlv } from './card.ts';
import { hold, run, unionPayDebit } from './world.ts';

const credit = 'A000000333010102';
const both = { ...hold, applications: [unionPayDebit, { ...unionPayDebit, aid: credit }] };

const fciOf = (name: string, more = ''): string =>
  tlv('6F', tlv('84', name), tlv('A5', tlv('50', text(`CARD ${name.slice(-2)}`)), more)) + ok;
const entry = (name: string, priority: string, more = ''): string =>
  tlv('61', tlv('4F', name), tlv('50', text(`CARD ${name.slice(-2)}`)), tlv('87', priority), more);
const directory = tlv('6F', tlv('84', text('1PAY.SYS.DDF01')), tlv('A5', tlv('88', '01'))) + ok;

/**
 * A card with a directory whose records are these, and applications that answer SELECT with these.
 */
function cardWith(records: readonly string[], selects: Readonly<Record<string, string>> = {}) {
  let selected = false;
  return testCard({
    directory,
    before: (command) => {
      if (command.startsWith('00A40400')) {
        const name = command.slice(10, -2);
        selected = !name.startsWith('315041592E');
        return selected ? (selects[name] ?? fciOf(name)) : undefined;
      }
      if (!selected && command.startsWith('00B2')) {
        return records[Number.parseInt(command.slice(4, 6), 16) - 1] ?? '6A83';
      }
      return undefined;
    },
  });
}

const finalSelect = (commands: readonly string[]): string | undefined =>
  commands.filter((command) => command.startsWith('00A404')).at(-1);
const chosen = (commands: readonly string[]): string => (finalSelect(commands) ?? '').slice(10, -2);

test('the directory names one application: it is selected without a question', () => {
  const { outcome, commands, requests } = run(cardWith([tlv('70', entry(aid, '01')) + ok]), hold);
  assert.equal(outcome.type, 'approved');
  assert.equal(commands.filter((command) => command.startsWith('00A4')).length, 2);
  assert.ok(!requests.some(({ type }) => type === 'chooseApplication'));
});

test('several applications are the choice of the cardholder, the best priority first', () => {
  const records = [tlv('70', entry(aid, '02'), entry(credit, '01')) + ok];
  const { commands, requests } = run(cardWith(records), both, { choose: 1 });
  const asked = requests.find((request) => request.type === 'chooseApplication');
  assert.deepEqual(
    asked?.candidates.map(({ dfName }) => toHex(dfName)),
    [credit, aid],
  );
  assert.equal(chosen(commands), aid);
});

test('no priority comes after every priority', () => {
  const records = [tlv('70', entry(aid, '00'), entry(credit, '0F')) + ok];
  const { requests } = run(cardWith(records), both);
  const asked = requests.find((request) => request.type === 'chooseApplication');
  assert.equal(toHex(asked?.candidates[0]?.dfName ?? new Uint8Array(0)), credit);
});

test('applications that the terminal does not know are left out', () => {
  const records = [tlv('70', entry('A0000000031010', '01')) + ok, tlv('70', entry(aid, '02')) + ok];
  assert.equal(run(cardWith(records), hold).outcome.type, 'approved');
});

test('an application that wants to be confirmed is asked about, and no means the end', () => {
  const card = () => cardWith([tlv('70', entry(aid, '81')) + ok]);
  const yes = run(card(), hold, { confirm: true });
  assert.ok(yes.requests.some(({ type }) => type === 'confirmApplication'));
  assert.equal(yes.outcome.type, 'approved');
  assert.deepEqual(run(card(), hold, { confirm: false }).outcome, {
    type: 'cancelled',
    at: 'select',
  });
});

test('a cardholder who gives up at the choice ends the transaction', () => {
  const records = [tlv('70', entry(aid, '02'), entry(credit, '01')) + ok];
  const before = (request: { type: string }) =>
    request.type === 'chooseApplication' ? ({ type: 'cancelled' } as const) : undefined;
  assert.deepEqual(run(cardWith(records), both, { before }).outcome, {
    type: 'cancelled',
    at: 'select',
  });
});

test('the preferred name is shown when it is in Latin letters', () => {
  const label = (table: string): string | undefined => {
    const fci = fciOf(aid, tlv('9F11', table) + tlv('9F12', text('Hotel Card')));
    const { outcome } = run(testCard({ fci }), hold);
    return outcome.type === 'approved' ? outcome.card.applicationLabel : undefined;
  };
  assert.equal(label('01'), 'Hotel Card');
  assert.equal(label('07'), 'CARD 01');
});

const listInstead: readonly (readonly [
  sentence: string,
  answer: string,
  records: readonly string[],
])[] = [
  ['is not there (6A82)', '6A82', []],
  ['is blocked (6283)', '6283', []],
  [
    'answers without a short file identifier',
    tlv('6F', tlv('84', text('1PAY.SYS.DDF01')), tlv('A5')) + ok,
    [],
  ],
  ['answers garbage', '0102039000', []],
  ['has a record that is no template', directory, [tlv('77') + ok]],
  ['has a record that is no TLV', directory, [`70FF${ok}`]],
  ['has a record that cannot be read', directory, ['6985']],
  [
    'names nothing that the terminal knows',
    directory,
    [tlv('70', entry('A0000000031010', '01')) + ok],
  ],
  ['has an entry without a name', directory, [tlv('70', tlv('61', tlv('50', text('X')))) + ok]],
];

for (const [sentence, answer, records] of listInstead) {
  test(`the list of AIDs is tried when the directory ${sentence}`, () => {
    const card = testCard({
      directory: answer,
      before: (command) =>
        command.startsWith('00B2') && command.slice(6, 8) === '0C' && records.length > 0
          ? records[Number.parseInt(command.slice(4, 6), 16) - 1]
          : undefined,
    });
    const withDirectory = cardWith(records);
    const { outcome, commands } = run(records.length > 0 ? withDirectory : card, hold);
    assert.equal(outcome.type, 'approved');
    assert.ok(commands.filter((command) => command.startsWith('00A40400')).length >= 3);
  });
}

test('a partial match asks for the next application until there is none', () => {
  const names = ['A00000033301010101', 'A00000033301010102'];
  let next = 0;
  const card = testCard({
    before: (command) => {
      if (!command.startsWith('00A4') || command.includes('315041592E')) return undefined;
      const name = command.slice(10, -2);
      if (name !== aid) return fciOf(name);
      const answer = names[next++];
      return answer === undefined ? '6A82' : fciOf(answer);
    },
  });
  const { commands, requests } = run(card, hold, { choose: 1 });
  const asked = requests.find((request) => request.type === 'chooseApplication');
  assert.deepEqual(
    asked?.candidates.map(({ dfName }) => toHex(dfName)),
    names,
  );
  assert.equal(commands.filter((command) => command.startsWith('00A40402')).length, 2);
  assert.equal(chosen(commands), names[1]);
});

test('a longer name is no match when the terminal wants the whole AID', () => {
  const input = { ...hold, applications: [{ ...unionPayDebit, partialSelection: false }] };
  const { outcome } = run(testCard({ dfName: `${aid}01` }), input);
  assert.ok(outcome.type === 'failed' && outcome.failure.code === 'noCommonApplication');
});

test('a blocked application is passed over and the next one is used', () => {
  const card = testCard({
    before: (command) => {
      if (!command.startsWith('00A4') || command.includes('315041592E')) return undefined;
      const name = command.slice(10, -2);
      return name === aid ? `${fciOf(name).slice(0, -4)}6283` : fciOf(name);
    },
  });
  const { outcome, commands } = run(card, both);
  assert.equal(outcome.type, 'approved');
  assert.equal(chosen(commands), credit);
});

const refusals: readonly (readonly [
  sentence: string,
  answer: string,
  code: string,
  sw: string | undefined,
])[] = [
  ['blocked application', '6283', 'applicationBlocked', '6283'],
  ['6A81', '6A81', 'cardBlocked', '6A81'],
  ['a refusal', '6A82', 'statusRefused', '6A82'],
  ['another application', fciOf(credit), 'malformedResponse', undefined],
  ['garbage', '0102039000', 'malformedResponse', undefined],
];

for (const [sentence, answer, code, sw] of refusals) {
  test(`when final SELECT of the only application answers ${sentence} the end is ${code}`, () => {
    const { outcome } = run(cardWith([tlv('70', entry(aid, '01')) + ok], { [aid]: answer }), hold);
    assert.ok(outcome.type === 'failed');
    assert.equal(outcome.failure.code, code);
    assert.equal(outcome.failure.sw, sw);
    assert.equal(outcome.failure.step, 'select');
  });

  test(`when final SELECT of the first application answers ${sentence} the second one is used`, () => {
    const records = [tlv('70', entry(aid, '01'), entry(credit, '02')) + ok];
    const { outcome, commands } = run(cardWith(records, { [aid]: answer }), both, { choose: 0 });
    assert.equal(outcome.type, 'approved');
    assert.equal(chosen(commands), credit);
  });
}

test('an application that is taken back at GET PROCESSING OPTIONS makes room for the next', () => {
  const records = [tlv('70', entry(aid, '01'), entry(credit, '02')) + ok];
  const inner = cardWith(records);
  let selected = '';
  const card = (command: string) => {
    if (command.startsWith('00A4')) selected = command.slice(10, -2);
    return command.startsWith('80A8') && selected === aid ? '6985' : inner(command);
  };
  const { outcome, commands } = run(card, both);
  assert.equal(outcome.type, 'approved');
  assert.equal(chosen(commands), credit);
});

test('the languages that the card prefers come with it', () => {
  const { outcome } = run(testCard(), hold);
  assert.ok(outcome.type === 'approved');
  assert.deepEqual(outcome.card.languagePreference, ['zh', 'en']);
});

test('6A81 to a later AID of the list is no blocked card', () => {
  const card = testCard({ before: (_, n) => (n === 2 ? '6A81' : undefined) });
  assert.equal(run(card, both).outcome.type, 'approved');
});

test('once the customer’s choice fell out, the one that is left is asked about', () => {
  const records = [tlv('70', entry(aid, '01'), entry(credit, '02')) + ok];
  const { requests, outcome } = run(cardWith(records, { [aid]: '6283' }), both, { choose: 0 });
  assert.deepEqual(
    requests.map(({ type }) => type).filter((type) => type.endsWith('Application')),
    ['chooseApplication', 'confirmApplication'],
  );
  assert.equal(outcome.type, 'approved');
});

test('6A81 to the first AID of the list is a blocked card too', () => {
  const card = testCard({ before: (_, n) => (n === 1 ? '6A81' : undefined) });
  const { outcome, commands } = run(card, hold);
  assert.ok(outcome.type === 'failed' && outcome.failure.code === 'cardBlocked');
  assert.equal(commands.length, 2);
});

test('a directory entry gives the label when the application has none, and other objects are passed over', () => {
  const plain = tlv('6F', tlv('84', aid), tlv('A5', tlv('87', '01'))) + ok;
  const records = [tlv('70', tlv('73', ''), entry(aid, '01')) + ok];
  const { outcome } = run(cardWith(records, { [aid]: plain }), hold);
  assert.ok(outcome.type === 'approved');
  assert.equal(outcome.card.applicationLabel, 'CARD 01');
});

test('a directory in Latin letters gives the preferred name', () => {
  const records = [tlv('70', entry(aid, '81', tlv('9F12', text('Best Card')))) + ok];
  const latin =
    tlv('6F', tlv('84', text('1PAY.SYS.DDF01')), tlv('A5', tlv('88', '01'), tlv('9F11', '01'))) +
    ok;
  const inner = cardWith(records);
  const card = (command: string) => {
    const answer = inner(command);
    return command.includes('315041592E') ? latin : answer;
  };
  const asked = run(card, hold).requests.find((request) => request.type === 'confirmApplication');
  assert.equal(asked?.candidate.preferredName, 'Best Card');
});
