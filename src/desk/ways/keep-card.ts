import { append } from '../flow.ts';
import { guide } from './guide.ts';
import type { Way } from './way.ts';

/**
 * The bank wants the card kept. The page reads like any refusal, because the customer may see it; the case stays open
 * for the supervisor, with what became of the card.
 */
export const keepCard: Way = function* (wish) {
  const answer = yield* guide(wish, 'keepCard', { answers: ['cardKept', 'cardReturned'] });
  if (answer !== 'cardKept' && answer !== 'cardReturned') return { type: 'left' };
  const { incidentId } = wish;
  if (incidentId !== undefined)
    yield* append({
      events: [
        {
          kind: 'incident.remedyEnded',
          incidentId,
          remedy: 'keepCard',
          end: 'done',
          detail: answer,
        },
      ],
    });
  return { type: 'ended' };
};
