import type { Standing, TrainingNotice } from '#src/desk/view/training.ts';
import type { Notice } from '#src/desk/view.ts';
import type { ExerciseId } from '#src/training/exercises.ts';
import type { Mark, Well } from '#src/training/grade.ts';
import type { QuestionId } from '#src/training/questions.ts';
import type { NoticeWords } from '../texts.ts';

/** A question, its answers with the right one first, and why it is right. */
export type QuestionTexts = Readonly<
  Record<
    QuestionId,
    {
      readonly question: string;
      readonly answers: readonly [string, string, string];
      readonly because: string;
    }
  >
>;

/** Words of the training and of the assessment. */
export type TrainingTexts = {
  readonly title: string;
  readonly leave: string;
  readonly best: (points: number) => string;
  readonly assessment: string;
  readonly standing: (standing: Standing) => string;
  readonly page: (at: number, of: number) => string;
  readonly assessedPage: string;
  readonly goal: string;
  readonly last: string;
  readonly bestTry: string;
  readonly within: (seconds: number) => string;
  readonly tried: (seconds: number, taps: number) => string;
  readonly hint: string;
  readonly begin: string;
  readonly gettingReady: string;
  readonly exercise: Readonly<
    Record<
      ExerciseId,
      {
        readonly title: string;
        readonly story: (amount: string) => string;
        /** What would have been better. */
        readonly tip: string;
      }
    >
  >;
  readonly result: {
    readonly title: string;
    readonly solved: string;
    readonly notSolved: string;
    readonly left: string;
    readonly outOfTime: string;
    readonly points: (points: number) => string;
    readonly record: string;
    readonly mark: Readonly<Record<Mark, Readonly<Record<Well, string>>>>;
    readonly next: string;
  };
  readonly assess: {
    readonly title: string;
    readonly about: (questions: number, exercises: number, minutes: number) => string;
    readonly parts: Readonly<
      Record<'role' | 'questions' | 'exercises' | 'time' | 'pass' | 'valid' | 'standing', string>
    >;
    readonly minutes: (minutes: number) => string;
    readonly days: (days: number) => string;
    readonly begin: string;
    readonly question: (at: number, of: number) => string;
    readonly minutesLeft: (minutes: number) => string;
    readonly choose: string;
    readonly next: string;
    readonly last: string;
    readonly passed: string;
    readonly needed: (percent: number) => string;
    readonly failed: string;
    readonly score: string;
    readonly knew: string;
    readonly knewOf: (right: number, of: number) => string;
    readonly did: string;
    readonly until: string;
    readonly certificate: Readonly<Record<'printing' | 'printed' | 'failed', string>>;
    readonly review: (wrong: number) => string;
    readonly reviewShort: string;
    readonly result: string;
  };
  readonly questions: QuestionTexts;
  readonly notices: {
    readonly [T in TrainingNotice['type']]: (notice: Extract<Notice, { type: T }>) => NoticeWords;
  };
};
