import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  askAgain,
  capturePolicy,
  fallbackAllowed,
  fallbackReason,
  type Situation,
  situationOf,
} from '#src/capture/policy.ts';
import type { KernelFailureCode, KernelStep } from '#src/emv/contract.ts';
import type { Evidence } from '#src/recovery/evidence.ts';

const chip = (failure: KernelFailureCode, step: KernelStep = 'readRecords'): Evidence => ({
  type: 'chipFailed',
  card: 'a',
  failure,
  step,
  tries: 1,
  bytes: '',
});

const unread: Evidence = {
  type: 'stripeFailed',
  tracks: [2],
  parityErrors: 1,
  tries: 1,
  otherTracksFine: false,
};

/** One piece of evidence for each situation but the first. */
const seen: Readonly<Record<Exclude<Situation, 'nothingYet'>, Evidence>> = {
  chipCardSwiped: { type: 'stripeOfChipCard', serviceCode: '201' },
  stripeUnread: unread,
  swipedTooFast: { ...unread, speed: 'tooFast' },
  swipedTooSlow: { ...unread, speed: 'tooSlow' },
  swipedAtSlant: { ...unread, tilted: true },
  noAtr: { type: 'noAtr', card: 'a', tries: 1 },
  badAtr: { type: 'badAtr', card: 'a', atr: '00', tries: 1 },
  noCommonApplication: chip('noCommonApplication', 'select'),
  generateAcRefused: chip('conditionsNotSatisfied', 'generateAc1'),
  chipBrokeOff: chip('cardMute'),
  chipUnusable: chip('dataConflict'),
  cardPulled: { type: 'cardPulled', step: 'readRecords', tries: 1 },
  cardDeclined: { type: 'cardDeclined' },
  applicationBlocked: chip('applicationBlocked', 'select'),
  cardBlocked: chip('cardBlocked', 'select'),
};

/** Situation, what is asked again, fallback after one such failure with n = 1, after another with n = 2. */
const cells = [
  ['chipCardSwiped', 'insertNotSwipe', false],
  ['stripeUnread', 'swipeAgain', false],
  ['swipedTooFast', 'swipeSlower', false],
  ['swipedTooSlow', 'swipeFaster', false],
  ['swipedAtSlant', 'swipeLevel', false],
  ['noAtr', 'insertAgain', true],
  ['badAtr', 'insertAgain', true],
  ['noCommonApplication', 'insertAgain', true],
  ['generateAcRefused', 'insertAgain', true],
  ['chipBrokeOff', 'insertAgain', false],
  ['chipUnusable', 'insertAgain', false],
  ['cardPulled', 'insertAgain', false],
  ['cardDeclined', 'otherCard', false],
  ['applicationBlocked', 'otherCard', false],
  ['cardBlocked', 'otherCard', false],
] as const;

describe('what the customer is asked next', () => {
  for (const [situation, ask, fallback] of cells) {
    const evidence = seen[situation];
    it(`${situation}: ${ask}, stripe ${fallback ? 'after the agreed failures' : 'not for this'}`, () => {
      assert.equal(situationOf(evidence), situation);
      assert.equal(askAgain([evidence]), ask);
      assert.equal(fallbackAllowed([evidence], { afterFailures: 1 }), fallback);
      assert.equal(fallbackAllowed([evidence], { afterFailures: 2 }), false);
      assert.equal(fallbackAllowed([evidence, evidence], { afterFailures: 2 }), fallback);
      assert.equal(fallbackAllowed([evidence, evidence, evidence], 'never'), false);
      assert.equal(fallbackReason([evidence]) !== '', fallback);
    });
  }

  it('a blocked card forbids the stripe whatever failed before or after', () => {
    for (const forbidding of ['cardBlocked', 'applicationBlocked', 'cardDeclined'] as const) {
      assert.equal(
        fallbackAllowed([seen.noAtr, seen.noAtr, seen[forbidding]], { afterFailures: 1 }),
        false,
      );
      assert.equal(
        fallbackAllowed([seen[forbidding], seen.noAtr, seen.noAtr], { afterFailures: 1 }),
        false,
      );
    }
  });

  it('nothing tried yet asks for chip or stripe; a second GENERATE AC that fails is no reason for the stripe', () => {
    assert.equal(askAgain([]), 'insertOrSwipe');
    assert.equal(
      fallbackAllowed([chip('conditionsNotSatisfied', 'generateAc2')], { afterFailures: 1 }),
      false,
    );
  });

  it('the table has one row a situation, and each is tried here', () => {
    const rows = capturePolicy.map(({ situation }) => situation);
    assert.equal(new Set(rows).size, rows.length);
    assert.deepEqual([...rows].sort(), ['nothingYet', ...Object.keys(seen)].sort());
  });
});
