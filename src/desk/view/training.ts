import type { Money } from '../../money.ts';
import type { Role } from '../../people/permissions.ts';
import type { Cause } from '../../recovery/evidence.ts';
import type { ExerciseId } from '../../training/exercises.ts';
import type { Grade } from '../../training/grade.ts';
import type { QuestionId } from '../../training/questions.ts';
import type { PrintState } from './common.ts';

/** A try of an exercise, as it is remembered. */
export type Try = { readonly seconds: number; readonly taps: number; readonly points: number };

/** How somebody stands with the assessment. `days`: until it has to be taken again, negative when that is past. */
export type Standing =
  | { readonly state: 'never' | 'failed' }
  | { readonly state: 'passed'; readonly days: number };

export type TrainingScreen =
  /** 培训: the exercises, a cause each, and the assessment. */
  | {
      readonly name: 'training-list';
      readonly rows: readonly {
        readonly exercise: ExerciseId;
        readonly cause: Cause;
        readonly best?: number;
      }[];
      readonly standing: Standing;
    }
  /** One exercise before it begins: its story and its goal. */
  | {
      readonly name: 'training';
      readonly exercise: ExerciseId;
      readonly cause: Cause;
      readonly at: number;
      readonly of: number;
      readonly amount: Money;
      readonly goalSeconds: number;
      readonly last?: Try;
      readonly best?: Try;
      /** Part of an assessment: no way back but to give it up. */
      readonly assessed: boolean;
    }
  /** The window through which the exercise's own terminal is seen; drawn only until that one shows something. */
  | { readonly name: 'in-training' }
  | {
      readonly name: 'training-result';
      readonly exercise: ExerciseId;
      readonly grade: Grade;
      readonly solved: boolean;
      readonly end: 'finished' | 'left' | 'outOfTime';
      readonly seconds: number;
      readonly goalSeconds: number;
      readonly taps: number;
      /** Better than ever before. */
      readonly record: boolean;
      readonly assessed: boolean;
    }
  /** 考核, before it begins. */
  | {
      readonly name: 'assessment';
      readonly role: Role;
      readonly questions: number;
      readonly exercises: number;
      readonly minutes: number;
      readonly passPercent: number;
      readonly validDays: number;
      readonly standing: Standing;
    }
  | {
      readonly name: 'question';
      readonly question: QuestionId;
      readonly at: number;
      readonly of: number;
      /** 0 is the right answer in the table of words, 1 and 2 are wrong: in the order in which they stand here. */
      readonly order: readonly number[];
      readonly chosen?: number;
      readonly minutesLeft: number;
      /** Afterwards: which was right, and why. */
      readonly review: boolean;
    }
  | {
      readonly name: 'assessment-result';
      readonly passed: boolean;
      readonly percent: number;
      readonly passPercent: number;
      readonly right: number;
      readonly questions: number;
      readonly exercisePoints: readonly number[];
      readonly wrong: number;
      readonly validUntilMs?: number;
      readonly print?: PrintState;
    };

export type TrainingNotice =
  /** A card of a guest came while somebody was training: it is not read. */
  | { readonly type: 'realCardInTraining' }
  /** The assessment of the person on duty has to be taken again, or for the first time. */
  | { readonly type: 'assessmentDue'; readonly standing: Standing };

export type TrainingAction =
  | { readonly type: 'exercise'; readonly exercise: ExerciseId }
  | { readonly type: 'assessment' }
  | { readonly type: 'option'; readonly index: number }
  | { readonly type: 'review' }
  /** Touched on the band of an exercise: back to the real terminal at once. */
  | { readonly type: 'leaveTraining' };
