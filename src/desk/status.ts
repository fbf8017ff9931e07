import type { KeptTables } from '../downloads/projector.ts';
import type { LastBackup, LastDrill, LastSignIn } from '../settlement/projector.ts';
import { actionOf } from './amount.ts';
import { type Facts, type Flow, facts, freePercent, show, wait } from './flow.ts';
import { counter } from './queries.ts';
import { localTime } from './time.ts';
import { backUp } from './upkeep.ts';
import type { Check } from './view.ts';

/** A clock further off than this makes certificates and validity wrong. */
const clockToleranceSeconds = 120;
const lowStoragePercent = 10;
/** A backup is old when two were missed, a drill when one was. */
const backupsMissed = 2;

/** 机器自检: each part with its word, and a backup by hand. */
export function* showStatus(version: string): Flow<void> {
  for (;;) {
    const now = yield* facts();
    yield* show(screenOf(now, yield* freePercent(), version));
    const action = actionOf(yield* wait(now.nowMs + 30_000));
    if (action?.type === 'back' || action?.type === 'cancel') return;
    if (action?.type !== 'primary' && action?.type !== 'enter') continue;
    const checks = checksOf(now, yield* freePercent(), version);
    const repaint = function* (): Flow<void> {
      const seconds = Math.floor(((yield* facts()).nowMs - now.nowMs) / 1_000);
      const secondsSoFar = Math.max(0, seconds);
      yield* show({ name: 'status', checks, backingUp: true, secondsSoFar });
    };
    yield* repaint();
    yield* backUp('byHand', repaint);
  }
}

const screenOf = (now: Facts, free: number | undefined, version: string) =>
  ({
    name: 'status',
    checks: checksOf(now, free, version),
    backingUp: false,
    secondsSoFar: 0,
  }) as const;

function checksOf(now: Facts, free: number | undefined, version: string): readonly Check[] {
  const signIn = counter<LastSignIn>(now, 'signIn');
  const offset = signIn?.clockOffsetSeconds;
  return [
    cardTables(now),
    {
      item: 'keys',
      well: now.signedIn,
      ...(now.signedIn && signIn !== undefined ? { signedInSinceMs: signIn.atMs } : {}),
    },
    {
      item: 'clock',
      well: offset === undefined || Math.abs(offset) <= clockToleranceSeconds,
      ...(offset === undefined ? {} : { offsetSeconds: offset }),
    },
    { item: 'paper', well: true },
    {
      item: 'storage',
      well: free === undefined || free >= lowStoragePercent,
      ...(free === undefined ? {} : { freePercent: free }),
    },
    backupCheck(now),
    drillCheck(now),
    { item: 'version', well: true, version },
  ];
}

function cardTables(now: Facts): Check {
  const { config, nowMs } = now;
  const kept = counter<KeptTables>(now, 'tables');
  const updateRefused = counter(now, 'tablesRefused') !== undefined;
  const today = `20${localTime(nowMs, config.timeZone).yymmdd}`;
  const dates = config.caPublicKeys.map(({ expiry }) => expiry).sort();
  const expired = dates.filter((date) => date < today).length;
  const until = dates[expired];
  return {
    item: 'cardTables',
    well: expired === 0 && dates.length > 0 && !updateRefused,
    applications: config.applications.length,
    keys: dates.length,
    expired,
    ...(until === undefined ? {} : { until }),
    ...(kept === undefined ? {} : { updatedAtMs: kept.atMs }),
    updateRefused,
  };
}

function backupCheck(now: Facts): Check {
  const last = counter<LastBackup>(now, 'backup');
  const failed = counter(now, 'backupFailed') !== undefined;
  const secondPlaceFailed = last?.secondPlace === 'failed';
  const limitMs = backupsMissed * now.config.backup.everyMinutes * 60_000;
  const fresh = last !== undefined && now.nowMs - last.atMs <= limitMs;
  return {
    item: 'backup',
    well: fresh && !failed && !secondPlaceFailed,
    failed,
    secondPlaceFailed,
    ...(last === undefined ? {} : { atMs: last.atMs }),
  };
}

function drillCheck(now: Facts): Check {
  const last = counter<LastDrill>(now, 'drill');
  const limitMs = 2 * now.config.backup.drillDays * 86_400_000;
  // A new terminal has had nothing to try yet.
  const fresh = last === undefined || now.nowMs - last.atMs <= limitMs;
  return {
    item: 'drill',
    well: fresh && last?.ok !== false,
    ok: last?.ok !== false,
    ...(last === undefined
      ? {}
      : { atMs: last.atMs, seconds: Math.max(1, Math.round(last.durationMs / 1_000)) }),
  };
}
