import { isFault } from '../fault.ts';
import type { BackupReason } from '../settlement/events.ts';
import type { LastBackup, LastDrill } from '../settlement/projector.ts';
import type { Meanwhile } from './bank.ts';
import { newWatch, type Watch, watchBulletins } from './bulletin-watch.ts';
import { watchSelf } from './care/watch.ts';
import { append, type Facts, type Flow, facts, perform, wait } from './flow.ts';
import { counter } from './queries.ts';

const pauseMs = 10_000;
/** Nobody has touched the terminal for so long: a backup may begin, and a drill, which takes longer. */
const quietForBackupMs = 5_000;
const quietForDrillMs = 60_000;
/** The first backup after a start without any, and the next try after one that failed. */
const firstBackupMs = 60_000;
const tryAgainMs = 600_000;
const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Bulletins, backups, the drill and the self-check, by themselves, while nobody needs the terminal. */
export function* upkeep(version: string): Flow<never> {
  const startedMs = (yield* facts()).nowMs;
  const watch = newWatch();
  for (;;) {
    let waitMs = pauseMs;
    try {
      yield* keepUp(startedMs, watch);
      if ((yield* facts()).atHome) yield* watchSelf(version, startedMs);
    } catch (error) {
      // A disk that takes no more rows: what is owed to the bank has the room that is left.
      if (!isFault(error)) throw error;
      waitMs = tryAgainMs;
    }
    yield* wait((yield* facts()).nowMs + waitMs);
  }
}

function* keepUp(startedMs: number, watch: Watch): Flow<void> {
  yield* watchBulletins(watch);
  const now = yield* facts();
  if (!now.atHome) return;
  const quietMs = now.nowMs - now.quietSinceMs;
  if (quietMs >= quietForBackupMs && backupDue(now, startedMs)) yield* backUp('hourly');
  else if (quietMs >= quietForDrillMs && drillDue(now)) yield* drill();
}

/** Over, or in the future: a clock that was set back must not put it off. */
const isOver = (atMs: number, periodMs: number, nowMs: number): boolean =>
  nowMs - atMs >= periodMs || nowMs < atMs;

function backupDue(now: Facts, startedMs: number): boolean {
  const { nowMs, config } = now;
  const failed = counter<{ readonly atMs: number }>(now, 'backupFailed');
  if (failed !== undefined && !isOver(failed.atMs, tryAgainMs, nowMs)) return false;
  const last = counter<LastBackup>(now, 'backup');
  return last === undefined
    ? isOver(startedMs, firstBackupMs, nowMs)
    : isOver(last.atMs, config.backup.everyMinutes * minuteMs, nowMs);
}

/** A drill that failed is tried again after the next backup. */
function drillDue(now: Facts): boolean {
  const { nowMs, config } = now;
  const backup = counter<LastBackup>(now, 'backup');
  const last = counter<LastDrill>(now, 'drill');
  if (backup === undefined) return false;
  if (last === undefined) return true;
  if (!last.ok) return backup.atMs > last.atMs;
  return isOver(last.atMs, config.backup.drillDays * dayMs, nowMs);
}

/** One backup, journalled with its end; true when it stands on the device. */
export function* backUp(why: BackupReason, meanwhile?: Meanwhile): Flow<boolean> {
  const done = yield* perform({ type: 'backUp' }, meanwhile);
  yield* append({
    events: [
      done.type === 'backUp'
        ? { kind: 'backup.made', why, ...done.backup }
        : { kind: 'backup.failed', why, fault: done.fault },
    ],
  });
  return done.type === 'backUp';
}

export function* drill(meanwhile?: Meanwhile): Flow<void> {
  const done = yield* perform({ type: 'drill' }, meanwhile);
  if (done.type === 'drill') yield* append({ events: [{ kind: 'backup.drilled', ...done.drill }] });
}
