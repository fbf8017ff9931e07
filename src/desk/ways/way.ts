import type { Ask } from '../../capture/policy.ts';
import type { Wish } from '../case.ts';
import type { Flow } from '../flow.ts';

/** How walking a way ended; each end is journalled once, by `walk.ts` or by what comes after it. */
export type WayEnd =
  /** On to another try at the card: whether the way helped is journalled when that has ended. */
  | { readonly type: 'tryCard'; readonly ask: Ask }
  /** On to a typed number, for a hold without the card. */
  | { readonly type: 'typeNumber' }
  | { readonly type: 'otherAmount' }
  /** The wish is over; the way has journalled its own end. */
  | { readonly type: 'ended' }
  /** Done, but there is still no hold: the next way is offered. `detail` needs no translation. */
  | { readonly type: 'told'; readonly detail?: string }
  | { readonly type: 'notHelped'; readonly detail?: string }
  /** Left before its end. */
  | { readonly type: 'left' }
  /** The cashier stopped the whole wish from within the way. */
  | { readonly type: 'stopped' };

/** A conversation of its own for one way out; one that only leads on to another try ends at once. */
export type Way = (wish: Wish) => Flow<WayEnd> | WayEnd;
