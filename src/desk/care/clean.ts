import { newWish } from '../case.ts';
import { type Flow, facts } from '../flow.ts';
import { money } from '../queries.ts';
import { rememberedHealth } from '../reader-health.ts';
import { cleanAndTest } from '../ways/clean-reader.ts';
import { guide } from '../ways/guide.ts';

/** 清洁读卡口 outside of any hold: the same pages, with a test card at the end. */
export function* cleanByHand(): Flow<void> {
  const now = yield* facts();
  const wish = newWish(money(0, now), undefined, now.nowMs, rememberedHealth(now));
  const test = yield* cleanAndTest(wish);
  if (test !== 'left' && !test.read) yield* guide(wish, 'cleanFailed');
}
