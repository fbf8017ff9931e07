import type { KeyMode } from './security.ts';
import type { FinancialKind } from './transactions.ts';

/** Who sent which message: repeats are known by it. */
export type MessageIdentity = {
  readonly merchantId: string;
  readonly terminalId: string;
  readonly batch: string;
  readonly stan: string;
};

/** Fields of an answer that a repeat must carry again, by number. */
export type StoredAnswer = Readonly<Record<string, string>>;

export type TransactionEntry = MessageIdentity & {
  readonly type: 'transaction';
  readonly atMs: number;
  readonly mti: string;
  readonly kind: FinancialKind;
  /** Date of the terminal, MMDD; the bank's own when the message had none. */
  readonly date: string;
  /** Of the booking: smaller than asked on a partial approval. */
  readonly amountMinorUnits: number;
  readonly currency: string;
  /** Keyed hash of the number; the number itself never lies in the file. */
  readonly token: string;
  readonly maskedNumber: string;
  readonly responseCode: string;
  readonly approved: boolean;
  readonly rrn: string;
  readonly authorisationCode: string;
  /** RRN of the hold or sale that this changes. */
  readonly originalRrn?: string;
  /** Hash of the request: a repeat has the same. */
  readonly fingerprint: string;
  readonly answer: StoredAnswer;
};

export type ReversalEntry = MessageIdentity & {
  readonly type: 'reversal';
  readonly atMs: number;
  readonly kind: FinancialKind;
  /** F39 of the request: 98, A0, 06, 96. */
  readonly reason: string;
  readonly responseCode: string;
  readonly rrn: string;
  /**
   * RRN of what was undone; without it the original has not come, and will not be booked when it
   * does.
   */
  readonly undid?: string;
};

export type SignInEntry = {
  readonly type: 'signIn';
  readonly atMs: number;
  readonly terminalId: string;
  readonly batch: string;
  /** Field 62: the working keys under the terminal master key. */
  readonly field62: string;
  readonly mode: KeyMode;
};

/** From here on the terminal has no keys at the bank. */
type SignOffEntry = {
  readonly type: 'signOff';
  readonly atMs: number;
  readonly terminalId: string;
};

/** One message of a batch upload: how many transactions it brought. */
type UploadEntry = {
  readonly type: 'upload';
  readonly atMs: number;
  readonly terminalId: string;
  readonly batch: string;
  readonly stan: string;
  readonly networkCode: string;
  readonly count: number;
};

type SettlementEntry = {
  readonly type: 'settlement';
  readonly atMs: number;
  readonly terminalId: string;
  readonly batch: string;
  readonly balanced: boolean;
};

/** 日切: the day ended before its midnight, and what comes belongs to the next one. */
type DayEndEntry = {
  readonly type: 'dayEnd';
  readonly atMs: number;
  /** The day that ended, as days since 1970. */
  readonly day: number;
};

export type Entry =
  | TransactionEntry
  | ReversalEntry
  | SignInEntry
  | SignOffEntry
  | UploadEntry
  | SettlementEntry
  | DayEndEntry;
