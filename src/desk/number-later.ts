import { compareNumber, type KnownNumber } from '../capture/number-check.ts';
import { fallbackAllowed } from '../capture/policy.ts';
import type { Pan } from '../card/pan.ts';
import { newWishWatch } from '../fraud/wish-watch.ts';
import type { EventOf } from '../journal/events.ts';
import type { Hold } from '../preauth/hold.ts';
import { mayGiveNumber, validUntilWithCard } from '../preauth/rules.ts';
import type { Evidence } from '../recovery/evidence.ts';
import { actionOf, leaves } from './amount.ts';
import { checkNumber } from './check.ts';
import { append, type DeskEvent, type Flow, facts, lookUp, show, tone, wait } from './flow.ts';
import { raiseAlert } from './fraud.ts';
import { holdOf, mayBegin, named, permissionOf } from './queries.ts';
import { readNumberByChip } from './read-number.ts';
import { hasChip } from './stripe-attempt.ts';
import { putOnFile } from './transact.ts';
import { type EntryEnd, type NumberEntry, type Typed, typeNumber } from './type-number.ts';
import type { Notice } from './view.ts';

const nothingTyped: Typed = { digits: '', expiry: '' };

type Given = {
  readonly pan: Pan;
  readonly expiry?: string;
  readonly panSequenceNumber?: number;
};

type Problem = NonNullable<NumberEntry['cardProblem']>;

/** All that the record says of its card. */
export const knownOf = ({ card, known }: Hold): KnownNumber => ({ ...known, ...card });

/**
 * 补录卡号: the number comes to a hold that is here without it, by chip, stripe, typed, or by the customer on the
 * phone. Nothing is held or charged by it. The hold with its number, or undefined when it still has none.
 */
export function* giveNumber(holdId: string): Flow<Hold | undefined> {
  const evidence: Evidence[] = [];
  let before = nothingTyped;
  let problem: Problem | undefined;
  for (;;) {
    const now = yield* facts();
    const hold = holdOf(now, holdId);
    if (hold === undefined || !mayGiveNumber(hold)) return hold;
    if (!mayBegin('giveNumber', now)) return undefined;
    const entry = entryOf(hold, now.config.policies.keyedCompletionAllowed, problem);
    const end = yield* typeNumber(entry, before);
    if (end.type === 'back') return undefined;
    if (end.type === 'typed') {
      before = end;
      if (!(yield* byTyping(hold, end))) continue;
    } else {
      before = nothingTyped;
      problem = yield* byCard(hold, entry, end.event, evidence);
      if (problem !== undefined) continue;
    }
    const after = holdOf(yield* facts(), holdId);
    if (after !== undefined && !mayGiveNumber(after)) return after;
  }
}

const entryOf = (hold: Hold, typingAllowed: boolean, cardProblem?: Problem): NumberEntry => ({
  named: named(hold),
  becomes: 'numberLater',
  known: knownOf(hold),
  cardToo: true,
  typingAllowed,
  ...(cardProblem === undefined ? {} : { cardProblem }),
});

/** Digits that agree with the record still need the card before the eyes, or its owner on the phone. */
function* byTyping(hold: Hold, typed: Extract<EntryEnd, { type: 'typed' }>): Flow<boolean> {
  const asked = permissionOf('giveNumber', yield* facts()) === 'agreed';
  const checked = yield* checkNumber(
    {
      named: named(hold),
      amount: hold.amount,
      becomes: 'numberLater',
      compared: named(hold).last4 !== undefined,
      cardSeen: true,
      onPhone: true,
      ...(asked ? { agreement: 'giveNumber' } : {}),
    },
    typed.pan,
  );
  if (checked === undefined) return false;
  const { supervisor: agreedBy, onPhone } = checked;
  yield* give(hold, typed, {
    how: onPhone ? 'phone' : 'typed',
    ...(agreedBy === undefined ? {} : { agreedBy }),
    ...(onPhone ? { consent: 'lastFourReadBack' } : {}),
  });
  yield* tone('ok');
  return true;
}

/** The card itself, by its chip or its stripe; what stood in the way otherwise. */
function* byCard(
  hold: Hold,
  entry: NumberEntry,
  event: DeskEvent,
  evidence: Evidence[],
): Flow<Problem | undefined> {
  if (event.type === 'swiped') return yield* bySwipe(hold, event, evidence);
  yield* show(readingScreen(entry));
  const chip = yield* readNumberByChip(hold.amount);
  if (chip.type === 'cancelled') return undefined;
  if (chip.type === 'unread') {
    evidence.push({ type: 'noAtr', card: '', tries: evidence.length + 1 });
    yield* tone('warning');
    return 'chipUnread';
  }
  yield* giveIfSame(hold, chip.card, 'chip');
  return undefined;
}

function* bySwipe(
  hold: Hold,
  { swipe }: Extract<DeskEvent, { type: 'swiped' }>,
  evidence: readonly Evidence[],
): Flow<Problem | undefined> {
  yield { type: 'forgetSwipes' };
  if (swipe.type === 'unread') return 'stripeUnread';
  const { stripeFallback } = (yield* facts()).config.policies;
  if (hasChip(swipe.serviceCode) && !fallbackAllowed(evidence, stripeFallback))
    return 'chipCardSwiped';
  yield* giveIfSame(hold, swipe, 'stripe');
  return undefined;
}

function* giveIfSame(hold: Hold, given: Given, how: 'chip' | 'stripe'): Flow<void> {
  const known = knownOf(hold);
  const found = compareNumber(known, { ...given, lookup: yield* lookUp(given.pan) });
  // A renewed card has the same number and another date.
  const renewed = found.type === 'other' && found.by === 'expiry' && known.maskedPan !== undefined;
  if (found.type === 'other' && !renewed) {
    yield* noteOtherCard(hold);
    yield* tone('warning');
    const { last4 } = known;
    const seen = { given: given.pan.last4, by: found.by };
    yield* tell({ type: 'otherCard', ...seen, ...(last4 === undefined ? {} : { known: last4 }) });
    return;
  }
  yield* give(hold, given, { how });
  yield* tone('ok');
  if ((yield* facts()).cardIn)
    yield* tell({ type: 'numberGiven', last4: given.pan.last4, amount: hold.amount });
}

/** One wrong card is a mistake; more than one is brought to the supervisor. */
function* noteOtherCard({ holdId, amount, note, card }: Hold): Flow<void> {
  yield* append({ events: [{ kind: 'fraud.contradicted', holdId }] });
  yield* raiseAlert({
    watch: newWishWatch(),
    evidence: [],
    later: { holdId, urgent: false },
    amount,
    ...(note === undefined ? {} : { note }),
    ...(card === undefined ? {} : { card: { lookup: card.lookup, last4: card.last4 } }),
  });
}

type Authority = Omit<EventOf<'hold.numberGiven'>, 'kind' | 'holdId' | 'card' | 'operator'>;

/**
 * Sealed and journalled in one transaction. A number that was lost comes back under its old token, so that what is
 * still owed to the bank finds it.
 */
function* give(hold: Hold, given: Given, authority: Authority): Flow<void> {
  const { operator, config } = yield* facts();
  const { pan } = given;
  const fresh = yield* putOnFile(given);
  const card = { ...hold.card, ...fresh, token: hold.card?.token ?? fresh.token };
  const validUntilMs = validUntilWithCard(hold, card.maskedPan, config.policies);
  const said = { ...authority, ...(validUntilMs === undefined ? {} : { validUntilMs }) };
  yield* append({
    events: [{ kind: 'hold.numberGiven', holdId: hold.holdId, card, operator, ...said }],
    seal: [{ token: card.token, pan }],
  });
}

/** Until the card is out, or the cashier has read it. */
function* tell(notice: Notice): Flow<void> {
  const hadCard = (yield* facts()).cardIn;
  for (;;) {
    const { cardIn } = yield* facts();
    if (hadCard && !cardIn && notice.type === 'numberGiven') break;
    yield* tone(cardIn ? 'remove' : 'off');
    yield* show({ name: 'notice', notice, primary: 'ok', cardIn });
    if (leaves(actionOf(yield* wait()))) break;
  }
  yield* tone('off');
}

const readingScreen = ({ named: called, becomes }: NumberEntry) =>
  ({
    name: 'type-number',
    ...called,
    digits: '',
    groups: [4, 4, 4, 4],
    expiry: '',
    field: 'number',
    becomes,
    missingDigits: 16,
    expiryMissing: true,
    slips: [],
    cardToo: true,
    reading: true,
    canContinue: false,
  }) as const;
