import type { Compared, FingerSlip } from '../../capture/number-check.ts';
import type { ExpiryProblem } from '../../capture/number-entry.ts';
import type { Money } from '../../money.ts';
import type { Language, Named } from './common.ts';

/** What a typed number is for: a sale by phone, a hold that is here already, a hold without the card. */
export type NumberBecomes = 'offlineSale' | 'numberLater' | 'cardAbsent';

export type NumberProblem =
  | 'luhn'
  | ExpiryProblem
  | 'differsFromCard'
  | 'differsFromHold'
  | 'expiryDiffers'
  /** The bank wants the card itself. */
  | 'typingOff'
  | 'chipUnread'
  | 'stripeUnread'
  | 'chipCardSwiped';

export type SlipProblem = 'noSuchDate' | 'ranOut';

/** 登记: a hold from its slip, or from a call. */
export type NumberScreen =
  | (Named & {
      readonly name: 'type-number';
      /** Digits so far: shown only while they are typed. */
      readonly digits: string;
      /** 4-4-4-4, 4-6-5, 6-13: sizes of the groups. */
      readonly groups: readonly number[];
      readonly expiry: string;
      readonly field: 'number' | 'expiry';
      readonly brand?: string;
      readonly bank?: Readonly<Record<Language, string>>;
      readonly becomes: NumberBecomes;
      readonly missingDigits: number;
      readonly expiryMissing: boolean;
      readonly problem?: NumberProblem;
      /** Where the finger probably slipped. */
      readonly slips: readonly FingerSlip[];
      /** The card itself is as welcome as its number: insert or swipe. */
      readonly cardToo: boolean;
      /** The card is being read: its number only. */
      readonly reading: boolean;
      readonly canContinue: boolean;
    })
  | (Named & {
      readonly name: 'check';
      readonly amount: Money;
      readonly typedLast4: string;
      readonly lastFourMatch: boolean;
      /** The terminal compared the last four itself: nobody has to read them. */
      readonly compared: boolean;
      /** Absent where there is no card to be seen. */
      readonly cardSeen?: boolean;
      /** The customer says the number on the phone and agrees; absent where that is no way. */
      readonly onPhone?: boolean;
      readonly supervisor: {
        readonly needed: boolean;
        readonly name?: Readonly<Record<Language, string>>;
        readonly atMs?: number;
      };
      readonly becomes: NumberBecomes;
      readonly canContinue: boolean;
    })
  | {
      readonly name: 'register-hold';
      readonly code: string;
      /** MMDD of the hold, as far as typed. */
      readonly date: string;
      readonly last4: string;
      readonly field: 'code' | 'date' | 'last4';
      readonly validUntilMs?: number;
      readonly problem?: SlipProblem;
      readonly canContinue: boolean;
    };

export type NumberNotice =
  /** What was read or typed is not the card of this hold. */
  | {
      readonly type: 'otherCard';
      readonly given: string;
      readonly known?: string;
      readonly by: Extract<Compared, { type: 'other' }>['by'];
    }
  /** The number is with the hold; the card may be taken. */
  | { readonly type: 'numberGiven'; readonly last4: string; readonly amount: Money };

export type NumberAction =
  | {
      readonly type: 'tick';
      readonly item: 'lastFourMatch' | 'cardSeen' | 'onPhone' | 'supervisor';
    }
  /** 补录卡号 on a hold. */
  | { readonly type: 'giveNumber' }
  /** 登记 on the list of holds. */
  | { readonly type: 'registerHold' };
