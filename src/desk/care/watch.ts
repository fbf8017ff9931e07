import type { CheckItem } from '../../care/check.ts';
import { type KeptCheck, selfCheckId } from '../../care/projector.ts';
import { append, type Facts, type Flow, facts, freePercent } from '../flow.ts';
import { counter } from '../queries.ts';
import { checksOf } from '../status.ts';

const dayMs = 86_400_000;
/** After a start the terminal first puts right by itself what it can: a first backup. */
const settlingMs = 120_000;

/** What the strip says already, or what comes and goes by itself. */
const passing: ReadonlySet<CheckItem> = new Set(['keys', 'line', 'reader', 'paper', 'messages']);

/** 机器自检 by itself: at the start, when something is otherwise than before, and once a day. */
export function* watchSelf(version: string, startedMs: number): Flow<void> {
  const now = yield* facts();
  const found = lasting(now, version, startedMs, yield* freePercent());
  const kept = counter<KeptCheck>(now, selfCheckId);
  const same = (kept?.found ?? []).join() === found.join();
  const fresh = kept === undefined || (now.nowMs - kept.atMs < dayMs && now.nowMs >= kept.atMs);
  if (same && fresh) return;
  const why = !same ? (now.nowMs - startedMs < settlingMs ? 'start' : 'changed') : 'daily';
  yield* append({ events: [{ kind: 'care.checked', why, found }] });
}

function lasting(
  now: Facts,
  version: string,
  startedMs: number,
  free: number | undefined,
): readonly CheckItem[] {
  const settling = now.nowMs - startedMs < settlingMs;
  return checksOf(now, version, free)
    .filter(({ well, item }) => !well && !passing.has(item) && !(settling && item === 'backup'))
    .map(({ item }) => item);
}
