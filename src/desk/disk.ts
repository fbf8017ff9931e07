import { isFault, takesNoRow } from '../fault.ts';
import { actionOf, leaves } from './amount.ts';
import { append, type Flow, facts, show, tone, wait } from './flow.ts';
import { oweInterrupted } from './notices.ts';

/** How often a disk that takes nothing is tried by itself. */
const tryAgainMs = 15_000;

/** What was sent when the journal failed is undone as soon as it takes the row: now, or at the next look home. */
export function* undoAbandoned(): Flow<void> {
  try {
    yield* oweInterrupted('journalFailed');
  } catch (error) {
    if (!takesNoRow(error)) throw error;
  }
}

/** A journal that takes nothing more ends what was begun, and says so. */
export function* saidWhenFull(conversation: Flow<void>): Flow<void> {
  try {
    yield* conversation;
  } catch (error) {
    if (!takesNoRow(error)) throw error;
    yield* tone('warning');
    // A full disk still takes what is owed; one that cannot be written takes nothing, so nothing is begun.
    if (isFault(error, 'journal.diskFull')) yield* sayFull();
    else yield* untilWritten();
    yield* tone('off');
  }
}

function* sayFull(): Flow<void> {
  do {
    yield* undoAbandoned();
    const { cardIn } = yield* facts();
    yield* show({ name: 'notice', notice: { type: 'diskFull' }, primary: 'ok', cardIn });
  } while (actionOf(yield* wait()) === undefined);
}

function* untilWritten(): Flow<void> {
  let untilMs = (yield* facts()).nowMs + tryAgainMs;
  for (let tries = 0; ; ) {
    const { cardIn, config } = yield* facts();
    const hotline = config.defaultHotline;
    const notice = { type: 'memoryFault', hotline, full: false, tries } as const;
    yield* show({ name: 'notice', notice, primary: 'tryAgain', cardIn });
    const event = yield* wait(untilMs);
    if (event.type !== 'time' && !leaves(actionOf(event))) continue;
    if (yield* diskTakes()) return;
    tries += 1;
    untilMs = (yield* facts()).nowMs + tryAgainMs;
  }
}

/** True when what was under way is noted as owed, and a row is on the disk. */
function* diskTakes(): Flow<boolean> {
  try {
    yield* oweInterrupted('journalFailed');
    yield* append({ events: [{ kind: 'terminal.diskBack' }] });
    return true;
  } catch (error) {
    if (!takesNoRow(error)) throw error;
    return false;
  }
}
