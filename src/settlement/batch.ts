import type { SettlementTotals } from '../acquirer/contract.ts';
import { brandOf } from '../card/brand.ts';
import type { EmvLines } from '../emv/contract.ts';
import type { CardOnFile, TransactionKind } from '../journal/events.ts';
import type { CurrencyCode, Money } from '../money.ts';
import { type Hold, isTransaction } from '../preauth/hold.ts';

/** One transaction of a batch, as the terminal's documents know it. */
export type BatchTransaction = {
  readonly holdId: string;
  readonly kind: TransactionKind;
  readonly stan: number;
  readonly amount: Money;
  readonly card: CardOnFile | undefined;
  /** A completion that was undone later: it counts on neither side. */
  readonly voided: boolean;
  /** What the chip left of it: sent in the upload whether the totals agree or not. */
  readonly chip?: { readonly lines: EmvLines; readonly posEntryMode: string };
};

/** Has the bank taken this advice? One that it has not answered, or refused, is not in its book. */
export type AdviceTaken = (holdId: string, stan: number) => boolean;

/** What holds carry to be found by their batch (field 60.2). */
export const batchKey = (batch: number): string => `batch-${String(batch).padStart(6, '0')}`;

/** 000001…999999, and then again: 0 is no batch. */
export const batchAfter = (batch: number): number => (batch >= 999_999 ? 1 : batch + 1);

const isAdvice = (kind: TransactionKind): boolean =>
  kind === 'completionAdvice' || kind === 'offlineAdvice';

/** Everything that the bank has booked of these holds in one batch, in the order of its trace numbers. */
export function transactionsOf(
  batch: number,
  holds: readonly Hold[],
  taken: AdviceTaken,
): readonly BatchTransaction[] {
  return holds
    .flatMap((hold) => ofHold(batch, hold, taken))
    .sort((a, b) => a.stan - b.stan || a.holdId.localeCompare(b.holdId));
}

function ofHold(batch: number, hold: Hold, taken: AdviceTaken): BatchTransaction[] {
  const found: BatchTransaction[] = [];
  hold.history.forEach(({ what, amount, slip }, at) => {
    if (slip?.batch !== batch || !isTransaction(what)) return;
    if (isAdvice(what) && !taken(hold.holdId, slip.stan)) return;
    found.push({
      holdId: hold.holdId,
      kind: what,
      stan: slip.stan,
      amount,
      card: hold.card,
      voided: what === 'completion' && isVoided(hold, at),
      ...(slip.emv === undefined
        ? {}
        : { chip: { lines: slip.emv, posEntryMode: slip.posEntryMode } }),
    });
  });
  return found;
}

/** A completion is undone by the void that follows it before the next completion. */
function isVoided({ history }: Hold, at: number): boolean {
  const next = history.slice(at + 1).find(({ what }) => /^completion/.test(what));
  return next?.what === 'completionVoid';
}

const debits: readonly TransactionKind[] = ['completion', 'completionAdvice', 'offlineAdvice'];

/** What moved money towards the merchant and still stands: this is what is compared, and sent when it differs. */
export const debitsOf = (transactions: readonly BatchTransaction[]): readonly BatchTransaction[] =>
  transactions.filter(({ kind, voided }) => debits.includes(kind) && !voided);

/** A card of another scheme than the domestic one: settled apart from the others. */
export const isForeign = ({ card }: BatchTransaction): boolean =>
  (brandOf(card?.maskedPan ?? '')?.name ?? 'UnionPay') !== 'UnionPay';

/** Field 48 of the settlement: holds and their cancellations move no money, and refunds are not taken here. */
export function settlementTotals(transactions: readonly BatchTransaction[]): SettlementTotals {
  const charged = debitsOf(transactions);
  const sum = (chosen: readonly BatchTransaction[]): SettlementTotals['domestic'] => ({
    debitMinorUnits: chosen.reduce((total, { amount }) => total + amount.minorUnits, 0),
    debitCount: chosen.length,
    creditMinorUnits: 0,
    creditCount: 0,
  });
  const foreign = charged.filter(isForeign);
  const domestic = sum(charged.filter((transaction) => !isForeign(transaction)));
  return foreign.length === 0 ? { domestic } : { domestic, foreign: sum(foreign) };
}

/** Both halves of field 48 as one sum: what a person compares. */
export function chargedIn({ domestic, foreign }: SettlementTotals, currency: CurrencyCode): Total {
  return {
    count: domestic.debitCount + (foreign?.debitCount ?? 0),
    total: { minorUnits: domestic.debitMinorUnits + (foreign?.debitMinorUnits ?? 0), currency },
  };
}

export type Total = { readonly count: number; readonly total: Money };

/** The day in the words of the desk. */
export type DayTotals = {
  readonly held: Total;
  readonly completed: Total;
  readonly cancelled: Total;
};

const columns: Readonly<Record<keyof DayTotals, readonly TransactionKind[]>> = {
  held: ['preauth', 'increment'],
  completed: debits,
  cancelled: ['cancellation'],
};

/** Voided completions are in no column: neither charged nor given back. */
export function dayTotals(
  transactions: readonly BatchTransaction[],
  currency: CurrencyCode,
): DayTotals {
  const total = (kinds: readonly TransactionKind[]): Total => {
    const chosen = transactions.filter(({ kind, voided }) => kinds.includes(kind) && !voided);
    const minorUnits = chosen.reduce((sum, { amount }) => sum + amount.minorUnits, 0);
    return { count: chosen.length, total: { minorUnits, currency } };
  };
  return {
    held: total(columns.held),
    completed: total(columns.completed),
    cancelled: total(columns.cancelled),
  };
}

/** Several batches that are closed on one evening. */
export function sumOfDays(days: readonly DayTotals[], currency: CurrencyCode): DayTotals {
  const sum = (column: keyof DayTotals): Total =>
    days.reduce<Total>(
      ({ count, total }, day) => ({
        count: count + day[column].count,
        total: { ...total, minorUnits: total.minorUnits + day[column].total.minorUnits },
      }),
      { count: 0, total: { minorUnits: 0, currency } },
    );
  return { held: sum('held'), completed: sum('completed'), cancelled: sum('cancelled') };
}
