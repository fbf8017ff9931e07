import type { Diagnosis, RemedyKind } from '../recovery/evidence.ts';
import { finalFindings } from '../recovery/ways-rules.ts';
import { actionOf } from './amount.ts';
import type { Wish } from './case.ts';
import { type Flow, facts, show, tone, wait } from './flow.ts';
import { unsettledItems } from './queries.ts';

/** 为什么: one cause with its evidence, one best way, the others behind it. */
export function* askWhy(wish: Wish): Flow<RemedyKind> {
  const { diagnosis } = wish;
  if (diagnosis === undefined) throw new Error('why is asked without a diagnosis');
  const best = diagnosis.remedies[0]?.kind ?? 'stop';
  yield* tone('warning');
  for (;;) {
    const now = yield* facts();
    const undoOwed = wish.reversalOwed && unsettledItems(now, 'reversal').length > 0;
    yield* show({
      name: 'why',
      ...namedOf(wish),
      amount: wish.amount,
      diagnosis,
      money: undoOwed ? 'undoOwed' : 'nothingHeld',
      cardIn: now.cardIn,
    });
    const action = actionOf(yield* wait());
    switch (action?.type) {
      case 'primary':
      case 'enter':
        return best;
      case 'way':
        if (offers(diagnosis, action.remedy)) return action.remedy;
        break;
      case 'go': {
        const way = action.to === 'ways' ? yield* askWays(wish, diagnosis) : undefined;
        if (way !== undefined) return way;
        break;
      }
      case 'back':
      case 'cancel':
        return 'stop';
    }
  }
}

const offers = (diagnosis: Diagnosis, kind: RemedyKind): boolean =>
  diagnosis.remedies.some((remedy) => remedy.kind === kind);

/** 别的办法: only what is allowed here and now, each with its cost. */
export function* askWays(wish: Wish, diagnosis: Diagnosis): Flow<RemedyKind | undefined> {
  const typingRefused = finalFindings.has(diagnosis.finding) ? 'issuerDecided' : 'notForHolds';
  let page = 0;
  for (;;) {
    yield* show({ name: 'ways', ...namedOf(wish), diagnosis, typingRefused, page });
    const action = actionOf(yield* wait());
    if (action?.type === 'page') page += 1;
    if (action?.type === 'way' && offers(diagnosis, action.remedy)) return action.remedy;
    if (action?.type === 'back' || action?.type === 'cancel') return undefined;
  }
}

export const namedOf = (wish: Wish): { note?: string; last4?: string } => ({
  ...(wish.note === undefined ? {} : { note: wish.note }),
  ...(wish.card?.last4 === undefined ? {} : { last4: wish.card.last4 }),
});
