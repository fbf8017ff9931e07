import type { Lesson } from '../incident/events.ts';
import type { Diagnosis, LinkCheck, RemedyKind } from '../recovery/evidence.ts';
import { finalFindings } from '../recovery/ways-rules.ts';
import { actionOf } from './amount.ts';
import { showEmergency, situationOf } from './care/emergency.ts';
import { learn, namedOf, type Wish } from './case.ts';
import { type DeskEvent, type Facts, type Flow, facts, show, tone, wait } from './flow.ts';
import { incidents, unsettledItems } from './queries.ts';
import { probeLine, settle } from './settle-cause.ts';

/**
 * 为什么: one cause with its evidence, one best way, the others behind it, and the question that would settle it.
 * The first picture waits for nothing; checks of the line come in later and may change it.
 */
export function* askWhy(wish: Wish): Flow<RemedyKind> {
  yield* tone('warning');
  const probes = yield* probeLine(wish);
  for (;;) {
    const diagnosis = yield* showWhy(wish);
    const best = diagnosis.remedies[0]?.kind ?? 'stop';
    const event = yield* wait();
    yield* takeProbe(wish, event, probes);
    const action = actionOf(event);
    switch (action?.type) {
      case 'primary':
      case 'enter':
        return best;
      case 'way':
        if (offers(diagnosis, action.remedy)) return action.remedy;
        break;
      case 'settle': {
        const { nextTest } = diagnosis;
        const way = nextTest === undefined ? undefined : yield* settle(wish, nextTest);
        if (way !== undefined) return way;
        break;
      }
      case 'go': {
        if (action.to === 'emergency') yield* showEmergency(situationOf(diagnosis));
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

function* showWhy(wish: Wish): Flow<Diagnosis> {
  const { diagnosis } = wish;
  if (diagnosis === undefined) throw new Error('why is asked without a diagnosis');
  const now = yield* facts();
  const lesson = lessonOf(diagnosis, now);
  const undoOwed = wish.reversalOwed && unsettledItems(now, 'reversal').length > 0;
  yield* show({
    name: 'why',
    ...namedOf(wish),
    amount: wish.amount,
    diagnosis,
    money: undoOwed ? 'undoOwed' : wish.later === undefined ? 'nothingHeld' : 'stillHeld',
    cardIn: now.cardIn,
    ...(lesson === undefined ? {} : { lesson }),
  });
  return diagnosis;
}

/** What the newest case of the same finding taught. */
const lessonOf = ({ finding }: Diagnosis, now: Facts): Lesson | undefined =>
  incidents(now).find((one) => one.lesson !== undefined && one.diagnosis.finding === finding)
    ?.lesson;

/** One check of the line is done: it is evidence, and the cause is weighed anew. */
function* takeProbe(wish: Wish, event: DeskEvent, probes: Map<number, LinkCheck>): Flow<void> {
  if (event.type !== 'taskDone' || !probes.delete(event.task)) return;
  if (event.result.type === 'probeLine')
    yield* learn(wish, { type: 'linkProbe', ...event.result.probe });
}

const offers = (diagnosis: Diagnosis, kind: RemedyKind): boolean =>
  diagnosis.remedies.some((remedy) => remedy.kind === kind);

/** 别的办法: only what is allowed here and now, each with its cost. */
export function* askWays(wish: Wish, diagnosis: Diagnosis): Flow<RemedyKind | undefined> {
  const typingRefused = finalFindings.has(diagnosis.finding) ? 'issuerDecided' : 'notForHolds';
  const later = wish.later !== undefined;
  let page = 0;
  for (;;) {
    yield* show({ name: 'ways', ...namedOf(wish), diagnosis, typingRefused, later, page });
    const action = actionOf(yield* wait());
    if (action?.type === 'page') page += 1;
    if (action?.type === 'go' && action.to === 'emergency')
      yield* showEmergency(situationOf(diagnosis));
    if (action?.type === 'way' && offers(diagnosis, action.remedy)) return action.remedy;
    if (action?.type === 'back' || action?.type === 'cancel') return undefined;
  }
}

export { namedOf };
