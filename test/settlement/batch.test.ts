import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { settlementFields } from '#src/acquirer/management-fields.ts';
import { cny } from '#src/money.ts';
import type { HistoryEntry, Hold } from '#src/preauth/hold.ts';
import {
  batchAfter,
  dayTotals,
  debitsOf,
  settlementTotals,
  transactionsOf,
} from '#src/settlement/batch.ts';

const entry = (
  what: HistoryEntry['what'],
  amount: number,
  stan: number,
  batch = 7,
): HistoryEntry => ({
  atMs: stan,
  what,
  amount: cny(amount),
  ...(what === 'reversal' || what === 'expired'
    ? {}
    : { slip: { stan, batch, posEntryMode: '051', operator: '01', signatureWanted: false } }),
});

const hold = (holdId: string, ...history: HistoryEntry[]): Hold => ({
  holdId,
  state: 'held',
  how: 'chip',
  label: '',
  openedAtMs: 0,
  amount: cny(0),
  history,
  shredded: false,
});

/** What happened to a hold → debit sum and count that field 48 says of batch 7. */
const table: readonly (readonly [string, readonly HistoryEntry[], number, number])[] = [
  ['a hold alone moves no money', [entry('preauth', 500, 1)], 0, 0],
  ['a completion by request', [entry('preauth', 500, 1), entry('completion', 480, 2)], 480, 1],
  ['a completion by advice', [entry('completionAdvice', 300, 2)], 300, 1],
  ['an offline sale', [entry('offlineAdvice', 200, 3)], 200, 1],
  ['an advice that the bank has not taken', [entry('completionAdvice', 300, 99)], 0, 0],
  ['a cancellation', [entry('preauth', 500, 1), entry('cancellation', 500, 2)], 0, 0],
  [
    'a voided completion is on neither side',
    [entry('completion', 480, 2), entry('completionVoid', 480, 3)],
    0,
    0,
  ],
  [
    'completed again after a void',
    [entry('completion', 480, 2), entry('completionVoid', 480, 3), entry('completion', 450, 4)],
    450,
    1,
  ],
  [
    'a void that was undone leaves the completion standing',
    [entry('completion', 480, 2), entry('reversal', 480, 3)],
    480,
    1,
  ],
  ['a completion of the batch before', [entry('completion', 480, 2, 6)], 0, 0],
  [
    'a completion of this batch, voided in the next one',
    [entry('completion', 480, 2), entry('completionVoid', 480, 3, 8)],
    0,
    0,
  ],
];

const taken = (_holdId: string, stan: number): boolean => stan !== 99;

describe('the totals of a batch', () => {
  for (const [name, history, sum, count] of table)
    it(name, () => {
      const { domestic } = settlementTotals(transactionsOf(7, [hold('h', ...history)], taken));
      assert.deepEqual(domestic, {
        debitMinorUnits: sum,
        debitCount: count,
        creditMinorUnits: 0,
        creditCount: 0,
      });
    });

  it('stand in field 48 as 62 digits', () => {
    const holds = [hold('a', entry('completion', 48_000, 2)), hold('b', entry('completion', 1, 3))];
    const totals = settlementTotals(transactionsOf(7, holds, taken));
    assert.equal(
      settlementFields(totals)[48],
      `000000048001002${'0'.repeat(15)}0${'0'.repeat(31)}`,
    );
  });

  it('keep cards of other schemes apart, in the second half', () => {
    const visa: Hold = {
      ...hold('v', entry('completion', 700, 5)),
      card: { token: 't', lookup: 'l', maskedPan: '411111******1881', last4: '1881' },
    };
    const holds = [hold('a', entry('completion', 48_000, 2)), visa];
    const totals = settlementTotals(transactionsOf(7, holds, taken));
    const nothing = '0'.repeat(15);
    assert.equal(
      settlementFields(totals)[48],
      `000000048000001${nothing}0000000000700001${nothing}0`,
    );
  });

  it('come in the order of their trace numbers, and say the day in the words of the desk', () => {
    const holds = [
      hold('a', entry('preauth', 500, 4), entry('completion', 480, 9)),
      hold('b', entry('preauth', 300, 1), entry('cancellation', 300, 5)),
    ];
    const transactions = transactionsOf(7, holds, taken);
    assert.deepEqual(
      transactions.map(({ stan }) => stan),
      [1, 4, 5, 9],
    );
    assert.deepEqual(
      debitsOf(transactions).map(({ stan }) => stan),
      [9],
    );
    assert.deepEqual(dayTotals(transactions, '156'), {
      held: { count: 2, total: cny(800) },
      completed: { count: 1, total: cny(480) },
      cancelled: { count: 1, total: cny(300) },
    });
  });
});

it('the batch after 999999 is 000001: 0 is no batch', () => {
  assert.equal(batchAfter(1), 2);
  assert.equal(batchAfter(999_999), 1);
});
