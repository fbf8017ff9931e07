import type { Role } from '../people/permissions.ts';
import type { Played } from './contract.ts';
import type { ExerciseId } from './exercises.ts';
import type { Grade } from './grade.ts';
import type { QuestionId } from './questions.ts';

/** Results of the training: all that the real journal ever hears of it. */
export type TrainingEvent =
  | {
      readonly kind: 'training.started';
      readonly operator: string;
      readonly exercise: ExerciseId;
    }
  | ({
      readonly kind: 'training.ended';
      readonly operator: string;
      readonly exercise: ExerciseId;
      /** Part of an assessment. */
      readonly assessed: boolean;
    } & Pick<Played, 'end' | 'seconds' | 'taps'> &
      Grade)
  | {
      readonly kind: 'assessment.started';
      readonly operator: string;
      readonly role: Role;
      /** Hex: the same seed draws the same questions and exercises. */
      readonly seed: string;
    }
  | ({ readonly kind: 'assessment.passed'; readonly validUntilMs: number } & AssessmentResult)
  | ({ readonly kind: 'assessment.failed' } & AssessmentResult)
  | {
      readonly kind: 'assessment.givenUp';
      readonly operator: string;
      readonly role: Role;
    };

export type AssessmentResult = {
  readonly operator: string;
  readonly role: Role;
  readonly percent: number;
  readonly right: number;
  readonly questions: number;
  readonly wrong: readonly QuestionId[];
  readonly exercises: readonly { readonly exercise: ExerciseId; readonly points: number }[];
};

/** A slip that says who passed: the facts of the row, because paper outlives documents. */
export type Certificate = {
  readonly operator: string;
  readonly name: Readonly<Record<'zh-CN' | 'en', string>>;
  readonly role: Role;
  readonly percent: number;
  readonly atMs: number;
  readonly validUntilMs: number;
};
