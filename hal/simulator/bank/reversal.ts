import { textOf } from '#src/iso8583/message.ts';
import type { BookedTransaction } from './book.ts';
import { echoed } from './clearing.ts';
import { type Answer, type BankContext, localTime, rrnOf, settlementDate } from './context.ts';
import type { MessageIdentity } from './entries.ts';
import type { FinancialRequest } from './request.ts';
import type { WorkingKeys } from './security.ts';
import { answerMti, isReversible } from './transactions.ts';

/**
 * Undoes a request by its own trace number. An original that has not come is remembered and will
 * not be booked; that is answered 25. A reversal that comes again is answered as before.
 */
export function reverse(
  context: BankContext,
  request: FinancialRequest,
  keys: WorkingKeys,
): Answer {
  const identity = originalIdentity(context, request);
  const before = context.book.reversalOf(identity);
  const { code, why, undid } =
    before !== undefined
      ? { code: before.responseCode, why: 'reversed before', undid: undefined }
      : judge(context, request, context.book.original(identity));
  const rrn = rrnOf(context);
  if (before === undefined) {
    context.record({
      type: 'reversal',
      atMs: context.now(),
      ...identity,
      kind: request.kind,
      reason: textOf(request.message, 39) ?? '',
      responseCode: code,
      rrn,
      ...(undid === undefined ? {} : { undid }),
    });
  }
  const { date, time } = localTime(context);
  return {
    mti: answerMti(request.mti),
    fields: {
      ...echoed(request),
      12: time,
      13: date,
      15: settlementDate(context),
      37: rrn,
      39: code,
    },
    macKeys: keys,
    kind: 'reversal',
    why,
  };
}

/**
 * A reversal repeats the trace number of its original. One with a number of its own names a first
 * transaction in field 61; for completions and the like field 61 names the hold, so there the own
 * number counts.
 */
function originalIdentity(context: BankContext, request: FinancialRequest): MessageIdentity {
  const { merchantId, terminalId, batch, stan, original } = request;
  const own = { merchantId, terminalId, batch, stan };
  if (original === undefined || /^0*$/.test(original.stan)) return own;
  const named = {
    ...own,
    batch: /^0*$/.test(original.batch) ? batch : original.batch,
    stan: original.stan,
  };
  if (original.stan === stan) return named;
  if (context.book.original(own) !== undefined) return own;
  const isFirst = ['preauth', 'cardAbsentPreauth', 'sale'].includes(request.kind);
  return isFirst || context.book.original(named)?.entry.kind === request.kind ? named : own;
}

type Judgement = { readonly code: string; readonly why: string; readonly undid?: string };

function judge(
  context: BankContext,
  request: FinancialRequest,
  original: BookedTransaction | undefined,
): Judgement {
  if (!isReversible(request.kind)) return { code: '40', why: 'an advice cannot be reversed' };
  if (original === undefined)
    return { code: '25', why: 'the original has not come and will not be booked' };
  const { entry } = original;
  if (entry.kind !== request.kind) return { code: '12', why: 'the original is of another kind' };
  if (original.state === 'declined')
    return { code: '00', why: 'the original was refused: nothing to undo' };
  if (original.state === 'reversed') return { code: '00', why: 'reversed already' };
  if (original.state === 'voided') return { code: '12', why: 'the original has been voided since' };
  const hold = context.book.holds.get(entry.rrn);
  if (hold !== undefined && hold.state !== 'held')
    return { code: '12', why: `the hold is ${hold.state}` };
  return { code: '00', why: 'undone', undid: entry.rrn };
}
