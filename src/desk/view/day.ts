import type { DayTotals, Total } from '../../settlement/batch.ts';
import type { DayReport, DifferingBatch } from '../../settlement/events.ts';
import type { PrintState } from './common.ts';

/** What must not be forgotten of a day. */
export type DayFacts = {
  readonly open: Total;
  /** Open holds that end today; with those of the next three days. */
  readonly expiringToday: number;
  readonly expiringSoon: number;
  /** Holds that ended by themselves since the last end of day. */
  readonly expired: number;
  readonly withoutNumber: number;
  /** Cases since the last settlement, and every one that is still open. */
  readonly cases: DayReport['cases'];
  readonly backupAtMs?: number;
};

export type DayScreen =
  | (DayTotals &
      DayFacts & {
        readonly name: 'end-of-day';
        /** Reversals and advices that go to the bank first. */
        readonly owed: number;
        /** A settlement was begun and stopped: it goes on where it was. */
        readonly begun: boolean;
        /** Closed batches that a supervisor has to clear up with the bank. */
        readonly differing?: number;
      })
  /** A closed batch about which the bank says otherwise. */
  | {
      readonly name: 'differing-batch';
      readonly batch: DifferingBatch;
      readonly place: number;
      readonly of: number;
    }
  | {
      readonly name: 'day-closed';
      readonly batch: number;
      /** The bank's totals were ours; else every transaction was sent. */
      readonly balanced: boolean;
      readonly completed: Total;
      /** Charges that could not be sent, because their card numbers are gone. */
      readonly withoutNumber: number;
      /** The bank's figures where they are not ours, and whether it did not take the upload. */
      readonly bank?: Total;
      readonly notTaken?: boolean;
      readonly checkpoint: string;
      readonly backup: 'done' | 'failed';
      readonly print: PrintState;
    };

/** Another of the batches that differ. */
export type DayAction = { readonly type: 'nextBatch' };
