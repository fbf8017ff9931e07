import type { Try } from '../desk/view/training.ts';
import type { DocumentReader, Documents } from '../journal/documents.ts';
import type { EventOf } from '../journal/events.ts';
import type { JournalRow } from '../journal/port.ts';
import type { Role } from '../people/permissions.ts';
import type { AssessmentResult } from './events.ts';
import type { ExerciseId } from './exercises.ts';

/** What is remembered of one person's tries at one exercise. */
export type ExerciseRecord = {
  readonly operator: string;
  readonly exercise: ExerciseId;
  readonly tries: number;
  readonly lastAtMs: number;
  readonly last: Try;
  readonly best: Try;
};

/** The newest assessment of a person. */
export type AssessmentRecord = AssessmentResult & {
  readonly passed: boolean;
  readonly atMs: number;
  /** Of the newest one that was passed. */
  readonly validUntilMs?: number;
};

const exerciseState = 'exercise';
const assessmentState = 'assessment';

const exerciseKey = (operator: string, exercise: string): string =>
  `exercise-${operator}-${exercise}`;
const assessmentKey = (operator: string): string => `assessment-${operator}`;

/** Results by person: the last try and the best one, the newest assessment and how long it is good for. */
export function projectTraining(documents: Documents, { event, wallMs }: JournalRow): void {
  if (event.kind === 'training.ended') putTry(documents, event, wallMs);
  if (event.kind === 'assessment.passed' || event.kind === 'assessment.failed')
    putAssessment(documents, event, wallMs);
}

function putTry(documents: Documents, event: EventOf<'training.ended'>, atMs: number): void {
  const { operator, exercise, points, seconds, taps } = event;
  const before = exerciseRecord(documents, operator, exercise);
  const last: Try = { points, seconds, taps };
  const record: ExerciseRecord = {
    operator,
    exercise,
    tries: (before?.tries ?? 0) + 1,
    lastAtMs: atMs,
    last,
    best: before === undefined || isBetter(last, before.best) ? last : before.best,
  };
  const id = exerciseKey(operator, exercise);
  documents.put('counter', { id, state: exerciseState, sort: atMs, keys: [], body: record });
}

export const isBetter = (one: Try, other: Try): boolean =>
  one.points > other.points || (one.points === other.points && one.seconds < other.seconds);

function putAssessment(
  documents: Documents,
  { kind, ...result }: EventOf<'assessment.passed' | 'assessment.failed'>,
  atMs: number,
): void {
  const before = assessmentRecord(documents, result.operator);
  const sameRole = before?.role === result.role;
  // A pass of another role is none for this one; a failed refresher leaves the old pass until it ends.
  const kept =
    sameRole && before.validUntilMs !== undefined ? { validUntilMs: before.validUntilMs } : {};
  const record: AssessmentRecord = {
    ...kept,
    ...result,
    passed: kind === 'assessment.passed',
    atMs,
  };
  const id = assessmentKey(result.operator);
  documents.put('counter', { id, state: assessmentState, sort: atMs, keys: [], body: record });
}

type Reads = Pick<DocumentReader, 'get'>;

export const exerciseRecord = (
  documents: Reads,
  operator: string,
  exercise: ExerciseId,
): ExerciseRecord | undefined =>
  documents.get('counter', exerciseKey(operator, exercise))?.body as ExerciseRecord | undefined;

export const assessmentRecord = (
  documents: Reads,
  operator: string,
): AssessmentRecord | undefined =>
  documents.get('counter', assessmentKey(operator))?.body as AssessmentRecord | undefined;

/** Has this person a pass of this role that still holds? */
export function holdsPass(
  documents: Reads,
  { id, role }: { readonly id: string; readonly role: Role },
  nowMs: number,
): boolean {
  const record = assessmentRecord(documents, id);
  return record?.role === role && (record.validUntilMs ?? 0) > nowMs;
}

/** Everything that a report says of training, newest first. */
export type TrainingSummary = {
  readonly assessments: readonly AssessmentRecord[];
  readonly exercises: readonly ExerciseRecord[];
};

/** Training since a moment, from the documents alone: for the weekly report. */
export function trainingSummary(documents: DocumentReader, sinceMs = 0): TrainingSummary {
  const newest = <T>(state: string) =>
    documents
      .list('counter', [state])
      .filter(({ sort }) => sort >= sinceMs)
      .map(({ body }) => body as T)
      .reverse();
  return {
    assessments: newest<AssessmentRecord>(assessmentState),
    exercises: newest<ExerciseRecord>(exerciseState),
  };
}
