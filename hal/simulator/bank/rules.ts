import type { Book, BookedHold, BookedTransaction } from './book.ts';
import { dayMs } from './ledger-view.ts';
import type { FinancialRequest } from './request.ts';

/** What the bank allows; the terminal's own configuration may be stricter. */
export type BankRules = {
  readonly completionLimitPercent: number;
  readonly validityDays: number;
  /** Above it a single transaction is refused with 61. */
  readonly maximumMinorUnits: number;
  readonly incrementAllowed: boolean;
  readonly cardAbsentAllowed: boolean;
  /** Other currencies are refused with 40. */
  readonly currency: string;
};

export const usualRules: BankRules = {
  completionLimitPercent: 115,
  validityDays: 30,
  maximumMinorUnits: 5_000_000,
  incrementAllowed: true,
  cardAbsentAllowed: true,
  currency: '156',
};

type Ruling =
  | { readonly type: 'refused'; readonly code: string; readonly why: string }
  | { readonly type: 'allowed'; readonly original: BookedTransaction | BookedHold | undefined };

const refused = (code: string, why: string): Ruling => ({ type: 'refused', code, why });
const allowed = (original?: BookedTransaction | BookedHold): Ruling => ({
  type: 'allowed',
  original,
});

/**
 * Is this kind of transaction allowed on this original, for this amount, now? `token` stands for
 * the number.
 */
export function rule(
  book: Book,
  rules: BankRules,
  request: FinancialRequest,
  token: string,
  nowMs: number,
): Ruling {
  if (request.amountMinorUnits === 0) return refused('13', 'no amount');
  if (request.currency !== rules.currency) return refused('40', 'another currency');
  // What a hold allows may be completed, however high: 115 % of the limit is above it.
  const opens = !['completion', 'completionAdvice', 'completionVoid', 'cancellation'].includes(
    request.kind,
  );
  if (opens && request.amountMinorUnits > rules.maximumMinorUnits) {
    return refused('61', 'above the limit of a transaction');
  }
  switch (request.kind) {
    case 'preauth':
    case 'sale':
      return allowed();
    case 'cardAbsentPreauth':
      return rules.cardAbsentAllowed ? allowed() : refused('58', 'the merchant may not do this');
    case 'offlineAdvice':
      return request.authorisationCode === undefined
        ? refused('30', 'no authorisation code')
        : allowed();
    case 'increment':
      return rules.incrementAllowed
        ? onHold(book, rules, request, token, nowMs)
        : refused('58', 'increments are off');
    case 'cancellation':
    case 'completion':
    case 'completionAdvice':
      return onHold(book, rules, request, token, nowMs);
    case 'completionVoid':
      return onCompletion(book, request, token, ['completion']);
    case 'saleVoid':
    case 'refund':
      return onCompletion(book, request, token, ['sale']);
  }
}

/**
 * A transaction that names an open hold by authorisation code, number, and batch, trace and date
 * when given.
 */
function onHold(
  book: Book,
  rules: BankRules,
  request: FinancialRequest,
  token: string,
  nowMs: number,
): Ruling {
  if (request.authorisationCode === undefined) return refused('30', 'no authorisation code');
  const candidates = book.holdsByCode(request.merchantId, request.authorisationCode);
  const hold = candidates.find((it) => it.opened.token === token) ?? candidates[0];
  if (hold === undefined || hold.state === 'reversed')
    return refused('25', 'no hold under this code');
  if (hold.opened.token !== token) return refused('14', 'the hold is on another number');
  if (!namesIt(request, hold.opened))
    return refused('25', 'batch, trace or date are of another transaction');
  if (hold.state !== 'held') return refused('12', `the hold is ${hold.state}`);
  if (request.kind === 'cancellation') {
    const full = request.amountMinorUnits === hold.amountMinorUnits;
    return full ? allowed(hold) : refused('64', 'a cancellation frees the whole amount');
  }
  if (nowMs > hold.opened.atMs + rules.validityDays * dayMs)
    return refused('22', 'the hold has expired');
  if (request.kind === 'increment') return allowed(hold);
  const limit = Math.floor((hold.amountMinorUnits * rules.completionLimitPercent) / 100);
  return request.amountMinorUnits <= limit
    ? allowed(hold)
    : refused('61', 'more than may be completed');
}

function namesIt(request: FinancialRequest, opened: BookedTransaction['entry']): boolean {
  const { original, originalRrn } = request;
  if (originalRrn !== undefined && originalRrn !== opened.rrn && request.kind !== 'increment')
    return false;
  if (original === undefined) return true;
  const known = (given: string, own: string) => /^0*$/.test(given) || given === own;
  return (
    known(original.batch, opened.batch) &&
    known(original.stan, opened.stan) &&
    known(original.date, opened.date)
  );
}

/** A transaction that undoes a booked charge, named by its RRN. */
function onCompletion(
  book: Book,
  request: FinancialRequest,
  token: string,
  kinds: readonly string[],
): Ruling {
  if (request.originalRrn === undefined) return refused('30', 'no reference number');
  const charge = book.transaction(request.originalRrn);
  if (
    charge === undefined ||
    charge.entry.merchantId !== request.merchantId ||
    charge.state === 'reversed'
  )
    return refused('25', 'no charge under this reference');
  if (charge.entry.token !== token) return refused('14', 'the charge is on another number');
  if (!namesIt(request, charge.entry))
    return refused('25', 'batch, trace or date are of another transaction');
  if (!kinds.includes(charge.entry.kind) || charge.state !== 'approved')
    return refused('12', 'this charge cannot be undone so');
  const { amountMinorUnits } = request;
  const fits =
    request.kind === 'refund'
      ? amountMinorUnits <= charge.entry.amountMinorUnits
      : amountMinorUnits === charge.entry.amountMinorUnits;
  return fits ? allowed(charge) : refused('64', 'the amount is not that of the charge');
}
