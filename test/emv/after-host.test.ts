import assert from 'node:assert/strict';
import test from 'node:test';
import { hex, toHex } from '#src/bytes.ts';
import type { OnlineAnswer } from '#src/emv/contract.ts';
import { type CardProfile, cryptogram, ok, testCard, tlv } from './card.ts';
import { approved, bitsOf, hold, run } from './world.ts';

type Answered = Extract<OnlineAnswer, { type: 'answered' }>;
const answer = (change: Partial<Answered>): OnlineAnswer =>
  ({ ...approved, ...change }) as Answered;
const arpc = hex('AABBCCDDEEFF00113030');
const declined = answer({ approved: false, authorisationResponseCode: '51' });

const from = (commands: readonly string[], header: string): readonly string[] =>
  commands.filter((command) => command.startsWith(header));
/** Commands after the first GENERATE AC, by their four header bytes. */
const after = (commands: readonly string[]): readonly string[] => {
  const first = commands.findIndex((command) => command.startsWith('80AE'));
  return commands.slice(first + 1).map((command) => command.slice(0, 8));
};

test('the bank’s proof goes to the card by EXTERNAL AUTHENTICATE', () => {
  const { outcome, commands } = run(testCard(), hold, {
    online: answer({ issuerAuthenticationData: arpc }),
  });
  assert.deepEqual(from(commands, '0082'), [`008200000A${toHex(arpc)}`]);
  assert.ok(outcome.type === 'approved');
  assert.equal(outcome.lines.tsi, '7800');
});

for (const sw of ['6300', '6985', '6A80']) {
  test(`a proof that the card refuses with ${sw} sets its bit and the card decides`, () => {
    const profile: CardProfile = { externalAuthenticate: sw, secondAc: cryptogram('00') };
    const { outcome } = run(testCard(profile), hold, {
      online: answer({ issuerAuthenticationData: arpc }),
    });
    assert.ok(outcome.type === 'declinedByCardAfterApproval');
    assert.ok(bitsOf(outcome.lines.tvr).includes('issuerAuthenticationFailed'));
  });
}

for (const length of [0, 7, 17]) {
  test(`a proof of ${length} bytes is no proof and is not sent`, () => {
    const issuerAuthenticationData = new Uint8Array(length);
    const { outcome, commands } = run(testCard(), hold, {
      online: answer({ issuerAuthenticationData }),
    });
    assert.deepEqual(from(commands, '0082'), []);
    assert.ok(outcome.type === 'approved');
    assert.ok(bitsOf(outcome.lines.tvr).includes('issuerAuthenticationFailed'));
  });
}

test('a card that takes the proof in CDOL2 gets it there', () => {
  const profile: CardProfile = { aip: '1800', data: { '8D': '910A8A02' } };
  const { outcome, commands } = run(testCard(profile), hold, {
    online: answer({ issuerAuthenticationData: arpc }),
  });
  assert.equal(outcome.type, 'approved');
  assert.deepEqual(from(commands, '0082'), []);
  assert.equal(from(commands, '80AE')[1], `80AE40000C${toHex(arpc)}303000`);
});

test('no proof from the bank: CDOL2 carries zeros and nothing is authenticated', () => {
  const profile: CardProfile = { data: { '8D': '910A8A02' } };
  const { outcome, commands } = run(testCard(profile), hold);
  assert.equal(from(commands, '80AE')[1], '80AE40000C00000000000000000000303000');
  assert.ok(outcome.type === 'approved');
  assert.equal(outcome.lines.tsi, '6800');
});

for (const code of ['00', '10', '11']) {
  test(`the bank’s yes with ${code} asks the card for a TC`, () => {
    const { outcome, commands } = run(testCard(), hold, {
      online: answer({ authorisationResponseCode: code }),
    });
    assert.equal(outcome.type, 'approved');
    const codeHex = toHex(new TextEncoder().encode(code));
    assert.ok(from(commands, '80AE40')[0]?.startsWith(`80AE40001F${codeHex}`));
  });
}

for (const code of ['01', '05', '51', '55', '91']) {
  test(`the bank’s no with ${code} asks the card for an AAC`, () => {
    const online = answer({ approved: false, authorisationResponseCode: code });
    const { outcome, commands } = run(testCard(), hold, { online });
    assert.ok(outcome.type === 'declinedByHost');
    assert.equal(outcome.authorisationResponseCode, code);
    assert.equal(outcome.lines.cryptogramInformationData, '00');
    assert.equal(from(commands, '80AE00').length, 1);
  });
}

test('AAC after the bank’s yes: the bank must be reversed, with the card’s data', () => {
  const { outcome } = run(testCard({ secondAc: cryptogram('00') }), hold);
  assert.ok(outcome.type === 'declinedByCardAfterApproval');
  assert.ok(toHex(outcome.chipData).includes('9F270100'));
});

for (const cid of ['80', 'C0']) {
  test(`cryptogram information ${cid} at the end is no answer: the bank must be reversed`, () => {
    const { outcome } = run(testCard({ secondAc: cryptogram(cid) }), hold);
    assert.equal(outcome.type === 'approved', false);
    assert.ok(
      outcome.type === 'declinedByCardAfterApproval' ||
        (outcome.type === 'failed' && outcome.failure.hostApproved),
    );
  });
}

test('the chip data of an approval hold the final cryptogram', () => {
  const { outcome } = run(testCard(), hold);
  assert.ok(outcome.type === 'approved');
  assert.ok(toHex(outcome.chipData).startsWith('9F26081122334455667788' + '9F270140'));
});

test('a person who gives up at the bank ends the transaction', () => {
  assert.deepEqual(run(testCard(), hold, { online: 'cancelled' }).outcome, {
    type: 'cancelled',
    at: 'generateAc1',
  });
});

test('a person who gives up after the bank’s yes leaves a hold to be reversed', () => {
  let cryptograms = 0;
  const before = (request: { type: string; step?: string }) =>
    request.type === 'transmit' && request.step === 'generateAc2' && ++cryptograms === 1
      ? ({ type: 'cancelled' } as const)
      : undefined;
  assert.equal(run(testCard(), hold, { before }).outcome.type, 'declinedByCardAfterApproval');
});

// Issuer scripts

const script = (tag: '71' | '72', id: string, ...commands: readonly string[]): Uint8Array =>
  hex(tlv(tag, id === '' ? '' : tlv('9F18', id), ...commands.map((command) => tlv('86', command))));
const block = '841E000004DEADBEEF';
const unblock = '8424000004DEADBEEF';
const put = '04DA9F580501DEADBEEF';

type ScriptRow = readonly [
  sentence: string,
  scripts: readonly Uint8Array[],
  answers: Readonly<Record<string, string>>,
  results: string,
  sent: readonly string[],
  bits: string,
];

const scriptRows: readonly ScriptRow[] = [
  [
    'before the end',
    [script('71', '00000001', block)],
    { '841E': ok },
    '2000000001',
    ['841E0000', '80AE4000'],
    '',
  ],
  [
    'after the end',
    [script('72', '00000002', block)],
    { '841E': ok },
    '2000000002',
    ['80AE4000', '841E0000'],
    '',
  ],
  [
    'both, each at its place',
    [script('72', '00000002', unblock), script('71', '00000001', block)],
    { '841E': ok, '8424': ok },
    '20000000012000000002',
    ['841E0000', '80AE4000', '84240000'],
    '',
  ],
  [
    'several commands',
    [script('71', '00000001', block, unblock, put)],
    { '841E': ok, '8424': ok, '04DA': ok },
    '2000000001',
    ['841E0000', '84240000', '04DA9F58', '80AE4000'],
    '',
  ],
  [
    'without an identifier',
    [script('71', '', block)],
    { '841E': ok },
    '2000000000',
    ['841E0000', '80AE4000'],
    '',
  ],
  [
    'warnings do not stop it',
    [script('71', '00000001', block, unblock)],
    { '841E': '6281', '8424': '6300' },
    '2000000001',
    ['841E0000', '84240000', '80AE4000'],
    '',
  ],
  [
    'a refused command stops its script',
    [script('71', '00000001', block, unblock)],
    { '841E': '6985' },
    '1100000001',
    ['841E0000', '80AE4000'],
    'scriptFailedBeforeFinalAc',
  ],
  [
    'a refused second command is counted',
    [script('72', '00000001', block, unblock)],
    { '841E': ok, '8424': '6A80' },
    '1200000001',
    ['80AE4000', '841E0000', '84240000'],
    'scriptFailedAfterFinalAc',
  ],
  [
    'the next script goes on after a refused one',
    [script('71', '00000001', block), script('71', '00000003', unblock)],
    { '841E': '6985', '8424': ok },
    '11000000012000000003',
    ['841E0000', '84240000', '80AE4000'],
    'scriptFailedBeforeFinalAc',
  ],
  [
    'without commands',
    [script('71', '00000001')],
    {},
    '0000000001',
    ['80AE4000'],
    'scriptFailedBeforeFinalAc',
  ],
  [
    'that cannot be read',
    [hex('7105860A84')],
    {},
    '0000000000',
    ['80AE4000'],
    'scriptFailedBeforeFinalAc',
  ],
  [
    'with a command too short',
    [script('71', '00000001', '841E')],
    {},
    '1100000001',
    ['80AE4000'],
    'scriptFailedBeforeFinalAc',
  ],
  ['in a template that is none', [hex('7303860184')], {}, '', ['80AE4000'], ''],
  [
    'with an identifier too long',
    [script('71', '0000000102', block)],
    { '841E': ok },
    '2000000000',
    ['841E0000', '80AE4000'],
    '',
  ],
];

for (const [sentence, issuerScripts, answers, results, sent, bits] of scriptRows) {
  test(`issuer script ${sentence}`, () => {
    const card = testCard({ before: (command) => answers[command.slice(0, 4)] });
    const { outcome, commands } = run(card, hold, { online: answer({ issuerScripts }) });
    assert.ok(outcome.type === 'approved', outcome.type);
    assert.equal(toHex(outcome.scriptResults), results);
    assert.deepEqual(after(commands), sent);
    assert.equal(
      bitsOf(outcome.lines.tvr)
        .filter((bit) => bit.startsWith('script'))
        .join(' '),
      bits,
    );
    const performed = (Number.parseInt(outcome.lines.tsi.slice(0, 2), 16) & 0x04) !== 0;
    assert.equal(performed, results !== '');
  });
}

test('the sixteenth command and all behind it are counted as fifteen', () => {
  const many = script('71', '00000001', ...Array<string>(15).fill(block), unblock);
  const card = testCard({
    before: (command) =>
      command.startsWith('841E') ? ok : command.startsWith('8424') ? '6985' : undefined,
  });
  const { outcome } = run(card, hold, { online: answer({ issuerScripts: [many] }) });
  assert.ok(outcome.type === 'approved');
  assert.equal(toHex(outcome.scriptResults), '1F00000001');
});

test('scripts are done after a refusal of the bank too, and told', () => {
  const card = testCard({ before: (command) => (command.startsWith('841E') ? ok : undefined) });
  const online = { ...declined, issuerScripts: [script('71', '00000001', block)] } as OnlineAnswer;
  const { outcome } = run(card, hold, { online });
  assert.ok(outcome.type === 'declinedByHost');
  assert.equal(toHex(outcome.scriptResults ?? hex('')), '2000000001');
});

test('more scripts and commands than anybody sends are cut off', () => {
  const flood = Array.from({ length: 40 }, () => script('72', '00000001', block));
  const card = testCard({ before: (command) => (command.startsWith('841E') ? ok : undefined) });
  const { outcome, commands } = run(card, hold, { online: answer({ issuerScripts: flood }) });
  assert.equal(outcome.type, 'approved');
  assert.equal(from(commands, '841E').length, 16);
});

test('a script that cannot be read to its end is told by its identifier, and the next one is done', () => {
  const issuerScripts = [hex('710E9F180400000009860A841E000004'), script('71', '00000001', block)];
  const card = testCard({ before: (command) => (command.startsWith('841E') ? ok : undefined) });
  const { outcome } = run(card, hold, { online: answer({ issuerScripts }) });
  assert.ok(outcome.type === 'approved');
  assert.equal(toHex(outcome.scriptResults), '00000000092000000001');
});

test('a card that leaves during the last scripts has approved all the same', () => {
  const card = testCard({
    before: (command) => (command.startsWith('841E') ? { fault: 'cardRemoved' } : undefined),
  });
  const { outcome } = run(card, hold, {
    online: answer({ issuerScripts: [script('72', '00000001', block)] }),
  });
  assert.equal(outcome.type, 'approved');
});

// The card leaves or fails at each point behind the bank's answer.

const points = [
  ['EXTERNAL AUTHENTICATE', '0082'],
  ['a script before the end', '841E'],
  ['the second GENERATE AC', '80AE40'],
] as const;

for (const [point, header] of points) {
  for (const fault of ['cardRemoved', 'cardMute', 'readerGone', 'protocol'] as const) {
    test(`${fault} at ${point} after the bank’s yes: a reversal is owed`, () => {
      const card = testCard({
        before: (command) =>
          command.startsWith(header) ? { fault } : command.startsWith('841E') ? ok : undefined,
      });
      const online = answer({
        issuerAuthenticationData: arpc,
        issuerScripts: [script('71', '00000001', block)],
      });
      const { outcome } = run(card, hold, { online });
      assert.ok(outcome.type === 'failed', outcome.type);
      assert.equal(outcome.failure.hostApproved, true);
      assert.equal(outcome.failure.code, fault === 'protocol' ? 'protocolError' : fault);
      assert.equal(outcome.failure.card?.pan.last4, '0016');
    });

    test(`${fault} at ${point} after the bank’s no: the bank’s no stays the outcome`, () => {
      const card = testCard({
        before: (command) =>
          command.startsWith(header.replace('80AE40', '80AE00'))
            ? { fault }
            : command.startsWith('841E')
              ? ok
              : undefined,
      });
      const online = {
        ...declined,
        issuerAuthenticationData: arpc,
        issuerScripts: [script('71', '00000001', block)],
      } as OnlineAnswer;
      assert.equal(run(card, hold, { online }).outcome.type, 'declinedByHost');
    });
  }
}
