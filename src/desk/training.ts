import type { Played } from '../training/contract.ts';
import { type Exercise, exerciseOf, exercises } from '../training/exercises.ts';
import { type Grade, gradeExercise, solvedPoints } from '../training/grade.ts';
import { exerciseRecord, isBetter } from '../training/records.ts';
import { actionOf, leaves } from './amount.ts';
import { assess, standingOf } from './assessment.ts';
import { append, type DeskEvent, type Flow, facts, show, start, wait } from './flow.ts';
import { counter, dutyOf, money, themeOf } from './queries.ts';
import type { Language, Screen, ScreenName } from './view.ts';

const trainingScreens: ReadonlySet<ScreenName> = new Set<ScreenName>([
  'training-list',
  'training',
  'in-training',
  'training-result',
  'assessment',
  'question',
  'assessment-result',
]);

/** Screens of the terminal itself that stand in the colours of the training. */
export const looksLikeTraining = ({ name }: Screen): boolean => trainingScreens.has(name);

/** 培训: the exercises, one after the other or any of them, and the assessment. */
export function* showTraining(): Flow<void> {
  for (;;) {
    const now = yield* facts();
    const rows = exercises.map(({ id, cause }) => {
      const best = exerciseRecord(now.documents, now.operator, id)?.best.points;
      return { exercise: id, cause, ...(best === undefined ? {} : { best }) };
    });
    yield* show({ name: 'training-list', rows, standing: standingOf(now) });
    const action = actionOf(yield* wait());
    if (action?.type === 'back' || action?.type === 'cancel') return;
    if (action?.type === 'assessment') yield* assess(practise);
    if (action?.type === 'exercise') yield* repeat(exerciseOf(action.exercise));
  }
}

/** As often as the trainee wants. */
function* repeat(exercise: Exercise): Flow<void> {
  while ((yield* practise(exercise, false)) !== undefined);
}

/** One exercise from its story to its result: undefined when it was not begun. */
export function* practise(exercise: Exercise, assessed: boolean): Flow<Grade | undefined> {
  if (!(yield* tellStory(exercise, assessed))) return undefined;
  const before = exerciseRecord((yield* facts()).documents, (yield* facts()).operator, exercise.id);
  const { operator } = yield* facts();
  const { id } = exercise;
  yield* append({ events: [{ kind: 'training.started', operator, exercise: id }] });
  const played = yield* play(exercise);
  const grade = gradeExercise(exercise, played);
  const { end, seconds, taps } = played;
  yield* append({
    events: [
      { kind: 'training.ended', operator, exercise: id, assessed, end, seconds, taps, ...grade },
    ],
  });
  const record =
    before !== undefined && isBetter({ points: grade.points, seconds, taps }, before.best);
  for (;;) {
    yield* show({
      name: 'training-result',
      exercise: id,
      grade,
      solved: grade.points >= solvedPoints,
      ...{ end, seconds, taps, record, assessed },
      goalSeconds: exercise.goalSeconds,
    });
    if (leaves(actionOf(yield* wait()))) return grade;
  }
}

/** True: begin. */
function* tellStory(exercise: Exercise, assessed: boolean): Flow<boolean> {
  const { id, cause, amountMinorUnits, goalSeconds } = exercise;
  for (;;) {
    const now = yield* facts();
    const { last, best } = exerciseRecord(now.documents, now.operator, id) ?? {};
    yield* show({
      name: 'training',
      exercise: id,
      cause,
      at: exercises.indexOf(exercise) + 1,
      of: exercises.length,
      amount: money(amountMinorUnits, now),
      goalSeconds,
      ...(last === undefined || best === undefined ? {} : { last, best }),
      assessed,
    });
    const action = actionOf(yield* wait());
    if (action?.type === 'primary' || action?.type === 'enter') return true;
    if (action?.type === 'back' || action?.type === 'cancel') return false;
  }
}

/** While it lasts the real terminal looks on: a guest's card is refused with words, and not read. */
function* play({ id }: Exercise): Flow<Played> {
  const now = yield* facts();
  const task = yield* start({
    type: 'train',
    training: {
      exercise: id,
      trainee: dutyOf(now).person?.name ?? { 'zh-CN': '', en: '' },
      language: counter<Language>(now, 'language') ?? now.config.language,
      theme: themeOf(now),
    },
  });
  let refused = false;
  for (;;) {
    const { cardIn } = yield* facts();
    if (refused)
      yield* show({
        name: 'notice',
        notice: { type: 'realCardInTraining' },
        primary: 'ok',
        cardIn,
      });
    else yield* show({ name: 'in-training' });
    const event: DeskEvent = yield* wait();
    if (event.type === 'taskDone' && event.task === task) {
      if (event.result.type === 'train') return event.result.played;
      throw new Error('an exercise has no faults of its own');
    }
    if (event.type === 'cardInserted' || event.type === 'swiped') refused = true;
    if (event.type === 'swiped') yield { type: 'forgetSwipes' };
    if (event.type === 'cardRemoved' || leaves(actionOf(event))) refused = false;
  }
}
