import type { TransactionKind } from '../../journal/events.ts';
import type { Money } from '../../money.ts';
import type { RemedyKind } from '../../recovery/evidence.ts';
import type { HandoverNotice } from './handover.ts';
import type { LinkNotice } from './link.ts';
import type { NumberNotice } from './number.ts';
import type { TrainingNotice } from './training.ts';

export type Notice =
  | LinkNotice
  | HandoverNotice
  /** After a power cut in the middle of a request: it is being undone at the bank. */
  | {
      readonly type: 'powerCut';
      readonly what: TransactionKind;
      readonly amount: Money;
      readonly note?: string;
      readonly undone: 'owed' | 'done' | 'notNeeded';
    }
  /** The bank was silent on a transaction that is not a new hold: it was undone, the hold is as before. */
  | {
      readonly type: 'noAnswer';
      readonly what: TransactionKind;
      readonly amount: Money;
      readonly undone: 'owed' | 'done' | 'notNeeded';
      readonly fault: string;
    }
  /** After a power cut in the middle of a way out: the case is open, and the way has its end. */
  | {
      readonly type: 'wayStopped';
      readonly remedy: RemedyKind;
      readonly ticket: string;
      readonly amount: Money;
      readonly stillHeld: boolean;
    }
  | { readonly type: 'signInFailed'; readonly fault: string }
  /** The end of day could not go on: a code of the bank, a fault, or `adviceOwed`. */
  | { readonly type: 'settlementStopped'; readonly fault: string; readonly begun: boolean }
  /** A reversal could not be delivered in its tries: kept, and shown to the supervisor. */
  | { readonly type: 'reversalSuspended'; readonly amount: Money; readonly ticket: string }
  | { readonly type: 'cancelledByCustomer'; readonly amount: Money }
  /** A smaller hold than asked was not wanted. */
  | { readonly type: 'partUndone'; readonly amount: Money; readonly undone: 'owed' | 'done' }
  | { readonly type: 'typingNotAllowed'; readonly text?: string }
  | { readonly type: 'diskFull' }
  /** The disk takes no row: tried again by a touch and by itself; `tries` so far in vain. */
  | {
      readonly type: 'memoryFault';
      readonly hotline: string;
      readonly full: boolean;
      readonly tries: number;
    }
  | NumberNotice
  | TrainingNotice
  /** Holds that end in so many days or fewer; the one that ends first is named. */
  | {
      readonly type: 'expiring';
      readonly note?: string;
      readonly amount: Money;
      readonly days: number;
      readonly count: number;
    }
  /** A hold cannot be charged by phone: something else is under way for it. */
  | { readonly type: 'notFree'; readonly amount: Money }
  /** The person on duty may not do this. */
  | { readonly type: 'notAllowed' }
  | { readonly type: 'slipUnknown' }
  | { readonly type: 'printFailed'; readonly fault: string };

export type NoticeScreen =
  /** Something happened that the cashier must know before going on. */
  {
    readonly name: 'notice';
    readonly notice: Notice;
    readonly primary: 'ok' | 'tryAgain' | 'print';
    /** There are ways out for a hold that stands. */
    readonly otherWays?: boolean;
    readonly cardIn: boolean;
  };
