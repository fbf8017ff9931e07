import type { Pan } from '../card/pan.ts';
import { askForHold } from './ask-for-hold.ts';
import { permit } from './authorise.ts';
import type { Wish } from './case.ts';
import type { Attempt } from './chip-attempt.ts';
import { type Flow, facts } from './flow.ts';
import { mayBegin } from './queries.ts';

/** A number that was typed because the customer is not here; `expiry` is YYMM. */
export type AbsentCard = { readonly pan: Pan; readonly expiry: string };

/**
 * MOTO 预授权: a hold on a typed number, for a customer who is not here (F22 012, F25 18, no PIN). Only with the
 * merchant's permission (`policies.cardAbsentPreauthAllowed`): else `back`, and nothing is sent. It is an attempt at
 * a wish like that by chip or stripe: `granted` has said and printed everything, `declined` and `failed` are said by
 * the caller (`declined`, `askWhy`), `back` leads to the amount. The caller has checked number and expiry.
 */
export function* cardAbsentPreauth(wish: Wish, { pan, expiry }: AbsentCard): Flow<Attempt> {
  if (!mayBegin('cardAbsentPreauth', yield* facts())) return { type: 'back' };
  const permitted = yield* permit('cardAbsentPreauth');
  if (!permitted.allowed) return { type: 'back' };
  wish.tries += 1;
  wish.card = { ...wish.card, firstDigits: pan.first6, last4: pan.last4, expiry };
  return yield* askForHold(wish, {
    how: 'cardAbsent',
    posEntryMode: '012',
    card: { pan, expiry },
    ...(permitted.by === undefined ? {} : { supervisor: permitted.by }),
    result: 'held',
  });
}
