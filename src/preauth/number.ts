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

/** A hold of another terminal goes on here, without its number; one that had left comes back as it was there. */
export function takenOver(hold: Hold, event: EventOf<'hold.takenOver'>, at: Written): Hold {
  const { amount, original, validUntilMs, known, note, label } = event;
  const { card, number: _, numberLost: __, ...rest } = hold;
  const keeps = card !== undefined && !hold.shredded;
  return {
    ...rest,
    how: hold.state === 'none' ? 'registered' : hold.how,
    label: hold.label === '' ? label : hold.label,
    amount,
    original,
    validUntilMs,
    known,
    ...(keeps ? { card } : {}),
    ...(note === undefined ? {} : { note }),
    shredded: false,
    history: [...hold.history, { atMs: at.atMs, what: 'takenOver', amount }],
  };
}

/** The number is here from this row on. */
export function numberGiven(hold: Hold, event: EventOf<'hold.numberGiven'>, at: Written): Hold {
  const { numberLost: _, ...rest } = hold;
  const { card, how, operator, agreedBy, consent, validUntilMs } = event;
  return {
    ...rest,
    ...(validUntilMs === undefined ? {} : { validUntilMs }),
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
