import type { Money } from '../money.ts';
import { actionOf, leaves } from './amount.ts';
import { type Facts, type Flow, facts, show, tone, wait } from './flow.ts';
import { money, unsettledItems } from './queries.ts';
import type { AdviceLimit } from './view/link.ts';

/** What the terminal has charged without the bank so far. */
export type AdviceLoad = {
  readonly count: number;
  readonly total: Money;
  readonly oldestAgeMs: number;
};

const hourMs = 3_600_000;
/** From this share of a limit on it is said. */
const nearShare = 0.8;

export function adviceLoad(now: Facts): AdviceLoad {
  const waiting = unsettledItems(now, 'advice');
  return {
    count: waiting.length,
    total: money(
      waiting.reduce((sum, { request }) => sum + request.amount.minorUnits, 0),
      now,
    ),
    oldestAgeMs: Math.max(0, ...waiting.map(({ owedAtMs }) => now.nowMs - owedAtMs)),
  };
}

/** How much of each limit is used once this amount is noted too; 1 is the limit itself. */
function shares(now: Facts, more: Money): readonly (readonly [AdviceLimit, number])[] {
  const { adviceLimits } = now.config.acquirer;
  const { count, total, oldestAgeMs } = adviceLoad(now);
  return [
    ['count', (count + 1) / adviceLimits.count],
    ['amount', (total.minorUnits + more.minorUnits) / adviceLimits.amountMinorUnits],
    ['age', oldestAgeMs / (adviceLimits.ageHours * hourMs)],
  ];
}

/** The first limit that is passed, or nearly; `undefined` when there is room. */
export function adviceRoom(
  now: Facts,
  more: Money,
): { readonly state: 'near' | 'full'; readonly limit: AdviceLimit } | undefined {
  const all = shares(now, more);
  const full = all.find(([, share]) => share > 1);
  if (full !== undefined) return { state: 'full', limit: full[0] };
  const near = all.find(([, share]) => share > nearShare);
  return near === undefined ? undefined : { state: 'near', limit: near[0] };
}

/** May this amount be charged without asking the bank? Near a limit it is said and goes on, at the limit it does not. */
export function* mayAdvise(amount: Money): Flow<boolean> {
  const now = yield* facts();
  const room = adviceRoom(now, amount);
  if (room === undefined) return true;
  const { count, total } = adviceLoad(now);
  const { state, limit } = room;
  yield* tone('warning');
  for (;;) {
    const { cardIn } = yield* facts();
    const notice = { type: 'adviceLimit', state, limit, count, amount: total } as const;
    yield* show({ name: 'notice', notice, primary: 'ok', cardIn });
    const action = actionOf(yield* wait());
    if (!leaves(action)) continue;
    return state === 'near' && (action?.type === 'primary' || action?.type === 'enter');
  }
}
