import type { DayTotals, Total } from '../../settlement/batch.ts';
import type { DayReport } from '../../settlement/events.ts';
import type { PrintState } from './common.ts';

export type DayScreen =
  | (DayTotals & {
      readonly name: 'end-of-day';
      readonly open: Total;
      /** Open holds that end today; with those of the next three days. */
      readonly expiringToday: number;
      readonly expiringSoon: number;
      /** Cases since the last settlement, and every one that is still open. */
      readonly cases: DayReport['cases'];
      readonly backupAtMs?: number;
      /** Reversals and advices that go to the bank first. */
      readonly owed: number;
      /** A settlement was begun and stopped: it goes on where it was. */
      readonly begun: boolean;
    })
  | {
      readonly name: 'day-closed';
      readonly batch: number;
      /** The bank's totals were ours; else every transaction was sent. */
      readonly balanced: boolean;
      readonly completed: Total;
      /** Charges that could not be sent, because their card numbers are gone. */
      readonly withoutNumber: number;
      readonly checkpoint: string;
      readonly backup: 'done' | 'failed';
      readonly print: PrintState;
    };
