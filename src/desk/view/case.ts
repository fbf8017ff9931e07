import type { Lesson, Party, Phrase, SpokenOutcome, WaitedFor } from '../../incident/events.ts';
import type { Named } from '../view.ts';

/** What may be done with a case, as rows of a list. */
export type CaseStep =
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

/** One row of a question about a case. The first word keeps apart what two questions share. */
export type CaseChoice =
  | `step:${CaseStep}`
  | `phrase:${Phrase}`
  | `who:${WaitedFor}`
  | `until:${Until}`
  | `party:${Party}`
  | `outcome:${SpokenOutcome}`
  | `lesson:${Lesson}`;

/** Which question the rows answer. */
export type CaseQuestion =
  | 'step'
  | 'phrase'
  | 'waitFor'
  | 'until'
  | 'spokeTo'
  | 'outcome'
  | 'party'
  | 'lesson';

/** From when on a case is overdue, and by how many days of the calendar it is; negative is still to come. */
export type Due = { readonly atMs: number; readonly overdue: boolean; readonly days: number };

export type CaseScreen =
  | (Named & {
      readonly name: 'case-choice';
      readonly question: CaseQuestion;
      readonly choices: readonly CaseChoice[];
    })
  /** Digits that belong to a note: a room, a ticket. */
  | (Named & {
      readonly name: 'case-figure';
      readonly phrase: Phrase;
      readonly digits: string;
    });

export type CaseAction =
  | { readonly type: 'caseChoice'; readonly choice: CaseChoice }
  | { readonly type: 'caseSteps' };
