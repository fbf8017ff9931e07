import type { RemedyKind } from '../recovery/evidence.ts';
import { actionOf } from './amount.ts';
import { giveUp, startRemedy, type Wish } from './case.ts';
import type { Attempt } from './chip-attempt.ts';
import { type Flow, facts, show, tone, wait } from './flow.ts';
import { namedOf } from './why.ts';

/** The issuer's plain no: what it means and what may be tried; the way back counts as stopping. */
export function* declined(
  wish: Wish,
  { responseCode, by }: Extract<Attempt, { type: 'declined' }>,
): Flow<RemedyKind> {
  const offers: RemedyKind[] =
    responseCode === '55'
      ? ['readAgain', 'otherCard', 'stop']
      : (wish.diagnosis?.remedies.map(({ kind }) => kind) ?? ['otherCard', 'stop']);
  yield* tone('warning');
  for (;;) {
    const { cardIn } = yield* facts();
    yield* show({
      name: 'declined',
      ...namedOf(wish),
      what: 'preauth',
      amount: wish.amount,
      responseCode,
      by,
      offers,
      cardIn,
    });
    const action = actionOf(yield* wait());
    const way = action?.type === 'primary' || action?.type === 'enter' ? offers[0] : undefined;
    const chosen = action?.type === 'way' ? action.remedy : way;
    if (chosen !== undefined && offers.includes(chosen) && chosen !== 'stop') {
      yield* startRemedy(wish, chosen);
      return chosen;
    }
    if (chosen === 'stop' || action?.type === 'back' || action?.type === 'cancel') {
      yield* giveUp(wish);
      return 'stop';
    }
  }
}
