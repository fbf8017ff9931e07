import type { FingerSlip } from '../capture/number-check.ts';
import type { Ask } from '../capture/policy.ts';
import type { CheckItem } from '../care/check.ts';
import type { Situation } from '../care/plan.ts';
import type { Lesson, WaitedFor } from '../incident/events.ts';
import type { IncidentLine } from '../incident/incident.ts';
import type { IncidentState } from '../incident/machine.ts';
import type { IncidentResult, TransactionKind } from '../journal/events.ts';
import type { Money } from '../money.ts';
import type { Action, Role } from '../people/permissions.ts';
import type { Happening } from '../preauth/hold.ts';
import type { Diagnosis, RemedyKind } from '../recovery/evidence.ts';
import type { RestoreScreen } from '../restore/screens.ts';
import type { DayTotals, Total } from '../settlement/batch.ts';
import type { DayReport } from '../settlement/events.ts';
import type { BulletinAction, BulletinScreen } from './view/bulletin.ts';
import type { CallAction, CallScreen } from './view/call.ts';
import type { CareAction, CareScreen } from './view/care.ts';
import type { CaseAction, CaseScreen, Due } from './view/case.ts';
import type { HandoverAction, HandoverNotice, HandoverScreen } from './view/handover.ts';
import type { KeysAction, KeysScreen } from './view/keys.ts';
import type { LifeAction, LifeScreen } from './view/life.ts';
import type { LinkAction, LinkNotice, LinkScreen } from './view/link.ts';
import type { MenuId } from './view/menu.ts';
import type {
  NumberAction,
  NumberBecomes,
  NumberNotice,
  NumberProblem,
  NumberScreen,
} from './view/number.ts';
import type { PeopleAction, PeopleScreen } from './view/people.ts';
import type { ReportAction, ReportScreen } from './view/report.ts';
import type { TrainingAction, TrainingNotice, TrainingScreen } from './view/training.ts';
import type { WaysAction, WaysScreen } from './view/ways.ts';
import type { WhyAction, WhyScreen } from './view/why.ts';

export type { Check } from '../care/check.ts';

export type Language = 'zh-CN' | 'en';
export type Theme = 'light' | 'dark';

/**
 * What the person in front of the terminal sees: facts, not words. A screen is a function of it; `ui/texts` has
 * the words. Times are ms since the epoch unless they say otherwise.
 */
export type View = {
  readonly language: Language;
  readonly theme: Theme;
  readonly strip: Strip;
  readonly screen: Screen;
};

export type Strip = {
  readonly nowMs: number;
  readonly network: 'ok' | 'connecting' | 'down';
  readonly paper: 'ok' | 'low' | 'out' | 'gone';
  readonly reader: 'ok' | 'gone' | 'dirty';
  readonly batteryPercent?: number;
  readonly training: boolean;
  /** In the middle of an exercise: the band is touched to leave it. */
  readonly leavable?: true;
  readonly simulated: boolean;
};

/** Room or note and last four: how a cashier names a hold. */
export type Named = { readonly note?: string; readonly last4?: string };

export type HoldRow = Named & {
  readonly holdId: string;
  readonly amount: Money;
  readonly daysLeft: number;
  readonly numberMissing: boolean;
  /** The bank's answer is not known yet: a reversal or an advice is still owed. */
  readonly owed: boolean;
};

export type HistoryLine = {
  readonly atMs: number;
  readonly what: TransactionKind | Happening;
  readonly amount: Money;
};

export type Step = {
  readonly step:
    | 'readChip'
    | 'sentToBank'
    | 'bankAnswers'
    | 'writeChip'
    | 'undo'
    | 'signIn'
    | 'owedFirst'
    | 'compare'
    | 'upload'
    | 'backUp';
  readonly state: 'done' | 'running' | 'waiting' | 'failed';
  readonly seconds?: number;
};

export type PrintState = 'printing' | 'printed' | 'failed';

export type Screen =
  | ReportScreen
  | HandoverScreen
  | LinkScreen
  | KeysScreen
  | CaseScreen
  | BulletinScreen
  | CallScreen
  | LifeScreen
  | WaysScreen
  | RestoreScreen
  | PeopleScreen
  | TrainingScreen
  | {
      readonly name: 'home';
      readonly merchantName: Readonly<Record<Language, string>>;
      readonly desk: string;
      readonly operatorName: Readonly<Record<Language, string>>;
      /** Holds that end today; the first one is named. */
      readonly expiring?: { readonly count: number; readonly first: HoldRow };
      readonly open: { readonly count: number; readonly total: Money };
      /** Of these, how many wait for their card number. */
      readonly withoutNumber: number;
      /** The next to end, for panels that have room. */
      readonly next: readonly HoldRow[];
      readonly openCases: number;
      /** Of these, how many waited long enough. */
      readonly dueCases: number;
      /** What the self-check found, the first of it by name; absent when all is well. */
      /** What the device itself lacks now: the emergency plan has a page for it. */
      readonly trouble?: Situation;
      readonly care?: { readonly count: number; readonly first: CheckItem };
      /** Reversals and advices that the bank has not answered yet. */
      readonly owed: number;
      /** Somebody is wanted on the internal line: a number that says nothing to a customer. */
      readonly call?: number;
      /** Title of the newest bulletin that holds now. */
      readonly bulletin?: Readonly<Record<Language, string>>;
    }
  | {
      readonly name: 'amount';
      readonly purpose: 'preauth' | 'increment' | 'registered';
      readonly amount: Money;
      readonly presets: readonly Money[];
      readonly note?: string;
      /** What the keypad writes into. */
      readonly field: 'amount' | 'note';
      readonly canSubmit: boolean;
      readonly maximum: Money;
      readonly tooMuch: boolean;
    }
  | (Named & {
      readonly name: 'present-card';
      readonly amount: Money;
      readonly ask: Ask;
      readonly attempt: number;
      /** A card is in and powers up. */
      readonly reading: boolean;
      /** The merchant may take a hold without the card. */
      readonly typing?: boolean;
      /** What the bank announced for now: said before anybody tries. */
      readonly bulletin?: Readonly<Record<Language, string>>;
    })
  | {
      readonly name: 'choose-application';
      readonly amount: Money;
      readonly applications: readonly string[];
    }
  | {
      readonly name: 'pin';
      readonly amount: Money;
      readonly purpose: 'preauth' | 'completion' | 'cancellation' | 'completionVoid' | 'increment';
      readonly digits: number;
      readonly triesLeft?: number;
      readonly wrongBefore: boolean;
      readonly bypassAllowed: boolean;
    }
  | (Named & {
      readonly name: 'asking-bank';
      readonly purpose: TransactionKind | 'signIn' | 'reversal' | 'settlement' | 'download';
      readonly amount?: Money;
      readonly elapsedSeconds: number;
      readonly limitSeconds: number;
      readonly steps: readonly Step[];
      readonly cardIn: boolean;
      /** The chip compared the PIN, and it was right. */
      readonly pinRight?: boolean;
    })
  | (Named & {
      readonly name: 'held';
      readonly amount: Money;
      /** Smaller than asked: the bank approved a part. */
      readonly asked?: Money;
      readonly validUntilMs: number;
      readonly days: number;
      readonly authorisationCode: string;
      /** The customer signs the slip. */
      readonly signatureWanted?: boolean;
      readonly print: PrintState;
      readonly cardIn: boolean;
    })
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
  /** Something happened that the cashier must know before going on. */
  | {
      readonly name: 'notice';
      readonly notice: Notice;
      readonly primary: 'ok' | 'tryAgain' | 'print';
      /** There are ways out for a hold that stands. */
      readonly otherWays?: boolean;
      readonly cardIn: boolean;
    }
  | {
      readonly name: 'holds';
      readonly total: Money;
      readonly rows: readonly HoldRow[];
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
  | {
      readonly name: 'supervisor';
      readonly purpose: Action;
      /** Whose PIN is wanted. */
      readonly role: Role;
      readonly who: Readonly<Record<Language, string>>;
      /** Somebody else may agree as well. */
      readonly others: boolean;
      readonly digits: number;
      readonly wrong: boolean;
      /** Locked for so many seconds after wrong tries. */
      readonly lockedSeconds: number;
      /** Too many wrong tries: somebody else has to unlock this person. */
      readonly lockedOut: boolean;
    }
  | (Named & {
      readonly name: 'why';
      readonly amount: Money;
      readonly diagnosis: Diagnosis;
      /** What became of the money: nothing held, or the undo is still owed to the bank. */
      readonly money: 'nothingHeld' | 'undoOwed' | 'stillHeld';
      readonly cardIn: boolean;
      /** What an earlier case of the same finding taught. */
      readonly lesson?: Lesson;
      /** The bank is being greeted, for so many seconds. */
      readonly secondsChecking?: number;
    })
  | WhyScreen
  | (Named & {
      readonly name: 'ways';
      readonly diagnosis: Diagnosis;
      /** Typing the number is not among them: said, with the reason. */
      readonly typingRefused: 'notForHolds' | 'issuerDecided';
      /** A hold stands: stopping leaves it as it is. */
      readonly later: boolean;
      /** Counts up with each touch of "more"; the panel knows how many ways it holds. */
      readonly page: number;
    })
  | (Named & {
      readonly name: 'wait-for-bank';
      readonly amount: Money;
      readonly sinceMs: number;
      readonly tries: number;
      readonly nextTryInSeconds: number;
      readonly periodSeconds: number;
      readonly trying: boolean;
      readonly undo: 'nothing' | 'done' | 'owed' | 'stillHeld';
      readonly bulletin?: string;
      readonly code: string;
      /** Picks the headline: no line, silence, or a bank that says it is down. */
      readonly finding: Diagnosis['finding'];
      readonly otherWays: number;
    })
  | (Named & {
      readonly name: 'call-issuer';
      readonly amount: Money;
      /** By BIN, when the number's first digits are known. */
      readonly bank?: Readonly<Record<Language, string>>;
      readonly hotline: string;
      readonly code: string;
      readonly expiry: string;
      readonly agent: string;
      /** Which of the three the keypad writes into; `none` while the call is on. */
      readonly field: 'none' | 'code' | 'expiry' | 'agent';
      readonly expiryWrong: boolean;
      readonly canContinue: boolean;
    })
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
  | NumberScreen
  | (Named & {
      readonly name: 'result';
      readonly incidentId: string;
      readonly ticket: string;
      readonly result: IncidentResult;
      readonly amount: Money;
      readonly diagnosis: Diagnosis;
      readonly way?: RemedyKind;
      readonly tookSeconds: number;
      readonly stillOpen: readonly ('reversal' | 'advice' | 'print')[];
      readonly print: PrintState;
      readonly cardIn: boolean;
    })
  | { readonly name: 'cases'; readonly rows: readonly CaseRow[] }
  | (Named & {
      readonly name: 'case';
      readonly incidentId: string;
      readonly ticket: string;
      readonly amount: Money;
      readonly state: IncidentState;
      readonly waitsFor?: WaitedFor;
      readonly due?: Due;
      /** The hold of the case waits for its number. */
      readonly wantsNumber: boolean;
      readonly diagnosis: Diagnosis;
      readonly timeline: readonly IncidentLine[];
      readonly result?: IncidentResult;
      /** Closing asks for a result first: the offered ones. */
      readonly closing?: readonly IncidentResult[];
    })
  | {
      readonly name: 'settings';
      readonly rows: readonly { readonly id: MenuId; readonly icon: string }[];
      readonly merchantId: string;
      readonly terminalId: string;
      readonly version: string;
      readonly signedIn: boolean;
    }
  | { readonly name: 'language'; readonly choices: readonly Language[] }
  /** The card asks for a language that the terminal has not: the customer chooses. */
  | { readonly name: 'choose-language'; readonly choices: readonly Language[] }
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
    }
  | CareScreen;

export type ScreenName = Screen['name'];
export type ScreenOf<N extends ScreenName> = Extract<Screen, { name: N }>;

export type CaseRow = Named & {
  readonly incidentId: string;
  readonly ticket: string;
  readonly atMs: number;
  readonly amount: Money;
  readonly cause: Diagnosis['cause'];
  readonly finding: Diagnosis['finding'];
  readonly state: IncidentState;
  readonly due?: Due;
  readonly result?: IncidentResult;
};

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
  | { readonly type: 'signInFailed'; readonly fault: string }
  /** A reversal could not be delivered in its tries: kept, and shown to the supervisor. */
  /** The end of day could not go on: a code of the bank, a fault, or `adviceOwed`. */
  | { readonly type: 'settlementStopped'; readonly fault: string; readonly begun: boolean }
  | { readonly type: 'reversalSuspended'; readonly amount: Money; readonly ticket: string }
  | { readonly type: 'cancelledByCustomer'; readonly amount: Money }
  /** A smaller hold than asked was not wanted. */
  | { readonly type: 'partUndone'; readonly amount: Money; readonly undone: 'owed' | 'done' }
  | { readonly type: 'typingNotAllowed'; readonly text?: string }
  | { readonly type: 'diskFull' }
  /** The journal cannot be written any more, for good. */
  | { readonly type: 'memoryFault'; readonly hotline: string }
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

/** What a cashier does; each touchable node of a screen carries one. `POST /api/touch {id}` names the node. */
export type CashierAction =
  | ReportAction
  | LinkAction
  | HandoverAction
  | CareAction
  | KeysAction
  | CaseAction
  | BulletinAction
  | CallAction
  | LifeAction
  | WaysAction
  | WhyAction
  | PeopleAction
  | TrainingAction
  | {
      readonly type: 'go';
      readonly to:
        | 'preauth'
        | 'holds'
        | 'cases'
        | 'report'
        | 'endOfDay'
        | 'settings'
        | 'status'
        | 'emergency'
        | 'ways'
        | 'home';
    }
  | { readonly type: 'back' }
  | {
      readonly type: 'digit';
      readonly digit: '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '00';
    }
  | { readonly type: 'clear' }
  | { readonly type: 'cancel' }
  | { readonly type: 'enter' }
  | { readonly type: 'preset'; readonly amount: Money }
  | {
      readonly type: 'field';
      readonly field:
        | 'amount'
        | 'note'
        | 'number'
        | 'expiry'
        | 'code'
        | 'agent'
        | 'date'
        | 'last4'
        | 'none';
    }
  /** The large button at the bottom. */
  | { readonly type: 'primary' }
  | { readonly type: 'openHold'; readonly holdId: string }
  | { readonly type: 'openCase'; readonly incidentId: string }
  | { readonly type: 'search' }
  | NumberAction
  | { readonly type: 'complete' }
  | { readonly type: 'increment' }
  | { readonly type: 'cancelHold' }
  | { readonly type: 'voidCompletion' }
  /** The ring was held to its end. */
  | { readonly type: 'confirmHeld' }
  | { readonly type: 'all' }
  | { readonly type: 'way'; readonly remedy: RemedyKind }
  | { readonly type: 'choose'; readonly index: number }
  | {
      readonly type: 'tick';
      readonly item: 'lastFourMatch' | 'cardSeen' | 'onPhone' | 'supervisor';
    }
  | { readonly type: 'print' }
  | { readonly type: 'close' }
  | { readonly type: 'closeWith'; readonly result: IncidentResult }
  | { readonly type: 'language'; readonly language: Language }
  | { readonly type: 'menu'; readonly id: MenuId };
