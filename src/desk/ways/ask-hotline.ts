import type { DomainEvent } from '../../journal/events.ts';
import type { Wish } from '../case.ts';
import { append, facts } from '../flow.ts';
import { bankOf } from '../queries.ts';
import { localTime } from '../time.ts';
import type { GuideAnswer } from '../view/ways.ts';
import { guide } from './guide.ts';
import type { Way } from './way.ts';

const answers: readonly GuideAnswer[] = ['outage', 'noOutage', 'cardProblem', 'notReached'];

/** 问发卡行: is there an outage, is it the card? What was said is kept, and an outage weighs as a bulletin does. */
export const askHotline: Way = function* (wish) {
  const now = yield* facts();
  const called = bankOf(wish.card?.firstDigits, now);
  const answer = yield* guide(wish, 'hotline', { ...called, answers });
  if (answer === 'back' || answer === 'next') return { type: 'left' };
  const events = callOf(wish, called.bank?.[now.config.language] ?? '', called.hotline);
  if (events.length > 0) yield* append({ events });
  if (answer === 'notReached') return { type: 'notHelped', detail: called.hotline };
  if (answer === 'outage') {
    const { time } = localTime(now.nowMs, now.config.timeZone);
    const text = `${time.slice(0, 2)}:${time.slice(2, 4)} ${called.hotline}`;
    wish.evidence.push({ type: 'bulletin', text });
  }
  return { type: 'told', detail: answer };
};

const callOf = ({ incidentId }: Wish, bank: string, hotline: string): DomainEvent[] =>
  incidentId === undefined ? [] : [{ kind: 'incident.call', incidentId, bank, hotline }];
