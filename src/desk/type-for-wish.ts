import { type Typing, typedEvidence } from '../capture/typing.ts';
import { exceptionFileOf } from '../card/exception-file.ts';
import type { Pan } from '../card/pan.ts';
import { besides } from './besides.ts';
import { look, openCase, rethink, type Wish } from './case.ts';
import { append, type Flow, facts, lookUp } from './flow.ts';
import { raiseAlert } from './fraud.ts';
import { type Typed, typeNumber } from './type-number.ts';
import type { NumberBecomes } from './view/number.ts';
import { namedOf } from './why.ts';

export type TypedForWish =
  | (Typed & { readonly type: 'typed'; readonly pan: Pan })
  /** On the acquirer's list: not used, and said to the supervisor alone. */
  | { readonly type: 'listed' }
  /** Given up with a mistake in it: that is evidence now. */
  | { readonly type: 'mistyped' }
  | { readonly type: 'left' };

/**
 * A number that is typed for a new wish: a sale by phone, or a hold without the card. The card that was read a moment
 * ago (stripe, first records) is known by its keyed hash.
 */
export function* typeForWish(
  wish: Wish,
  becomes: Exclude<NumberBecomes, 'numberLater'>,
  before: Typed = { digits: '', expiry: '' },
): Flow<TypedForWish> {
  wish.typedFor = becomes;
  const lookup = wish.card?.lookup;
  const end = yield* typeNumber(
    {
      named: namedOf(wish),
      becomes,
      known: lookup === undefined ? {} : { lookup },
      cardToo: false,
      typingAllowed: true,
    },
    before,
  );
  if (end.type === 'typed') {
    wish.watch.typed.add(yield* lookUp(end.pan));
    if (!(yield* isListed(end.pan))) return end;
    yield* noteListed(wish);
    return { type: 'listed' };
  }
  const mistyped = end.type === 'back' && (yield* noteTyping(wish, end.typing));
  return { type: mistyped ? 'mistyped' : 'left' };
}

/** A card that is read is judged by its chip or the bank; a number that is typed may reach neither. */
function* isListed(pan: Pan): Flow<boolean> {
  const { config } = yield* facts();
  return exceptionFileOf(config.exceptionFile)?.({ pan }) === true;
}

function* noteListed(wish: Wish): Flow<void> {
  wish.watch.listed += 1;
  wish.evidence.push(...besides(wish, yield* facts()));
  yield* rethink(wish);
  yield* openCase(wish);
  yield* raiseAlert(wish);
}

/** Typing that was given up with a mistake in it is evidence of why there is no number. */
function* noteTyping(wish: Wish, typing: Typing): Flow<boolean> {
  const evidence = typedEvidence(typing);
  const { incidentId } = wish;
  if (evidence === undefined) return false;
  const diagnosis = yield* look(wish, evidence);
  if (incidentId !== undefined)
    yield* append({ events: [{ kind: 'incident.evidence', incidentId, evidence, diagnosis }] });
  return true;
}
