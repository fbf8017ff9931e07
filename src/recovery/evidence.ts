import type { KernelFailureCode, KernelStep, OfflineDecision } from '../emv/contract.ts';
import type { KernelFlaw } from '../emv/flaws.ts';
import type { FaultCode } from '../fault.ts';
import type { WeakTrack } from '../stripe/weakness.ts';

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
      /** What exactly is wrong, where `failure` is coarse. */
      readonly flaw?: KernelFlaw;
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
      /** Which card, as with the chip; absent when it is not known. */
      readonly card?: string;
      /** The tracks came at a slant: the card was not level in the slot. */
      readonly tilted?: boolean;
      /** Several different cards were weak in the same way, as a dirty head gives it. */
      readonly headDirty?: boolean;
      /** Each track that did not read by itself, and how it was weak. */
      readonly weak?: readonly WeakTrack[];
      /** Flux changes that the terminal itself lost: neither the card's fault nor the swipe's. */
      readonly lostEdges?: number;
    }
  /** AAC without the bank: the card's own decline, or the terminal's by its action codes or a false signature. */
  | { readonly type: 'cardDeclined'; readonly by?: 'card' | 'terminal' }
  | { readonly type: 'stripeOfChipCard'; readonly serviceCode: string }
  | { readonly type: 'cardExpired'; readonly expiry: string }
  /** The reader read another card well, so many minutes ago: clears the reader (of chips, when not said). */
  | {
      readonly type: 'readerReadOther';
      readonly minutesAgo: number;
      readonly by?: 'chip' | 'stripe';
    }
  /** So many different cards failed in a row: accuses the reader. */
  | { readonly type: 'differentCardsFailed'; readonly cards: number }
  | { readonly type: 'readerFault'; readonly fault: FaultCode }
  | {
      readonly type: 'linkFault';
      readonly fault: FaultCode;
      readonly tries: number;
      readonly maybeSent: boolean;
      /** What chip and terminal decided without the bank, when a chip was in. */
      readonly offline?: OfflineDecision;
    }
  | { readonly type: 'otherHostAnswers' }
  /** One check of the way to the bank, done at real sockets. */
  | ({ readonly type: 'linkProbe' } & LinkProbe)
  /** The bank's answer code, field 39. */
  | {
      readonly type: 'answerCode';
      readonly code: string;
      /** How the number came into the request; absent when it was not a card's. */
      readonly entry?: 'chip' | 'stripe' | 'keyed';
      /** By this terminal's clock the card is still good. */
      readonly inDate?: boolean;
    }
  | { readonly type: 'badAnswer'; readonly what: 'badMac' | 'malformed' }
  | {
      readonly type: 'typed';
      readonly problem: 'luhn' | 'length' | 'transposition' | 'expiry';
      readonly corrections: number;
    }
  /** A hold stands whose number is not at hand: noted by phone, or destroyed after its time. */
  | { readonly type: 'numberMissing'; readonly how: 'neverHere' | 'destroyed' }
  | { readonly type: 'bulletin'; readonly text: string; readonly until?: string }
  /** What the terminal found wrong with its own settings. */
  | {
      readonly type: 'settingsProblem';
      readonly item: SettingsItem;
      /** Which one: a RID and key index, a scheme, seconds of the clock; never a card number. */
      readonly detail?: string;
    }
  /** Nobody gave a card, so many seconds after it was asked for. */
  | { readonly type: 'nothingPresented'; readonly seconds: number }
  /** The merchant's test card: did its chip answer in the same slot, or its stripe at the same head? */
  | { readonly type: 'testCard'; readonly read: boolean; readonly by?: 'stripe' }
  /** What the cashier or the customer answered to a question of the terminal. */
  | { readonly type: 'said'; readonly question: QuestionKind; readonly answer: 'yes' | 'no' }
  /** Something that supervisors look at; its words never accuse, the customer may read along. */
  | { readonly type: 'fraudSignal'; readonly signal: FraudSignal; readonly count: number };

/** What can be asked of the line, from the plug outwards. `otherHost` is one that is not the bank's. */
export type LinkCheck =
  | 'interface'
  | 'name'
  | 'connect'
  | 'tls'
  | 'echo'
  | 'secondHost'
  | 'otherHost';

/** Why a check failed, as far as sockets tell. */
export type LinkProblem =
  | 'down'
  | 'notFound'
  | 'refused'
  | 'unreachable'
  | 'timeout'
  | 'reset'
  | 'certificateExpired'
  | 'certificateNotYetValid'
  | 'certificateUntrusted'
  | 'certificateOfAnother'
  | 'ownCertificateRefused'
  | 'handshake'
  | 'noAnswer';

export type LinkProbe = {
  readonly check: LinkCheck;
  readonly ok: boolean;
  /** Absent when it went well. */
  readonly problem?: LinkProblem;
  readonly tookMs: number;
};

export type SettingsItem =
  | 'applications'
  | 'caKeyMissing'
  | 'caKeyExpired'
  | 'banks'
  | 'merchant'
  | 'parameters'
  | 'software'
  | 'clock'
  | 'keys';

export type FraudSignal =
  | 'manyCards'
  | 'numberChanging'
  | 'againstSlip'
  | 'amountsSplit'
  | 'sameNumberOften'
  | 'chipAvoided'
  | 'voiceCodeRefused'
  | 'listedCard'
  | 'refusedBefore';

export type EvidenceOf<T extends Evidence['type']> = Extract<Evidence, { type: T }>;

/** Questions that a person answers with yes or no. */
export type QuestionKind =
  | 'cardHasChip'
  | 'customerUnwilling'
  | 'otherCardWorked'
  | 'cardWorksElsewhere'
  | 'printedDateGood'
  | 'clockRight'
  | 'typedAsPrinted'
  | 'slipAgrees'
  | 'othersOnline'
  | 'detailsRight';

/** Things to do that tell two causes apart; what is seen then is evidence again. */
export type TestKind =
  | 'insertAgain'
  | 'swipeAgain'
  | 'swipeSame'
  | 'otherCard'
  | 'testCard'
  | 'testSwipe'
  | 'bankEcho';

/** The one question or test that would tell the likeliest cause from the next. */
export type NextTest =
  | {
      readonly type: 'question';
      readonly question: QuestionKind;
      readonly tellsApart: readonly [Cause, Cause];
    }
  | {
      readonly type: 'test';
      readonly test: TestKind;
      readonly tellsApart: readonly [Cause, Cause];
    };

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
  | 'settingsWrong'
  | 'swipedBadly'
  | 'headDirty'
  | 'headSilent'
  | 'lineNotTrusted'
  | 'cardWithheld'
  | 'askSupervisor'
  | 'numberMissing'
  | 'unknown';

/** Every way out there is; `ways-rules.ts` says what each costs and needs, `ways-table.ts` when it is offered. */
export type RemedyKind =
  | 'readAgain'
  | 'insertChip'
  | 'swipe'
  | 'otherApplication'
  | 'otherCard'
  | 'cleanReader'
  | 'pinAgain'
  | 'otherAmount'
  | 'typeAgain'
  | 'tryBankAgain'
  | 'waitForBank'
  | 'checkLine'
  | 'checkParts'
  | 'otherHost'
  | 'askHotline'
  | 'callIssuer'
  | 'cardAbsent'
  | 'numberLater'
  | 'repairSettings'
  | 'updateParameters'
  | 'updateSoftware'
  | 'compareOriginal'
  | 'handOver'
  | 'paperSlip'
  | 'cashDeposit'
  | 'callSupervisor'
  | 'keepCard'
  | 'refuse'
  | 'stop';

/** Who carries the loss if the money does not come: the bank as with any hold, the shop, or nobody. */
export type Risk = 'asAnyHold' | 'shop' | 'none';

/** Who must agree before a way is walked to its end. */
export type Agreeing = 'customer' | 'issuer' | 'supervisor' | 'technician';

/** A way out with its cost; the screen says it in words. */
export type Remedy = {
  readonly kind: RemedyKind;
  readonly seconds: number;
  readonly risk: Risk;
  readonly agrees: readonly Agreeing[];
  /** Which transaction the way ends in, when it is not the hold that was asked for. */
  readonly becomes?: 'offlineSale' | 'cardAbsentHold';
};

export type Diagnosis = {
  readonly cause: Cause;
  readonly finding: Finding;
  /** Short code for the hotline, `D2`. */
  readonly code: string;
  /** Strongest first. */
  readonly because: readonly Evidence[];
  /** What else it may be, likeliest first. */
  readonly alternatives: readonly Cause[];
  /** Absent when nothing is left to settle. */
  readonly nextTest?: NextTest;
  /** Best first; at least one, `stop` never first unless it is the only one. */
  readonly remedies: readonly Remedy[];
};
