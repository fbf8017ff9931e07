import { createHmac } from 'node:crypto';
import type { BankBehaviour } from './behaviour.ts';
import type { Book } from './book.ts';
import type { CardChecks } from './card-checks.ts';
import type { Entry } from './entries.ts';
import type { BankRules } from './rules.ts';
import type { MacAlgorithm, WorkingKeys } from './security.ts';
import type { ServedTables } from './tables.ts';
import type { MessageKind } from './transactions.ts';

/** What every desk of the bank works with. */
export type BankContext = {
  readonly book: Book;
  readonly rules: BankRules;
  readonly cards: CardChecks;
  readonly masterKey: Buffer;
  readonly macAlgorithm: MacAlgorithm;
  /** Undefined: every terminal of every merchant is known. */
  readonly terminals:
    | readonly { readonly merchantId: string; readonly terminalId: string }[]
    | undefined;
  /** Tables that terminals may fetch. */
  readonly served: () => ServedTables;
  readonly random: (length: number) => Uint8Array;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly timeZoneMinutes: number;
  /** Durable when it returns. */
  readonly record: (entry: Entry) => void;
};

/** What the bank says to one message. */
export type Answer = {
  readonly mti: string;
  /** Texts and bytes by field number; field 64 is added under `macKeys`. */
  readonly fields: Readonly<Record<number, string | Uint8Array>>;
  /** No keys, no MAC: network messages, and refusals of a message whose MAC or keys are wrong. */
  readonly macKeys: WorkingKeys | undefined;
  readonly kind: MessageKind | undefined;
  /** For the timeline. */
  readonly why: string;
};

/** How the behaviour of the moment bends an ordinary answer. */
export type Bend = Extract<BankBehaviour, { mode: 'approve' | 'decline' | 'partial' }>;

const two = (value: number) => String(value).padStart(2, '0');

/** Local date and time of the bank: MMDD, HHMMSS, YYMM and MMDDHH. */
export function localTime({ now, timeZoneMinutes }: BankContext) {
  const at = new Date(now() + timeZoneMinutes * 60_000);
  const date = two(at.getUTCMonth() + 1) + two(at.getUTCDate());
  const hour = two(at.getUTCHours());
  return {
    date,
    time: hour + two(at.getUTCMinutes()) + two(at.getUTCSeconds()),
    yearMonth: two(at.getUTCFullYear() % 100) + two(at.getUTCMonth() + 1),
    dateHour: date + hour,
  };
}

/**
 * Retrieval reference number: when, and which message of all. Unique for a million messages an
 * hour.
 */
export const rrnOf = (context: BankContext): string =>
  localTime(context).dateHour + String(context.book.nextNumber % 1_000_000).padStart(6, '0');

/** Six digits, different for a million approvals: a permutation of the running number. */
export const authorisationCodeOf = (context: BankContext): string =>
  String((context.book.nextNumber * 397_231 + 214_013) % 1_000_000).padStart(6, '0');

const tokenKey = 'the simulated bank knows numbers again by this';

/** Keyed hash by which the bank knows a number or a message again. */
export const tokenOf = (text: string): string =>
  createHmac('sha256', tokenKey).update(text).digest('hex');
