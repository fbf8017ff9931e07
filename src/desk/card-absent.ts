import { brandOf } from '../card/brand.ts';
import type { Pan } from '../card/pan.ts';
import { AskingBank } from './asking-bank.ts';
import { permit } from './authorise.ts';
import { fail, resolvedEvents, type Wish } from './case.ts';
import { type Attempt, bankEvidence, refusedByHost } from './chip-attempt.ts';
import { type Flow, facts } from './flow.ts';
import { granted } from './held.ts';
import { refusedPart } from './partial.ts';
import { mayBegin } from './queries.ts';
import { approve, transact } from './transact.ts';

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
  const screen = new AskingBank(wish, 'preauth', false);
  yield* screen.step('sentToBank');
  const bank = yield* transact(
    {
      kind: 'preauth',
      opens: {
        ...(wish.note === undefined ? {} : { note: wish.note }),
        label: brandOf(pan.first6)?.name ?? '',
        how: 'cardAbsent',
      },
      amount: wish.amount,
      posEntryMode: '012',
      card: { pan, expiry },
      ...(permitted.by === undefined ? {} : { supervisor: permitted.by }),
    },
    (event) => screen.meanwhile(event),
  );
  if (bank.type !== 'answered') {
    yield* fail(wish, bankEvidence(wish, bank.result));
    return { type: 'failed' };
  }
  if (!bank.answer.approved) return yield* refusedByHost(wish, bank.answer.responseCode, 'keyed');
  const refused = yield* refusedPart(wish, bank);
  if (refused !== undefined) return refused;
  const slips = yield* approve(bank, {}, resolvedEvents(wish, 'held', bank.holdId));
  yield* granted(wish, bank.holdId, slips, 'held');
  return { type: 'granted' };
}
