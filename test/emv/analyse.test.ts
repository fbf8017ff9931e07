import assert from 'node:assert/strict';
import test from 'node:test';
import type { KernelInput, TerminalApplication } from '#src/emv/contract.ts';
import { cryptogram, testCard } from './card.ts';
import { hold, run, unionPayDebit } from './world.ts';

/** No action code of anybody wants anything. */
const silentIssuer = { '9F0D': '0000000000', '9F0E': '0000000000', '9F0F': '0000000000' };
const silent: Partial<TerminalApplication> = {
  tacDenial: '0000000000',
  tacOnline: '0000000000',
  tacDefault: '0000000000',
};

type Row = readonly [
  sentence: string,
  issuer: Readonly<Record<string, string>>,
  terminal: Partial<TerminalApplication>,
  input: Partial<KernelInput>,
  firstAsked: 'aac' | 'arqc' | 'tc',
];

const sale: Partial<KernelInput> = { forceOnline: false };
/**
 * The bit that every transaction of the test card sets: offline data authentication not performed.
 */
const bit = '8000000000';

const table: readonly Row[] = [
  ['nobody wants anything', {}, {}, sale, 'tc'],
  ['a hold always goes online', {}, {}, { forceOnline: true }, 'arqc'],
  ['the merchant wants it online', {}, {}, { ...sale, merchantForcedOnline: true }, 'arqc'],
  ['the issuer wants it online', { '9F0F': bit }, {}, sale, 'arqc'],
  ['the acquirer wants it online', {}, { tacOnline: bit }, sale, 'arqc'],
  ['the issuer denies', { '9F0E': bit }, {}, sale, 'aac'],
  ['the acquirer denies', {}, { tacDenial: bit }, sale, 'aac'],
  ['a denial counts for a hold too', { '9F0E': bit }, {}, { forceOnline: true }, 'aac'],
  ['no issuer action code for online: every bit goes online', { '9F0F': '' }, {}, sale, 'arqc'],
  ['no issuer action code for denial: nothing is denied', { '9F0E': '' }, {}, sale, 'tc'],
  [
    'no terminal action codes: nothing is wanted',
    {},
    { tacDenial: '', tacOnline: '', tacDefault: '' },
    sale,
    'tc',
  ],
  [
    'an online-only terminal asks the issuer',
    {},
    {},
    { ...sale, terminal: { ...hold.terminal, type: '21' } },
    'arqc',
  ],
  [
    'an offline-only terminal approves when nothing speaks against it',
    {},
    {},
    { ...sale, terminal: { ...hold.terminal, type: '23' } },
    'tc',
  ],
  [
    'an offline-only terminal goes by the default codes',
    { '9F0D': bit },
    {},
    { ...sale, terminal: { ...hold.terminal, type: '23' } },
    'aac',
  ],
  [
    'an offline-only terminal can take no hold',
    {},
    {},
    { forceOnline: true, terminal: { ...hold.terminal, type: '23' } },
    'aac',
  ],
];

const p1 = { aac: '00', arqc: '80', tc: '40' } as const;
const noPinRule = { '8E': '00000000000000001F00' };

for (const [sentence, issuer, terminal, input, firstAsked] of table) {
  test(`terminal action analysis: ${sentence}`, () => {
    const card = testCard({ data: { ...silentIssuer, ...noPinRule, ...issuer } });
    const applications = [{ ...unionPayDebit, ...silent, ...terminal }];
    const { commands } = run(card, { ...hold, applications, ...input });
    const first = commands.find((command) => command.startsWith('80AE')) ?? '';
    assert.equal(first.slice(4, 6), p1[firstAsked]);
  });
}

test('codes that name other bits than those that are set want nothing', () => {
  const others = '7FFFFFFFFF';
  const card = testCard({ data: { '9F0E': others, '9F0F': others, ...noPinRule } });
  const applications = [{ ...unionPayDebit, tacDenial: others, tacOnline: others }];
  const { commands } = run(card, { ...hold, ...sale, applications });
  assert.equal(commands.find((command) => command.startsWith('80AE'))?.slice(4, 6), '40');
});

test('approved offline, the transaction ends with a TC and no question to the bank', () => {
  const card = testCard({ data: { ...silentIssuer, ...noPinRule } });
  const applications = [{ ...unionPayDebit, ...silent }];
  const { outcome, requests } = run(card, { ...hold, ...sale, applications });
  assert.equal(outcome.type, 'approved');
  assert.ok(!requests.some(({ type }) => type === 'online'));
});

type Offline = readonly [
  sentence: string,
  issuerDefault: string,
  tacDefault: string,
  input: Partial<KernelInput>,
  secondAsked: string,
  end: string,
];

const withoutLine: readonly Offline[] = [
  [
    'a hold whose default codes want nothing asks the card, and is none whatever it says',
    '0000000000',
    '0000000000',
    { forceOnline: true },
    '40',
    'unableToGoOnline',
  ],
  [
    'the default codes want nothing: the card may approve',
    '0000000000',
    '0000000000',
    sale,
    '40',
    'approved',
  ],
  [
    'a hold that the default codes refuse asks the card for a refusal',
    bit,
    '0000000000',
    { forceOnline: true },
    '00',
    'unableToGoOnline',
  ],
  ['the issuer’s default code refuses', bit, '0000000000', sale, '00', 'unableToGoOnline'],
  ['the acquirer’s default code refuses', '0000000000', bit, sale, '00', 'unableToGoOnline'],
  ['no default code of the issuer refuses', '', '0000000000', sale, '00', 'unableToGoOnline'],
];

for (const [sentence, issuerDefault, tacDefault, input, secondAsked, end] of withoutLine) {
  test(`no way to the bank: ${sentence}`, () => {
    const card = testCard({
      data: { ...silentIssuer, ...noPinRule, '9F0F': bit, '9F0D': issuerDefault },
    });
    const applications = [{ ...unionPayDebit, ...silent, tacDefault }];
    const { outcome, commands } = run(
      card,
      { ...hold, ...input, applications },
      { online: { type: 'unableToGoOnline' } },
    );
    const second = commands.filter((command) => command.startsWith('80AE'))[1] ?? '';
    assert.equal(second.slice(4, 6), secondAsked);
    const code = secondAsked === '40' ? '5933' : '5A33';
    assert.equal(second.slice(10, 14), code, 'Y3 or Z3 goes to the card');
    assert.equal(outcome.type, end);
  });
}

test('no way to the bank and the card refuses what the default codes allow', () => {
  const card = testCard({
    data: { ...silentIssuer, ...noPinRule, '9F0F': bit },
    secondAc: cryptogram('00'),
  });
  const applications = [{ ...unionPayDebit, ...silent }];
  const { outcome } = run(
    card,
    { ...hold, ...sale, applications },
    { online: { type: 'unableToGoOnline' } },
  );
  assert.equal(outcome.type, 'declinedOffline');
});

test('no way to the bank: a card that leaves meanwhile does not hide the cause', () => {
  let cryptograms = 0;
  const card = testCard({
    before: (command) =>
      command.startsWith('80AE') && ++cryptograms === 2 ? { fault: 'cardRemoved' } : undefined,
  });
  assert.equal(
    run(card, hold, { online: { type: 'unableToGoOnline' } }).outcome.type,
    'unableToGoOnline',
  );
});

test('an online-only terminal without a line refuses whatever the codes say', () => {
  const card = testCard({ data: { ...silentIssuer, ...noPinRule } });
  const applications = [{ ...unionPayDebit, ...silent }];
  const input = { ...hold, ...sale, applications, terminal: { ...hold.terminal, type: '24' } };
  assert.equal(
    run(card, input, { online: { type: 'unableToGoOnline' } }).outcome.type,
    'unableToGoOnline',
  );
});

test('a refusal says whether card or terminal refused', () => {
  const byTerminal = run(testCard({ data: { '9F0E': bit } }), hold).outcome;
  const byCard = run(testCard({ firstAc: cryptogram('00') }), hold).outcome;
  assert.ok(byTerminal.type === 'declinedOffline' && byTerminal.by === 'terminal');
  assert.ok(byCard.type === 'declinedOffline' && byCard.by === 'card');
});

test('a terminal action code that is no hex counts as absent', () => {
  const card = testCard({ data: { ...silentIssuer, ...noPinRule } });
  const applications = [{ ...unionPayDebit, ...silent, tacOnline: 'nothing' }];
  const { commands } = run(card, { ...hold, ...sale, applications });
  assert.equal(commands.find((command) => command.startsWith('80AE'))?.slice(4, 6), '40');
});
