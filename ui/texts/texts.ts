import type { AnswerFamily } from '#src/acquirer/answer-codes.ts';
import type { MenuId } from '#src/desk/view/menu.ts';
import type { HistoryLine, Notice, PrintState, ScreenOf, Step, Strip } from '#src/desk/view.ts';
import type { FaultCode } from '#src/fault.ts';
import type { IncidentLine } from '#src/incident/incident.ts';
import type { IncidentResult, TransactionKind } from '#src/journal/events.ts';
import type { Action, Role } from '#src/people/permissions.ts';
import type { Cause, Evidence, Finding } from '#src/recovery/evidence.ts';
import type { Run } from '../theme/wrap.ts';
import type { BulletinTexts } from './bulletin/texts.ts';
import type { CareTexts } from './care/texts.ts';
import type { CaseTexts } from './case/texts.ts';
import type { ChipTexts } from './chip/texts.ts';
import type { FraudTexts } from './fraud/texts.ts';
import type { HandoverTexts } from './handover/texts.ts';
import type { KeysTexts } from './keys/texts.ts';
import type { LifeTexts } from './life/texts.ts';
import type { LinkTexts } from './link/texts.ts';
import type { MessageTexts } from './message/texts.ts';
import type { NumberTexts } from './number/texts.ts';
import type { PeopleTexts } from './people/texts.ts';
import type { ReportsTexts } from './reports/texts.ts';
import type { RestoreTexts } from './restore/texts.ts';
import type { SettlementTexts } from './settlement/texts.ts';
import type { TrainingTexts } from './training/texts.ts';
import type { WaysTexts } from './ways/texts.ts';
import type { WhyTexts } from './why/texts.ts';

type By<K extends string, T = string> = Readonly<Record<K, T>>;
type Asking = ScreenOf<'asking-bank'>['purpose'];
type Ask = ScreenOf<'present-card'>['ask'];
type Undone = 'owed' | 'done' | 'notNeeded';
type Trouble<F> = By<Exclude<F extends string ? F : never, 'ok'>>;

/** What a notice says: what happened, what it means, and where the money is. */
export type NoticeWords = { readonly title: string; readonly text: string; readonly money: string };

/**
 * Every word the terminal says to a cashier. Both languages have this shape, so a missing word does not
 * compile. Amounts, names of holds and times arrive formatted.
 */
export type Texts = WaysTexts & {
  /** What would settle a diagnosis, and what was checked for it. */
  readonly settle: WhyTexts;
  readonly chip: ChipTexts;
  readonly message: MessageTexts;
  readonly register: NumberTexts['register'];
  readonly number: NumberTexts['number'];
  readonly handover: HandoverTexts['handover'];
  readonly name: {
    /** In lists and at the edge of the head. */
    readonly roomShort: (room: string) => string;
    /** On its own. */
    readonly roomLong: (room: string) => string;
    /** Inside a sentence. */
    readonly roomInside: (room: string) => string;
    readonly card: (last4: string) => string;
    readonly cardEnds: (last4: string) => string;
    readonly context: (what: string, name: string) => string;
    readonly listed: (name: string, amount: string) => string;
    readonly language: string;
  };
  readonly time: {
    readonly date: (month: number, day: number) => string;
    /** `weekday` 0 is Sunday. */
    readonly dateAndWeekday: (month: number, day: number, weekday: number) => string;
    readonly seconds: (seconds: number) => string;
    readonly took: (seconds: number) => string;
    readonly daysLeft: (days: number) => string;
    readonly daysLeftLong: (days: number) => string;
    /** How long ago, in the largest unit that says enough. */
    readonly ago: (seconds: number) => string;
    readonly secondsUnit: string;
    readonly secondsUnitShort: string;
  };
  readonly strip: {
    readonly network: string;
    readonly paper: string;
    readonly reader: string;
    readonly networkTrouble: Trouble<Strip['network']>;
    readonly paperTrouble: Trouble<Strip['paper']>;
    readonly readerTrouble: Trouble<Strip['reader']>;
    readonly battery: (percent: number) => string;
    readonly training: string;
    readonly noRealMoney: string;
  };
  readonly key: { readonly cancel: string; readonly clear: string; readonly enter: string };
  readonly purpose: By<Asking>;
  readonly history: By<HistoryLine['what']>;
  readonly print: By<PrintState>;
  readonly word: {
    readonly print: string;
    readonly printAgain: string;
    readonly done: string;
    readonly close: string;
    readonly room: string;
    readonly note: string;
    readonly noNote: string;
    readonly card: string;
    readonly authorisationCode: string;
    readonly noNumber: string;
    readonly waitingForBank: string;
    /** Of a hold that another desk has. */
    readonly away: string;
    readonly total: (amount: string) => string;
    readonly leaveCard: string;
    readonly code: (code: string) => string;
  };
  readonly home: {
    readonly where: (desk: string, operator: string) => string;
    readonly expiresToday: (count: number) => string;
    readonly expiresTodayShort: (count: number) => string;
    readonly open: string;
    readonly owed: (count: number) => string;
    readonly owedShort: (count: number) => string;
    readonly cases: string;
    readonly reports: string;
    readonly settings: string;
    readonly preauth: string;
    readonly preauthHint: string;
    readonly preauthHintShort: string;
  };
  readonly amount: {
    readonly question: By<ScreenOf<'amount'>['purpose']>;
    readonly noteQuestion: string;
    readonly button: By<ScreenOf<'amount'>['purpose'], (amount: string) => string>;
    readonly missing: string;
    readonly atMost: (amount: string) => string;
    readonly keysHint: string;
  };
  readonly presentCard: {
    /** Where more can be said than the standard message does. */
    readonly ask: Partial<By<Ask>>;
    readonly hint: By<Ask>;
    readonly sameCard: (last4: string) => string;
    readonly reading: string;
    readonly readingHint: string;
    readonly slot: string;
    readonly stripe: string;
    readonly noSwipe: string;
    readonly swipeToo: string;
    readonly attempt: (attempt: number) => string;
  };
  readonly choose: { readonly title: string; readonly question: string };
  readonly pin: {
    readonly purpose: By<ScreenOf<'pin'>['purpose']>;
    readonly triesLeft: (tries: number) => string;
    readonly bypass: string;
  };
  readonly asking: {
    readonly step: By<Step['step']>;
    readonly running: By<Step['step']>;
    readonly usual: (limitSeconds: number) => string;
    readonly noReply: string;
  };
  readonly held: {
    readonly title: string;
    readonly until: (date: string, days: number) => string;
    readonly partly: (asked: string) => string;
  };
  readonly done: {
    readonly title: By<ScreenOf<'done'>['what']>;
    readonly freed: (amount: string) => string;
    readonly queued: string;
  };
  readonly declined: {
    readonly head: string;
    readonly by: By<'card' | 'terminal'>;
    readonly host: By<AnswerFamily>;
    readonly money: By<TransactionKind>;
    /** Instead of these, when the bank finds no such hold. */
    readonly notFound: string;
    readonly code: (code: string) => string;
  };
  readonly notice: {
    readonly words: {
      readonly [T in Notice['type']]: (
        notice: Extract<Notice, { type: T }>,
        say: { readonly amount: string; readonly fault: string; readonly name: string },
      ) => NoticeWords;
    };
    readonly undone: By<Undone, (what: TransactionKind) => string>;
    readonly primary: By<ScreenOf<'notice'>['primary']>;
  };
  readonly holds: {
    readonly title: (count: number) => string;
    readonly soonestFirst: string;
    readonly empty: string;
    readonly nothingFound: string;
    readonly searchHint: string;
    readonly more: (count: number) => string;
  };
  readonly hold: {
    readonly until: (date: string) => string;
    readonly state: By<Exclude<ScreenOf<'hold'>['state'], 'held'>>;
    readonly owed: string;
    readonly complete: string;
    readonly upTo: (amount: string) => string;
    readonly add: string;
    readonly cancel: string;
    readonly undoCharge: string;
  };
  readonly complete: {
    readonly question: (name: string) => string;
    readonly atMost: (amount: string) => string;
    readonly goesBack: (amount: string) => string;
    readonly all: (amount: string) => string;
    readonly button: (amount: string) => string;
    readonly over: (amount: string) => string;
    readonly missing: string;
    readonly advice: By<'first' | 'again' | 'differs'>;
  };
  readonly cancel: {
    readonly question: By<ScreenOf<'cancel'>['what']>;
    readonly freed: By<ScreenOf<'cancel'>['what']>;
    readonly warning: By<ScreenOf<'cancel'>['what']>;
    readonly button: string;
    readonly holdOneSecond: string;
    readonly letGo: string;
    readonly letGoSupervisor: string;
  };
  readonly supervisor: {
    readonly title: By<Role>;
    readonly purpose: By<Action>;
    readonly wrong: string;
    readonly locked: (seconds: number) => string;
    readonly lockedOut: string;
    readonly lockedOutHint: string;
  };
  readonly why: {
    readonly howWeKnow: string;
    readonly money: By<ScreenOf<'why'>['money'], (code: string) => string>;
    readonly otherWays: (count: number) => string;
    readonly howToWipe: string;
    readonly wipe: string;
  };
  readonly wait: {
    readonly nextTry: (seconds: number) => string;
    readonly trying: string;
    readonly since: (time: string, tries: number) => string;
    readonly bulletin: (text: string) => string;
    readonly undo: By<ScreenOf<'wait-for-bank'>['undo'], (code: string) => string>;
    readonly another: (count: number) => string;
    readonly tryNow: string;
  };
  readonly call: {
    readonly title: string;
    readonly hotline: (bank: string) => string;
    readonly anyHotline: string;
    readonly sayTitle: string;
    readonly say: (amount: string, last4: string | undefined) => readonly Run[];
    readonly noteThese: string;
    readonly code: string;
    readonly codeHint: string;
    readonly expiry: string;
    readonly expiryHint: string;
    readonly agent: string;
    readonly agentHint: string;
    readonly enterCode: string;
    readonly go: string;
    readonly missingCode: string;
    readonly missingExpiry: string;
    readonly expiryWrong: string;
  };
  readonly type: {
    readonly title: string;
    readonly missing: (digits: number, expiry: boolean) => string;
    readonly complete: string;
    readonly becomes: By<ScreenOf<'type-number'>['becomes']>;
    readonly problem: By<NonNullable<ScreenOf<'type-number'>['problem']>>;
    readonly problemShort: By<NonNullable<ScreenOf<'type-number'>['problem']>>;
  };
  readonly check: {
    readonly title: string;
    readonly question: string;
    readonly match: string;
    readonly seen: string;
    readonly seenHint: string;
    readonly supervisor: string;
    readonly supervisorGave: (name: string, time: string) => string;
    readonly supervisorAsked: string;
    readonly go: string;
    readonly becomes: By<ScreenOf<'check'>['becomes']>;
    readonly missing: By<'match' | 'seen' | 'seenOrPhone' | 'phone' | 'supervisor'>;
  };
  readonly result: {
    readonly title: string;
    readonly ticket: (ticket: string) => string;
    readonly outcome: By<IncidentResult>;
    readonly outcomeShort: By<IncidentResult>;
    readonly cause: string;
    readonly causeWithCode: (cause: string, code: string) => string;
    readonly way: string;
    readonly took: string;
    readonly nothingLeft: string;
    readonly open: By<ScreenOf<'result'>['stillOpen'][number]>;
  };
  readonly cases: {
    readonly title: string;
    readonly newestFirst: string;
    readonly empty: string;
    readonly state: By<ScreenOf<'case'>['state']>;
  };
  readonly case: {
    readonly title: (name: string | undefined) => string;
    readonly line: By<IncidentLine['what']>;
    readonly end: By<NonNullable<IncidentLine['end']>>;
    readonly close: string;
    readonly closedWith: (what: string, how: string) => string;
    readonly howDidItEnd: string;
  };
  readonly caseFollow: CaseTexts;
  readonly bulletin: BulletinTexts;
  readonly fraud: FraudTexts;
  readonly life: LifeTexts;
  readonly reports: ReportsTexts;
  readonly restore: RestoreTexts;
  readonly link: LinkTexts;
  readonly settlement: SettlementTexts;
  readonly training: TrainingTexts;
  readonly keys: KeysTexts;
  readonly people: PeopleTexts;
  readonly settings: {
    readonly title: string;
    readonly menu: By<MenuId>;
    readonly themes: By<'light' | 'dark'>;
    readonly merchant: string;
    readonly terminal: string;
    readonly version: string;
    readonly bank: string;
    readonly signedIn: string;
    readonly signedOut: string;
  };
  readonly language: { readonly title: string };
  readonly report: {
    readonly title: string;
    readonly noCases: string;
    readonly held: string;
    readonly completed: string;
    readonly cancelled: string;
    readonly count: (count: number) => string;
    readonly endOfDay: string;
  };
  readonly endOfDay: {
    readonly title: string;
    readonly open: string;
    readonly expiresToday: (count: number) => string;
    readonly expiresSoon: (count: number) => string;
    readonly cases: (count: number, open: number) => string;
    readonly backup: (ago: string | undefined) => string;
    readonly owed: (count: number) => string;
    readonly settle: string;
    readonly goOn: string;
    readonly hint: string;
  };
  readonly dayClosed: {
    readonly title: string;
    readonly balanced: string;
    readonly notBalanced: string;
    readonly batch: string;
    readonly charged: string;
    readonly checkpoint: string;
    readonly backup: string;
    readonly backupDone: By<ScreenOf<'day-closed'>['backup']>;
    readonly withoutNumber: (count: number) => string;
  };
  readonly status: CareTexts['status'];
  readonly inspection: CareTexts['inspection'];
  readonly emergency: CareTexts['emergency'];
  readonly support: CareTexts['support'];
  readonly finding: By<Finding>;
  /** The same in a table. */
  readonly findingShort: By<Finding>;
  readonly cause: By<Cause>;
  readonly evidence: {
    readonly [T in Evidence['type']]: (evidence: Extract<Evidence, { type: T }>) => string;
  };
  readonly fault: By<FaultCode>;
};
