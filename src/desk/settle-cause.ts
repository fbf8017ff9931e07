import { hex } from '../bytes.ts';
import type { LinkCheck, NextTest, QuestionKind, RemedyKind } from '../recovery/evidence.ts';
import { actionOf } from './amount.ts';
import { askHost, batchNumber, nextStan } from './bank.ts';
import { learn, namedOf, type Wish } from './case.ts';
import {
  append,
  type DeskEvent,
  type Flow,
  facts,
  perform,
  show,
  start,
  wait,
  withBank,
} from './flow.ts';

/** Selects the directory of a payment card: any chip that works answers something. EMV 4.4 Book 1 §12.2.2. */
const selectDirectory = hex('00A404000E315041592E5359532E444446303100');

/** Tests that are nothing but another try at the wish, by the way that leads there. */
const tries: Partial<Record<string, RemedyKind>> = {
  insertAgain: 'readAgain',
  swipeAgain: 'readAgain',
  swipeSame: 'swipe',
  otherCard: 'otherCard',
};

/**
 * Walks the question or test that would settle the cause. A way comes back when it is another try; else what was
 * learned is in the wish, which is diagnosed anew.
 */
export function* settle(wish: Wish, test: NextTest): Flow<RemedyKind | undefined> {
  if (test.type === 'question') {
    yield* askQuestion(wish, test.question);
    return undefined;
  }
  if (test.test === 'testCard') yield* tryTestCard(wish);
  else if (test.test === 'testSwipe') yield* tryTestSwipe(wish);
  else if (test.test === 'bankEcho') yield* greetBank(wish);
  else return tries[test.test];
  return undefined;
}

/** Yes, no, or back without an answer. */
function* askQuestion(wish: Wish, question: QuestionKind): Flow<void> {
  const { diagnosis, amount } = wish;
  if (diagnosis === undefined) return;
  for (;;) {
    yield* show({ name: 'why-question', ...namedOf(wish), amount, diagnosis, question });
    const action = actionOf(yield* wait());
    if (action?.type === 'back' || action?.type === 'cancel') return;
    if (action?.type === 'said') {
      yield* learn(wish, { type: 'said', question, answer: action.answer });
      return;
    }
  }
}

/** The merchant's test card: its chip answers, or even that one does not. Any good card will do; nothing is asked of it. */
function* tryTestCard(wish: Wish): Flow<void> {
  let mustLeave = (yield* facts()).cardIn;
  const began = (yield* facts()).nowMs;
  for (;;) {
    const now = yield* facts();
    if (now.cardIn && !mustLeave) break;
    yield* show({ name: 'test-card', by: 'chip', reading: false, secondsSoFar: 0 });
    const event = yield* wait();
    if (event.type === 'cardRemoved') mustLeave = false;
    if (event.type === 'cardInserted') break;
    if (event.type === 'readerGone') return;
    const action = actionOf(event);
    if (action?.type === 'back' || action?.type === 'cancel') return;
  }
  const repaint = function* (_: DeskEvent): Flow<void> {
    const secondsSoFar = Math.max(0, Math.floor(((yield* facts()).nowMs - began) / 1_000));
    yield* show({ name: 'test-card', by: 'chip', reading: true, secondsSoFar });
  };
  yield* repaint({ type: 'time' });
  const powered = yield* perform({ type: 'powerUp' }, repaint);
  if (powered.type === 'fault') {
    yield* learn(wish, { type: 'testCard', read: false });
    return;
  }
  const answer = yield* perform({ type: 'transmit', commandApdu: selectDirectory }, repaint);
  yield* perform({ type: 'powerDown' }, repaint);
  yield* learn(wish, { type: 'testCard', read: answer.type === 'transmit' });
}

/** The same at the head: a stripe that is known to be good tells a dead line from a worn stripe. Nothing is kept of it. */
function* tryTestSwipe(wish: Wish): Flow<void> {
  yield { type: 'forgetSwipes' };
  for (;;) {
    yield* show({ name: 'test-card', by: 'stripe', reading: false, secondsSoFar: 0 });
    const event = yield* wait();
    if (event.type === 'swiped') {
      yield { type: 'forgetSwipes' };
      const read = event.swipe.type === 'read';
      yield* learn(wish, { type: 'testCard', by: 'stripe', read });
      return;
    }
    const action = actionOf(event);
    if (action?.type === 'back' || action?.type === 'cancel') return;
  }
}

/** 回响测试: is the bank's computer there at all? */
function* greetBank(wish: Wish): Flow<void> {
  const { diagnosis, amount } = wish;
  if (diagnosis === undefined) return;
  const began = (yield* facts()).nowMs;
  const repaint = function* (_: DeskEvent): Flow<void> {
    const { nowMs, cardIn } = yield* facts();
    const secondsChecking = Math.max(0, Math.floor((nowMs - began) / 1_000));
    yield* show({
      name: 'why',
      ...namedOf(wish),
      amount,
      diagnosis,
      money: wish.reversalOwed ? 'undoOwed' : 'nothingHeld',
      cardIn,
      secondsChecking,
    });
  };
  yield* repaint({ type: 'time' });
  const result = yield* withBank(function* () {
    const stan = yield* nextStan();
    const batch = yield* batchNumber();
    yield* append({ events: [{ kind: 'bank.requested', what: 'echo', stan, batch }] });
    return yield* askHost({ kind: 'echo', stan, batch }, repaint);
  }, repaint);
  const tookMs = Math.max(0, (yield* facts()).nowMs - began);
  yield* learn(
    wish,
    result.type === 'answered'
      ? { type: 'linkProbe', check: 'echo', ok: true, tookMs }
      : { type: 'linkProbe', check: 'echo', ok: false, problem: 'noAnswer', tookMs },
  );
}

/** Starts every check of the line that was not made yet; the answers come as events and never hold up a screen. */
export function* probeLine(wish: Wish): Flow<Map<number, LinkCheck>> {
  const started = new Map<number, LinkCheck>();
  const newest = wish.evidence.findLast(
    ({ type }) => type === 'linkFault' || type === 'badAnswer' || type === 'answerCode',
  );
  if (newest?.type !== 'linkFault') return started;
  const since = wish.evidence.slice(wish.evidence.indexOf(newest));
  for (const check of (yield* facts()).lineChecks) {
    if (since.some((item) => item.type === 'linkProbe' && item.check === check)) continue;
    started.set(yield* start({ type: 'probeLine', check }), check);
  }
  return started;
}
