import assert from 'node:assert/strict';
import test from 'node:test';
import { hex } from '#src/bytes.ts';
import type { KernelInput, OnlineAnswer } from '#src/emv/contract.ts';
import { tsiBits, tvrBits } from '#src/emv/tvr.ts';
import { caPublicKey } from './authority.ts';
import { type CardProfile, ok, testCard, tlv } from './card.ts';
import { type SignedCard, signedCard } from './signed-card.ts';
import { type Around, approved, hold, run, unionPayDebit } from './world.ts';

/**
 * Every bit of the results, and a transaction that sets it: the whole TVR, TSI and CVM results as they stand at the
 * end (EMV 4.4 Book 3 annex C5 and C6, Book 4 annex A4). The plain card is an online PIN card without keys.
 */
type Bits = keyof typeof tvrBits | keyof typeof tsiBits;
type Row = readonly [
  bit: Bits,
  sentence: string,
  card: CardProfile | SignedCard,
  input: Partial<KernelInput>,
  around: Around,
  tvr: string,
  tsi: string,
  cvmResults: string,
];

const keys: Partial<KernelInput> = { caPublicKeys: [caPublicKey()] };
const noCda = { terminal: { ...hold.terminal, capabilities: 'E0F8C0' } };
const application = (change: object): Partial<KernelInput> => ({
  applications: [{ ...unionPayDebit, ...change }],
});
const answered = (change: object): OnlineAnswer => ({ ...approved, ...change }) as OnlineAnswer;
const cvm = (rules: string) => ({ data: { '8E': `0000000000000000${rules}` } });
const script = (tag: string) =>
  hex(tlv(tag, tlv('9F18', '00000001'), tlv('86', '841E000004DEADBEEF')));
const limits = { '9F14': '02', '9F23': '04' };
const counter = (atc: string, last: string) => ({
  '9F36': tlv('9F36', atc) + ok,
  '9F13': tlv('9F13', last) + ok,
});

const rows: readonly Row[] = [
  [
    'offlineDataAuthenticationNotPerformed',
    'the plain card',
    {},
    {},
    {},
    '8000040000',
    '6800',
    '420300',
  ],
  [
    'sdaSelected',
    'a card with static data',
    { aip: '5C00' },
    keys,
    {},
    '0200040000',
    'E800',
    '420300',
  ],
  [
    'sdaFailed',
    'a false static signature',
    { aip: '5C00', staticSignature: { hash: true } },
    keys,
    {},
    '4200040000',
    'E800',
    '420300',
  ],
  [
    'iccDataMissing',
    'no static signature',
    { aip: '5C00', data: { '93': '' } },
    keys,
    {},
    '6200040000',
    'E800',
    '420300',
  ],
  [
    'ddaFailed',
    'a false dynamic signature',
    { aip: '3C00', dynamicSignature: { hash: true } },
    { ...keys, ...noCda },
    {},
    '0800040000',
    'E800',
    '420300',
  ],
  [
    'cdaFailed',
    'a certificate of nobody',
    { aip: '1D00' },
    { caPublicKeys: [] },
    {},
    '0400040000',
    'E800',
    '420300',
  ],
  [
    'cardOnExceptionFile',
    'a listed card',
    {},
    { exceptionFile: () => true },
    {},
    '9000040000',
    '6800',
    '420300',
  ],
  [
    'differentApplicationVersions',
    'version 0031',
    { data: { '9F08': '0031' } },
    {},
    {},
    '8080040000',
    '6800',
    '420300',
  ],
  [
    'expiredApplication',
    'expired yesterday',
    { data: { '5F24': '261122' } },
    {},
    {},
    '8040040000',
    '6800',
    '420300',
  ],
  [
    'applicationNotYetEffective',
    'effective tomorrow',
    { data: { '5F25': '261124' } },
    {},
    {},
    '8020040000',
    '6800',
    '420300',
  ],
  [
    'requestedServiceNotAllowed',
    'ATMs only',
    { data: { '9F07': '0200' } },
    application({ tacDenial: '0000000000' }),
    {},
    '8010040000',
    '6800',
    '420300',
  ],
  [
    'newCard',
    'never online',
    { data: limits, getData: counter('0001', '0000') },
    {},
    {},
    '8008040000',
    '6800',
    '420300',
  ],
  [
    'cardholderVerificationFailed',
    'nothing but a failure',
    cvm('0000'),
    {},
    {},
    '8000800000',
    '6800',
    '000001',
  ],
  [
    'unrecognisedCvm',
    'a method of nobody, then none',
    cvm('46001F00'),
    {},
    {},
    '8000400000',
    '6800',
    '1F0002',
  ],
  [
    'pinTryLimitExceeded',
    'an offline PIN used up, then none',
    { ...cvm('41001F00'), getData: { '9F17': tlv('9F17', '00') + ok } },
    {},
    {},
    '8000200000',
    '6800',
    '1F0002',
  ],
  [
    'pinPadNotWorking',
    'a broken PIN pad, then none',
    cvm('42001F00'),
    {},
    { pin: 'padFailed' },
    '8000100000',
    '6800',
    '1F0002',
  ],
  [
    'pinNotEntered',
    'a PIN passed over, then none',
    cvm('42001F00'),
    {},
    { pin: 'bypassed' },
    '8000080000',
    '6800',
    '1F0002',
  ],
  ['onlinePinEntered', 'an online PIN', cvm('0200'), {}, {}, '8000040000', '6800', '020000'],
  [
    'floorLimitExceeded',
    'at the floor limit',
    {},
    application({ floorLimitMinorUnits: 50_000 }),
    {},
    '8000048000',
    '6800',
    '420300',
  ],
  [
    'lowerConsecutiveOfflineLimitExceeded',
    'three offline',
    { data: limits, getData: counter('0013', '0010') },
    {},
    {},
    '8000044000',
    '6800',
    '420300',
  ],
  [
    'upperConsecutiveOfflineLimitExceeded',
    'five offline',
    { data: limits, getData: counter('0015', '0010') },
    {},
    {},
    '8000046000',
    '6800',
    '420300',
  ],
  [
    'randomlySelected',
    'a hundred in a hundred',
    {},
    application({
      randomSelection: { targetPercent: 99, maximumTargetPercent: 99, thresholdMinorUnits: 90_000 },
    }),
    {},
    '8000041000',
    '6800',
    '420300',
  ],
  [
    'merchantForcedOnline',
    'a person wants it',
    {},
    { merchantForcedOnline: true },
    {},
    '8000040800',
    '6800',
    '420300',
  ],
  [
    'defaultTdolUsed',
    'a hash without a list of its own',
    { data: { '8C': '9814' } },
    {},
    {},
    '8000040080',
    '6800',
    '420300',
  ],
  [
    'issuerAuthenticationFailed',
    'a proof that the card refuses',
    { externalAuthenticate: '6300' },
    {},
    { online: answered({ issuerAuthenticationData: hex('AABBCCDDEEFF00113030') }) },
    '8000040040',
    '7800',
    '420300',
  ],
  [
    'scriptFailedBeforeFinalAc',
    'script 71 refused',
    {},
    {},
    { online: answered({ issuerScripts: [script('71')] }) },
    '8000040020',
    '6C00',
    '420300',
  ],
  [
    'scriptFailedAfterFinalAc',
    'script 72 refused',
    {},
    {},
    { online: answered({ issuerScripts: [script('72')] }) },
    '8000040010',
    '6C00',
    '420300',
  ],
  [
    'offlineDataAuthenticationPerformed',
    'a true dynamic signature',
    { aip: '3C00' },
    { ...keys, ...noCda },
    {},
    '0000040000',
    'E800',
    '420300',
  ],
  [
    'cardholderVerificationPerformed',
    'a card that wants it',
    {},
    {},
    {},
    '8000040000',
    '6800',
    '420300',
  ],
  [
    'cardRiskManagementPerformed',
    'a card that wants nothing else',
    { aip: '0000' },
    {},
    {},
    '8000000000',
    '2000',
    '3F0000',
  ],
  [
    'issuerAuthenticationPerformed',
    'a proof that the card takes',
    {},
    {},
    { online: answered({ issuerAuthenticationData: hex('AABBCCDDEEFF00113030') }) },
    '8000040000',
    '7800',
    '420300',
  ],
  [
    'terminalRiskManagementPerformed',
    'a card that wants it',
    { aip: '0800' },
    {},
    {},
    '8000000000',
    '2800',
    '3F0000',
  ],
  [
    'scriptProcessingPerformed',
    'script 72 taken',
    { before: (c: string) => (c.startsWith('841E') ? ok : undefined) },
    {},
    { online: answered({ issuerScripts: [script('72')] }) },
    '8000040000',
    '6C00',
    '420300',
  ],
];

const isSigned = (card: CardProfile | SignedCard, input: Partial<KernelInput>): boolean =>
  input.caPublicKeys !== undefined || 'staticSignature' in card;

for (const [bit, sentence, card, input, around, tvr, tsi, cvmResults] of rows) {
  test(`${bit}: ${sentence} gives ${tvr} ${tsi} ${cvmResults}`, () => {
    const made = isSigned(card, input)
      ? signedCard(card as SignedCard)
      : testCard(card as CardProfile);
    const { outcome } = run(made, { ...hold, ...input }, around);
    assert.ok('lines' in outcome, outcome.type === 'failed' ? outcome.failure.code : outcome.type);
    const { lines } = outcome;
    assert.equal(`${lines.tvr} ${lines.tsi} ${lines.cvmResults}`, `${tvr} ${tsi} ${cvmResults}`);
    const [byte, mask] =
      bit in tvrBits ? tvrBits[bit as keyof typeof tvrBits] : tsiBits[bit as keyof typeof tsiBits];
    const value = hex(bit in tvrBits ? tvr : tsi)[byte] ?? 0;
    assert.equal(value & mask, mask, 'the row sets its bit');
  });
}

test('no bit is without a transaction that sets it', () => {
  const named = new Set(rows.map(([bit]) => bit));
  for (const bit of [...Object.keys(tvrBits), ...Object.keys(tsiBits)])
    assert.ok(named.has(bit as Bits), bit);
});
