import type { Money } from '../../money.ts';
import type { Cause, Diagnosis, RemedyKind } from '../../recovery/evidence.ts';
import type { Language, Named } from './common.ts';

/** Pages that say what to do, one thing a page, and ask for one answer. */
export type GuidePage =
  | 'cleanChip'
  | 'cleanStripe'
  | 'cleanTest'
  | 'cleanProved'
  | 'cleanFailed'
  | 'hotline'
  | 'parametersDone'
  | 'parametersFailed'
  | 'lineCable'
  | 'lineReception'
  | 'lineWireless'
  | 'partsCable'
  | 'hostSwitched'
  | 'hostFailed'
  | 'software'
  | 'softwareAsked'
  | 'compare'
  | 'cash'
  | 'paper'
  | 'keepCard'
  | 'refuse';

export type GuideAnswer =
  | 'outage'
  | 'noOutage'
  | 'cardProblem'
  | 'notReached'
  | 'heldBefore'
  | 'notHeld'
  | 'cash'
  | 'transfer'
  | 'written'
  | 'cardKept'
  | 'cardReturned';

/** A part of the settings as the check found it; `becomes` is what a repair makes of it. */
export type SettingsRow = {
  readonly item:
    | 'signIn'
    | 'merchantData'
    | 'cardTables'
    | 'caKeys'
    | 'banks'
    | 'clock'
    | 'parameters';
  readonly well: boolean;
  /** As it is and as it becomes, in figures that need no translation. */
  readonly is: string;
  readonly becomes?: string;
  /** Who may repair it: anybody, the technician with the PIN, the bank, or a technician in the system itself. */
  readonly who: 'anybody' | 'technician' | 'outside' | 'elsewhere';
};

export type WaysScreen =
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
      readonly name: 'guide';
      readonly page: GuidePage;
      readonly amount: Money;
      /** `2` of `3`, on ways of several pages. */
      readonly step?: { readonly at: number; readonly of: number };
      /** Rows to choose from; without them the large button goes on. */
      readonly answers: readonly GuideAnswer[];
      readonly printable: boolean;
      readonly cause: Cause;
      readonly ticket?: string;
      readonly bank?: Readonly<Record<Language, string>>;
      readonly hotline?: string;
      /** A version, an address, a code of the bank: figures that need no translation. */
      readonly figure?: string;
      readonly dueAtMs?: number;
      readonly cardIn: boolean;
    })
  | (Named & {
      readonly name: 'settings-check';
      readonly rows: readonly SettingsRow[];
      readonly working: boolean;
    });

export type WaysAction =
  | { readonly type: 'way'; readonly remedy: RemedyKind }
  | { readonly type: 'answer'; readonly answer: GuideAnswer }
  | { readonly type: 'repair'; readonly item: SettingsRow['item'] }
  /** The next page of a list that is longer than the screen. */
  | { readonly type: 'page' };
