import type { Pan } from '../card/pan.ts';
import type { Money } from '../money.ts';
import { peopleOf } from '../people/person.ts';
import { actionOf } from './amount.ts';
import { authorise } from './authorise.ts';
import { type Facts, type Flow, facts, show, wait } from './flow.ts';
import type { NumberBecomes } from './view/number.ts';
import type { CashierAction, Named, ScreenOf } from './view.ts';

/** What makes this typed number trustworthy. */
export type Checking = {
  readonly named: Named;
  readonly amount: Money;
  readonly becomes: NumberBecomes;
  /** The terminal knew the last four and compared them itself. */
  readonly compared: boolean;
  /** Where the card may be, and whether the customer may say the number on the phone. */
  readonly cardSeen: boolean;
  readonly onPhone: boolean;
  /** Another person has to agree, and to what. */
  readonly agreement?: 'offlineAdvice' | 'giveNumber';
};

export type Checked = { readonly supervisor?: string; readonly onPhone: boolean };

type Ticks = { lastFourMatch: boolean; cardSeen: boolean; onPhone: boolean };
type Agreed = { readonly id: string; readonly atMs: number };

/**
 * Before a typed number is used: last four read back, card seen or customer on the phone, another person where the
 * rules say. A number for a hold that is here goes on as soon as the other person has agreed.
 */
export function* checkNumber(checking: Checking, pan: Pan): Flow<Checked | undefined> {
  const ticks: Ticks = { lastFourMatch: checking.compared, cardSeen: false, onPhone: false };
  let agreed: Agreed | undefined;
  for (;;) {
    const now = yield* facts();
    const screen = screenOf(checking, ticks, agreed, pan.last4, now);
    yield* show(screen);
    const action = actionOf(yield* wait());
    if (action?.type === 'back' || action?.type === 'cancel') return undefined;
    const goes = action?.type === 'primary' || action?.type === 'enter';
    if (goes && screen.canContinue) return checked(ticks, agreed);
    if (action?.type !== 'tick') continue;
    tick(checking, ticks, action.item);
    const byItself = checking.becomes === 'numberLater' && isTrusted(checking, ticks);
    if (agreed !== undefined || !(action.item === 'supervisor' || byItself)) continue;
    agreed = yield* askAnother(checking);
    if (agreed !== undefined && byItself) return checked(ticks, agreed);
  }
}

const checked = ({ onPhone }: Ticks, agreed: Agreed | undefined): Checked => ({
  onPhone,
  ...(agreed === undefined ? {} : { supervisor: agreed.id }),
});

function* askAnother({ agreement }: Checking): Flow<Agreed | undefined> {
  if (agreement === undefined) return undefined;
  const { operator } = yield* facts();
  const id = yield* authorise(agreement, agreement === 'giveNumber' ? operator : undefined);
  return id === undefined ? undefined : { id, atMs: (yield* facts()).nowMs };
}

/** The card was seen or the customer is on the phone, never both; on the phone the last four are read back. */
function tick(
  checking: Checking,
  ticks: Ticks,
  item: Extract<CashierAction, { type: 'tick' }>['item'],
): void {
  if (item === 'lastFourMatch' && !isCompared(checking, ticks))
    ticks.lastFourMatch = !ticks.lastFourMatch;
  if (item === 'cardSeen' && checking.cardSeen) {
    ticks.cardSeen = !ticks.cardSeen;
    ticks.onPhone = false;
    if (checking.compared) ticks.lastFourMatch = true;
  }
  if (item === 'onPhone' && checking.onPhone) {
    ticks.onPhone = !ticks.onPhone;
    ticks.cardSeen = false;
    ticks.lastFourMatch = checking.compared && !ticks.onPhone;
  }
}

const isCompared = (checking: Checking, { onPhone }: Ticks): boolean =>
  checking.compared && !onPhone;

const isTrusted = (checking: Checking, { lastFourMatch, cardSeen, onPhone }: Ticks): boolean =>
  lastFourMatch && ((checking.cardSeen && cardSeen) || (checking.onPhone && onPhone));

function screenOf(
  checking: Checking,
  ticks: Ticks,
  agreed: Agreed | undefined,
  typedLast4: string,
  now: Facts,
): ScreenOf<'check'> {
  const needed = checking.agreement !== undefined;
  const person = peopleOf(now).find(({ id }) => id === agreed?.id);
  return {
    name: 'check',
    ...checking.named,
    amount: checking.amount,
    typedLast4,
    lastFourMatch: ticks.lastFourMatch,
    compared: isCompared(checking, ticks),
    ...(checking.cardSeen ? { cardSeen: ticks.cardSeen } : {}),
    ...(checking.onPhone ? { onPhone: ticks.onPhone } : {}),
    supervisor: {
      needed,
      ...(person === undefined ? {} : { name: person.name, atMs: agreed?.atMs ?? 0 }),
    },
    becomes: checking.becomes,
    canContinue: isTrusted(checking, ticks) && (!needed || agreed !== undefined),
  };
}
