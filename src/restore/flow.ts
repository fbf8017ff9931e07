import { actionOf } from '../desk/amount.ts';
import { authorise } from '../desk/authorise.ts';
import { type DeskEvent, type Flow, facts, perform, show, wait } from '../desk/flow.ts';
import { peopleOf } from '../people/person.ts';
import type { BackupAtHand } from './contract.ts';

type Why = 'damaged' | 'wanted';

/** From the settings, with the agreement of `by`: says what a restore does, then leaves it to the next start, because the records are in use. */
export function* wantRestore(by: string): Flow<void> {
  if (!(yield* asked('wanted'))) return;
  yield* show({ name: 'restore', why: 'wanted', stage: 'running', percent: 0, secondsSoFar: 0 });
  yield { type: 'restoreAtStart', by };
}

/**
 * Instead of the desk, while the records are damaged or a restore is wanted: asks the supervisor, restores with
 * progress, says what came back. Ends when the terminal may start again.
 */
export function* rescue(why: Why, agreedBy?: string): Flow<void> {
  let by = agreedBy;
  for (;;) {
    if (by === undefined && (yield* asked(why))) {
      // Whose PINs stood in the records alone cannot be asked: the records bring them back.
      const known = peopleOf(yield* facts()).length > 0;
      by = known ? yield* authorise('restore') : 'nobody';
    }
    if (by === undefined) continue;
    const restored = yield* restoring(why, by);
    if (restored || why === 'wanted') return;
    by = undefined;
  }
}

/** True: begin. Where the records are damaged there is no other way to go than this. */
function* asked(why: Why): Flow<boolean> {
  for (;;) {
    const all = (yield { type: 'backups' }) as readonly BackupAtHand[];
    const backup = all.find(({ foreign }) => foreign === undefined);
    yield* show(
      backup === undefined
        ? { name: 'restore', why, stage: 'none', foreign: all.length > 0 }
        : { name: 'restore', why, stage: 'ask', backup },
    );
    const action = actionOf(yield* wait());
    // Without a backup the large button looks again: a stick may be in its place now.
    const isPrimary = action?.type === 'primary' || action?.type === 'enter';
    if (isPrimary && backup !== undefined) return true;
    if (why === 'wanted' && (action?.type === 'back' || action?.type === 'cancel')) return false;
  }
}

/** True: the records are whole again. */
function* restoring(why: Why, by: string): Flow<boolean> {
  const startedMs = (yield* facts()).nowMs;
  let percent = 0;
  const paint = function* (event?: DeskEvent): Flow<void> {
    if (event?.type === 'progress') percent = Math.floor(event.share * 100);
    const seconds = Math.floor(((yield* facts()).nowMs - startedMs) / 1_000);
    const secondsSoFar = Math.max(0, seconds);
    yield* show({ name: 'restore', why, stage: 'running', percent, secondsSoFar });
  };
  yield* paint();
  const result = yield* perform({ type: 'restore', by }, paint);
  yield* show(
    result.type === 'restore'
      ? { name: 'restore', why, stage: 'done', done: result.done }
      : { name: 'restore', why, stage: 'failed', fault: result.fault },
  );
  for (;;) {
    const action = actionOf(yield* wait());
    if (action?.type === 'primary' || action?.type === 'enter') return result.type === 'restore';
  }
}
