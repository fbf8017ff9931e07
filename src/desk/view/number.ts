import type { Compared } from '../../capture/number-check.ts';
import type { ExpiryProblem } from '../../capture/number-entry.ts';
import type { Money } from '../../money.ts';

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
export type NumberScreen = {
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
  /** 补录卡号 on a hold. */
  | { readonly type: 'giveNumber' }
  /** 登记 on the list of holds. */
  | { readonly type: 'registerHold' };
