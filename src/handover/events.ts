import type { Original } from '../acquirer/contract.ts';
import type { Money } from '../money.ts';
import type { KnownOfCard } from '../preauth/number-events.ts';
import type { HandoverFacts } from './facts.ts';
import type { Saying } from './words.ts';

/** How it ended at the other terminal. */
export type HandoverEnd = Exclude<Saying, 'taken' | 'refused'>;

/** 换终端: what is given to another terminal of the merchant, and what is taken from one. */
export type HandoverEvent =
  /** Given, before a byte of the offer leaves: from this row on nothing may be done with it here. */
  | {
      readonly kind: 'handover.given';
      readonly handoverId: string;
      readonly facts: HandoverFacts;
      /** Terminal id and name of the desk. */
      readonly to: string;
      readonly desk: string;
      readonly issuedAtMs: number;
      readonly expiresAtMs: number;
      /** The offer as text: sealed for the receiver, shown again after a restart. */
      readonly offer: string;
      readonly operator: string;
    }
  /** The receiver's signed word that it has it. */
  | { readonly kind: 'handover.delivered'; readonly handoverId: string }
  /** Back here: the receiver said that it will never take it, or head office that it is out of service. */
  | {
      readonly kind: 'handover.takenBack';
      readonly handoverId: string;
      readonly proof: 'receiver' | 'merchant';
    }
  | {
      readonly kind: 'handover.ended';
      readonly handoverId: string;
      readonly end: HandoverEnd;
      /** Charged there, where something was. */
      readonly minorUnits: number;
    }
  /** Taken from another terminal: from this row on it may be completed here and nowhere else. */
  | {
      readonly kind: 'handover.taken';
      readonly handoverId: string;
      readonly facts: HandoverFacts;
      readonly from: string;
      readonly desk: string;
      readonly operator: string;
    }
  /** Never to be taken here: written before the other terminal hears it. */
  | { readonly kind: 'handover.refused'; readonly handoverId: string; readonly from: string }
  /** What a case that was taken came to here. */
  | {
      readonly kind: 'handover.settled';
      readonly handoverId: string;
      readonly end: 'held' | 'nothing';
    }
  /** The same for the hold's own life. */
  | { readonly kind: 'hold.givenAway'; readonly holdId: string; readonly handoverId: string }
  | { readonly kind: 'hold.takenBack'; readonly holdId: string; readonly handoverId: string }
  | { readonly kind: 'hold.movedAway'; readonly holdId: string; readonly handoverId: string }
  | {
      readonly kind: 'hold.takenOver';
      readonly holdId: string;
      readonly handoverId: string;
      readonly label: string;
      readonly amount: Money;
      readonly original: Original;
      readonly validUntilMs: number;
      readonly known: KnownOfCard;
      readonly note?: string;
    };
