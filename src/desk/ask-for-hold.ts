import type { RequestCard } from '../acquirer/contract.ts';
import { brandOf } from '../card/brand.ts';
import type { IncidentResult } from '../journal/events.ts';
import { AskingBank } from './asking-bank.ts';
import { fail, resolvedEvents, type Wish } from './case.ts';
import { type Attempt, bankEvidence, refusedByHost } from './chip-attempt.ts';
import type { Flow } from './flow.ts';
import { granted } from './held.ts';
import { refusedPart } from './partial.ts';
import { pinAgain } from './pin.ts';
import { approve, transact } from './transact.ts';

/** A hold on a number that no chip vouches for. */
type AskedFor = {
  readonly how: 'stripe' | 'cardAbsent';
  readonly fallbackReason?: string;
  readonly posEntryMode: string;
  readonly card: RequestCard;
  readonly supervisor?: string;
  readonly result: IncidentResult;
};

const channelOf = { stripe: 'stripe', cardAbsent: 'keyed' } as const;

/** Asks the bank for the hold of this wish and says all of its answer: the bank has the last word. */
export function* askForHold(wish: Wish, asked: AskedFor): Flow<Attempt> {
  const { how, fallbackReason, posEntryMode, card, supervisor, result } = asked;
  const screen = new AskingBank(wish, 'preauth', false);
  yield* screen.step('sentToBank');
  const bank = yield* transact(
    {
      kind: 'preauth',
      opens: {
        ...(wish.note === undefined ? {} : { note: wish.note }),
        label: brandOf(card.pan.first6)?.name ?? '',
        how,
        ...(fallbackReason === undefined ? {} : { fallbackReason }),
      },
      amount: wish.amount,
      posEntryMode,
      card,
      askPinAgain: () => pinAgain(wish.amount, 'preauth', card.pan, screen),
      ...(supervisor === undefined ? {} : { supervisor }),
    },
    (event) => screen.meanwhile(event),
  );
  if (bank.type !== 'answered') {
    yield* fail(wish, bankEvidence(wish, bank.result));
    return { type: 'failed' };
  }
  const { answer, holdId } = bank;
  if (!answer.approved) return yield* refusedByHost(wish, answer, channelOf[how]);
  const refused = yield* refusedPart(wish, bank);
  if (refused !== undefined) return refused;
  const slips = yield* approve(bank, {}, resolvedEvents(wish, result, holdId));
  yield* granted(wish, holdId, slips, result);
  return { type: 'granted' };
}
