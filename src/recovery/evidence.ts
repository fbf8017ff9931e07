import type { KernelFailureCode, KernelStep } from '../emv/contract.ts';
import type { FaultCode } from '../fault.ts';

/** The causes of a missing card number (DOMAIN §1), and `unknown`: said, never guessed. */
export type Cause =
  | 'settings'
  | 'unsupportedCard'
  | 'damagedOrExpired'
  | 'network'
  | 'operator'
  | 'deviceFault'
  | 'bankSide'
  | 'withheld'
  | 'suspectedFraud'
  | 'refusedByIssuer'
  | 'unknown';

/** What the terminal saw, in the order it saw it; collected by the flows, never guessed by a screen. */
export type Evidence =
  | { readonly type: 'noAtr'; readonly card: string; readonly tries: number }
  | { readonly type: 'badAtr'; readonly card: string; readonly atr: string; readonly tries: number }
  | {
      readonly type: 'chipFailed';
      readonly card: string;
      readonly failure: KernelFailureCode;
      readonly step: KernelStep;
      readonly sw?: string;
      readonly tries: number;
      /** Hex, number masked. */
      readonly bytes: string;
    }
  | { readonly type: 'cardPulled'; readonly step: KernelStep; readonly tries: number }
  | {
      readonly type: 'stripeFailed';
      /** Tracks that carried something and could not be read. */
      readonly tracks: readonly number[];
      readonly parityErrors: number;
      readonly tries: number;
      /** Outside the 5 to 50 inches a second that a head is made for. */
      readonly speed?: 'tooSlow' | 'tooFast';
      /** Weakest stretch, millimetres from the card's leading edge. */
      readonly zone?: { readonly fromMm: number; readonly toMm: number };
      /** Another track of the same swipe was read well: the head is fine. */
      readonly otherTracksFine: boolean;
    }
  /** The card answered AAC: its own decline. */
  | { readonly type: 'cardDeclined' }
  | { readonly type: 'stripeOfChipCard'; readonly serviceCode: string }
  | { readonly type: 'cardExpired'; readonly expiry: string }
  /** The reader read another card well, so many minutes ago: clears the reader. */
  | { readonly type: 'readerReadOther'; readonly minutesAgo: number }
  /** So many different cards failed in a row: accuses the reader. */
  | { readonly type: 'differentCardsFailed'; readonly cards: number }
  | { readonly type: 'readerFault'; readonly fault: FaultCode }
  | {
      readonly type: 'linkFault';
      readonly fault: FaultCode;
      readonly tries: number;
      readonly maybeSent: boolean;
    }
  | { readonly type: 'otherHostAnswers' }
  /** The bank's answer code, field 39. */
  | { readonly type: 'answerCode'; readonly code: string }
  | { readonly type: 'badAnswer'; readonly what: 'badMac' | 'malformed' }
  | {
      readonly type: 'typed';
      readonly problem: 'luhn' | 'length' | 'transposition' | 'expiry';
      readonly corrections: number;
    }
  | { readonly type: 'bulletin'; readonly text: string; readonly until?: string };

export type EvidenceOf<T extends Evidence['type']> = Extract<Evidence, { type: T }>;

/** What exactly was found: picks the headline; finer than the cause. */
export type Finding =
  | 'chipDirty'
  | 'chipDead'
  | 'chipDamaged'
  | 'cardPulled'
  | 'cardExpired'
  | 'stripeDamaged'
  | 'insertChip'
  | 'cardBlocked'
  | 'cardNotAccepted'
  | 'readerFault'
  | 'readerGone'
  | 'noLine'
  | 'lineBroke'
  | 'bankSilent'
  | 'bankDown'
  | 'badAnswer'
  | 'numberTypedWrong'
  | 'refused'
  | 'keepCard'
  | 'settingsRefused'
  | 'unknown';

export type RemedyKind =
  | 'readAgain'
  | 'insertChip'
  | 'swipe'
  | 'otherCard'
  | 'cleanReader'
  | 'tryBankAgain'
  | 'waitForBank'
  | 'callIssuer'
  | 'typeAgain'
  | 'otherAmount'
  | 'stop';

/** A way out with its cost; `minutes` and `becomes` are said in words on the screen. */
export type Remedy = {
  readonly kind: RemedyKind;
  readonly seconds: number;
  /** Which transaction the way ends in, when it is not the hold that was asked for. */
  readonly becomes?: 'offlineSale';
  readonly supervisor: boolean;
};

export type Diagnosis = {
  readonly cause: Cause;
  readonly finding: Finding;
  /** Short code for the hotline, `D2`. */
  readonly code: string;
  /** Strongest first. */
  readonly because: readonly Evidence[];
  readonly alternatives: readonly Cause[];
  /** Best first; at least one, `stop` never first unless it is the only one. */
  readonly remedies: readonly Remedy[];
};
