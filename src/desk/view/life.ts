import type { TransactionKind } from '../../journal/events.ts';
import type { Money } from '../../money.ts';
import type { Happening } from '../../preauth/hold.ts';
import type { RemedyKind } from '../../recovery/evidence.ts';
import type { Named, PrintState } from './common.ts';

export type HoldRow = Named & {
  readonly holdId: string;
  readonly amount: Money;
  readonly daysLeft: number;
  readonly numberMissing: boolean;
  /** The bank's answer is not known yet: a reversal or an advice is still owed. */
  readonly owed: boolean;
  /** Given to another desk, or taken over there. */
  readonly away?: true;
};

export type HistoryLine = {
  readonly atMs: number;
  readonly what: TransactionKind | Happening;
  readonly amount: Money;
};

/** Screens of a hold's life that came after the first ones. */
export type LifeScreen =
  /** A completion, cancellation or void went through, or an offline sale was noted. */
  | (Named & {
      readonly name: 'done';
      readonly what: Exclude<TransactionKind, 'preauth'>;
      readonly amount: Money;
      /** What goes back to the customer after a smaller completion, or all of it after a cancellation. */
      readonly freed?: Money;
      readonly authorisationCode?: string;
      /** An advice that the bank has not answered yet. */
      readonly queued: boolean;
      readonly print: PrintState;
      readonly cardIn: boolean;
    })
  /** The bank or the card said no: what it means, and what became of the money. */
  | (Named & {
      readonly name: 'declined';
      readonly what: TransactionKind;
      readonly amount: Money;
      readonly responseCode: string;
      readonly by: 'host' | 'card' | 'terminal';
      readonly offers: readonly RemedyKind[];
      /** There are ways out for a hold that stands. */
      readonly otherWays?: boolean;
      readonly cardIn: boolean;
    })
  | {
      readonly name: 'holds';
      readonly total: Money;
      readonly rows: readonly HoldRow[];
      /** How many come after these; a touch shows the next of them. */
      readonly more?: number;
      /** Digits of a room, the last four or an amount; undefined when not searching. */
      readonly search?: string;
    }
  | (Named & {
      readonly name: 'hold';
      readonly holdId: string;
      readonly state:
        | 'held'
        | 'completed'
        | 'voiceNoted'
        | 'voiceCharged'
        | 'cancelled'
        | 'expired'
        | 'elsewhere'
        | 'unknown';
      readonly amount: Money;
      readonly limit: Money;
      readonly validUntilMs: number;
      readonly daysLeft: number;
      readonly days: number;
      readonly history: readonly HistoryLine[];
      readonly authorisationCode?: string;
      readonly can: {
        /** 补录卡号: the number is missing, and may be given. */
        readonly number: boolean;
        readonly complete: boolean;
        readonly increment: boolean;
        readonly cancel: boolean;
        readonly void: boolean;
        readonly print: boolean;
        /** 换终端: give it to another desk, see how that stands, or tell the desk that gave it. */
        readonly handOver?: 'give' | 'see' | 'tell';
      };
      readonly numberMissing: boolean;
      readonly owed: boolean;
    })
  | (Named & {
      readonly name: 'complete';
      readonly amount: Money;
      readonly held: Money;
      readonly limit: Money;
      readonly goesBack: Money;
      /** A notice to the bank: typed twice, and never voided. */
      readonly advice?: 'first' | 'again' | 'differs';
      readonly overLimit: boolean;
      readonly canSubmit: boolean;
    })
  | (Named & {
      readonly name: 'cancel';
      readonly what: 'cancellation' | 'completionVoid';
      readonly amount: Money;
      readonly supervisorNext: boolean;
    })
  /** The bank holds less than was asked: keep the smaller hold, or undo it. Undone by itself when nobody answers. */
  | {
      readonly name: 'partial';
      readonly note?: string;
      readonly last4?: string;
      readonly amount: Money;
      readonly asked: Money;
      readonly secondsLeft: number;
      readonly cardIn: boolean;
    };

export type LifeAction =
  | { readonly type: 'openHold'; readonly holdId: string }
  | { readonly type: 'search' }
  | { readonly type: 'complete' }
  | { readonly type: 'increment' }
  | { readonly type: 'cancelHold' }
  | { readonly type: 'voidCompletion' }
  /** The ring was held to its end. */
  | { readonly type: 'confirmHeld' }
  | { readonly type: 'all' }
  | { readonly type: 'undoPart' }
  /** The customer is not here: the number is typed. */
  | { readonly type: 'cardAbsent' };
