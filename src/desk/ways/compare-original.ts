import { resolvedEvents } from '../case.ts';
import { append } from '../flow.ts';
import { guide } from './guide.ts';
import type { Way } from './way.ts';

/** 12, 22, 25, 64, 94: the bank has something else in its books. It is compared and asked about, never repeated. */
export const compareOriginal: Way = function* (wish) {
  const last = wish.evidence.findLast((item) => item.type === 'answerCode');
  const answer = yield* guide(wish, 'compare', {
    answers: ['heldBefore', 'notHeld'],
    ...(last?.type === 'answerCode' ? { figure: last.code } : {}),
  });
  if (answer === 'heldBefore') {
    yield* append({ events: resolvedEvents(wish, 'held') });
    return { type: 'ended' };
  }
  return answer === 'notHeld' ? { type: 'told', detail: answer } : { type: 'left' };
};
