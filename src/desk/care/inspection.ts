import { type DueTask, inspectionOf } from '../../care/inspection.ts';
import { actionOf } from '../amount.ts';
import { append, type Facts, type Flow, facts, show, wait } from '../flow.ts';
import type { TaskRow } from '../view/care.ts';
import { cleanByHand } from './clean.ts';

/** 巡检: what is looked at, by when, and who looked last; one touch opens a task, one more ticks it. */
export function* showInspection(): Flow<void> {
  for (;;) {
    const now = yield* facts();
    const tasks = inspectionOf(now.config, now.documents, now.nowMs);
    yield* show({ name: 'inspection', rows: tasks.map((task) => rowOf(task, now)) });
    const action = actionOf(yield* wait(now.nowMs + 30_000));
    if (action?.type === 'back' || action?.type === 'cancel') return;
    const task = action?.type === 'inspect' && tasks.find((one) => one.task.id === action.task);
    if (task) yield* inspect(task);
  }
}

/** One task: how to look, then well or not. */
function* inspect(due: DueTask): Flow<void> {
  const { id } = due.task;
  for (;;) {
    const now = yield* facts();
    yield* show({ name: 'inspect-task', row: rowOf(due, now) });
    const action = actionOf(yield* wait());
    switch (action?.type) {
      case 'back':
      case 'cancel':
        return;
      case 'primary':
      case 'enter':
        if (id === 'cleanReader') yield* cleanByHand();
        else yield* noteResult(id, 'well');
        return;
      case 'trouble':
        yield* noteResult(id, 'trouble');
        return;
    }
  }
}

function* noteResult(task: string, result: 'well' | 'trouble'): Flow<void> {
  const { operator } = yield* facts();
  yield* append({ events: [{ kind: 'care.inspected', task, result, operator }] });
}

const rowOf = ({ task, last, dueAtMs, state }: DueTask, { nowMs }: Facts): TaskRow => ({
  task: task.id,
  ...(task.name === undefined ? {} : { name: task.name }),
  everyDays: task.everyDays,
  state,
  daysLeft: Math.ceil((dueAtMs - nowMs) / 86_400_000),
  ...(last === undefined ? {} : { lastMs: last.atMs, operator: last.operator }),
});
