import type { Original } from '../acquirer/contract.ts';
import type { EmvLines } from '../emv/contract.ts';
import type { CardOnFile, TransactionKind, TransactionRequest } from '../journal/events.ts';
import type { Money } from '../money.ts';
import type { KnownOfCard, NumberHow } from './number-events.ts';

/** Where a hold stands. The request on its way is one state a kind, because each may do other things next. */
export type HoldState =
  | 'none'
  | 'asked'
  | 'undoing'
  | 'held'
  | 'incrementing'
  | 'undoingIncrement'
  | 'completing'
  | 'undoingCompletion'
  | 'cancelling'
  | 'undoingCancellation'
  | 'completed'
  | 'voiceNoted'
  | 'voiceCharged'
  | 'freeing'
  | 'undoingFreeing'
  | 'voiding'
  | 'undoingVoid'
  | 'offlineNoted'
  | 'offlineRefused'
  | 'cancelled'
  | 'expired'
  | 'refused'
  | 'givenAway'
  | 'movedAway';

export const holdStates: readonly HoldState[] = [
  'none',
  'asked',
  'undoing',
  'held',
  'incrementing',
  'undoingIncrement',
  'completing',
  'undoingCompletion',
  'cancelling',
  'undoingCancellation',
  'completed',
  'voiceNoted',
  'voiceCharged',
  'freeing',
  'undoingFreeing',
  'voiding',
  'undoingVoid',
  'offlineNoted',
  'offlineRefused',
  'cancelled',
  'expired',
  'refused',
  'givenAway',
  'movedAway',
];

/** Holds that live: listed, counted, and their number kept. */
export const openStates: readonly HoldState[] = [
  'held',
  'incrementing',
  'undoingIncrement',
  'completing',
  'undoingCompletion',
  'cancelling',
  'undoingCancellation',
  'voiceNoted',
  'voiceCharged',
  'freeing',
  'undoingFreeing',
  'givenAway',
];

/** Holds whose last request the bank has not answered for good. */
export const unsettledStates: readonly HoldState[] = [
  'asked',
  'undoing',
  'incrementing',
  'undoingIncrement',
  'completing',
  'undoingCompletion',
  'cancelling',
  'undoingCancellation',
  'freeing',
  'undoingFreeing',
  'voiding',
  'undoingVoid',
];

export type HistoryEntry = {
  readonly atMs: number;
  readonly what: TransactionKind | Happening;
  readonly amount: Money;
  /** What the slip of this transaction says; absent on entries that print nothing. */
  readonly slip?: SlipOfTransaction;
};

/** What stands in a history and is no transaction of its own. */
export type Happening =
  | 'reversal'
  | 'expired'
  | 'registered'
  | 'numberGiven'
  | 'givenAway'
  | 'takenBack'
  | 'takenOver';

const happenings: readonly string[] = [
  'reversal',
  'expired',
  'registered',
  'numberGiven',
  'givenAway',
  'takenBack',
  'takenOver',
] satisfies Happening[];

export const isTransaction = (what: HistoryEntry['what']): what is TransactionKind =>
  !happenings.includes(what);

/** The lines of a slip that only the transaction itself knows. */
export type SlipOfTransaction = {
  readonly stan: number;
  readonly batch: number;
  readonly posEntryMode: string;
  readonly operator: string;
  readonly supervisor?: string;
  readonly rrn?: string;
  readonly authorisationCode?: string;
  readonly emv?: EmvLines;
  readonly signatureWanted: boolean;
};

/** A pre-authorisation from its request to its end: a projection of the journal. */
export type Hold = {
  readonly holdId: string;
  readonly state: HoldState;
  readonly note?: string;
  readonly how: 'chip' | 'stripe' | 'voice' | 'cardAbsent' | 'registered';
  /** Application label or brand, printed on slips. */
  readonly label: string;
  readonly openedAtMs: number;
  /** Held, cumulative; what a completion is measured against. */
  readonly amount: Money;
  readonly card?: CardOnFile;
  /** What is known of the card of a hold that was registered without its number. */
  readonly known?: KnownOfCard;
  /** The number was sealed once and cannot be opened here. */
  readonly numberLost?: true;
  /** The number was given later: how, when, by whom, and who agreed. */
  readonly number?: {
    readonly how: NumberHow;
    readonly atMs: number;
    readonly operator: string;
    readonly agreedBy?: string;
    readonly consent?: 'lastFourReadBack';
  };
  /** What F37, F38 and F61 of a later message say of the pre-auth. */
  readonly original?: Original;
  readonly validUntilMs?: number;
  /** The desk was told so many days before the end. */
  readonly expiryTold?: number;
  readonly completion?: {
    readonly amount: Money;
    readonly original: Original;
    readonly atMs: number;
    readonly advice: boolean;
  };
  /** The request that is on its way or being undone. */
  readonly pending?: TransactionRequest;
  readonly history: readonly HistoryEntry[];
  readonly shredded: boolean;
};
