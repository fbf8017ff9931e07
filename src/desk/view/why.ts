import type { Lesson } from '../../incident/events.ts';
import type { Money } from '../../money.ts';
import type { Diagnosis, QuestionKind } from '../../recovery/evidence.ts';
import type { Named } from './common.ts';

/** Screens on which the cause of a missing number is settled. */
export type WhyScreen =
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
  /** One question with yes and no, and what it would tell apart. */
  | (Named & {
      readonly name: 'why-question';
      readonly amount: Money;
      readonly diagnosis: Diagnosis;
      readonly question: QuestionKind;
    })
  /** The merchant's test card in the slot or at the head: nothing is held on it. */
  | {
      readonly name: 'test-card';
      readonly by: 'chip' | 'stripe';
      readonly reading: boolean;
      readonly secondsSoFar: number;
    };

export type WhyAction =
  /** The question or test that would settle it. */
  | { readonly type: 'settle' }
  | { readonly type: 'said'; readonly answer: 'yes' | 'no' }
  /** Nobody gives a card. */
  | { readonly type: 'noCard' };
