import { createHash } from 'node:crypto';
import type { Role } from '../people/permissions.ts';
import { type Exercise, exercises } from './exercises.ts';
import { type QuestionId, questionsOf } from './questions.ts';

export type DrawnQuestion = { readonly question: QuestionId; readonly order: readonly number[] };
export type Drawn = {
  readonly questions: readonly DrawnQuestion[];
  readonly exercises: readonly Exercise[];
};

const answersEach = 3;

/** The same seed draws the same assessment: questions, the order of their answers, and exercises of the role. */
export function drawAssessment(
  seed: string,
  role: Role,
  count: { readonly questions: number; readonly exercises: number },
): Drawn {
  const questions = mixed(questionsOf(role), `${seed} questions`).slice(0, count.questions);
  const ofRole = exercises.filter(({ roles }) => roles.includes(role));
  return {
    questions: questions.map((question) => ({
      question,
      order: mixed([...Array(answersEach).keys()], `${seed} ${question}`),
    })),
    exercises: mixed(ofRole, `${seed} exercises`).slice(0, count.exercises),
  };
}

/** Each thing gets a number of the seed, and they stand in its order. */
function mixed<T>(things: readonly T[], seed: string): readonly T[] {
  const rank = (index: number) => createHash('sha256').update(`${seed} ${index}`).digest('hex');
  return things
    .map((thing, index) => ({ thing, rank: rank(index) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ thing }) => thing);
}

/** Of an assessment's hundred, what the questions are worth when there are exercises beside them. */
const questionShare = 0.6;

export function assessmentPercent(
  right: number,
  questions: number,
  exercisePoints: readonly number[],
): number {
  const known = (100 * right) / questions;
  if (exercisePoints.length === 0) return Math.floor(known);
  const done = exercisePoints.reduce((sum, points) => sum + points, 0) / exercisePoints.length;
  return Math.floor(known * questionShare + done * (1 - questionShare));
}
