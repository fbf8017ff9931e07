import { toHex } from '../bytes.ts';
import type { Role } from '../people/permissions.ts';
import { assessmentPercent, type DrawnQuestion, drawAssessment } from '../training/draw.ts';
import type { AssessmentResult, Certificate } from '../training/events.ts';
import type { Exercise } from '../training/exercises.ts';
import type { Grade } from '../training/grade.ts';
import { assessmentRecord } from '../training/records.ts';
import { actionOf, leaves } from './amount.ts';
import { append, type Facts, type Flow, facts, random, show, uuid, wait } from './flow.ts';
import { dutyOf } from './queries.ts';
import { localTime } from './time.ts';
import type { Standing } from './view/training.ts';
import type { PrintState, ScreenOf } from './view.ts';

const dayMs = 86_400_000;

/** One exercise from its story to its result; undefined when it was not begun. */
export type Practise = (exercise: Exercise, assessed: boolean) => Flow<Grade | undefined>;

const roleOf = (now: Facts): Role => dutyOf(now).person?.role ?? 'cashier';

/** How the person on duty stands with the assessment of the own role. */
export function standingOf(now: Facts): Standing {
  const record = assessmentRecord(now.documents, now.operator);
  if (record === undefined || record.role !== roleOf(now)) return { state: 'never' };
  const { validUntilMs } = record;
  if (validUntilMs === undefined) return { state: 'failed' };
  return { state: 'passed', days: Math.floor((validUntilMs - now.nowMs) / dayMs) };
}

/** Said once a day to whoever is on duty: the assessment ends soon, or is wanted and not there. */
export function* tellAssessmentDue(told: Set<string>): Flow<void> {
  const now = yield* facts();
  const { config, canTrain, operator, nowMs } = now;
  const standing = standingOf(now);
  const due =
    standing.state === 'passed'
      ? standing.days <= config.training.remindDays
      : config.policies.assessmentRequired;
  const key = `assessment ${operator} ${localTime(nowMs, config.timeZone).day}`;
  if (!canTrain || !due || told.has(key)) return;
  told.add(key);
  for (;;) {
    const { cardIn } = yield* facts();
    const notice = { type: 'assessmentDue', standing } as const;
    yield* show({ name: 'notice', notice, primary: 'ok', cardIn });
    if (leaves(actionOf(yield* wait()))) return;
  }
}

/** 考核: questions, exercises, the result, and a certificate for who passed. */
export function* assess(practise: Practise): Flow<void> {
  if (!(yield* agreeToBegin())) return;
  const now = yield* facts();
  const { operator } = now;
  const role = roleOf(now);
  const seed = toHex(yield* random(8));
  const drawn = drawAssessment(seed, role, now.config.training);
  yield* append({ events: [{ kind: 'assessment.started', operator, role, seed }] });
  const chosen = yield* askQuestions(drawn.questions);
  const points = chosen === undefined ? undefined : yield* playAll(drawn.exercises, practise);
  if (chosen === undefined || points === undefined) {
    yield* append({ events: [{ kind: 'assessment.givenUp', operator, role }] });
    return;
  }
  const wrong = drawn.questions.filter((_, index) => chosen[index] !== 0);
  const right = drawn.questions.length - wrong.length;
  const result: AssessmentResult = {
    operator,
    role,
    percent: assessmentPercent(right, drawn.questions.length, points),
    right,
    questions: drawn.questions.length,
    wrong: wrong.map(({ question }) => question),
    exercises: drawn.exercises.map(({ id }, index) => ({
      exercise: id,
      points: points[index] ?? 0,
    })),
  };
  const missed = drawn.questions.flatMap((question, index) =>
    chosen[index] === 0 ? [] : [{ ...question, chosen: chosen[index] }],
  );
  yield* tellResult(result, missed);
}

function* agreeToBegin(): Flow<boolean> {
  for (;;) {
    const now = yield* facts();
    const { questions, exercises, minutes, passPercent, refresherDays } = now.config.training;
    const drawn = drawAssessment('', roleOf(now), { questions, exercises });
    yield* show({
      name: 'assessment',
      role: roleOf(now),
      questions: drawn.questions.length,
      exercises: drawn.exercises.length,
      minutes,
      passPercent,
      validDays: refresherDays,
      standing: standingOf(now),
    });
    const action = actionOf(yield* wait());
    if (action?.type === 'primary' || action?.type === 'enter') return true;
    if (action?.type === 'back' || action?.type === 'cancel') return false;
  }
}

/** The chosen answers, 0 is right; what was not answered in time is wrong. Undefined: given up. */
function* askQuestions(questions: readonly DrawnQuestion[]): Flow<readonly number[] | undefined> {
  const begun = yield* facts();
  const endMs = begun.nowMs + begun.config.training.minutes * 60_000;
  const chosen: number[] = [];
  for (const [index, drawn] of questions.entries()) {
    const about = { ...drawn, at: index + 1, of: questions.length };
    const answer = yield* askQuestion(about, endMs);
    if (answer === 'givenUp') return undefined;
    if (answer === 'timeOver') break;
    chosen.push(answer);
  }
  return chosen;
}

type About = DrawnQuestion & { readonly at: number; readonly of: number };

function* askQuestion(about: About, endMs: number): Flow<number | 'givenUp' | 'timeOver'> {
  let chosen: number | undefined;
  for (;;) {
    const { nowMs } = yield* facts();
    if (nowMs >= endMs) return 'timeOver';
    const minutesLeft = Math.ceil((endMs - nowMs) / 60_000);
    const said = chosen === undefined ? {} : { chosen };
    yield* show({ name: 'question', ...about, ...said, minutesLeft, review: false });
    const action = actionOf(yield* wait(Math.min(endMs, nowMs + 30_000)));
    if (action?.type === 'option') chosen = about.order[action.index] ?? chosen;
    if (action?.type === 'back' || action?.type === 'cancel') return 'givenUp';
    const goes = action?.type === 'primary' || action?.type === 'enter';
    if (goes && chosen !== undefined) return chosen;
  }
}

/** Points of each; one that is not begun ends the assessment. */
function* playAll(
  exercises: readonly Exercise[],
  practise: Practise,
): Flow<readonly number[] | undefined> {
  const points: number[] = [];
  for (const exercise of exercises) {
    const grade = yield* practise(exercise, true);
    if (grade === undefined) return undefined;
    points.push(grade.points);
  }
  return points;
}

type Missed = DrawnQuestion & { readonly chosen?: number | undefined };

/** Journalled together with the certificate that is printed from it. */
function* tellResult(result: AssessmentResult, missed: readonly Missed[]): Flow<void> {
  const now = yield* facts();
  const { passPercent, refresherDays } = now.config.training;
  const passed = result.percent >= passPercent;
  const validUntilMs = now.nowMs + refresherDays * dayMs;
  const { operator, role, percent } = result;
  const slipId = yield* uuid();
  const certificate: Certificate = {
    ...{ operator, role, percent, validUntilMs },
    name: dutyOf(now).person?.name ?? { 'zh-CN': '', en: '' },
    atMs: now.nowMs,
  };
  yield* append({
    events: passed
      ? [
          { kind: 'assessment.passed', ...result, validUntilMs },
          { kind: 'slip.queued', slipId, copy: 'certificate', of: 'certificate', certificate },
        ]
      : [{ kind: 'assessment.failed', ...result }],
  });
  if (passed) yield { type: 'print', slipId };
  let print: PrintState = 'printing';
  for (;;) {
    const paper = passed ? { validUntilMs, print } : {};
    yield* show(resultScreen(result, passed, passPercent, paper));
    const event = yield* wait();
    if (event.type === 'printed' && event.slipId === slipId)
      print = event.ok ? 'printed' : 'failed';
    const action = actionOf(event);
    if (action?.type === 'review') yield* review(missed);
    if (action?.type === 'print' && passed) yield { type: 'print', slipId };
    if (leaves(action)) return;
  }
}

const resultScreen = (
  { percent, right, questions, exercises, wrong }: AssessmentResult,
  passed: boolean,
  passPercent: number,
  paper: Pick<ScreenOf<'assessment-result'>, 'validUntilMs' | 'print'>,
): ScreenOf<'assessment-result'> => ({
  name: 'assessment-result',
  ...{ passed, percent, passPercent, right, questions, ...paper },
  exercisePoints: exercises.map(({ points }) => points),
  wrong: wrong.length,
});

/** What was wrong, one after the other, with the right answer and why. */
function* review(missed: readonly Missed[]): Flow<void> {
  for (const [index, { chosen, ...drawn }] of missed.entries()) {
    const about = { ...drawn, at: index + 1, of: missed.length, minutesLeft: 0, review: true };
    const said = chosen === undefined ? {} : { chosen };
    for (;;) {
      yield* show({ name: 'question', ...about, ...said });
      const action = actionOf(yield* wait());
      if (action?.type === 'primary' || action?.type === 'enter') break;
      if (action?.type === 'back' || action?.type === 'cancel') return;
    }
  }
}
