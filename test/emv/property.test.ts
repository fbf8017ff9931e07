import assert from 'node:assert/strict';
import test from 'node:test';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { toHex } from '#src/bytes.ts';
import type { KernelResponse, OnlineAnswer } from '#src/emv/contract.ts';
import { aid, cryptogram, ok, pan, standardData, testCard, tlv } from './card.ts';
import { fuzzKernel } from './fuzz.ts';
import { type CardAnswer, hold, run } from './world.ts';

const bytes = (maxLength: number) => fc.uint8Array({ maxLength }).map(toHex);
const words = fc.constantFrom(
  ok,
  ok,
  ok,
  '6A82',
  '6A83',
  '6985',
  '6283',
  '6110',
  '6C08',
  '6300',
  '63C1',
);
const anyTag = fc.constantFrom(
  ...Object.keys(standardData),
  '70',
  '77',
  '80',
  '6F',
  '84',
  'A5',
  '82',
  '94',
  '9F27',
  '9F26',
  '9F36',
  '9F10',
  '9F4B',
  '9F38',
  '9F17',
  '90',
  '8F',
  '9F32',
  '92',
  '9F46',
);

/** TLV that looks like a card's, with wrong parts. */
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.tuple(anyTag, bytes(24)).map(([tag, value]) => tlv(tag, value)),
    fc
      .tuple(
        fc.constantFrom('70', '77', '6F', 'A5', '61', '80'),
        fc.array(tie('tree'), { maxLength: 5 }),
      )
      .map(([tag, parts]) => tlv(tag, ...parts.slice(0, 5)).slice(0, 2000)),
  ),
}));

const fault = fc
  .constantFrom('cardRemoved', 'cardMute', 'readerGone', 'protocol')
  .map((it) => ({ fault: it }) as CardAnswer);
const good = fc.constantFrom<CardAnswer>(
  tlv('6F', tlv('84', aid), tlv('A5', tlv('50', '41'))) + ok,
  tlv('80', '7D0008010100') + ok,
  tlv('70', ...Object.entries(standardData).map(([tag, value]) => tlv(tag, value))) + ok,
  cryptogram('80'),
  cryptogram('40'),
);
const answer: fc.Arbitrary<CardAnswer> = fc.oneof(
  { weight: 4, arbitrary: good },
  { weight: 4, arbitrary: fc.tuple(tree, words).map(([data, sw]) => data + sw) },
  { weight: 2, arbitrary: fc.tuple(bytes(260), words).map(([data, sw]) => data + sw) },
  { weight: 1, arbitrary: bytes(2) },
  { weight: 1, arbitrary: fault },
);

const online: fc.Arbitrary<OnlineAnswer> = fc.oneof(
  fc.constant<OnlineAnswer>({ type: 'unableToGoOnline' }),
  fc.record({
    type: fc.constant('answered' as const),
    authorisationResponseCode: fc.constantFrom('00', '05', '11', 'Z3'),
    approved: fc.boolean(),
    issuerAuthenticationData: fc.uint8Array({ maxLength: 20 }),
    issuerScripts: fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 4 }),
  }),
);

const pin = fc.constantFrom('entered', 'bypassed', 'padFailed', 'cancelled' as const);
const outcomes = [
  'approved',
  'declinedByCardAfterApproval',
  'declinedByHost',
  'declinedOffline',
  'unableToGoOnline',
  'cancelled',
  'failed',
];

test('whatever card, customer and bank answer, the kernel ends within its bounds, without an exception', () => {
  fc.assert(
    fc.property(
      fc.array(answer, { minLength: 1, maxLength: 30 }),
      online,
      pin,
      fc.boolean(),
      (answers, bank, customer, forceOnline) => {
        let at = 0;
        const card = () => answers[at++ % answers.length] ?? ok;
        const { outcome, requests } = run(
          card,
          { ...hold, forceOnline },
          { online: bank, pin: customer as 'entered', verify: ['63C2', '9000'] },
          300,
        );
        assert.ok(outcomes.includes(outcome.type));
        assert.ok(requests.length <= 300);
        assert.ok(!inspect(outcome, { depth: 9 }).includes(pan.slice(0, 12)));
      },
    ),
    { numRuns: 3000 },
  );
});

test('a good card with any one answer replaced ends without an exception', () => {
  fc.assert(
    fc.property(fc.nat(8), answer, online, (place, replaced, bank) => {
      const card = testCard({ before: (_, n) => (n === place ? replaced : undefined) });
      const { outcome } = run(card, hold, { online: bank });
      assert.ok(outcomes.includes(outcome.type));
      // Approved means that bank and card both said yes.
      if (outcome.type === 'approved') assert.ok(bank.type === 'answered' && bank.approved);
    }),
    { numRuns: 2000 },
  );
});

test('whenever the bank said yes and the card did not, the outcome says so', () => {
  fc.assert(
    fc.property(answer, (last) => {
      const { outcome, requests } = run(
        testCard({ before: (_, n) => (n === 6 ? last : undefined) }),
        hold,
      );
      const asked = requests.some((request) => request.type === 'online');
      assert.ok(asked);
      const owed =
        outcome.type === 'declinedByCardAfterApproval' ||
        (outcome.type === 'failed' && outcome.failure.hostApproved);
      assert.ok(owed || outcome.type === 'approved');
    }),
    { numRuns: 500 },
  );
});

test('a cancel at any request ends the transaction', () => {
  for (let at = 0; at < 10; at++) {
    let n = 0;
    const before = (): KernelResponse | undefined =>
      n++ === at ? { type: 'cancelled' } : undefined;
    const { outcome } = run(testCard(), hold, { before });
    assert.equal(
      outcome.type,
      at === 9 ? 'declinedByCardAfterApproval' : 'cancelled',
      `at request ${at}`,
    );
  }
});

test('good transactions with damaged answers end in named outcomes; a seed replays', () => {
  const ends = fuzzKernel(1, 1500);
  assert.ok((ends.get('failed malformedResponse') ?? 0) > 100, [...ends].join(' '));
  assert.deepEqual(fuzzKernel(7, 20), fuzzKernel(7, 20));
});
