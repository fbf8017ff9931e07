import type { Money } from '../money.ts';
import type { SignalSeen } from './score.ts';

/** What the supervisor decided; `callBank` is a step on the way, the others end it. */
export type Decision = 'goOn' | 'callBank' | 'refuse';

/** What an alert is about: neither number nor name. */
export type AlertAbout = {
  readonly amount: Money;
  readonly note?: string;
  readonly last4?: string;
  /** First six digits of the card at hand, for its bank's hotline. */
  readonly firstDigits?: string;
  readonly incidentId?: string;
  /** Keyed hashes of the cards and `note:` of the room: by these it is recognised later. */
  readonly subjects: readonly string[];
};

export type FraudEvent =
  /** Raised, or raised higher: the same id. */
  | {
      readonly kind: 'fraud.alerted';
      readonly alertId: string;
      /** A neutral number that the supervisor knows: two digits. */
      readonly call: number;
      readonly operator: string;
      readonly about: AlertAbout;
      readonly points: number;
      readonly signals: readonly SignalSeen[];
    }
  /** `by` is the supervisor whose PIN opened it. */
  | {
      readonly kind: 'fraud.decided';
      readonly alertId: string;
      readonly decision: Decision;
      readonly by: string;
      readonly operator: string;
    }
  /** A card or a whole number that contradicts what is known of a hold. */
  | { readonly kind: 'fraud.contradicted'; readonly holdId: string };
