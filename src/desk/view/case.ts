import type { Channel, ContactKind, Template } from '../../contact/events.ts';
import type { Lesson, Party, Phrase, SpokenOutcome, WaitedFor } from '../../incident/events.ts';
import type { IncidentLine } from '../../incident/incident.ts';
import type { IncidentState } from '../../incident/machine.ts';
import type { IncidentResult } from '../../journal/events.ts';
import type { Money } from '../../money.ts';
import type { Diagnosis, RemedyKind } from '../../recovery/evidence.ts';
import type { Named, PrintState } from './common.ts';
import type { Saving } from './report.ts';

export type CaseRow = Named & {
  readonly incidentId: string;
  readonly ticket: string;
  readonly atMs: number;
  readonly amount: Money;
  readonly cause: Diagnosis['cause'];
  readonly finding: Diagnosis['finding'];
  readonly state: IncidentState;
  readonly due?: Due;
  /** The customer wrote, and nobody has done anything since. */
  readonly answered?: true;
  readonly result?: IncidentResult;
};

/** What may be done with a case, as rows of a list. */
export type CaseStep =
  | 'customer'
  | 'note'
  | 'spoke'
  | 'wait'
  | 'cameBack'
  | 'report'
  | 'lesson'
  | 'openHold'
  | 'print'
  | 'reopen';

/** From when on a case that waits is overdue. */
export type Until = 'inAnHour' | 'thisEvening' | 'tomorrow' | 'inThreeDays' | 'inAWeek';

/** Ways to the customer, and what is kept of them. */
export type ContactStep = 'call' | Channel | 'newPhone' | 'newEmail' | 'export' | 'erase';

/** One row of a question about a case. The first word keeps apart what two questions share. */
export type CaseChoice =
  | `step:${CaseStep}`
  | `phrase:${Phrase}`
  | `who:${WaitedFor}`
  | `until:${Until}`
  | `party:${Party}`
  | `outcome:${SpokenOutcome}`
  | `lesson:${Lesson}`
  | `contact:${ContactStep}`
  | `template:${Template}`
  | `speech:${'zh-CN' | 'en'}`;

/** Which question the rows answer. */
export type CaseQuestion =
  | 'step'
  | 'phrase'
  | 'waitFor'
  | 'until'
  | 'spokeTo'
  | 'outcome'
  | 'party'
  | 'lesson'
  | 'customer'
  | 'template'
  | 'speech';

/** From when on a case is overdue, and by how many days of the calendar it is; negative is still to come. */
export type Due = { readonly atMs: number; readonly overdue: boolean; readonly days: number };

export type CaseScreen =
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
  | (Named & {
      readonly name: 'case-choice';
      readonly question: CaseQuestion;
      readonly choices: readonly CaseChoice[];
      /** What became of files that were asked for here. */
      readonly saving?: Saving;
    })
  /** Digits that belong to a note: a room, a ticket. */
  | (Named & {
      readonly name: 'case-figure';
      readonly phrase: Phrase;
      readonly digits: string;
    })
  /** Where the customer can be reached: the large button is the consent. */
  | (Named & {
      readonly name: 'case-contact';
      readonly kind: ContactKind;
      readonly typed: string;
      readonly canContinue: boolean;
    })
  /** The number that is dialled, and what to say. */
  | (Named & { readonly name: 'case-call'; readonly phone: string })
  /** What is kept, for how long and why. */
  | { readonly name: 'privacy'; readonly keepDays: number };

export type CaseAction =
  | { readonly type: 'openCase'; readonly incidentId: string }
  | { readonly type: 'close' }
  | { readonly type: 'closeWith'; readonly result: IncidentResult }
  | { readonly type: 'caseChoice'; readonly choice: CaseChoice }
  | { readonly type: 'caseSteps' };
