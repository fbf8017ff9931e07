import { fallbackReason } from '../capture/policy.ts';
import { askForHold } from './ask-for-hold.ts';
import { signIn } from './bank.ts';
import { countWeak } from './care/reads.ts';
import { cardName, evidenceOfCard, fail, type Wish } from './case.ts';
import { type Attempt, bankEvidence, rememberCard } from './chip-attempt.ts';
import { type Flow, facts, type SwipeFacts, withBank } from './flow.ts';
import { noteSwipe } from './head-health.ts';
import { enterPin } from './pin.ts';

/** ISO 7813 service codes of cards with a chip begin with 2 or 6. */
export const hasChip = (serviceCode: string): boolean => /^[26]/.test(serviceCode);

/**
 * One attempt by the stripe. A chip card is sent to the slot unless the rules allow a fallback now; a swiped
 * pre-authorisation always asks the PIN.
 */
export function* stripeAttempt(wish: Wish, swipe: SwipeFacts, fallback: boolean): Flow<Attempt> {
  wish.tries += 1;
  if (swipe.type === 'unread') {
    countWeak(wish.health.reads, swipe.weak, false);
    const headDirty = noteSwipe(wish, (yield* facts()).nowMs, swipe.weak);
    const { tilted, zone, ...rest } = swipe;
    // What three different cards have in common is neither this card's nor this hand's fault.
    const ofThisSwipe = { ...(tilted && { tilted }), ...(zone && { zone }) };
    yield* fail(wish, {
      ...rest,
      type: 'stripeFailed',
      card: cardName(wish),
      tries: wish.tries,
      ...(headDirty ? { headDirty } : ofThisSwipe),
    });
    return { type: 'failed' };
  }
  yield* rememberCard(wish, swipe, 'stripe');
  countWeak(wish.health.reads, swipe.weak, true);
  noteSwipe(wish, (yield* facts()).nowMs, swipe.weak);
  wish.serviceCode = swipe.serviceCode;
  const chip = hasChip(swipe.serviceCode);
  if (chip && !fallback) {
    yield* fail(wish, { type: 'stripeOfChipCard', serviceCode: swipe.serviceCode });
    return { type: 'failed' };
  }
  if (!(yield* facts()).signedIn) {
    const ready = yield* withBank(() => signIn());
    if (ready.type === 'notReady') {
      yield* fail(wish, bankEvidence(wish, ready.result));
      return { type: 'failed' };
    }
  }
  const entry = yield* enterPin(wish.amount, 'preauth', swipe.pan);
  if (entry.type === 'cancelled' || entry.type === 'timedOut') return { type: 'back' };
  if (entry.type === 'gone') {
    yield* fail(wish, { type: 'readerFault', fault: 'pinPad.gone' });
    return { type: 'failed' };
  }
  return yield* ask(wish, swipe, chip, entry.type === 'pinBlock' ? entry.pinBlock : undefined);
}

function ask(
  wish: Wish,
  swipe: Extract<SwipeFacts, { type: 'read' }>,
  chip: boolean,
  pinBlock: Uint8Array | undefined,
): Flow<Attempt> {
  // Fallback is always said as 80x here; the acquirer's settings decide how it goes onto the line.
  const mode = chip ? '80' : '02';
  return askForHold(wish, {
    how: 'stripe',
    ...(chip ? { fallbackReason: fallbackReason(evidenceOfCard(wish)) } : {}),
    posEntryMode: `${mode}${pinBlock === undefined ? '2' : '1'}`,
    card: {
      pan: swipe.pan,
      expiry: swipe.expiry,
      ...(swipe.track2 === undefined ? {} : { track2: swipe.track2.replace('=', 'D') }),
      ...(pinBlock === undefined ? {} : { pinBlock }),
    },
    result: wish.cardNumber > 1 ? 'heldOtherCard' : 'held',
  });
}
