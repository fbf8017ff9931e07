import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareNumber, contradicts, slipFrom } from '#src/capture/number-check.ts';
import {
  expectedLength,
  expiryProblem,
  groupsOf,
  isWhole,
  likelySlips,
} from '#src/capture/number-entry.ts';
import { beginTyping, noteProblem, typedEvidence } from '#src/capture/typing.ts';
import { Pan, passesLuhn } from '#src/card/pan.ts';

/** Test numbers that pass their check digit, one a length and a brand. */
const whole: readonly (readonly [string, readonly number[]])[] = [
  ['6222000000014471', [4, 4, 4, 4]],
  ['6222020000000000216', [4, 4, 4, 4, 3]],
  ['4000000000006', [4, 4, 4, 4]],
  ['378282246310005', [4, 6, 5]],
  ['30569309025904', [4, 6, 4]],
  ['3566002020360505', [4, 4, 4, 4]],
];

const panOf = (digits: string): Pan => {
  const pan = Pan.parse(digits);
  if (!(pan instanceof Pan)) throw new Error(pan);
  return pan;
};
const given = (digits: string, expiry?: string, lookup = 'key1-aaaa') => ({
  pan: panOf(digits),
  ...(expiry === undefined ? {} : { expiry }),
  lookup,
});

describe('a number while it is typed', () => {
  for (const [digits, groups] of whole)
    it(`${digits.length} digits of ${digits.slice(0, 2)}… are whole with the last one, in the groups of the card`, () => {
      assert.equal(isWhole(digits), true);
      assert.equal(isWhole(digits.slice(0, -1) + ((Number(digits.at(-1)) + 1) % 10)), false);
      assert.deepEqual(groupsOf(digits, expectedLength(digits, {})), groups);
    });

  it('is judged at the length that the hold’s card has, where that is known', () => {
    assert.equal(expectedLength('6222', { maskedPan: '622202*********0219' }), 19);
    assert.equal(expectedLength('6222', {}), 16);
    assert.equal(expectedLength('37', {}), 15);
  });

  it('every pair of neighbours that was changed over is among the places named, unless too many fit', () => {
    for (const [digits] of whole)
      for (let at = 0; at + 1 < digits.length; at++) {
        const [a = '', b = ''] = [digits[at], digits[at + 1]];
        const typed = digits.slice(0, at) + b + a + digits.slice(at + 2);
        if (passesLuhn(typed)) continue;
        const slips = likelySlips(typed, {});
        assert.ok(slips.length <= 3);
        if (slips.length > 0)
          assert.ok(
            slips.some((slip) => slip.at === at + 1),
            typed,
          );
      }
  });

  it('what is known of the card tells the one place', () => {
    const known = { maskedPan: '622200******4471', last4: '4471' };
    assert.deepEqual(likelySlips('6222000000014417', known), [{ type: 'swapped', at: 15 }]);
    assert.deepEqual(likelySlips('6222000000014571', known), [{ type: 'oneDigit', at: 14 }]);
    assert.deepEqual(slipFrom('622200******4471', '6222000000014471'), undefined);
    assert.deepEqual(slipFrom('622200******4471', '6222000000019999'), undefined);
    assert.equal(contradicts(known, '6221'), true);
    assert.equal(contradicts(known, '6222'), false);
  });

  it('an expiry is refused for a month that is none, for year first, and for the past', () => {
    const cases: readonly (readonly [string, string | undefined])[] = [
      ['1', undefined],
      ['12', undefined],
      ['13', 'expiryFormat'],
      ['00', 'expiryFormat'],
      ['1226', undefined],
      ['1126', undefined],
      ['1026', 'expiryPast'],
      ['3012', 'expiryOrder'],
      ['2813', 'expiryFormat'],
      ['1011', 'expiryPast'],
      ['1130', undefined],
    ];
    for (const [typed, problem] of cases)
      assert.equal(expiryProblem(typed, '2611'), problem, typed);
  });
});

describe('a number against what the record knows', () => {
  const known = {
    maskedPan: '622200******4471',
    last4: '4471',
    expiry: '3512',
    lookup: 'key1-aaaa',
  };

  it('is the same card when everything agrees, and when the keyed hash says so whatever the date', () => {
    assert.deepEqual(compareNumber(known, given('6222000000014471', '3512')), { type: 'same' });
    assert.deepEqual(compareNumber(known, given('6222000000014471', '3601')), { type: 'same' });
  });

  it('a keyed hash of another terminal’s key says nothing, the masked digits and the date still do', () => {
    const elsewhere = given('6222000000014471', '3512', 'key2-bbbb');
    assert.deepEqual(compareNumber(known, elsewhere), { type: 'same' });
    const otherDate = given('6222000000014471', '3601', 'key2-bbbb');
    assert.deepEqual(compareNumber(known, otherDate), { type: 'other', by: 'expiry' });
  });

  it('is refused for its last four, its first digits, its length, or the number between', () => {
    const by = (digits: string, lookup = 'key1-bbbb') => {
      const found = compareNumber(known, given(digits, '3512', lookup));
      return found.type === 'other' ? found.by : found.type;
    };
    assert.equal(by('6222000000015678'), 'last4');
    assert.equal(by('6221000000014471'), 'firstDigits');
    assert.equal(by('6222000000000014471'), 'length');
    assert.equal(by('6222000000024471'), 'number');
  });

  it('with only the last four known, these decide', () => {
    const slip = { last4: '4471' };
    assert.deepEqual(compareNumber(slip, given('6222000000014471')), { type: 'same' });
    assert.deepEqual(compareNumber(slip, given('6222000000014417')), {
      type: 'other',
      by: 'last4',
      slip: { type: 'swapped', at: 15 },
    });
    assert.deepEqual(compareNumber({}, given('6222000000014417')), { type: 'same' });
  });
});

describe('what is told of typing', () => {
  it('is nothing when it went well, else the gravest trouble and how often a key was taken back', () => {
    const typing = beginTyping();
    assert.equal(typedEvidence(typing), undefined);
    noteProblem(typing, 'expiryFormat', []);
    assert.equal(typedEvidence(typing)?.problem, 'expiry');
    noteProblem(typing, 'luhn', []);
    assert.equal(typedEvidence(typing)?.problem, 'luhn');
    noteProblem(typing, 'luhn', [{ type: 'swapped', at: 3 }]);
    noteProblem(typing, 'luhn', []);
    typing.corrections = 2;
    assert.deepEqual(typedEvidence(typing), {
      type: 'typed',
      problem: 'transposition',
      corrections: 2,
    });
  });
});
