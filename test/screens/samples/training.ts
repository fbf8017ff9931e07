import type { Screen } from '#src/desk/view.ts';
import { cny } from '#src/money.ts';
import { type ExerciseId, exercises } from '#src/training/exercises.ts';
import { type QuestionId, questionIds } from '#src/training/questions.ts';

const day = (year: number, month: number, date: number): number => Date.UTC(year, month - 1, date);

const good = { way: 'good', money: 'good', case: 'good', time: 'good', harm: 'good' } as const;

const story = (exercise: ExerciseId, more: object = {}): Screen => ({
  name: 'training',
  exercise,
  cause: exercises.find(({ id }) => id === exercise)?.cause ?? 'unknown',
  at: 3,
  of: 7,
  amount: cny(50_000),
  goalSeconds: 90,
  last: { seconds: 62, taps: 8, points: 90 },
  best: { seconds: 41, taps: 5, points: 100 },
  assessed: false,
  ...more,
});

const question = (id: QuestionId, more: object = {}): Screen => ({
  name: 'question',
  question: id,
  at: 3,
  of: 12,
  order: [1, 0, 2],
  minutesLeft: 14,
  review: false,
  ...more,
});

/** Every question that is asked has to fit: the longest of them are found by drawing them all. */
const everyQuestion = Object.fromEntries(
  questionIds.map((id) => [`review-${id}`, question(id, { chosen: 2, review: true })]),
);

export const trainingSamples: Readonly<Record<string, Screen>> = {
  training: story('dirtyChip'),
  'training-list': {
    name: 'training-list',
    rows: exercises.map(({ id, cause }, index) => ({
      exercise: id,
      cause,
      ...(index < 3 ? { best: 100 - 10 * index } : {}),
    })),
    standing: { state: 'passed', days: 132 },
  },
  ...Object.fromEntries(
    exercises.map(({ id }) => [`training-${id}`, story(id, { assessed: true })]),
  ),
  'in-training': { name: 'in-training' },
  'training-result': {
    name: 'training-result',
    exercise: 'dirtyChip',
    grade: { points: 100, marks: good },
    solved: true,
    end: 'finished',
    seconds: 41,
    goalSeconds: 90,
    taps: 5,
    record: true,
    assessed: false,
  },
  'training-result-poor': {
    name: 'training-result',
    exercise: 'noCard',
    grade: {
      points: 0,
      marks: { way: 'half', money: 'missed', case: 'missed', time: 'missed', harm: 'missed' },
    },
    solved: false,
    end: 'finished',
    seconds: 162,
    goalSeconds: 90,
    taps: 25,
    record: false,
    assessed: true,
  },
  assessment: {
    name: 'assessment',
    role: 'supervisor',
    questions: 12,
    exercises: 2,
    minutes: 15,
    passPercent: 80,
    validDays: 180,
    standing: { state: 'passed', days: 12 },
  },
  question: question('keepCard', { chosen: 0 }),
  ...everyQuestion,
  'assessment-result': {
    name: 'assessment-result',
    passed: true,
    percent: 92,
    passPercent: 80,
    right: 11,
    questions: 12,
    exercisePoints: [100, 90],
    wrong: 1,
    validUntilMs: day(2027, 5, 22),
    print: 'failed',
  },
  'assessment-result-failed': {
    name: 'assessment-result',
    passed: false,
    percent: 54,
    passPercent: 80,
    right: 7,
    questions: 12,
    exercisePoints: [50, 0],
    wrong: 5,
  },
  'notice-real-card': {
    name: 'notice',
    notice: { type: 'realCardInTraining' },
    primary: 'ok',
    cardIn: true,
  },
  'notice-assessment-due': {
    name: 'notice',
    notice: { type: 'assessmentDue', standing: { state: 'passed', days: 12 } },
    primary: 'ok',
    cardIn: false,
  },
};
