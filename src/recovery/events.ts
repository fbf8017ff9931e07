import type { Money } from '../money.ts';

/** What the ways out leave in the journal beside their beginning and end. */
export type WaysEvent =
  /** A deposit in cash or by transfer in place of a hold: who received it and who agreed. */
  | {
      readonly kind: 'incident.depositTaken';
      readonly incidentId: string;
      readonly amount: Money;
      readonly how: 'cash' | 'transfer';
      readonly operator: string;
      readonly supervisor: string;
    }
  /** Figures that need no translation; `by` is whose PIN agreed, where one was asked. */
  | {
      readonly kind: 'settings.repaired';
      readonly item: 'signIn' | 'cardTables' | 'caKeys' | 'banks';
      readonly from: string;
      readonly to: string;
      readonly operator: string;
      readonly by?: string;
    }
  | {
      readonly kind: 'software.updateAsked';
      readonly version: string;
      readonly operator: string;
      /** By when a technician must have looked, ms since the epoch. */
      readonly dueAtMs: number;
    }
  /** The time in an answer (fields 12, 13) differs from what was known: the bank's clock is so far ahead of ours. */
  | { readonly kind: 'clock.compared'; readonly offsetSeconds: number }
  /** Exchanges begin with this address of the bank from now on. */
  | { readonly kind: 'link.switched'; readonly to: string; readonly operator: string };
