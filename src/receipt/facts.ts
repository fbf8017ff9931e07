import type { Contact } from '../care/contacts.ts';
import type { PlanSteps, Situation } from '../care/plan.ts';
import type { EmvLines } from '../emv/contract.ts';
import type { IncidentLine } from '../incident/incident.ts';
import type { IncidentState } from '../incident/machine.ts';
import type { IncidentResult, TransactionKind, WaySlipKind } from '../journal/events.ts';
import type { Money } from '../money.ts';
import type { Role } from '../people/permissions.ts';
import type { Cause } from '../recovery/evidence.ts';
import type { WeekSummary } from '../report/week.ts';
import type { DayTotals, Total } from '../settlement/batch.ts';
import type { ClosedBatch, DayReport, DifferingBatch } from '../settlement/events.ts';

export type SlipLanguage = 'zh-CN' | 'en';

type BothLanguages = Readonly<Record<SlipLanguage, string>>;

/** A moment as it is printed: local to the shop, `2026-11-23` and `08:15:30`. */
export type SlipMoment = { readonly date: string; readonly time: string };

/** Head and foot of every slip. */
export type SlipHead = {
  readonly merchantName: BothLanguages;
  readonly merchantId: string;
  readonly terminalId: string;
  readonly desk?: string;
  /** Printed on every slip of the simulator. */
  readonly simulated: boolean;
  /** Of an exercise: no receipt, whatever it says. */
  readonly training: boolean;
  /** Printed again: says so, because a second slip is no second transaction. */
  readonly reprint: boolean;
};

/** The card as it may stand on paper. The expiry date is never printed. */
export type SlipCard = {
  /** First six, stars, last four. */
  readonly maskedPan: string;
  /** Application label of the chip, or the brand. */
  readonly label?: string;
  /** Field 22: `051`. */
  readonly posEntryMode: string;
  /** A pre-authorisation on a typed number: the customer was not here. */
  readonly absent?: boolean;
  readonly panSequenceNumber?: number;
};

/** The pre-authorisation that a later transaction refers to. */
type SlipOriginal = {
  readonly batch: number;
  readonly stan: number;
  /** MMDD. */
  readonly date: string;
  readonly authorisationCode?: string;
  readonly amount?: Money;
};

/** A transaction that the bank has approved, or that was noted with a code given by phone. */
export type TransactionSlip = SlipHead & {
  readonly of: TransactionKind;
  readonly copy: 'customer' | 'merchant';
  readonly holdId: string;
  /** Text of the QR code on the merchant copy. */
  readonly code: string;
  readonly card: SlipCard;
  readonly amount: Money;
  readonly at: SlipMoment;
  readonly operator: string;
  readonly supervisor?: string;
  readonly batch: number;
  readonly stan: number;
  readonly rrn?: string;
  readonly authorisationCode?: string;
  readonly original?: SlipOriginal;
  /** Local date on which the hold ends by itself, and the days until then. */
  readonly heldUntil?: { readonly date: string; readonly days: number };
  readonly emv?: EmvLines;
  readonly signatureWanted: boolean;
  /** The merchant's note: room, table. On the merchant copy only. */
  readonly note?: string;
};

/** Says that a request was undone and nothing is held or charged by it. */
export type ReversalSlip = SlipHead & {
  readonly of: 'reversal';
  readonly copy: 'customer' | 'merchant';
  readonly reversed: TransactionKind;
  readonly holdId: string;
  readonly card: SlipCard;
  readonly amount: Money;
  readonly at: SlipMoment;
  readonly operator: string;
  readonly batch: number;
  readonly stan: number;
  /** Has the bank confirmed it? */
  readonly settled: boolean;
};

/** One line of a case's history. */
export type IncidentStep = Omit<IncidentLine, 'atMs' | 'finding' | 'dueAtMs'> & {
  readonly at: SlipMoment;
  /** The end of a wait. */
  readonly until?: SlipMoment;
};

/** The record of a case for the parties concerned. */
export type IncidentSlip = SlipHead & {
  readonly of: 'incident';
  readonly ticket: string;
  readonly at: SlipMoment;
  readonly amount: Money;
  readonly operator: string;
  readonly note?: string;
  readonly cause: Cause;
  /** Code for the hotline, `D2`. */
  readonly code: string;
  readonly state: IncidentState;
  readonly result?: IncidentResult;
  readonly steps: readonly IncidentStep[];
};

/** Paper of a case that ended without a hold: a receipt, a form to fill in, a sentence to take along. */
export type WaySlip = SlipHead & {
  readonly of: WaySlipKind;
  readonly copy: 'customer' | 'merchant';
  readonly incidentId: string;
  readonly ticket: string;
  readonly at: SlipMoment;
  readonly amount: Money;
  readonly operator: string;
  readonly note?: string;
  readonly sentence: BothLanguages;
  readonly deposit?: {
    readonly how: 'cash' | 'transfer';
    readonly receivedBy: string;
    readonly supervisor: string;
  };
};

/** A report, or the end of a day. */
export type DaySlip = SlipHead &
  DayTotals & {
    readonly of: 'report' | 'endOfDay';
    readonly at: SlipMoment;
    readonly operator: string;
    readonly open: Total;
    /** Soonest first; `until` is a local date. */
    readonly openHolds: readonly {
      readonly note?: string;
      readonly last4?: string;
      readonly amount: Money;
      readonly until?: string;
      readonly daysLeft: number;
    }[];
    readonly expired?: { readonly count: number; readonly holds: DaySlip['openHolds'] };
    readonly withoutNumber?: number;
    readonly cases: DayReport['cases'];
    readonly byCause: readonly { readonly cause: Cause; readonly count: number }[];
    readonly week?: WeekSummary;
    readonly backupAt?: SlipMoment;
    readonly careWaiting?: number;
    readonly batches: readonly ClosedBatch[];
    readonly differing?: readonly DifferingBatch[];
    readonly checkpoint?: string;
  };

/** 考核证书: who passed the assessment of which role, and until when that holds. */
export type CertificateSlip = SlipHead & {
  readonly of: 'certificate';
  readonly operator: string;
  readonly name: BothLanguages;
  readonly role: Role;
  readonly percent: number;
  readonly at: SlipMoment;
  /** Local date. */
  readonly validUntil: string;
};

/** A page of the emergency plan, with the shop's telephone numbers. */
export type PlanSlip = SlipHead & {
  readonly of: 'emergencyPlan';
  readonly situation: Situation;
  readonly steps: PlanSteps;
  readonly contacts: readonly Contact[];
};

/** What a slip says; how it says it is the layout's business. */
export type SlipFacts =
  | PlanSlip
  | TransactionSlip
  | ReversalSlip
  | IncidentSlip
  | WaySlip
  | DaySlip
  | CertificateSlip;
