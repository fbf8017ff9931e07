import {
  type Compared,
  compareNumber,
  contradicts,
  type KnownNumber,
} from '../capture/number-check.ts';
import {
  expectedLength,
  expiryProblem,
  groupsOf,
  isWhole,
  likelySlips,
  longestOf,
  toMmyy,
  toYymm,
} from '../capture/number-entry.ts';
import { beginTyping, noteProblem, type Typing } from '../capture/typing.ts';
import { brandOf } from '../card/brand.ts';
import { Pan } from '../card/pan.ts';
import { type DeskEvent, type Facts, type Flow, facts, lookUp, show, wait } from './flow.ts';
import { bankOf } from './queries.ts';
import { localTime } from './time.ts';
import type { NumberBecomes, NumberProblem } from './view/number.ts';
import type { CashierAction, Named, ScreenOf } from './view.ts';

export type Typed = { readonly digits: string; readonly expiry: string };

/** What a number is wanted for, and what it has to agree with. */
export type NumberEntry = {
  readonly named: Named;
  readonly becomes: NumberBecomes;
  readonly known: KnownNumber;
  /** The card may come instead of its digits. */
  readonly cardToo: boolean;
  /** The bank allows typed numbers for this. */
  readonly typingAllowed: boolean;
  /** What became of the card before this. */
  readonly cardProblem?: Extract<NumberProblem, 'chipUnread' | 'stripeUnread' | 'chipCardSwiped'>;
};

export type EntryEnd =
  | (Typed & { readonly type: 'typed'; readonly pan: Pan; readonly typing: Typing })
  | { readonly type: 'card'; readonly event: DeskEvent }
  | { readonly type: 'back'; readonly typing: Typing };

/** Digits left alone so long are wiped from the screen. */
const idleMs = 120_000;

type State = { digits: string; expiry: string; field: 'number' | 'expiry'; touched: boolean };

/**
 * 输卡号: in groups, with live checks; says what the number becomes. `before.expiry` is YYMM. When the number belongs
 * to a hold it goes on by itself with the last digit of the expiry.
 */
export function* typeNumber(entry: NumberEntry, before: Typed): Flow<EntryEnd> {
  const state: State = {
    digits: before.digits,
    expiry: toMmyy(before.expiry),
    field: 'number',
    touched: false,
  };
  const typing = beginTyping();
  for (;;) {
    const now = yield* facts();
    const screen = screenOf(entry, state, yield* compared(entry, state), now);
    noteProblem(typing, screen.problem, screen.slips);
    if (entry.becomes === 'numberLater' && screen.canContinue && state.touched) {
      const end = typed(state, typing);
      if (end !== undefined) return end;
    }
    yield* show(screen);
    const event = yield* wait(state.digits === '' ? undefined : now.nowMs + idleMs);
    state.touched = false;
    if (event.type === 'time' && (yield* facts()).nowMs >= now.nowMs + idleMs) state.digits = '';
    if (entry.cardToo && (event.type === 'cardInserted' || event.type === 'swiped'))
      return { type: 'card', event };
    if (event.type !== 'action') continue;
    const { action } = event;
    if (action.type === 'back' || action.type === 'cancel') return { type: 'back', typing };
    if (action.type === 'primary' || action.type === 'enter') {
      const end = screen.canContinue ? typed(state, typing) : undefined;
      if (end !== undefined) return end;
    }
    if (entry.typingAllowed) press(entry, state, action, typing);
  }
}

function typed({ digits, expiry }: State, typing: Typing): EntryEnd | undefined {
  const pan = Pan.parseTyped(digits);
  return pan instanceof Pan
    ? { type: 'typed', digits, expiry: toYymm(expiry), pan, typing }
    : undefined;
}

/**
 * Whole, and of the length that is expected, or that no number of its brand is beyond: a debit card has 19 digits. One
 * in ten of those is whole at the 16th by chance; the last four of the record, where they are known, tell.
 */
const isAtItsEnd = (digits: string, { known }: NumberEntry): boolean =>
  isWhole(digits) &&
  [expectedLength(digits, known), longestOf(digits)].includes(digits.length) &&
  digits.endsWith(known.last4 ?? '');

/** One key: digits fall into the field, and the expiry follows the number by itself. */
function press(entry: NumberEntry, state: State, action: CashierAction, typing: Typing): void {
  switch (action.type) {
    case 'digit':
      if (state.field === 'expiry') {
        state.expiry = (state.expiry + action.digit).slice(0, 4);
        state.touched = state.expiry.length === 4;
        return;
      }
      state.digits = (state.digits + action.digit).slice(0, longestOf(state.digits));
      if (isAtItsEnd(state.digits, entry) && state.expiry.length < 4) state.field = 'expiry';
      return;
    case 'clear':
      typing.corrections += 1;
      if (state.field === 'expiry' && state.expiry === '') state.field = 'number';
      else if (state.field === 'expiry') state.expiry = state.expiry.slice(0, -1);
      else state.digits = state.digits.slice(0, -1);
      return;
    case 'field':
      if (action.field === 'number' || action.field === 'expiry') state.field = action.field;
  }
}

/** A whole number against what is known; undefined while it is not whole. */
function* compared({ known }: NumberEntry, { digits, expiry }: State): Flow<Compared | undefined> {
  if (!isWhole(digits)) return undefined;
  const pan = Pan.parse(digits);
  if (!(pan instanceof Pan)) return undefined;
  const whole = expiry.length === 4 && { expiry: toYymm(expiry) };
  return compareNumber(known, { pan, ...whole, lookup: yield* lookUp(pan) });
}

function screenOf(
  entry: NumberEntry,
  { digits, expiry, field }: State,
  found: Compared | undefined,
  now: Facts,
): ScreenOf<'type-number'> {
  const { known } = entry;
  const brand = brandOf(digits);
  const expected = expectedLength(digits, known);
  const missingDigits = Math.max(0, expected - digits.length);
  const problem = entry.typingAllowed ? problemOf(entry, digits, expiry, found, now) : 'typingOff';
  const shown = problem ?? (digits === '' ? entry.cardProblem : undefined);
  const mistyped = problem === 'luhn' || problem === 'differsFromHold';
  const { bank } = bankOf(digits, now);
  return {
    name: 'type-number',
    ...entry.named,
    digits,
    groups: groupsOf(digits, expected),
    expiry,
    field,
    ...(brand === undefined ? {} : { brand: brand.name }),
    ...(bank === undefined ? {} : { bank }),
    becomes: entry.becomes,
    missingDigits,
    expiryMissing: expiry.length < 4,
    ...(shown === undefined ? {} : { problem: shown }),
    slips: mistyped ? likelySlips(digits, known) : [],
    cardToo: entry.cardToo,
    reading: false,
    canContinue: isWhole(digits) && expiry.length === 4 && problem === undefined,
  };
}

function problemOf(
  { known, becomes }: NumberEntry,
  digits: string,
  expiry: string,
  found: Compared | undefined,
  now: Facts,
): NumberProblem | undefined {
  const month = localTime(now.nowMs, now.config.timeZone).yymmdd.slice(0, 4);
  const differs = becomes === 'numberLater' ? 'differsFromHold' : 'differsFromCard';
  if (contradicts(known, digits)) return differs;
  if (digits.length >= expectedLength(digits, known) && !isWhole(digits)) return 'luhn';
  if (found?.type === 'other') return found.by === 'expiry' ? 'expiryDiffers' : differs;
  // A card that ran out since then is still the card of its hold.
  if (expiry.length === 4 && toYymm(expiry) === known.expiry) return undefined;
  return expiryProblem(expiry, month);
}
