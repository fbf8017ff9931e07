import type { Candidate } from '../emv/contract.ts';
import type { Money } from '../money.ts';
import { type Flow, show, wait } from './flow.ts';
import type { Language } from './view.ts';

/** The card offers several applications, or asks to confirm the one: the index, or undefined when given up. */
export function* chooseApplication(
  amount: Money,
  candidates: readonly Candidate[],
  language?: Language,
): Flow<number | undefined> {
  const applications = candidates.map(({ preferredName, label }) => preferredName ?? label);
  yield* show({ name: 'choose-application', amount, applications }, language);
  for (;;) {
    const event = yield* wait();
    if (event.type === 'cardRemoved') return undefined;
    if (event.type !== 'action') continue;
    const { action } = event;
    if (action.type === 'choose' && candidates[action.index] !== undefined) return action.index;
    if (action.type === 'primary' || action.type === 'enter') return 0;
    if (action.type === 'back' || action.type === 'cancel') return undefined;
  }
}
