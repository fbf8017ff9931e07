import type { Original, ReversalReason } from '../acquirer/contract.ts';
import type { BulletinEvent } from '../bulletin/events.ts';
import type { CareEvent } from '../care/events.ts';
import type { Situation } from '../care/plan.ts';
import type { ContactEvent } from '../contact/events.ts';
import type { DownloadEvent } from '../downloads/events.ts';
import type { EmvLines } from '../emv/contract.ts';
import type { FraudEvent } from '../fraud/events.ts';
import type { HandoverEvent } from '../handover/events.ts';
import type { FollowUpEvent } from '../incident/events.ts';
import type { KeysEvent } from '../keys/events.ts';
import type { Money } from '../money.ts';
import type { PeopleEvent } from '../people/events.ts';
import type { NumberEvent } from '../preauth/number-events.ts';
import type { WaysEvent } from '../recovery/events.ts';
import type { Diagnosis, Evidence, RemedyKind } from '../recovery/evidence.ts';
import type { RestoreEvent } from '../restore/events.ts';
import type { ScriptReportEvent } from '../script-report/events.ts';
import type { DayReport, KeepingEvent, SettlementEvent } from '../settlement/events.ts';
import type { Certificate, TrainingEvent } from '../training/events.ts';

/** The transactions of a hold's life, in the words of the message table. */
export type TransactionKind =
  | 'preauth'
  | 'increment'
  | 'cancellation'
  | 'completion'
  | 'completionAdvice'
  | 'completionVoid'
  | 'offlineAdvice';

/** The card of a hold as it may stand on disk: masked, with the token of the sealed number. */
export type CardOnFile = {
  /** Names the sealed number in the vault. */
  readonly token: string;
  /** Keyed hash: the same card has the same value. */
  readonly lookup: string;
  /** First six, stars, last four. */
  readonly maskedPan: string;
  readonly last4: string;
  /** YYMM. */
  readonly expiry?: string;
  readonly panSequenceNumber?: number;
};

/** One request to the bank, as it is journalled before its first byte leaves. */
export type TransactionRequest = {
  readonly kind: TransactionKind;
  readonly stan: number;
  readonly batch: number;
  readonly amount: Money;
  /** MMDD and HHMMSS, local. */
  readonly localDate: string;
  readonly localTime: string;
  readonly posEntryMode: string;
  readonly card: CardOnFile;
  readonly original?: Original;
  /** Given by phone: an offline advice carries it instead of getting one. */
  readonly authorisationCode?: string;
  readonly operator: string;
  readonly supervisor?: string;
};

type Of = { readonly holdId: string; readonly stan: number };

/** Messages that belong to no hold. */
export type ManagementMessage =
  | 'signIn'
  | 'signOff'
  | 'echo'
  | 'settlement'
  | 'upload'
  | 'download';

/** Everything that is ever journalled. The kind's first word names the machine that owns it. */
export type DomainEvent =
  | { readonly kind: 'terminal.started'; readonly version: string; readonly cleanStop: boolean }
  | { readonly kind: 'terminal.stopped' }
  /** A disk that took no row takes them again. */
  | { readonly kind: 'terminal.diskBack' }
  | {
      readonly kind: 'terminal.settingChanged';
      readonly name: 'language' | 'theme';
      readonly value: string;
    }
  | PeopleEvent
  /** A STAN was taken for a message that belongs to no hold (sign-in, echo, settlement). */
  | {
      readonly kind: 'bank.requested';
      readonly what: ManagementMessage;
      readonly stan: number;
      readonly batch: number;
    }
  | {
      readonly kind: 'bank.answered';
      readonly what: ManagementMessage;
      readonly stan: number;
      readonly responseCode: string;
      readonly batch?: number;
      readonly balanced?: boolean;
      /** By how much the bank's clock is ahead of ours. */
      readonly clockOffsetSeconds?: number;
    }
  | CareEvent
  | WaysEvent
  | FollowUpEvent
  | ContactEvent
  | SettlementEvent
  | DownloadEvent
  | BulletinEvent
  | FraudEvent
  | KeepingEvent
  | ScriptReportEvent
  | NumberEvent
  | RestoreEvent
  | HandoverEvent
  | TrainingEvent
  | KeysEvent
  | {
      readonly kind: 'hold.opened';
      readonly holdId: string;
      readonly note?: string;
      readonly label: string;
      /** `cardAbsent`: typed, because the customer was not here (F25 18). */
      readonly how: 'chip' | 'stripe' | 'voice' | 'cardAbsent';
      /** Why the stripe of a chip card was taken. */
      readonly fallbackReason?: string;
    }
  | {
      readonly kind: 'transaction.requested';
      readonly holdId: string;
      readonly request: TransactionRequest;
    }
  | (Of & {
      readonly kind: 'transaction.approved';
      readonly responseCode: string;
      readonly rrn?: string;
      readonly authorisationCode?: string;
      /** Approved amount; smaller than asked on a partial approval, cumulative after an increment. */
      readonly amount: Money;
      readonly emv?: EmvLines;
      readonly signatureWanted?: boolean;
      /** When the hold's validity ends, ms; set by a pre-auth. */
      readonly validUntilMs?: number;
    })
  | (Of & {
      readonly kind: 'transaction.declined';
      readonly responseCode: string;
      readonly by: 'host' | 'card';
    })
  /** Nothing left the terminal: nothing is owed. */
  | (Of & { readonly kind: 'transaction.notSent'; readonly fault: string })
  /** The outcome is not known, or must be undone: the reversal is owed from this row on. */
  | (Of & {
      readonly kind: 'reversal.owed';
      readonly reason: ReversalReason;
      readonly why: string;
      readonly chipData?: string;
    })
  | (Of & { readonly kind: 'reversal.attempted'; readonly attempt: number })
  /** The try never left the terminal: it does not count. */
  | (Of & { readonly kind: 'reversal.notSent'; readonly attempts: number })
  | (Of & { readonly kind: 'reversal.settled'; readonly responseCode: string })
  /** Tries are used up: shown to the supervisor and kept. */
  | (Of & { readonly kind: 'reversal.suspended'; readonly attempts: number })
  | (Of & { readonly kind: 'advice.attempted'; readonly attempt: number })
  /** The try never left the terminal: it does not count. */
  | (Of & { readonly kind: 'advice.notSent'; readonly attempts: number })
  | (Of & { readonly kind: 'advice.settled'; readonly responseCode: string })
  /** Tries are used up: shown to the supervisor, kept, and still tried at leisure. */
  | (Of & { readonly kind: 'advice.suspended'; readonly attempts: number })
  /** The bank took the advice and said no: nothing was charged, and a case says so. */
  | (Of & { readonly kind: 'advice.refused'; readonly responseCode: string })
  | { readonly kind: 'hold.expired'; readonly holdId: string }
  /** The desk was told that the hold ends in so many days, or fewer: said once for each number. */
  | { readonly kind: 'hold.expiryTold'; readonly holdId: string; readonly daysBefore: number }
  /** The number was destroyed with the end of the hold. */
  | { readonly kind: 'hold.shredded'; readonly holdId: string; readonly token: string }
  | {
      readonly kind: 'slip.queued';
      readonly slipId: string;
      readonly holdId?: string;
      readonly incidentId?: string;
      readonly copy: 'customer' | 'merchant' | 'incident' | 'day' | 'certificate' | 'plan';
      readonly of:
        | TransactionKind
        | WaySlipKind
        | 'incident'
        | 'report'
        | 'endOfDay'
        | 'certificate'
        | 'emergencyPlan';
      readonly situation?: Situation;
      readonly stan?: number;
      /** What a report or an end of day says. */
      readonly day?: DayReport;
      readonly certificate?: Certificate;
    }
  | { readonly kind: 'slip.printed'; readonly slipId: string }
  | { readonly kind: 'slip.failed'; readonly slipId: string; readonly fault: string }
  | {
      readonly kind: 'incident.opened';
      readonly incidentId: string;
      readonly amount: Money;
      readonly note?: string;
      readonly operator: string;
      readonly diagnosis: Diagnosis;
    }
  | {
      readonly kind: 'incident.evidence';
      readonly incidentId: string;
      readonly evidence: Evidence;
      readonly diagnosis: Diagnosis;
    }
  | {
      readonly kind: 'incident.remedyStarted';
      readonly incidentId: string;
      readonly remedy: RemedyKind;
    }
  | {
      readonly kind: 'incident.remedyEnded';
      readonly incidentId: string;
      readonly remedy: RemedyKind;
      readonly end: 'done' | 'failed' | 'givenUp';
      readonly detail?: string;
    }
  | {
      readonly kind: 'incident.call';
      readonly incidentId: string;
      readonly bank: string;
      readonly hotline: string;
      readonly agent?: string;
      readonly authorisationCode?: string;
    }
  | {
      readonly kind: 'incident.note';
      readonly incidentId: string;
      readonly operator: string;
      readonly text: string;
    }
  | { readonly kind: 'incident.linked'; readonly incidentId: string; readonly holdId: string }
  | {
      readonly kind: 'incident.resolved';
      readonly incidentId: string;
      readonly result: IncidentResult;
    }
  | {
      readonly kind: 'incident.closed';
      readonly incidentId: string;
      readonly result: IncidentResult;
      readonly operator: string;
    };

/** Slips of a case: a receipt for a deposit, a form to note a hold on, a sentence for the customer. */
export type WaySlipKind = 'deposit' | 'emergency' | 'refusal';

export type IncidentResult =
  | 'held'
  | 'heldOtherCard'
  | 'offlineSale'
  | 'depositTaken'
  | 'onPaper'
  | 'refusedPolitely'
  | 'cardKept'
  | 'noHold'
  | 'customerLeft'
  | 'other';

export type EventKind = DomainEvent['kind'];
export type EventOf<K extends EventKind> = Extract<DomainEvent, { kind: K }>;
