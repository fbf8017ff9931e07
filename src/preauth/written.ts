import type { Original } from '../acquirer/contract.ts';
import type { EventOf, TransactionRequest } from '../journal/events.ts';
import { cny } from '../money.ts';
import type { HistoryEntry, Hold } from './hold.ts';
import type { HoldEvent } from './machine.ts';
import { numberGiven, registered, takenOver } from './number.ts';

/** When the row was written. */
export type Written = { readonly atMs: number };

export const emptyHold = (holdId: string, at: Written): Hold => ({
  holdId,
  state: 'none',
  how: 'chip',
  label: '',
  openedAtMs: at.atMs,
  amount: cny(0),
  history: [],
  shredded: false,
});

/** The facts that a row adds to a hold; the state is the machine's business. */
export function written(hold: Hold, event: HoldEvent, at: Written): Hold {
  switch (event.kind) {
    case 'transaction.requested':
      return requested(hold, event.request, at);
    case 'transaction.approved':
      return hold.pending === undefined ? hold : approved(hold, hold.pending, event, at);
    case 'transaction.declined':
    case 'transaction.notSent':
      return withoutPending(hold);
    case 'reversal.settled':
      return hold.pending === undefined
        ? hold
        : noted(withoutPending(hold), {
            atMs: at.atMs,
            what: 'reversal',
            amount: hold.pending.amount,
          });
    case 'hold.expired':
      return hold.state === 'held'
        ? noted(hold, { atMs: at.atMs, what: 'expired', amount: hold.amount })
        : hold;
    case 'advice.refused':
      return withoutCompletion(hold);
    case 'hold.registered':
      return registered(hold, event, at);
    case 'hold.numberLost':
      return { ...hold, numberLost: true };
    case 'hold.numberGiven':
      return numberGiven(hold, event, at);
    case 'hold.givenAway':
      return noted(hold, { atMs: at.atMs, what: 'givenAway', amount: hold.amount });
    case 'hold.takenBack':
      return noted(hold, { atMs: at.atMs, what: 'takenBack', amount: hold.amount });
    case 'hold.takenOver':
      return takenOver(hold, event, at);
    case 'hold.movedAway':
    case 'reversal.owed':
    case 'advice.settled':
      return hold;
    default:
      return event satisfies never;
  }
}

function requested(hold: Hold, request: TransactionRequest, at: Written): Hold {
  switch (request.kind) {
    case 'preauth':
      return { ...hold, pending: request, card: request.card, amount: request.amount };
    case 'offlineAdvice': {
      if (hold.state === 'held')
        return completed(
          hold,
          request,
          originalOf(request, undefined, request.authorisationCode),
          at,
        );
      const original = originalOf(request, undefined, request.authorisationCode);
      const sale = { ...hold, card: request.card, amount: request.amount, original };
      return noted(sale, entryOf(request, original, at));
    }
    case 'completionAdvice':
      return completed(hold, request, originalOf(request), at);
    default:
      return { ...hold, pending: request };
  }
}

function approved(
  hold: Hold,
  request: TransactionRequest,
  event: EventOf<'transaction.approved'>,
  at: Written,
): Hold {
  const original = originalOf(request, event.rrn, event.authorisationCode);
  const entry = entryOf(request, original, at, event);
  const settled = noted(withoutPending(hold), { ...entry, amount: event.amount });
  switch (request.kind) {
    case 'preauth':
      return {
        ...settled,
        amount: event.amount,
        original,
        ...(event.validUntilMs === undefined ? {} : { validUntilMs: event.validUntilMs }),
      };
    case 'increment':
      return {
        ...settled,
        amount: event.amount,
        history: [...hold.history, entry],
      };
    case 'completion':
      // A host may take less than was asked: what it took is what was charged.
      return completed(hold, { ...request, amount: event.amount }, original, at, event);
    case 'completionVoid':
      return withoutCompletion(settled);
    default:
      return settled;
  }
}

function completed(
  hold: Hold,
  request: TransactionRequest,
  original: Original,
  at: Written,
  event?: EventOf<'transaction.approved'>,
): Hold {
  const completion = {
    amount: request.amount,
    original,
    atMs: at.atMs,
    advice: request.kind !== 'completion',
  };
  return noted({ ...withoutPending(hold), completion }, entryOf(request, original, at, event));
}

const entryOf = (
  request: TransactionRequest,
  original: Original,
  at: Written,
  event?: EventOf<'transaction.approved'>,
): HistoryEntry => ({
  atMs: at.atMs,
  what: request.kind,
  amount: request.amount,
  slip: {
    stan: request.stan,
    batch: request.batch,
    posEntryMode: request.posEntryMode,
    operator: request.operator,
    ...(request.supervisor === undefined ? {} : { supervisor: request.supervisor }),
    ...(original.rrn === undefined ? {} : { rrn: original.rrn }),
    ...(original.authorisationCode === undefined
      ? {}
      : { authorisationCode: original.authorisationCode }),
    ...(event?.emv === undefined ? {} : { emv: event.emv }),
    signatureWanted: event?.signatureWanted ?? false,
  },
});

function originalOf(
  request: TransactionRequest,
  rrn?: string,
  authorisationCode?: string,
): Original {
  return {
    batch: request.batch,
    stan: request.stan,
    date: request.localDate,
    ...(rrn === undefined ? {} : { rrn }),
    ...(authorisationCode === undefined ? {} : { authorisationCode }),
  };
}

function withoutCompletion(hold: Hold): Hold {
  const { completion: _, ...rest } = hold;
  return rest;
}

function withoutPending(hold: Hold): Hold {
  const { pending: _, ...rest } = hold;
  return rest;
}

const noted = (hold: Hold, entry: HistoryEntry): Hold => ({
  ...hold,
  history: [...hold.history, entry],
});
