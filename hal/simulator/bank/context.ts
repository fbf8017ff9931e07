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

const dayMs = 86_400_000;

const localMs = ({ now, timeZoneMinutes }: BankContext): number => now() + timeZoneMinutes * 60_000;

const monthAndDay = (at: Date): string => two(at.getUTCMonth() + 1) + two(at.getUTCDate());

/** Local date and time of the bank: MMDD, HHMMSS and YYMM. */
export function localTime(context: BankContext) {
  const at = new Date(localMs(context));
  return {
    date: monthAndDay(at),
    time: two(at.getUTCHours()) + two(at.getUTCMinutes()) + two(at.getUTCSeconds()),
    yearMonth: two(at.getUTCFullYear() % 100) + two(at.getUTCMonth() + 1),
  };
}

/** The accounting day, as days since 1970: the calendar's, or the next one when the bank has ended it already. */
export const accountingDay = (context: BankContext): number =>
  Math.max(Math.floor(localMs(context) / dayMs), context.book.lastDayEnded + 1);

/** Field 15, MMDD: the day into whose books a message goes. */
export const settlementDate = (context: BankContext): string =>
  monthAndDay(new Date(accountingDay(context) * dayMs));

/**
 * Retrieval reference number: last digit of the year, day of the year, hour, and which message of all. The same one
 * comes again after ten years at the soonest, or a million messages in an hour.
 */
export function rrnOf(context: BankContext): string {
  const ms = localMs(context);
  const at = new Date(ms);
  const year = at.getUTCFullYear();
  const dayOfYear = Math.floor((ms - Date.UTC(year, 0, 1)) / dayMs) + 1;
  const when = String(year % 10) + String(dayOfYear).padStart(3, '0') + two(at.getUTCHours());
  return when + String(context.book.nextNumber % 1_000_000).padStart(6, '0');
}

/** Six digits, different for a million approvals: a permutation of the running number. */
export const authorisationCodeOf = (context: BankContext): string =>
  String((context.book.nextNumber * 397_231 + 214_013) % 1_000_000).padStart(6, '0');

const tokenKey = 'the simulated bank knows numbers again by this';

/** Keyed hash by which the bank knows a number or a message again. */
export const tokenOf = (text: string): string =>
  createHmac('sha256', tokenKey).update(text).digest('hex');
