import { type Ask, fallbackAllowed } from '../capture/policy.ts';
import type { AmountAnswer } from './amount.ts';
import { actionOf, askAmount } from './amount.ts';
import { cardAbsentPreauth } from './card-absent.ts';
import {
  endRemedy,
  evidenceOfCard,
  fail,
  giveUp,
  newWish,
  openCase,
  rethink,
  startRemedy,
  type Wish,
} from './case.ts';
import { type Attempt, chipAttempt } from './chip-attempt.ts';
import { declined } from './declined.ts';
import { type Flow, facts, show, tone, wait } from './flow.ts';
import { raiseAlert } from './fraud.ts';
import { forgetWish } from './head-health.ts';
import { presentCard } from './present-card.ts';
import { unsettledItems } from './queries.ts';
import type { ReaderHealth } from './reader-health.ts';
import { stripeAttempt } from './stripe-attempt.ts';
import { typeForWish } from './type-for-wish.ts';
import type { Notice } from './view.ts';
import { type Next, walk } from './ways/walk.ts';
import { askWhy } from './why.ts';

/** 预授权: amount, card, bank; and when the card gives no number or the bank no answer, the way out of it. */
export function* takeHold(
  health: ReaderHealth,
  asked?: AmountAnswer,
): Flow<'granted' | 'ended' | 'back'> {
  let answer = asked;
  let before: Wish | undefined;
  for (;;) {
    answer = yield* askAmount('preauth', answer);
    if (answer === undefined) {
      if (before !== undefined) yield* giveUp(before);
      return 'back';
    }
    const wish = newWish(answer.amount, answer.note, (yield* facts()).nowMs, health);
    if (before !== undefined) continueCase(wish, before);
    const end = yield* grant(wish);
    forgetWish(wish, end === 'granted');
    yield { type: 'forgetSwipes' };
    if (end === 'ended') yield* giveCardBack(wish);
    if (end !== 'back') return end;
    before = wish.way === 'otherAmount' ? wish : undefined;
  }
}

/** Another amount is another wish and the same case: the way there ends with how this wish ends. */
function continueCase(wish: Wish, { incidentId }: Wish): void {
  if (incidentId === undefined) return;
  wish.incidentId = incidentId;
  wish.way = 'otherAmount';
}

/** A card that is still in when the wish has ended is asked out, with the tone. */
function* giveCardBack(wish: Wish): Flow<void> {
  while ((yield* facts()).cardIn) {
    yield* tone('remove');
    const notice = yield* endNotice(wish);
    yield* show({ name: 'notice', notice, primary: 'ok', cardIn: true });
    const action = actionOf(yield* wait());
    if (action?.type === 'primary' || action?.type === 'enter' || action?.type === 'back') break;
  }
  yield* tone('off');
}

/** Nothing is held, unless the bank may have booked it: then it is being undone. */
function* endNotice(wish: Wish): Flow<Notice> {
  const { amount, evidence } = wish;
  const owed = wish.reversalOwed && unsettledItems(yield* facts(), 'reversal').length > 0;
  if (!owed) return { type: 'cancelledByCustomer', amount };
  const broken = evidence.findLast((item) => item.type === 'linkFault');
  const fault = broken?.type === 'linkFault' ? broken.fault : 'link.answerTimeout';
  return { type: 'noAnswer', what: 'preauth', amount, undone: 'owed', fault };
}

/** Tries until the wish is granted or given up; `back` returns to the amount. */
function* grant(wish: Wish): Flow<'granted' | 'ended' | 'back'> {
  let ask: Ask | undefined;
  let typed = false;
  for (;;) {
    if (yield* isTooMuchNow(wish)) return 'back';
    const attempt: Attempt = yield* typed ? typedAttempt(wish, false) : attemptOf(wish, ask);
    yield* raiseAlert(wish);
    if (attempt.type === 'granted') return 'granted';
    if (attempt.type === 'back') {
      if (wish.incidentId === undefined) return 'back';
      yield* giveUp(wish);
      return 'ended';
    }
    const next: Next = yield* chooseWay(wish, attempt);
    if (next.type === 'ended') return 'ended';
    if (next.type === 'otherAmount') return 'back';
    typed = next.type === 'typeNumber';
    ask = next.type === 'tryCard' ? next.ask : undefined;
  }
}

/** A rule that came in the meantime allows less: back to the amount, in the same case. */
function* isTooMuchNow(wish: Wish): Flow<boolean> {
  const { policies } = (yield* facts()).config;
  if (wish.amount.minorUnits <= policies.maximumHoldMinorUnits) return false;
  yield* endRemedy(wish, 'failed');
  yield* startRemedy(wish, 'otherAmount');
  return true;
}

function* attemptOf(wish: Wish, ask: Ask | undefined): Flow<Attempt> {
  const { config } = yield* facts();
  const fallback = fallbackAllowed(evidenceOfCard(wish), config.policies.stripeFallback);
  const removeFirst = ask !== undefined && ask !== 'sameCard';
  const presented = yield* presentCard(wish, ask ?? 'insertOrSwipe', removeFirst);
  switch (presented.type) {
    case 'back':
      return { type: 'back' };
    case 'readerGone':
      yield* fail(wish, { type: 'readerFault', fault: 'reader.gone' });
      return { type: 'failed' };
    case 'cardAbsent':
      return yield* typedAttempt(wish, true);
    case 'nothing':
      yield* fail(wish, { type: 'nothingPresented', seconds: presented.seconds });
      return { type: 'failed' };
    case 'swiped':
      return yield* stripeAttempt(wish, presented.swipe, fallback);
    case 'chip':
      return yield* chipAttempt(wish);
  }
}

/** Left without a number: back to the amount where nothing has happened yet, else to the reasons. */
function* typedAttempt(wish: Wish, atFirst: boolean): Flow<Attempt> {
  const typed = yield* typeForWish(wish, 'cardAbsent');
  if (typed.type === 'typed') return yield* cardAbsentPreauth(wish, typed);
  if (typed.type === 'left' && atFirst) return { type: 'back' };
  yield* openCase(wish);
  yield* endRemedy(wish, typed.type === 'left' ? 'givenUp' : 'failed');
  yield* rethink(wish);
  return { type: 'failed' };
}

/** From the reasons until a way leads on: to another attempt, another amount, or the end. */
function* chooseWay(
  wish: Wish,
  attempt: Extract<Attempt, { type: 'failed' | 'declined' }>,
): Flow<Next> {
  for (;;) {
    const kind = yield* attempt.type === 'declined' ? declined(wish, attempt) : askWhy(wish);
    const next = yield* walk(wish, kind);
    if (next !== undefined) return next;
  }
}
