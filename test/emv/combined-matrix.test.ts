import assert from 'node:assert/strict';
import test from 'node:test';
import type { KernelInput, OnlineAnswer } from '#src/emv/contract.ts';
import { caPublicKey } from './authority.ts';
import { tlv } from './card.ts';
import { type SignedCard, signedCard } from './signed-card.ts';
import { approved, bitsOf, hold, run } from './world.ts';

/**
 * Combined authentication at the first and the second GENERATE AC against everything the bank can do (EMV 4.4 Book 2
 * §6.6, Book 4 §6.3.2). `P1` of both commands: 80 ARQC, 40 TC, 00 AAC, with 10 when a signature is asked for.
 */
type Bank = 'approves' | 'declines' | 'is away, codes want nothing' | 'is away, codes refuse';
type Second = 'good TC' | 'false TC' | 'AAC';
type Row = readonly [
  first: 'good' | 'false',
  bank: Bank,
  second: Second,
  p1: string,
  end: string,
  bits: string,
];

const rows: readonly Row[] = [
  ['good', 'approves', 'good TC', '90 50', 'approved', ''],
  ['good', 'approves', 'false TC', '90 50', 'declinedByCardAfterApproval', 'cdaFailed'],
  ['good', 'approves', 'AAC', '90 50', 'declinedByCardAfterApproval', ''],
  ['good', 'declines', 'AAC', '90 00', 'declinedByHost', ''],
  ['good', 'declines', 'good TC', '90 00', 'declinedByHost', ''],
  [
    'good',
    'is away, codes want nothing',
    'good TC',
    '90 50',
    'unableToGoOnline approvedByCard',
    '',
  ],
  [
    'good',
    'is away, codes want nothing',
    'false TC',
    '90 50',
    'unableToGoOnline refusedByCard',
    'cdaFailed',
  ],
  ['good', 'is away, codes want nothing', 'AAC', '90 50', 'unableToGoOnline refusedByCard', ''],
  ['good', 'is away, codes refuse', 'AAC', '90 00', 'unableToGoOnline refusedByActionCodes', ''],
  ['false', 'approves', 'good TC', '90 00', 'declinedOffline terminal', 'cdaFailed'],
  ['false', 'declines', 'AAC', '90 00', 'declinedOffline terminal', 'cdaFailed'],
  ['false', 'is away, codes refuse', 'AAC', '90 00', 'declinedOffline terminal', 'cdaFailed'],
];

const answers: Readonly<Record<Bank, OnlineAnswer>> = {
  approves: approved,
  declines: {
    type: 'answered',
    approved: false,
    authorisationResponseCode: '05',
    issuerScripts: [],
  },
  'is away, codes want nothing': { type: 'unableToGoOnline' },
  'is away, codes refuse': { type: 'unableToGoOnline' },
};

const aac = tlv('80', '00002A1122334455667788') + '9000';

function cardOf(first: Row[0], second: Second): SignedCard {
  let cryptograms = 0;
  const before = (command: string) =>
    command.startsWith('80AE') && ++cryptograms === 2 && second === 'AAC' ? aac : undefined;
  const spoil =
    first === 'false'
      ? { combined: { hash: true as const, at: 1 as const } }
      : second === 'false TC'
        ? { combined: { hash: true as const, at: 2 as const } }
        : {};
  return { aip: '1D00', ...spoil, profile: { before }, data: { '9F0D': '0000000000' } };
}

for (const [first, bank, second, p1, end, bits] of rows) {
  test(`a ${first} signature, the bank ${bank}, then ${second}: ${end}`, () => {
    const tacDefault = bank === 'is away, codes refuse' ? 'FFFFFFFFFF' : '0000000000';
    const input: KernelInput = {
      ...hold,
      caPublicKeys: [caPublicKey()],
      applications: hold.applications.map((it) => ({ ...it, tacDefault })),
    };
    let asked = 0;
    const { outcome, commands } = run(signedCard(cardOf(first, second)), input, {
      online: () => {
        asked++;
        return answers[bank];
      },
    });
    assert.ok('lines' in outcome, outcome.type);
    const more =
      outcome.type === 'unableToGoOnline'
        ? ` ${outcome.offline}`
        : outcome.type === 'declinedOffline'
          ? ` ${outcome.by}`
          : '';
    assert.equal(outcome.type + more, end);
    const sent = commands.filter((it) => it.startsWith('80AE')).map((it) => it.slice(4, 6));
    assert.equal(sent.join(' '), p1);
    assert.equal(asked, first === 'good' ? 1 : 0);
    const oda = bitsOf(outcome.lines.tvr).filter((bit) => /Failed$|NotPerformed/.test(bit));
    assert.equal(oda.filter((bit) => bit !== 'issuerAuthenticationFailed').join(' '), bits);
    assert.equal(Number.parseInt(outcome.lines.tsi.slice(0, 2), 16) & 0x80, 0x80);
  });
}
