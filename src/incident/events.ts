import type { TransactionKind, WaySlipKind } from '../journal/events.ts';

/** Whom a case may wait for. */
export const waitedFor = ['customer', 'issuer', 'technician', 'bank'] as const;
export type WaitedFor = (typeof waitedFor)[number];

/** To whom a case may be reported. */
export const parties = ['bank', 'headOffice', 'vendor'] as const;
export type Party = (typeof parties)[number];

/** What a cashier notes most often; `…Figure` ones may carry digits, such as a room or a ticket of the bank. */
export const phrases = [
  'guestComesBack',
  'guestBringsOtherCard',
  'guestSaysNumberByPhone',
  'guestRefuses',
  'bankSaysWait',
  'bankTicketFigure',
  'technicianComes',
  'technicianTicketFigure',
  'roomCheckedFigure',
  'slipKept',
] as const;
export type Phrase = (typeof phrases)[number];

/** What came of talking to somebody. */
export const spokenOutcomes = [
  'agreed',
  'willCome',
  'callsBack',
  'noAnswer',
  'wrongNumber',
  'refused',
] as const;
export type SpokenOutcome = (typeof spokenOutcomes)[number];

/** What this case teaches, shown the next time the same finding appears. */
export const lessons = [
  'cleanFirst',
  'otherCardFirst',
  'callBankEarly',
  'checkLineFirst',
  'checkSettingsFirst',
  'readNumberTwice',
  'askForPhoneEarly',
  'spareDeviceFirst',
] as const;
export type Lesson = (typeof lessons)[number];

/** Why a case that was finished is open again: the hold came back, or somebody opened it by hand. */
export type ReopenReason =
  | 'adviceRefused'
  | 'reversalSuspended'
  | 'numberLost'
  | 'failedAgain'
  | 'byHand';

type Of = { readonly incidentId: string; readonly operator: string };

/** The follow-up of a case, from its waiting to its reports. */
export type FollowUpEvent =
  /** Until when, ms since the epoch: the reminder begins then. */
  | (Of & {
      readonly kind: 'incident.waiting';
      readonly waitsFor: WaitedFor;
      readonly dueAtMs: number;
    })
  | (Of & { readonly kind: 'incident.cameBack' })
  | (Of & {
      readonly kind: 'incident.phrase';
      readonly phrase: Phrase;
      /** Digits only. */
      readonly figure?: string;
    })
  | (Of & {
      readonly kind: 'incident.spoken';
      readonly who: WaitedFor;
      readonly how: 'phone' | 'here';
      readonly outcome: SpokenOutcome;
    })
  | (Of & { readonly kind: 'incident.reported'; readonly party: Party })
  | (Of & { readonly kind: 'incident.lesson'; readonly lesson: Lesson })
  | (Of & { readonly kind: 'incident.reopened'; readonly why: ReopenReason });

/** A slip of a case, as its timeline names it. */
export type CaseDocument = TransactionKind | WaySlipKind | 'incident' | 'report' | 'endOfDay';
