import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaults } from '#src/config/defaults.ts';
import { type DiagnosisContext, diagnose } from '#src/recovery/diagnose.ts';
import type { Cause, Evidence, Finding, RemedyKind } from '#src/recovery/evidence.ts';

const context: DiagnosisContext = {
  policies: defaults.policies,
  readerReady: true,
  hasStripe: true,
};
const noAtr: Evidence = { type: 'noAtr', card: 'a', tries: 1 };
const broke: Evidence = {
  type: 'chipFailed',
  card: 'a',
  failure: 'cardMute',
  step: 'readRecords',
  tries: 1,
  bytes: '',
};
const failed = (failure: (typeof broke & { type: 'chipFailed' })['failure']): Evidence =>
  ({ ...broke, type: 'chipFailed', failure }) as Evidence;
const link = (
  fault:
    | 'link.connectRefused'
    | 'link.answerTimeout'
    | 'link.reset'
    | 'link.nameNotFound'
    | 'link.tls'
    | 'link.connectTimeout'
    | 'link.unreachable'
    | 'link.badFrame',
): Evidence => ({ type: 'linkFault', fault, tries: 1, maybeSent: false });
const code = (value: string): Evidence => ({ type: 'answerCode', code: value });
const stripe: Evidence = {
  type: 'stripeFailed',
  tracks: [2],
  parityErrors: 3,
  tries: 1,
  otherTracksFine: false,
};
const swiped: Evidence = { type: 'stripeOfChipCard', serviceCode: '201' };

type Row = readonly [string, readonly Evidence[], Cause, Finding, RemedyKind];

const table: readonly Row[] = [
  ['no answer to reset', [noAtr], 'damagedOrExpired', 'chipDead', 'otherCard'],
  [
    'an answer to reset that is none',
    [{ type: 'badAtr', card: 'a', atr: '00', tries: 1 }],
    'damagedOrExpired',
    'chipDamaged',
    'otherCard',
  ],
  ['a chip that falls silent half-way', [broke], 'damagedOrExpired', 'chipDirty', 'readAgain'],
  [
    'a chip that breaks off for the third time',
    [broke, broke, broke],
    'damagedOrExpired',
    'chipDirty',
    'otherCard',
  ],
  [
    'a chip without its number',
    [failed('mandatoryDataMissing')],
    'damagedOrExpired',
    'chipDamaged',
    'otherCard',
  ],
  [
    'two numbers on one chip',
    [failed('dataConflict')],
    'damagedOrExpired',
    'chipDamaged',
    'otherCard',
  ],
  ['a blocked card', [failed('cardBlocked')], 'unsupportedCard', 'cardBlocked', 'otherCard'],
  [
    'a blocked application',
    [failed('applicationBlocked')],
    'unsupportedCard',
    'cardBlocked',
    'otherCard',
  ],
  [
    'no common application',
    [failed('noCommonApplication')],
    'unsupportedCard',
    'cardNotAccepted',
    'otherCard',
  ],
  [
    'a card pulled out',
    [{ type: 'cardPulled', step: 'readRecords', tries: 1 }],
    'operator',
    'cardPulled',
    'readAgain',
  ],
  ['a chip card through the stripe', [swiped], 'operator', 'insertChip', 'insertChip'],
  [
    'the same after its chip was dead',
    [noAtr, swiped],
    'damagedOrExpired',
    'chipDead',
    'otherCard',
  ],
  ['a stripe that cannot be read', [stripe], 'damagedOrExpired', 'stripeDamaged', 'readAgain'],
  [
    'three different cards in a row',
    [noAtr, { type: 'differentCardsFailed', cards: 3 }],
    'deviceFault',
    'readerFault',
    'cleanReader',
  ],
  [
    'two different cards in a row: two dead chips or one dead reader',
    [noAtr, { type: 'differentCardsFailed', cards: 2 }],
    'unknown',
    'unknown',
    'readAgain',
  ],
  [
    'a reader that is not there',
    [{ type: 'readerFault', fault: 'reader.gone' }],
    'deviceFault',
    'readerGone',
    'readAgain',
  ],
  [
    'the reader’s service down',
    [{ type: 'readerFault', fault: 'reader.serviceDown' }],
    'deviceFault',
    'readerGone',
    'readAgain',
  ],
  ['a line refused', [link('link.connectRefused')], 'network', 'noLine', 'waitForBank'],
  ['a name that is not found', [link('link.nameNotFound')], 'network', 'noLine', 'waitForBank'],
  ['no way to the host', [link('link.unreachable')], 'network', 'noLine', 'waitForBank'],
  ['a handshake that fails', [link('link.tls')], 'network', 'noLine', 'waitForBank'],
  [
    'a connection that never comes',
    [link('link.connectTimeout')],
    'network',
    'noLine',
    'waitForBank',
  ],
  [
    'a line that breaks in the answer',
    [link('link.reset')],
    'network',
    'lineBroke',
    'tryBankAgain',
  ],
  ['half a frame', [link('link.badFrame')], 'network', 'lineBroke', 'tryBankAgain'],
  ['a bank that is silent', [link('link.answerTimeout')], 'bankSide', 'bankSilent', 'waitForBank'],
  [
    'an answer with a wrong MAC',
    [{ type: 'badAnswer', what: 'badMac' }],
    'bankSide',
    'badAnswer',
    'tryBankAgain',
  ],
  ...(['68', '90', '91', '92', '96', '98'] as const).map(
    (c): Row => [`39 = ${c}`, [code(c)], 'bankSide', 'bankDown', 'waitForBank'],
  ),
  ...(['03', '58', '97'] as const).map(
    (c): Row => [`39 = ${c}`, [code(c)], 'settings', 'settingsRefused', 'repairSettings'],
  ),
  ...(['04', '07', '34', '35', '36', '37', '41', '43'] as const).map(
    (c): Row => [`39 = ${c}`, [code(c)], 'suspectedFraud', 'keepCard', 'keepCard'],
  ),
  ...(['33', '54'] as const).map(
    (c): Row => [`39 = ${c}`, [code(c)], 'damagedOrExpired', 'cardExpired', 'otherCard'],
  ),
  ...(['15', '40'] as const).map(
    (c): Row => [`39 = ${c}`, [code(c)], 'unsupportedCard', 'cardNotAccepted', 'otherCard'],
  ),
  ...(['51', '61', '65', '62', '05'] as const).map(
    (c): Row => [`39 = ${c}`, [code(c)], 'refusedByIssuer', 'refused', 'otherCard'],
  ),
  ...(['01', '02'] as const).map(
    (c): Row => [
      `39 = ${c}, the issuer wants to be called`,
      [code(c)],
      'refusedByIssuer',
      'refused',
      'callIssuer',
    ],
  ),
  ['39 = 45, fallback refused', [code('45')], 'operator', 'insertChip', 'insertChip'],
  [
    'an expired card that the bank refuses',
    [{ type: 'cardExpired', expiry: '2001' }, code('54')],
    'damagedOrExpired',
    'cardExpired',
    'otherCard',
  ],
  [
    'an expired card on a line that is down',
    [{ type: 'cardExpired', expiry: '2001' }, link('link.connectRefused')],
    'network',
    'noLine',
    'waitForBank',
  ],
  ['nothing that speaks for anything', [], 'unknown', 'unknown', 'readAgain'],
];

describe('why there is no number', () => {
  for (const [what, evidence, cause, finding, best] of table)
    it(`${what}: ${cause}`, () => {
      const diagnosis = diagnose(evidence, context);
      assert.equal(diagnosis.cause, cause);
      assert.equal(diagnosis.finding, finding);
      assert.equal(diagnosis.remedies[0]?.kind, best);
      assert.ok(
        evidence.length === 0 || diagnosis.because.length > 0,
        'nothing is claimed without evidence',
      );
      assert.equal(diagnosis.remedies.at(-1)?.kind, 'stop', 'there is always a way to stop');
    });

  it('a reader that read another card is cleared by it', () => {
    const other: Evidence = { type: 'readerReadOther', minutesAgo: 6 };
    assert.deepEqual(diagnose([broke, other], context).because, [broke, other]);
  });

  it('capture codes take every way but what to do with the card, quietly', () => {
    for (const value of ['04', '34', '41', '43'])
      assert.deepEqual(
        diagnose([noAtr, code(value)], context).remedies.map(({ kind }) => kind),
        ['keepCard', 'stop'],
      );
  });

  it('the stripe of a chip card is offered only where the policy says, after so many failures', () => {
    const lenient: DiagnosisContext = {
      ...context,
      policies: { ...defaults.policies, stripeFallback: { afterFailures: 2 } },
    };
    const offersSwipe = (evidence: readonly Evidence[], where = lenient) =>
      diagnose(evidence, where).remedies.some(({ kind }) => kind === 'swipe');
    assert.equal(offersSwipe([noAtr, noAtr], context), false, 'never in the default profile');
    assert.equal(offersSwipe([noAtr]), false);
    assert.equal(offersSwipe([noAtr, noAtr]), true);
    assert.equal(offersSwipe([noAtr, failed('cardBlocked')]), false, 'never after a blocked card');
    assert.equal(offersSwipe([noAtr, failed('applicationBlocked'), noAtr]), false);
  });

  it('without the merchant’s permission there is no voice authorisation', () => {
    const policies = { ...defaults.policies, voiceAuthorisationAllowed: false };
    for (const [, evidence] of table)
      assert.ok(
        !diagnose(evidence, { ...context, policies }).remedies.some(
          ({ kind }) => kind === 'callIssuer',
        ),
      );
  });

  it('every finding has a code of its own for the hotline', () => {
    const seen = new Map(
      table
        .map(([, evidence]) => diagnose(evidence, context))
        .map(({ finding, code }) => [finding, code]),
    );
    assert.equal(new Set(seen.values()).size, seen.size);
  });
});
