import { brandOf } from '../card/brand.ts';
import type { EventOf } from '../journal/events.ts';
import type { Hold } from './hold.ts';
import type { Written } from './written.ts';

/** A hold enters the book with what its slip says; its number is still to come. */
export function registered(hold: Hold, event: EventOf<'hold.registered'>, at: Written): Hold {
  const { amount, original, validUntilMs, known, note } = event;
  return {
    ...hold,
    how: 'registered',
    amount,
    original,
    validUntilMs,
    known,
    ...(note === undefined ? {} : { note }),
    history: [...hold.history, { atMs: at.atMs, what: 'registered', amount }],
  };
}

/** The number is here from this row on. */
export function numberGiven(hold: Hold, event: EventOf<'hold.numberGiven'>, at: Written): Hold {
  const { numberLost: _, ...rest } = hold;
  const { card, how, operator, agreedBy, consent } = event;
  return {
    ...rest,
    label: hold.label === '' ? (brandOf(card.maskedPan)?.name ?? '') : hold.label,
    card,
    number: {
      how,
      atMs: at.atMs,
      operator,
      ...(agreedBy === undefined ? {} : { agreedBy }),
      ...(consent === undefined ? {} : { consent }),
    },
    history: [...hold.history, { atMs: at.atMs, what: 'numberGiven', amount: hold.amount }],
  };
}
