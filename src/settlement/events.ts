import type { SettlementTotals } from '../acquirer/contract.ts';
import type { Money } from '../money.ts';
import type { Cause } from '../recovery/evidence.ts';
import type { WeekSummary } from '../report/week.ts';
import type { SecondPlace } from '../safekeeping.ts';
import type { DayTotals, Total } from './batch.ts';

/** How a batch was closed. */
export type ClosedBatch = {
  readonly batch: number;
  readonly balanced: boolean;
  readonly day: DayTotals;
  /** Sent to the bank one by one, because the totals differed. */
  readonly uploaded: number;
  /** Could not be sent: their card numbers are not here any more. */
  readonly withoutNumber: number;
  /** The bank's own figures, where it said them and they are not ours. */
  readonly bank?: Total;
  /** The bank did not take the upload: its answer to the end, or to so many records. */
  readonly notTaken?: NotTaken;
};

export type NotTaken = { readonly responseCode: string; readonly records: number };

/** 不平批次: closed, and the bank's books are others; kept until a supervisor has cleared it up with the bank. */
export type DifferingBatch = ClosedBatch & { readonly closedAtMs: number };

/** Does the bank have all of it, as we have it? */
export const isAgreed = ({ balanced, notTaken }: ClosedBatch): boolean =>
  balanced && notTaken === undefined;

/** A hold as the end of the day lists it. */
export type ListedHold = {
  readonly note?: string;
  readonly last4?: string;
  readonly amount: Money;
  readonly validUntilMs?: number;
  readonly daysLeft: number;
};

/** What a report or an end of day says on paper: written with the slip, so that it prints the same again. */
export type DayReport = DayTotals & {
  readonly atMs: number;
  readonly operator: string;
  readonly open: Total;
  /** Soonest first; the rest is counted only. */
  readonly openHolds: readonly ListedHold[];
  /** Expired since the last end of day; rows of older programs do not say. */
  readonly expired?: { readonly count: number; readonly holds: readonly ListedHold[] };
  /** Nothing can be sent for these before somebody gives the card number. */
  readonly withoutNumber?: number;
  readonly cases: { readonly count: number; readonly open: number; readonly due?: number };
  readonly byCause: readonly { readonly cause: Cause; readonly count: number }[];
  readonly backupAtMs?: number;
  /** Tasks of the inspection plan that wait for somebody. */
  readonly careWaiting?: number;
  readonly batches: readonly ClosedBatch[];
  /** Batches of days before that nobody has cleared up with the bank yet. */
  readonly differing?: readonly DifferingBatch[];
  /** With the cases of a week, by cause and by whom. */
  readonly week?: WeekSummary;
  /** Eight characters that stand for the whole journal up to here. */
  readonly checkpoint?: string;
};

/** 批结算, step by step, so that a power cut goes on where it was. */
export type SettlementEvent =
  /** The totals that are about to be sent. */
  | {
      readonly kind: 'settlement.begun';
      readonly batch: number;
      readonly totals: SettlementTotals;
    }
  /** The bank has compared: from here on the batch only needs to be sent (or not) and closed. */
  | {
      readonly kind: 'settlement.answered';
      readonly batch: number;
      readonly balanced: boolean;
      readonly bank?: Total;
    }
  /** The bank has these transactions of the batch, by trace number. */
  | {
      readonly kind: 'settlement.uploaded';
      readonly batch: number;
      readonly stans: readonly number[];
    }
  /** The bank refused these records for good, or (without any) that the upload is complete. */
  | {
      readonly kind: 'settlement.notTaken';
      readonly batch: number;
      readonly stans: readonly number[];
      readonly responseCode: string;
    }
  | ({ readonly kind: 'settlement.closed'; readonly nextBatch: number } & ClosedBatch)
  /** A supervisor has cleared up with the bank why the books differed. */
  | { readonly kind: 'settlement.cleared'; readonly batch: number; readonly by: string };

/** 备份: what was kept, and whether it could be restored. */
export type KeepingEvent =
  | {
      readonly kind: 'backup.made';
      readonly why: BackupReason;
      readonly rows: number;
      readonly bytes: number;
      readonly durationMs: number;
      readonly secondPlace: SecondPlace;
    }
  | { readonly kind: 'backup.failed'; readonly why: BackupReason; readonly fault: string }
  | {
      readonly kind: 'backup.drilled';
      readonly ok: boolean;
      readonly problem?: string;
      readonly backupAgeMs?: number;
      readonly rows?: number;
      readonly durationMs: number;
    };

/** `update`: before another version of the program takes over the records. */
export type BackupReason = 'hourly' | 'settlement' | 'update' | 'byHand';
