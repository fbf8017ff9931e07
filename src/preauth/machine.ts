import type { DomainEvent, EventOf, TransactionKind } from '../journal/events.ts';
import type { Hold, HoldState } from './hold.ts';
import { emptyHold, type Written, written } from './written.ts';

/** What can happen to a hold, as the columns of its matrix. */
export type HoldEventName =
  | `${TransactionKind}Requested`
  | 'cardAbsentPreauthRequested'
  | 'approved'
  | 'declined'
  | 'notSent'
  | 'reversalOwed'
  | 'reversalSettled'
  | 'adviceSettled'
  | 'adviceRefused'
  | 'expired'
  | 'registered'
  | 'numberLost'
  | 'numberGiven'
  | 'givenAway'
  | 'takenBack'
  | 'movedAway'
  | 'takenOver';

/** What the flows must do next, each an idempotent entry of the outbox or the vault. */
export type HoldEffect = 'queueReversal' | 'queueAdvice' | 'shred';

type Transition = { readonly to: HoldState; readonly effects?: readonly HoldEffect[] };

/** On its way: approved leads on, refused or never sent leads back, unknown leads to the reversal. */
const onItsWay = (approved: HoldState, back: HoldState, undo: HoldState, ended?: boolean) => ({
  approved: { to: approved, ...(approved === 'cancelled' ? { effects: ['shred'] as const } : {}) },
  declined: { to: back, ...(ended ? { effects: ['shred'] as const } : {}) },
  notSent: { to: back, ...(ended ? { effects: ['shred'] as const } : {}) },
  reversalOwed: { to: undo, effects: ['queueReversal'] as const },
});

/** The number of a living hold may turn out to be gone, and come back: neither moves it. */
const numberMay = (stay: HoldState) => ({ numberLost: { to: stay }, numberGiven: { to: stay } });

/** State × event: what is not here is refused. Printed into the folder's README by `npm run machines`. */
export const transitions: Readonly<
  Record<HoldState, Readonly<Partial<Record<HoldEventName, Transition>>>>
> = {
  none: {
    preauthRequested: { to: 'asked' },
    cardAbsentPreauthRequested: { to: 'asked' },
    offlineAdviceRequested: { to: 'offlineNoted', effects: ['queueAdvice'] },
    registered: { to: 'held' },
    takenOver: { to: 'held' },
  },
  asked: onItsWay('held', 'refused', 'undoing', true),
  undoing: { reversalSettled: { to: 'refused', effects: ['shred'] }, ...numberMay('undoing') },
  held: {
    incrementRequested: { to: 'incrementing' },
    completionRequested: { to: 'completing' },
    completionAdviceRequested: { to: 'completed', effects: ['queueAdvice'] },
    offlineAdviceRequested: { to: 'voiceNoted', effects: ['queueAdvice'] },
    cancellationRequested: { to: 'cancelling' },
    expired: { to: 'expired', effects: ['shred'] },
    givenAway: { to: 'givenAway' },
    takenOver: { to: 'held' },
    ...numberMay('held'),
  },
  incrementing: onItsWay('held', 'held', 'undoingIncrement'),
  undoingIncrement: { reversalSettled: { to: 'held' }, ...numberMay('undoingIncrement') },
  completing: onItsWay('completed', 'held', 'undoingCompletion'),
  undoingCompletion: { reversalSettled: { to: 'held' }, ...numberMay('undoingCompletion') },
  cancelling: onItsWay('cancelled', 'held', 'undoingCancellation'),
  undoingCancellation: { reversalSettled: { to: 'held' }, ...numberMay('undoingCancellation') },
  completed: {
    completionVoidRequested: { to: 'voiding' },
    adviceSettled: { to: 'completed' },
    adviceRefused: { to: 'held' },
    expired: { to: 'completed', effects: ['shred'] },
    ...numberMay('completed'),
  },
  // Charged on a voice authorisation: never again, and freed at the bank only once the bank has the charge.
  voiceNoted: {
    adviceSettled: { to: 'voiceCharged' },
    adviceRefused: { to: 'held' },
    ...numberMay('voiceNoted'),
  },
  voiceCharged: {
    cancellationRequested: { to: 'freeing' },
    expired: { to: 'completed' },
    ...numberMay('voiceCharged'),
  },
  freeing: onItsWay('completed', 'voiceCharged', 'undoingFreeing'),
  undoingFreeing: { reversalSettled: { to: 'voiceCharged' }, ...numberMay('undoingFreeing') },
  voiding: onItsWay('held', 'completed', 'undoingVoid'),
  undoingVoid: { reversalSettled: { to: 'completed' }, ...numberMay('undoingVoid') },
  offlineNoted: {
    adviceSettled: { to: 'offlineNoted', effects: ['shred'] },
    adviceRefused: { to: 'offlineRefused' },
    ...numberMay('offlineNoted'),
  },
  offlineRefused: { expired: { to: 'refused', effects: ['shred'] } },
  cancelled: {},
  expired: {},
  refused: {},
  givenAway: {
    takenBack: { to: 'held' },
    movedAway: { to: 'movedAway', effects: ['shred'] },
    expired: { to: 'movedAway', effects: ['shred'] },
    numberLost: { to: 'givenAway' },
  },
  movedAway: { takenOver: { to: 'held' } },
};

/** The journal's rows that move a hold; other rows of a hold only leave a trace. */
export type HoldEvent =
  | EventOf<'transaction.requested'>
  | EventOf<'transaction.approved'>
  | EventOf<'transaction.declined'>
  | EventOf<'transaction.notSent'>
  | EventOf<'reversal.owed'>
  | EventOf<'reversal.settled'>
  | EventOf<'advice.settled'>
  | EventOf<'advice.refused'>
  | EventOf<'hold.expired'>
  | EventOf<'hold.registered'>
  | EventOf<'hold.numberLost'>
  | EventOf<'hold.numberGiven'>
  | EventOf<'hold.givenAway'>
  | EventOf<'hold.takenBack'>
  | EventOf<'hold.movedAway'>
  | EventOf<'hold.takenOver'>;

const names = {
  'transaction.approved': 'approved',
  'transaction.declined': 'declined',
  'transaction.notSent': 'notSent',
  'reversal.owed': 'reversalOwed',
  'reversal.settled': 'reversalSettled',
  'advice.settled': 'adviceSettled',
  'advice.refused': 'adviceRefused',
  'hold.expired': 'expired',
  'hold.registered': 'registered',
  'hold.numberLost': 'numberLost',
  'hold.numberGiven': 'numberGiven',
  'hold.givenAway': 'givenAway',
  'hold.takenBack': 'takenBack',
  'hold.movedAway': 'movedAway',
  'hold.takenOver': 'takenOver',
} as const satisfies Record<Exclude<HoldEvent['kind'], 'transaction.requested'>, HoldEventName>;

export function nameOf(event: HoldEvent): HoldEventName {
  if (event.kind !== 'transaction.requested') return names[event.kind];
  const { kind, posEntryMode } = event.request;
  // Only a pre-authorisation without the card is ever keyed (F22 01x, F25 18).
  if (kind === 'preauth' && posEntryMode.startsWith('01')) return 'cardAbsentPreauthRequested';
  return `${kind}Requested`;
}

export const isHoldEvent = (event: DomainEvent): event is HoldEvent =>
  event.kind === 'transaction.requested' || Object.hasOwn(names, event.kind);

export type HoldDecision =
  | { readonly type: 'moved'; readonly hold: Hold; readonly effects: readonly HoldEffect[] }
  | { readonly type: 'refused'; readonly state: HoldState; readonly event: HoldEventName };

/** One step of a hold. Pure: what it answers depends on the hold and the row alone. */
export function step(hold: Hold | undefined, event: HoldEvent, at: Written): HoldDecision {
  const name = nameOf(event);
  const state = hold?.state ?? 'none';
  const transition = transitions[state][name];
  if (transition === undefined) return { type: 'refused', state, event: name };
  const before = hold ?? emptyHold(event.holdId, at);
  return {
    type: 'moved',
    hold: { ...written(before, event, at), state: transition.to },
    effects: transition.effects ?? [],
  };
}
