import type { RemedyKind } from '../recovery/evidence.ts';
import { actionOf } from './amount.ts';
import type { Wish } from './case.ts';
import type { Attempt } from './chip-attempt.ts';
import { type Flow, facts, show, tone, wait } from './flow.ts';
import { askWays, namedOf } from './why.ts';

/** The card's own no comes without a diagnosis. */
const withoutDiagnosis: readonly RemedyKind[] = ['otherCard', 'stop'];

/** The issuer's plain no: what it means and what may be tried; the way back counts as stopping. */
export function* declined(
  wish: Wish,
  { responseCode, by }: Extract<Attempt, { type: 'declined' }>,
): Flow<RemedyKind> {
  yield* tone('warning');
  for (;;) {
    const { cardIn } = yield* facts();
    const offers = wish.diagnosis?.remedies.map(({ kind }) => kind) ?? withoutDiagnosis;
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
    switch (action?.type) {
      case 'primary':
      case 'enter':
        return offers[0] ?? 'stop';
      case 'way':
        if (offers.includes(action.remedy)) return action.remedy;
        break;
      case 'go': {
        const { diagnosis } = wish;
        const more = action.to === 'ways' && diagnosis !== undefined;
        const way = more ? yield* askWays(wish, diagnosis) : undefined;
        if (way !== undefined) return way;
        break;
      }
      case 'back':
      case 'cancel':
        return 'stop';
    }
  }
}
