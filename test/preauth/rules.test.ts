import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaults } from '#src/config/defaults.ts';
import { localTime } from '#src/desk/time.ts';
import { cny, formatMoney } from '#src/money.ts';
import type { Hold } from '#src/preauth/hold.ts';
import {
  completionLimit,
  daysLeft,
  mayCancel,
  mayComplete,
  mayIncrement,
  mayVoid,
  validUntil,
  validUntilWithCard,
} from '#src/preauth/rules.ts';

const { policies } = defaults;
const card = { token: 't', lookup: 'l', maskedPan: '622200******4471', last4: '4471' };
const hold = (change: Partial<Hold> = {}): Hold => ({
  holdId: 'h',
  state: 'held',
  how: 'chip',
  label: '',
  openedAtMs: 0,
  amount: cny(50_000),
  card,
  history: [],
  shredded: false,
  validUntilMs: 1_000,
  ...change,
});

describe('the rules of a hold', () => {
  const limits = [
    [50_000, 57_500],
    [1, 1],
    [99, 113],
    [33_333, 38_332],
    [100, 115],
    [999_999_999_999, 1_149_999_999_998],
  ] as const;
  for (const [held, limit] of limits)
    it(`of ${formatMoney(cny(held))} at most ${formatMoney(cny(limit))} may be charged, rounded down`, () => {
      assert.equal(completionLimit(cny(held), policies).minorUnits, limit);
    });

  it('the limit is the merchant’s: 100 % leaves nothing above', () => {
    const strict = { ...policies, completionLimitPercent: 100 };
    assert.equal(mayComplete(hold(), cny(50_000), strict, 0), 'ok');
    assert.equal(mayComplete(hold(), cny(50_001), strict, 0), 'overLimit');
  });

  const cases: readonly (readonly [
    string,
    Hold,
    number,
    number,
    ReturnType<typeof mayComplete>,
  ])[] = [
    ['in full', hold(), 50_000, 0, 'ok'],
    ['to the limit', hold(), 57_500, 0, 'ok'],
    ['one fen above the limit', hold(), 57_501, 0, 'overLimit'],
    ['nothing', hold(), 0, 0, 'nothing'],
    ['after its end', hold(), 50_000, 1_000, 'expired'],
    ['when it was completed already', hold({ state: 'completed' }), 50_000, 0, 'notHeld'],
    ['when an undo is still owed', hold({ state: 'undoingCompletion' }), 50_000, 0, 'notHeld'],
    ['when its number was destroyed', hold({ shredded: true }), 50_000, 0, 'numberMissing'],
  ];
  for (const [what, which, minorUnits, nowMs, answer] of cases)
    it(`completing ${what}: ${answer}`, () => {
      assert.equal(mayComplete(which, cny(minorUnits), policies, nowMs), answer);
    });

  it('30 days from the approval, to the millisecond, and the days are those of the shop’s calendar', () => {
    const approved = Date.UTC(2026, 10, 23, 15, 59, 59); // 23:59:59 in Shanghai
    const until = validUntil(approved, policies);
    assert.equal(until - approved, 30 * 86_400_000);
    const dayOf = (ms: number) => localTime(ms, 'Asia/Shanghai').day;
    assert.equal(daysLeft(until, approved, dayOf), 30);
    assert.equal(daysLeft(until, approved + 1_000, dayOf), 29, 'a second later it is the next day');
    assert.equal(localTime(until, 'Asia/Shanghai').date, '1223');
  });

  const schemes = {
    ...policies,
    validityDaysByBrand: { Visa: 31, Mastercard: 7, 'American Express': 5 },
  } as const;
  for (const [scheme, digits, days] of [
    ['UnionPay, which has no rule of its own', '622202******0128', 30],
    ['Visa', '411111******1111', 31],
    ['Mastercard', '555555******4444', 7],
    ['American Express', '378282*****0005', 5],
    ['a brand that nobody knows', '999999******0000', 30],
    ['a card that is not here yet', undefined, 30],
  ] as const)
    it(`a hold on ${scheme} lives ${days} days`, () => {
      assert.equal(validUntil(0, schemes, digits), days * 86_400_000);
    });

  it('a hold from a slip ends when the scheme of its card says, known with its number', () => {
    const end = 30 * 86_400_000;
    const entry = { atMs: 0, what: 'registered', amount: cny(50_000) } as const;
    const { card: _, ...noCard } = hold({ validUntilMs: end, history: [entry] });
    const moved = (digits: string) => validUntilWithCard(noCard, digits, schemes);
    assert.equal(moved('555555******4444'), 7 * 86_400_000);
    assert.equal(moved('622202******0128'), undefined, 'nothing to move');
    assert.equal(validUntilWithCard(hold({ validUntilMs: end }), '555555', schemes), undefined);
  });

  it('only a living hold with its number is cancelled or increased, increments only with permission', () => {
    assert.equal(mayCancel(hold()), true);
    assert.equal(mayCancel(hold({ state: 'expired' })), false);
    assert.equal(mayCancel(hold({ shredded: true })), false);
    assert.equal(mayIncrement(hold(), policies), false);
    assert.equal(mayIncrement(hold(), { ...policies, incrementAllowed: true }), true);
  });

  it('a completion by advice is never voided; one by request within its hours', () => {
    const original = { batch: 1, stan: 2, date: '1123' };
    const completed = (advice: boolean) =>
      hold({ state: 'completed', completion: { amount: cny(1), original, atMs: 0, advice } });
    assert.equal(mayVoid(completed(false), policies, 0), true);
    assert.equal(mayVoid(completed(false), policies, 24 * 3_600_000), false);
    assert.equal(mayVoid(completed(true), policies, 0), false);
  });
});
