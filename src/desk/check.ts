import type { Pan } from '../card/pan.ts';
import { actionOf } from './amount.ts';
import { authorise } from './authorise.ts';
import type { Wish } from './case.ts';
import { type Flow, facts, show, wait } from './flow.ts';
import { namedOf } from './why.ts';

/** Before a typed number is used: last four read by the customer, card seen, supervisor where the rules say. */
export function* checkNumber(
  wish: Wish,
  pan: Pan,
): Flow<{ readonly supervisor?: string } | undefined> {
  const ticks = { lastFourMatch: false, cardSeen: false };
  let supervisor: { readonly id: string; readonly atMs: number } | undefined;
  for (;;) {
    const { config, nowMs } = yield* facts();
    const needed = config.policies.supervisorForOfflineSale;
    const canContinue =
      ticks.lastFourMatch && ticks.cardSeen && (!needed || supervisor !== undefined);
    const agreed = config.people.find(({ id }) => id === supervisor?.id);
    yield* show({
      name: 'check',
      ...namedOf(wish),
      amount: wish.amount,
      typedLast4: pan.last4,
      ...ticks,
      supervisor: {
        needed,
        ...(agreed === undefined ? {} : { name: agreed.name, atMs: supervisor?.atMs ?? nowMs }),
      },
      becomes: 'offlineSale',
      canContinue,
    });
    const action = actionOf(yield* wait());
    switch (action?.type) {
      case 'tick':
        if (action.item !== 'supervisor') ticks[action.item] = !ticks[action.item];
        else if (needed && supervisor === undefined) {
          const id = yield* authorise('offlineAdvice');
          if (id !== undefined) supervisor = { id, atMs: (yield* facts()).nowMs };
        }
        break;
      case 'primary':
      case 'enter':
        if (canContinue) return supervisor === undefined ? {} : { supervisor: supervisor.id };
        break;
      case 'back':
      case 'cancel':
        return undefined;
    }
  }
}
