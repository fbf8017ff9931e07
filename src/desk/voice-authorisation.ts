import { brandOf } from '../card/brand.ts';
import type { Pan } from '../card/pan.ts';
import type { DomainEvent, TransactionRequest } from '../journal/events.ts';
import { mayAdvise } from './advice-limits.ts';
import { assertPermitted } from './authorise.ts';
import { batchNumber, nextStan } from './bank.ts';
import { type Called, callIssuer } from './call-issuer.ts';
import { resolvedEvents, type Wish } from './case.ts';
import { type Checking, checkNumber } from './check.ts';
import { append, type Flow, facts, uuid } from './flow.ts';
import { showResult } from './held.ts';
import { bankOf, holdOf, permissionOf } from './queries.ts';
import { localTime } from './time.ts';
import { holdIdOf, putOnFile, slipEvents } from './transact.ts';
import { typeForWish } from './type-for-wish.ts';
import { namedOf } from './why.ts';

/**
 * 语音授权: call the issuer, note the code, type the number; it becomes an offline sale (0220), never a
 * pre-authorisation. `sold` when the sale was noted, `back` to the reasons otherwise.
 */
export function* voiceAuthorisation(wish: Wish): Flow<'sold' | 'back'> {
  if (!(yield* mayAdvise(wish.amount))) return 'back';
  let called: Called | undefined;
  for (;;) {
    called = yield* callIssuer(wish, called);
    if (called === undefined) return 'back';
    let typed: { readonly digits: string; readonly expiry: string } = {
      digits: '',
      expiry: called.expiry,
    };
    for (;;) {
      const number = yield* typeForWish(wish, 'offlineSale', typed);
      if (number === undefined) break;
      typed = number;
      const checked = yield* checkNumber(yield* checkingOf(wish), number.pan);
      if (checked === undefined) continue;
      yield* noteSale(wish, called, number.pan, number.expiry, checked.supervisor);
      return 'sold';
    }
  }
}

function* checkingOf(wish: Wish): Flow<Checking> {
  const asked = permissionOf('offlineAdvice', yield* facts()) === 'agreed';
  return {
    named: namedOf(wish),
    amount: wish.amount,
    becomes: 'offlineSale',
    compared: false,
    cardSeen: true,
    onPhone: false,
    ...(asked ? { agreement: 'offlineAdvice' } : {}),
  };
}

/** The sale is journalled with the sealed number, the call and the end of the case in one transaction. */
function* noteSale(
  wish: Wish,
  called: Called,
  pan: Pan,
  expiry: string,
  supervisor: string | undefined,
): Flow<void> {
  const now = yield* facts();
  const { config } = now;
  assertPermitted('offlineAdvice', supervisor, now);
  const stan = yield* nextStan();
  const local = localTime(now.nowMs, config.timeZone);
  const holdId = holdIdOf(config.merchant.terminalId, local, stan);
  const card = yield* putOnFile({ pan, expiry });
  const request: TransactionRequest = {
    kind: 'offlineAdvice',
    stan,
    batch: yield* batchNumber(),
    amount: wish.amount,
    localDate: local.date,
    localTime: local.time,
    posEntryMode: '012',
    card,
    authorisationCode: called.code,
    operator: now.operator,
    ...(supervisor === undefined ? {} : { supervisor }),
  };
  const slips = [yield* uuid(), yield* uuid()] as const;
  const { bank, hotline } = bankOf(pan.first6, now);
  wish.card = { ...wish.card, last4: pan.last4 };
  yield* append({
    events: [
      {
        kind: 'hold.opened',
        holdId,
        ...(wish.note === undefined ? {} : { note: wish.note }),
        label: brandOf(pan.first6)?.name ?? '',
        how: 'voice',
      },
      { kind: 'transaction.requested', holdId, request },
      ...callEvents(wish, called, bank?.[config.language] ?? '', hotline),
      ...resolvedEvents(wish, 'offlineSale', holdId),
      ...slipEvents(slips, holdId, 'offlineAdvice', stan),
    ],
    seal: [{ token: card.token, pan }],
  });
  for (const slipId of slips) yield { type: 'print', slipId };
  if (wish.incidentId !== undefined && holdOf(yield* facts(), holdId) !== undefined)
    yield* showResult(wish, wish.incidentId, 'offlineSale', slips);
}

export const callEvents = (
  wish: Wish,
  called: Called,
  bank: string,
  hotline: string,
): DomainEvent[] =>
  wish.incidentId === undefined
    ? []
    : [
        {
          kind: 'incident.call',
          incidentId: wish.incidentId,
          bank,
          hotline,
          ...(called.agent === '' ? {} : { agent: called.agent }),
          authorisationCode: called.code,
        },
      ];
