import type { Money } from '../money.ts';
import type { Hold } from '../preauth/hold.ts';
import { mayChargeByVoice } from '../preauth/rules.ts';
import { mayAdvise } from './advice-limits.ts';
import { actionOf, leaves } from './amount.ts';
import { permit } from './authorise.ts';
import { type Called, callIssuer } from './call-issuer.ts';
import { resolvedEvents, type Wish } from './case.ts';
import { type Flow, facts, show, tone, wait } from './flow.ts';
import { showResult } from './held.ts';
import { noteAdvice } from './note-advice.ts';
import { bankOf, holdOf } from './queries.ts';
import { callEvents, offlineSale } from './voice-authorisation.ts';

/**
 * 语音授权 for a hold that stands: the charge is the completion of this hold, on its own record, with its own
 * number. From that row on nothing else may charge it; the hold is freed at the bank once the bank has the charge.
 */
export function* completeByVoice(wish: Wish): Flow<'sold' | 'back'> {
  const amount = wish.later?.charge;
  if (amount === undefined || !(yield* mayAdvise(amount))) return 'back';
  const expiry = (yield* standing(wish))?.card?.expiry;
  let called: Called | undefined =
    expiry === undefined ? undefined : { code: '', expiry, agent: '' };
  for (;;) {
    called = yield* callIssuer(wish, called);
    if (called === undefined) return 'back';
    const permitted = yield* permit('offlineAdvice');
    if (!permitted.allowed) continue;
    const hold = yield* standing(wish);
    if (hold === undefined) return yield* sayNotFree(amount);
    yield* note(wish, { hold, amount, called, supervisor: permitted.by });
    return 'sold';
  }
}

/** The hold as it is now, if it may still be charged: the line may have come back during the call. */
function* standing({ later }: Wish): Flow<Hold | undefined> {
  const hold = holdOf(yield* facts(), later?.holdId ?? '');
  return hold !== undefined && mayChargeByVoice(hold) ? hold : undefined;
}

function* sayNotFree(amount: Money): Flow<'back'> {
  yield* tone('warning');
  for (;;) {
    const { cardIn } = yield* facts();
    yield* show({ name: 'notice', notice: { type: 'notFree', amount }, primary: 'ok', cardIn });
    if (leaves(actionOf(yield* wait()))) return 'back';
  }
}

type VoiceCharge = {
  readonly hold: Hold;
  readonly amount: Money;
  readonly called: Called;
  readonly supervisor: string | undefined;
};

/** Charge, call and end of the case in one transaction; the hold's own sealed number goes with the advice. */
function* note(wish: Wish, { hold, amount, called, supervisor }: VoiceCharge): Flow<void> {
  const now = yield* facts();
  const { holdId, card } = hold;
  if (card === undefined) throw new Error('a hold without its number is not charged');
  const ofSale = {
    amount,
    card: { ...card, expiry: called.expiry },
    code: called.code,
    supervisor,
  };
  const request = yield* offlineSale(ofSale);
  const { bank, hotline } = bankOf(card.maskedPan.slice(0, 6), now);
  const slips = yield* noteAdvice({
    holdId,
    request,
    besides: [
      ...callEvents(wish, called, bank?.[now.config.language] ?? '', hotline),
      ...resolvedEvents(wish, 'offlineSale', holdId),
    ],
  });
  if (wish.incidentId !== undefined)
    yield* showResult({ ...wish, amount }, wish.incidentId, 'offlineSale', slips);
}
