import { z } from 'zod';
import type { Original } from '../acquirer/contract.ts';
import type { Money } from '../money.ts';
import type { KnownOfCard } from '../preauth/number-events.ts';

/** A hold as it goes to another terminal: all that a completion needs but the number of its card. */
export type HoldFacts = {
  readonly type: 'hold';
  readonly holdId: string;
  readonly label: string;
  readonly amount: Money;
  readonly original: Original;
  readonly validUntilMs: number;
  readonly known: KnownOfCard;
  readonly note?: string;
};

/** A customer's wish that could not be granted here: the amount, and why. */
export type CaseFacts = {
  readonly type: 'case';
  readonly incidentId: string;
  readonly amount: Money;
  readonly note?: string;
  /** The short code of the finding, `D2`. */
  readonly code: string;
};

export type HandoverFacts = HoldFacts | CaseFacts;

export const longestFacts = 400;

const id = z.string().regex(/^[0-9A-Za-z-]{1,64}$/);
const note = z.union([z.string().min(1).max(40), z.null()]);
const minorUnits = z.int().min(0).max(999_999_999_999);
const currency = z.enum(['156', '344', '446', '840', '978']);
const optional = (pattern: RegExp) => z.union([z.string().regex(pattern), z.null()]);

/** In this order and without names: it has to fit into a picture. */
const holdRow = z.tuple([
  z.literal('h'),
  id,
  z.string().max(24),
  minorUnits,
  currency,
  z.int().min(0).max(999_999),
  z.int().min(0).max(999_999),
  z.string().regex(/^\d{4}$/),
  optional(/^[0-9A-Za-z ]{1,12}$/),
  optional(/^[0-9A-Za-z ]{1,6}$/),
  z.int().min(0).max(9_999_999_999),
  optional(/^\d{4}$/),
  optional(/^\d{4}$/),
  note,
]);
const caseRow = z.tuple([
  z.literal('c'),
  id,
  minorUnits,
  currency,
  z.string().regex(/^[0-9A-Z]{1,6}$/),
  note,
]);

export function packFacts(facts: HandoverFacts): Uint8Array {
  const { amount, note: said } = facts;
  const room = said === undefined ? null : Array.from(said).slice(0, 20).join('');
  const row: z.infer<typeof holdRow> | z.infer<typeof caseRow> =
    facts.type === 'case'
      ? ['c', facts.incidentId, amount.minorUnits, amount.currency, facts.code, room]
      : holdRowOf(facts, room);
  const bytes = new TextEncoder().encode(JSON.stringify(row));
  if (bytes.length > longestFacts) throw new Error('more than a hand-over can carry');
  return bytes;
}

function holdRowOf(
  { holdId, label, amount, original, validUntilMs, known }: HoldFacts,
  room: string | null,
): z.infer<typeof holdRow> {
  const { batch, stan, date, rrn, authorisationCode } = original;
  return [
    'h',
    holdId,
    Array.from(label).slice(0, 16).join(''),
    amount.minorUnits,
    amount.currency,
    batch,
    stan,
    date,
    rrn ?? null,
    authorisationCode ?? null,
    Math.floor(validUntilMs / 1_000),
    known.last4 ?? null,
    known.expiry ?? null,
    room,
  ];
}

/** Undefined when it is not one of ours. */
export function unpackFacts(bytes: Uint8Array): HandoverFacts | undefined {
  if (bytes.length > longestFacts) return undefined;
  let row: unknown;
  try {
    row = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
  const wish = caseRow.safeParse(row);
  if (wish.success) return caseOf(wish.data);
  const hold = holdRow.safeParse(row);
  return hold.success ? holdOf(hold.data) : undefined;
}

function caseOf([, incidentId, units, money, code, room]: z.infer<typeof caseRow>): CaseFacts {
  return {
    type: 'case',
    incidentId,
    amount: { minorUnits: units, currency: money },
    code,
    ...(room === null ? {} : { note: room }),
  };
}

function holdOf(row: z.infer<typeof holdRow>): HoldFacts {
  const [, holdId, label, units, money, batch, stan, date, rrn, code, until, last4, expiry, room] =
    row;
  return {
    type: 'hold',
    holdId,
    label,
    amount: { minorUnits: units, currency: money },
    original: {
      batch,
      stan,
      date,
      ...(rrn === null ? {} : { rrn }),
      ...(code === null ? {} : { authorisationCode: code }),
    },
    validUntilMs: until * 1_000,
    known: { ...(last4 === null ? {} : { last4 }), ...(expiry === null ? {} : { expiry }) },
    ...(room === null ? {} : { note: room }),
  };
}
