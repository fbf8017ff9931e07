import { actionOf } from '../amount.ts';
import { append, type Flow, facts, freePercent, perform, show, tone, wait } from '../flow.ts';
import { checksOf } from '../status.ts';
import type { ScreenOf } from '../view.ts';

type Support = ScreenOf<'support'>;

/** 给技术支持: what would leave is said first, and leaves only when somebody says yes. */
export function* showSupport(version: string, by: string): Flow<void> {
  let end: Support['end'];
  for (;;) {
    yield* show({ name: 'support', ...(end === undefined ? {} : { end }) });
    const action = actionOf(yield* wait());
    if (action?.type === 'back' || action?.type === 'cancel') return;
    if (action?.type !== 'primary' && action?.type !== 'enter') continue;
    if (end?.type === 'done') return;
    end = yield* makeBundle(version, by);
    yield* tone(end.type === 'done' ? 'ok' : 'warning');
  }
}

function* makeBundle(version: string, by: string): Flow<NonNullable<Support['end']>> {
  const { nowMs, config, operator } = yield* facts();
  const checks = checksOf(yield* facts(), version, yield* freePercent());
  const repaint = function* (): Flow<void> {
    const seconds = Math.floor(((yield* facts()).nowMs - nowMs) / 1_000);
    yield* show({ name: 'support', seconds: Math.max(0, seconds) });
  };
  yield* repaint();
  const wish = { config, version, checks, nowMs };
  const made = yield* perform({ type: 'bundle', wish }, repaint);
  if (made.type === 'fault') {
    yield* append({
      events: [{ kind: 'care.bundleStopped', fault: made.fault, operator, by }],
    });
    return { type: 'stopped', fault: made.fault };
  }
  yield* append({ events: [{ kind: 'care.bundled', ...made.bundle, operator, by }] });
  return { type: 'done', ...made.bundle };
}
