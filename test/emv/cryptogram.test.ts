import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { hex, toHex } from '#src/bytes.ts';
import { cryptogram, ok, standardData, testCard, tlv } from './card.ts';
import { bitsOf, hold, run } from './world.ts';

const format1 = (cid: string, more = ''): string =>
  tlv('80', `${cid}002A1122334455667788${more}`) + ok;
const parts = (cid = '80', atc = '002A', ac = '1122334455667788'): string =>
  tlv('9F27', cid) + tlv('9F36', atc) + tlv('9F26', ac);
const format2 = (...objects: readonly string[]): string => tlv('77', ...objects) + ok;

test('format 1 gives the same as format 2', () => {
  const lines = [cryptogram('80'), format1('80', '07010103A02002010A')].map((firstAc) => {
    const { requests } = run(testCard({ firstAc }), hold);
    const online = requests.find((request) => request.type === 'online');
    return toHex(online?.request.chipData ?? hex(''));
  });
  assert.equal(lines[0], lines[1]);
});

test('format 1 without issuer application data', () => {
  const { requests } = run(testCard({ firstAc: format1('80') }), hold);
  const online = requests.find((request) => request.type === 'online');
  assert.ok(!toHex(online?.request.chipData ?? hex('')).includes('9F10'));
});

type End = readonly [
  sentence: string,
  firstAc: string,
  code: string,
  tag: string | undefined,
  sw: string | undefined,
];
const ends: readonly End[] = [
  ['6985', '6985', 'conditionsNotSatisfied', undefined, '6985'],
  ['6A80', '6A80', 'statusRefused', undefined, '6A80'],
  ['6D00', '6D00', 'statusRefused', undefined, '6D00'],
  ['nothing', '9000', 'malformedResponse', undefined, undefined],
  ['garbage', 'FFFFFF9000', 'malformedResponse', undefined, undefined],
  ['another template', tlv('70', parts()) + ok, 'malformedResponse', undefined, undefined],
  [
    'format 1 too short',
    tlv('80', '80002A11223344556677') + ok,
    'malformedResponse',
    '80',
    undefined,
  ],
  ['format 1 too long', format1('80', '00'.repeat(33)), 'tooLong', '80', undefined],
  [
    'no cryptogram information',
    format2(tlv('9F36', '002A'), tlv('9F26', '1122334455667788')),
    'mandatoryDataMissing',
    '9F27',
    undefined,
  ],
  [
    'no counter',
    format2(tlv('9F27', '80'), tlv('9F26', '1122334455667788')),
    'mandatoryDataMissing',
    '9F36',
    undefined,
  ],
  [
    'no cryptogram',
    format2(tlv('9F27', '80'), tlv('9F36', '002A')),
    'mandatoryDataMissing',
    '9F26',
    undefined,
  ],
  [
    'a signature that nobody asked for instead of the cryptogram',
    format2(tlv('9F27', '80'), tlv('9F36', '002A'), tlv('9F4B', '00'.repeat(64))),
    'mandatoryDataMissing',
    '9F26',
    undefined,
  ],
  [
    'a cryptogram of seven bytes',
    format2(parts('80', '002A', '11223344556677')),
    'malformedResponse',
    '9F26',
    undefined,
  ],
  ['a counter of three bytes', format2(parts('80', '00002A')), 'tooLong', '9F36', undefined],
  [
    'issuer data of 33 bytes',
    format2(parts(), tlv('9F10', '00'.repeat(33))),
    'tooLong',
    '9F10',
    undefined,
  ],
  [
    'the cryptogram twice',
    format2(parts(), tlv('9F26', '0000000000000000')),
    'dataConflict',
    '9F26',
    undefined,
  ],
  ['TC when ARQC was asked', cryptogram('40'), 'dataConflict', '9F27', undefined],
  ['the reserved kind', cryptogram('C0'), 'dataConflict', '9F27', undefined],
];

for (const [sentence, firstAc, code, tag, sw] of ends) {
  test(`first GENERATE AC answers ${sentence}: ${code}`, () => {
    const { outcome, requests } = run(testCard({ firstAc }), hold);
    assert.ok(outcome.type === 'failed', outcome.type);
    assert.deepEqual(
      [outcome.failure.code, outcome.failure.tag, outcome.failure.sw],
      [code, tag, sw],
    );
    assert.equal(outcome.failure.step, 'generateAc1');
    assert.equal(outcome.failure.hostApproved, false);
    assert.equal(outcome.failure.card?.pan.last4, '0016');
    assert.ok(!requests.some(({ type }) => type === 'online'));
  });

  test(`second GENERATE AC answers ${sentence} after the bank’s yes: the bank is owed a reversal`, () => {
    if (code === 'dataConflict' && tag === '9F27' && sentence.startsWith('TC')) return;
    const { outcome } = run(testCard({ secondAc: firstAc }), hold);
    assert.ok(outcome.type === 'failed', outcome.type);
    assert.equal(outcome.failure.step, 'generateAc2');
    assert.equal(outcome.failure.hostApproved, true);
  });
}

test('AAC when ARQC was asked is a refusal by the card', () => {
  const { outcome } = run(testCard({ firstAc: cryptogram('00') }), hold);
  assert.ok(outcome.type === 'declinedOffline');
  assert.equal(outcome.lines.cryptogramInformationData, '00');
});

test('a card that gives an ARQC where AAC was asked is not believed', () => {
  const { outcome } = run(
    testCard({ data: { '9F0E': '8000000000' }, firstAc: cryptogram('80') }),
    hold,
  );
  assert.ok(outcome.type === 'failed' && outcome.failure.code === 'dataConflict');
});

const badLists: readonly (readonly [sentence: string, dol: string, code: string])[] = [
  ['asks for 300 bytes', '9F37C89F3764', 'tooLong'],
  ['ends in the middle', '9F37', 'malformedResponse'],
  ['is a length without end', '9F0206FF', 'malformedResponse'],
];

for (const [sentence, dol, code] of badLists) {
  test(`a CDOL1 that ${sentence} is refused before it is sent`, () => {
    const { outcome, commands } = run(testCard({ data: { '8C': dol } }), hold);
    assert.ok(outcome.type === 'failed');
    assert.deepEqual([outcome.failure.code, outcome.failure.tag], [code, '8C']);
    assert.ok(outcome.failure.evidence.startsWith('8C'));
    assert.ok(!commands.some((command) => command.startsWith('80AE')));
  });

  test(`a CDOL2 that ${sentence} is known after the bank’s yes: a reversal is owed`, () => {
    const { outcome } = run(testCard({ data: { '8D': dol } }), hold);
    assert.ok(outcome.type === 'failed');
    assert.deepEqual([outcome.failure.code, outcome.failure.tag], [code, '8D']);
    assert.equal(outcome.failure.hostApproved, true);
  });
}

test('a CDOL1 that asks for nothing makes a command without data', () => {
  const record = Object.entries(standardData).map(([tag, value]) =>
    tlv(tag, tag === '8C' ? '' : value),
  );
  const { outcome, commands } = run(
    testCard({ records: { '1.1': tlv('70', ...record) + ok } }),
    hold,
  );
  assert.equal(outcome.type, 'approved');
  assert.ok(commands.includes('80AE800000'));
});

test('the certificate hash is made by the card’s list, else by the default one, which sets its bit', () => {
  const sha1 = (data: string): string =>
    createHash('sha1').update(hex(data)).digest('hex').toUpperCase();
  const ask = (data: Readonly<Record<string, string>>) => {
    const { commands, outcome } = run(testCard({ data: { '8C': '9814', ...data } }), hold);
    assert.ok(outcome.type === 'approved');
    const first = commands.find((command) => command.startsWith('80AE')) ?? '';
    return [first.slice(10, 50), bitsOf(outcome.lines.tvr).includes('defaultTdolUsed')];
  };
  assert.deepEqual(ask({}), [sha1('000000050000'), true]);
  assert.deepEqual(ask({ '97': '9A039C01' }), [sha1('26112300'), false]);
  assert.deepEqual(ask({ '97': '9A039814' }), [sha1('261123'), false]);
});

test('a certificate list that is none ends the transaction', () => {
  const { outcome } = run(testCard({ data: { '8C': '9814', '97': '9F' } }), hold);
  assert.ok(outcome.type === 'failed');
  assert.deepEqual([outcome.failure.code, outcome.failure.tag], ['malformedResponse', '97']);
});

test('a card that asks for the bank’s answer before there is one gets zeros', () => {
  const { commands } = run(testCard({ data: { '8C': '8A02910A9C01' } }), hold);
  const first = commands.find((command) => command.startsWith('80AE')) ?? '';
  assert.equal(first.slice(10, -2), '00'.repeat(13));
});

test('what the terminal decides by itself goes to the card as Y1 or Z1', () => {
  const silent = { '9F0F': '0000000000', '8C': '8A029C01' };
  const applications = hold.applications.map((it) => ({ ...it, tacOnline: '0000000000' }));
  const first = (data: Readonly<Record<string, string>>): string | undefined =>
    run(testCard({ data: { ...silent, ...data } }), {
      ...hold,
      applications,
      forceOnline: false,
    }).commands.find((command) => command.startsWith('80AE'));
  assert.equal(first({}), '80AE400003593100' + '00');
  assert.equal(first({ '9F0E': '8000000000' }), '80AE0000035A3100' + '00');
});

test('binary amounts and the floor limit are given where a card asks for them', () => {
  const { commands } = run(testCard({ data: { '8C': '81049F04049F1B045F3601' } }), hold);
  const first = commands.find((command) => command.startsWith('80AE')) ?? '';
  assert.equal(first.slice(10, -2), '0000C35000000000000186A002');
});
