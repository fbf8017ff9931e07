import type { Check, CheckItem } from '../care/check.ts';
import { selfCheck } from '../care/self-check.ts';
import { actionOf } from './amount.ts';
import type { Meanwhile } from './bank.ts';
import { repairPart } from './care/repairs.ts';
import { type Facts, type Flow, facts, freePercent, show, wait } from './flow.ts';
import { localTime } from './time.ts';
import { backUp } from './upkeep.ts';

/** 机器自检: each part with its word; what is not well says what it becomes and is repaired by one touch. */
export function* showStatus(version: string): Flow<void> {
  for (;;) {
    const now = yield* facts();
    const checks = checksOf(now, version, yield* freePercent());
    yield* show({ name: 'status', checks });
    const action = actionOf(yield* wait(now.nowMs + 30_000));
    switch (action?.type) {
      case 'back':
      case 'cancel':
        return;
      case 'primary':
      case 'enter':
        yield* backUp('byHand', yield* working(checks, 'backup'));
        break;
      case 'fix': {
        const check = checks.find(({ item }) => item === action.item);
        if (check?.repair !== undefined)
          yield* repairPart(check, yield* working(checks, check.item));
      }
    }
  }
}

/** Every part as it is now. */
export function checksOf(now: Facts, version: string, free?: number): readonly Check[] {
  const today = `20${localTime(now.nowMs, now.config.timeZone).yymmdd}`;
  return selfCheck({
    ...now,
    today,
    version,
    ...(free === undefined ? {} : { freePercent: free }),
  });
}

/** Says for how long a part is being worked on, at once and each second. */
function* working(checks: readonly Check[], item: CheckItem): Flow<Meanwhile> {
  const startedMs = (yield* facts()).nowMs;
  const repaint: Meanwhile = function* () {
    const seconds = Math.floor(((yield* facts()).nowMs - startedMs) / 1_000);
    yield* show({ name: 'status', checks, working: { item, seconds: Math.max(0, seconds) } });
  };
  yield* repaint({ type: 'time' });
  return repaint;
}
