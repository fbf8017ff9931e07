import { brandOf } from '../card/brand.ts';
import type { Pan } from '../card/pan.ts';
import type { CardOnFile, DomainEvent } from '../journal/events.ts';
import type { Money } from '../money.ts';
import { adviceRoom, mayAdvise } from './advice-limits.ts';
import { type Called, callIssuer } from './call-issuer.ts';
import { resolvedEvents, type Wish } from './case.ts';
import { type Checking, checkNumber } from './check.ts';
import { type Flow, facts } from './flow.ts';
import { showResult } from './held.ts';
import { noteAdvice } from './note-advice.ts';
import { bankOf, holdOf, permissionOf } from './queries.ts';
import { newRequest } from './request.ts';
import { localTime } from './time.ts';
import { holdIdOf, putOnFile } from './transact.ts';
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
      if (number.type === 'listed') return 'back';
      if (number.type !== 'typed') break;
      typed = number;
      const checked = yield* checkNumber(yield* checkingOf(wish), number.pan);
      if (checked === undefined) continue;
      if (!(yield* stillAllowed(wish))) return 'back';
      yield* noteSale(wish, called, number.pan, number.expiry, checked.supervisor);
      return 'sold';
    }
  }
}

/** A call takes minutes: the limits and rules are those of the moment at which the sale is noted. */
function* stillAllowed({ amount }: Wish): Flow<boolean> {
  const now = yield* facts();
  if (adviceRoom(now, amount)?.state === 'full') return false;
  if (permissionOf('offlineAdvice', now) === 'never') return false;
  return amount.minorUnits <= now.config.policies.maximumHoldMinorUnits;
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
  const card = yield* putOnFile({ pan, expiry });
  const ofSale = { amount: wish.amount, card, code: called.code, supervisor };
  const request = yield* offlineSale(ofSale);
  const local = localTime(now.nowMs, config.timeZone);
  const holdId = holdIdOf(config.merchant.terminalId, local, request.stan);
  const { bank, hotline } = bankOf(pan.first6, now);
  wish.card = { ...wish.card, last4: pan.last4 };
  const slips = yield* noteAdvice({
    holdId,
    request,
    opens: {
      kind: 'hold.opened',
      holdId,
      ...(wish.note === undefined ? {} : { note: wish.note }),
      label: brandOf(pan.first6)?.name ?? '',
      how: 'voice',
    },
    pan,
    besides: [
      ...callEvents(wish, called, bank?.[config.language] ?? '', hotline),
      ...resolvedEvents(wish, 'offlineSale', holdId),
    ],
  });
  if (wish.incidentId !== undefined && holdOf(yield* facts(), holdId) !== undefined)
    yield* showResult(wish, wish.incidentId, 'offlineSale', slips);
}

type VoiceSale = {
  readonly amount: Money;
  readonly card: CardOnFile;
  /** F38, as the issuer gave it by phone. */
  readonly code: string;
  readonly supervisor: string | undefined;
};

/** 离线结算 on a code given by phone (0220, F22 012). */
export const offlineSale = ({ amount, card, code, supervisor }: VoiceSale) =>
  newRequest(
    {
      kind: 'offlineAdvice',
      amount,
      posEntryMode: '012',
      card,
      authorisationCode: code,
      ...(supervisor === undefined ? {} : { supervisor }),
    },
    'offlineAdvice',
  );

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
