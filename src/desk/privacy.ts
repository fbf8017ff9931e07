import { actionOf } from './amount.ts';
import { type Flow, facts, show, wait } from './flow.ts';

/** 资料保存: what is kept, for how long, and why. */
export function* showPrivacy(): Flow<void> {
  for (;;) {
    const { keepDays } = (yield* facts()).config.contact;
    yield* show({ name: 'privacy', keepDays });
    const action = actionOf(yield* wait());
    if (action?.type === 'back' || action?.type === 'cancel') return;
  }
}
