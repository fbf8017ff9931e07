import type { Book, HoldState } from './book.ts';
import type { FinancialKind } from './transactions.ts';

/**
 * The bank's own book, as `GET /api/bank/ledger` gives it. Amounts are minor units, times
 * milliseconds.
 */
export type LedgerView = {
  readonly transactions: readonly LedgerTransaction[];
  readonly holds: readonly LedgerHold[];
  /** Everything that asked to be undone; without `undid` the original never came. */
  readonly reversals: readonly LedgerReversal[];
  readonly sums: { readonly [state in HoldState]: LedgerSum } & { readonly charged: LedgerSum };
};

type LedgerSum = { readonly count: number; readonly minorUnits: number };

type LedgerTransaction = {
  readonly rrn: string;
  readonly authorisationCode: string;
  readonly stan: string;
  readonly batch: string;
  readonly terminalId: string;
  readonly merchantId: string;
  readonly kind: FinancialKind;
  readonly amountMinorUnits: number;
  readonly currency: string;
  readonly responseCode: string;
  /** Field 15 of the answer, MMDD: the day into whose books it went. */
  readonly settlementDate: string;
  readonly state: 'approved' | 'declined' | 'reversed' | 'voided';
  readonly atMs: number;
  readonly maskedNumber: string;
  readonly originalRrn: string | null;
};

type LedgerHold = {
  readonly rrn: string;
  readonly authorisationCode: string;
  readonly stan: string;
  readonly batch: string;
  readonly terminalId: string;
  readonly merchantId: string;
  /** With increments. */
  readonly amountMinorUnits: number;
  readonly completedMinorUnits: number | null;
  readonly currency: string;
  readonly state: HoldState | 'expired';
  readonly heldAtMs: number;
  readonly validUntilMs: number;
  readonly maskedNumber: string;
};

type LedgerReversal = {
  readonly stan: string;
  readonly batch: string;
  readonly terminalId: string;
  readonly kind: FinancialKind;
  readonly reason: string;
  readonly responseCode: string;
  readonly undid: string | null;
  readonly atMs: number;
};

const sumOf = (amounts: readonly number[]): LedgerSum => ({
  count: amounts.length,
  minorUnits: amounts.reduce((sum, amount) => sum + amount, 0),
});

const charging: readonly FinancialKind[] = [
  'completion',
  'completionAdvice',
  'offlineAdvice',
  'sale',
];

/** Day in milliseconds. */
export const dayMs = 86_400_000;

export function ledgerView(book: Book, validityDays: number, nowMs: number): LedgerView {
  const holds = [...book.holds.values()].map(
    ({ opened, amountMinorUnits, state, completion }): LedgerHold => {
      const validUntilMs = opened.atMs + validityDays * dayMs;
      return {
        rrn: opened.rrn,
        authorisationCode: opened.authorisationCode,
        stan: opened.stan,
        batch: opened.batch,
        terminalId: opened.terminalId,
        merchantId: opened.merchantId,
        amountMinorUnits,
        completedMinorUnits: completion?.amountMinorUnits ?? null,
        currency: opened.currency,
        state: state === 'held' && nowMs > validUntilMs ? 'expired' : state,
        heldAtMs: opened.atMs,
        validUntilMs,
        maskedNumber: opened.maskedNumber,
      };
    },
  );
  const inState = (wanted: HoldState) =>
    sumOf(
      [...book.holds.values()]
        .filter(({ state }) => state === wanted)
        .map((hold) => hold.amountMinorUnits),
    );
  const charged = book.transactions.filter(
    ({ entry, state }) => state === 'approved' && charging.includes(entry.kind),
  );
  return {
    transactions: book.transactions.map(({ entry, state }) => ({
      rrn: entry.rrn,
      authorisationCode: entry.authorisationCode,
      stan: entry.stan,
      batch: entry.batch,
      terminalId: entry.terminalId,
      merchantId: entry.merchantId,
      kind: entry.kind,
      amountMinorUnits: entry.amountMinorUnits,
      currency: entry.currency,
      responseCode: entry.responseCode,
      settlementDate: entry.answer['15'] ?? '',
      state,
      atMs: entry.atMs,
      maskedNumber: entry.maskedNumber,
      originalRrn: entry.originalRrn ?? null,
    })),
    holds,
    reversals: book.reversals.map((entry) => ({
      stan: entry.stan,
      batch: entry.batch,
      terminalId: entry.terminalId,
      kind: entry.kind,
      reason: entry.reason,
      responseCode: entry.responseCode,
      undid: entry.undid ?? null,
      atMs: entry.atMs,
    })),
    sums: {
      held: inState('held'),
      completed: inState('completed'),
      cancelled: inState('cancelled'),
      reversed: inState('reversed'),
      charged: sumOf(charged.map(({ entry }) => entry.amountMinorUnits)),
    },
  };
}
