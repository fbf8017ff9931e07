import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaults } from '#src/config/defaults.ts';
import type { DiagnosisContext } from '#src/recovery/diagnose.ts';
import type { Evidence, Finding, RemedyKind } from '#src/recovery/evidence.ts';
import { remediesFor, type WaysFacts } from '#src/recovery/remedies.ts';
import { deviceClasses } from '#src/recovery/ways-device.ts';
import { everyRemedy, finalFindings, waysRules } from '#src/recovery/ways-rules.ts';
import { everyCode, everyFinding, type Moment, offersOf } from '#src/recovery/ways-table.ts';

type Cell = {
  readonly finding: Finding;
  readonly evidence: readonly Evidence[];
  readonly context: DiagnosisContext;
  readonly facts: WaysFacts;
};

const code = (value: string): Evidence => ({ type: 'answerCode', code: value });
const noAtr: Evidence = { type: 'noAtr', card: 'a', tries: 1 };
const failures: readonly (readonly Evidence[])[] = [
  [],
  [noAtr, noAtr, noAtr],
  [{ type: 'typed', problem: 'luhn', corrections: 1 }],
  ...everyCode.map((value) => [code(value)]),
];

/** Every finding, moment, answer code, permission, profile of the market and kind of card: each cell of the table. */
function* cells(): Generator<Cell> {
  const permissive = [true, false];
  for (const finding of everyFinding)
    for (const moment of ['atHold', 'later'] as const)
      for (const evidence of failures)
        for (const allowed of permissive)
          for (const stripeFallback of ['never', { afterFailures: 3 }] as const)
            for (const serviceCode of [undefined, '101', '201'])
              yield cell(finding, moment, evidence, allowed, stripeFallback, serviceCode);
}

function cell(
  finding: Finding,
  moment: Moment,
  evidence: readonly Evidence[],
  allowed: boolean,
  stripeFallback: DiagnosisContext['policies']['stripeFallback'],
  serviceCode: string | undefined,
): Cell {
  const facts: WaysFacts = {
    moment,
    permissions: {
      cashDeposit: allowed,
      emergencySlip: allowed,
      technicianHours: 24,
    },
    card: { ...(serviceCode === undefined ? {} : { serviceCode }), applications: allowed ? 2 : 1 },
    device: allowed ? 'countertop' : 'mobile',
    secondHost: allowed,
    pairedDevice: allowed,
    mayCharge: true,
    urgent: false,
    failed: new Set(),
  };
  const policies = {
    ...defaults.policies,
    stripeFallback,
    voiceAuthorisationAllowed: allowed,
    cardAbsentPreauthAllowed: allowed,
  };
  const context = { policies, readerReady: true, hasStripe: true, ways: facts };
  return { finding, evidence, context, facts };
}

const kindsIn = ({ finding, evidence, context }: Cell): RemedyKind[] =>
  remediesFor(finding, evidence, context).map(({ kind }) => kind);

const typing: ReadonlySet<RemedyKind> = new Set([
  'callIssuer',
  'cardAbsent',
  'typeAgain',
  'numberLater',
]);
const captureCodes = ['04', '07', '34', '35', '36', '37', '41', '43'];
const captured = ({ finding, evidence }: Cell): boolean =>
  finding === 'keepCard' ||
  finding === 'askSupervisor' ||
  evidence.some((item) => item.type === 'answerCode' && captureCodes.includes(item.code));

describe('the table of ways, cell by cell', () => {
  const all = [...cells()];
  const said = (one: Cell) =>
    `${one.finding} ${one.facts.moment} ${JSON.stringify(one.evidence)} ${one.facts.card.serviceCode}`;

  it('always leaves a way, ends with stopping, and names none twice', () => {
    for (const one of all) {
      const kinds = kindsIn(one);
      assert.equal(kinds.at(-1), 'stop', said(one));
      assert.equal(new Set(kinds).size, kinds.length, said(one));
    }
  });

  it('a card to be kept, lost, stolen or suspected takes typing, telephone, hand-over and every other try', () => {
    for (const one of all.filter(captured))
      for (const kind of kindsIn(one))
        assert.ok(
          ['callSupervisor', 'keepCard', 'refuse', 'stop'].includes(kind),
          `${kind}: ${said(one)}`,
        );
  });

  it('a typed number is never an ordinary hold: the way says what it becomes', () => {
    for (const one of all)
      for (const remedy of remediesFor(one.finding, one.evidence, one.context)) {
        if (remedy.kind === 'callIssuer') assert.equal(remedy.becomes, 'offlineSale');
        else if (remedy.kind === 'cardAbsent') assert.equal(remedy.becomes, 'cardAbsentHold');
        else assert.equal(remedy.becomes, undefined);
        if (remedy.kind === 'numberLater') assert.equal(one.facts.moment, 'later');
        if (remedy.kind === 'typeAgain')
          assert.ok(one.evidence.some(({ type }) => type === 'typed'));
      }
  });

  it('where the issuer has decided no phone call and no typed number is offered, but for a referral', () => {
    for (const one of all) {
      const newest = one.evidence.at(-1);
      const referral =
        newest?.type === 'answerCode' && (newest.code === '01' || newest.code === '02');
      if (!finalFindings.has(one.finding) || referral) continue;
      const kinds = kindsIn(one);
      assert.ok(!kinds.includes('callIssuer') && !kinds.includes('cardAbsent'), said(one));
    }
  });

  it('without the merchant’s permission neither phone code, card-absent hold, cash nor paper is offered', () => {
    const permitted: readonly RemedyKind[] = [
      'callIssuer',
      'cardAbsent',
      'cashDeposit',
      'paperSlip',
      'handOver',
      'otherHost',
      'otherApplication',
    ];
    for (const one of all.filter(({ facts }) => !facts.permissions.cashDeposit))
      for (const kind of kindsIn(one)) assert.ok(!permitted.includes(kind), said(one));
  });

  it('the stripe of a chip card is never offered in mainland China, elsewhere only after failures that count', () => {
    for (const one of all) {
      if (!kindsIn(one).includes('swipe')) continue;
      const { stripeFallback } = one.context.policies;
      const noChip = one.facts.card.serviceCode === '101';
      assert.ok(noChip || (stripeFallback !== 'never' && one.evidence.length >= 3), said(one));
    }
  });

  it('a card without a chip is never sent to the slot', () => {
    for (const one of all.filter(({ facts }) => facts.card.serviceCode === '101'))
      assert.ok(!kindsIn(one).includes('insertChip'), said(one));
  });

  it('later there is no card: nothing that reads one is offered', () => {
    const reads: readonly RemedyKind[] = ['readAgain', 'insertChip', 'swipe', 'otherCard'];
    for (const one of all.filter(({ facts }) => facts.moment === 'later'))
      for (const kind of kindsIn(one)) assert.ok(!reads.includes(kind), `${kind}: ${said(one)}`);
  });

  it('a way that did not help steps back behind what was not tried, and is never lost', () => {
    for (const one of all) {
      const before = kindsIn(one);
      const [first] = before;
      if (first === undefined || first === 'stop' || waysRules[first].repeats) continue;
      if (before.length < 3) continue;
      const ways = { ...one.facts, failed: new Set([first]) };
      const after = kindsIn({ ...one, context: { ...one.context, ways } });
      assert.notEqual(after[0], first, said(one));
      assert.deepEqual([...after].sort(), [...before].sort());
    }
  });

  it('a hold that ends within a day does not wait for the bank first', () => {
    for (const one of all.filter(({ facts }) => facts.moment === 'later')) {
      const ways = { ...one.facts, urgent: true };
      const kinds = kindsIn({ ...one, context: { ...one.context, ways } });
      const others = kinds.filter(
        (kind) => !['waitForBank', 'tryBankAgain', 'stop'].includes(kind),
      );
      if (others.length > 0) assert.ok(others.includes(kinds[0] ?? 'stop'), said(one));
    }
  });
});

/** DOMAIN's table of answer codes: what is offered first, and what never. */
const offers: readonly (readonly [string, RemedyKind, readonly RemedyKind[]])[] = [
  ['01 02', 'callIssuer', []],
  ['03 58 97', 'repairSettings', ['tryBankAgain', 'callIssuer']],
  ['04 07 34 35 36 37 41 43', 'keepCard', ['otherCard', 'handOver', 'callIssuer', 'refuse']],
  ['05 51 57 61 62 65 38 75', 'otherCard', ['callIssuer', 'tryBankAgain', 'readAgain']],
  ['55', 'pinAgain', ['callIssuer', 'tryBankAgain']],
  ['12 22 25 64 94', 'compareOriginal', ['tryBankAgain', 'readAgain', 'otherCard', 'waitForBank']],
  ['13', 'otherAmount', ['tryBankAgain']],
  ['30', 'readAgain', ['tryBankAgain']],
  ['14', 'typeAgain', ['tryBankAgain']],
  ['15 40', 'otherCard', ['tryBankAgain']],
  ['33 54', 'typeAgain', ['callIssuer', 'tryBankAgain']],
  ['45', 'insertChip', ['swipe', 'callIssuer']],
  ['68 90 91 92 96 98', 'waitForBank', []],
  ['77 99 A0 C1', 'tryBankAgain', []],
];

describe('what an answer code offers', () => {
  for (const [codes, best, never] of offers)
    it(`${codes}: ${best} first`, () => {
      for (const value of codes.split(' ')) {
        const kinds = offersOf('refused', 'atHold', 'esign', value);
        assert.equal(kinds[0], best, value);
        for (const kind of never) assert.ok(!kinds.includes(kind), `${value}: ${kind}`);
      }
    });

  it('every code of the table is one of these rows', () => {
    const rows = offers.flatMap(([codes]) => codes.split(' '));
    assert.deepEqual([...everyCode].sort(), rows.sort());
  });

  it('lower amounts are offered only where the amount was the trouble', () => {
    for (const value of everyCode)
      assert.equal(
        offersOf('refused', 'atHold', 'esign', value).includes('otherAmount'),
        ['51', '61', '65', '13'].includes(value),
        value,
      );
  });

  it('every way is offered somewhere', () => {
    const offered = new Set<RemedyKind>(['stop']);
    for (const finding of everyFinding)
      for (const moment of ['atHold', 'later'] as const)
        for (const value of [undefined, ...everyCode])
          for (const device of deviceClasses)
            for (const kind of offersOf(finding, moment, device, value)) offered.add(kind);
    assert.deepEqual([...offered].sort(), [...everyRemedy].sort());
    assert.ok([...typing].every((kind) => offered.has(kind)));
  });
});
