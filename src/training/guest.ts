import type { Screen } from '../desk/view.ts';

/** What the guest does with hands and card: never the cashier's part. */
export type GuestAct =
  | { readonly type: 'insert' | 'swipe'; readonly card: string }
  | { readonly type: 'remove' }
  | { readonly type: 'pin' };

export type Guest = {
  readonly cards: readonly string[];
  /** How often another card was asked for. */
  readonly othersAsked: number;
  readonly cardIn: boolean;
  readonly readerReady: boolean;
};

/** The merchant's own card, for the test of a reader. */
const testCard = 'unionpay-credit';

/** The guest of an exercise does by itself what the screen asks of a guest; the trainee does all the rest. */
export function guestAct(screen: Screen, guest: Guest): GuestAct | undefined {
  switch (screen.name) {
    case 'present-card':
      return screen.reading ? undefined : present(screen.ask, guest);
    case 'pin':
      return screen.digits === 0 ? { type: 'pin' } : undefined;
    case 'test-card':
      return screen.by === 'stripe' ? { type: 'swipe', card: testCard } : insert(testCard, guest);
    case 'guide':
      return screen.page === 'cleanTest' ? insert(testCard, guest) : undefined;
    case 'held':
    case 'done':
    case 'result':
    case 'notice':
    case 'home':
      return guest.cardIn ? { type: 'remove' } : undefined;
    default:
      return undefined;
  }
}

type Ask = Extract<Screen, { name: 'present-card' }>['ask'];

function present(ask: Ask, guest: Guest): GuestAct | undefined {
  const card = guest.cards[Math.min(guest.othersAsked, guest.cards.length - 1)];
  if (card === undefined) return undefined;
  if (guest.cardIn) return ask === 'sameCard' ? undefined : { type: 'remove' };
  return ask.startsWith('swipe') ? { type: 'swipe', card } : insert(card, guest);
}

const insert = (card: string, { cardIn, readerReady }: Guest): GuestAct | undefined =>
  cardIn || !readerReady ? undefined : { type: 'insert', card };
