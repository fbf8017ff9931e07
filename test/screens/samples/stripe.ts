import type { Screen } from '#src/desk/view.ts';
import { cny } from '#src/money.ts';

const swipeAgain = (ask: Extract<Screen, { name: 'present-card' }>['ask']): Screen => ({
  name: 'present-card',
  note: '512',
  amount: cny(50_000),
  ask,
  attempt: 2,
  reading: false,
});

/** What a swipe that was not read is asked again with. */
export const stripeSamples: Readonly<Record<string, Screen>> = {
  'present-card-slower': swipeAgain('swipeSlower'),
  'present-card-faster': swipeAgain('swipeFaster'),
  'present-card-level': swipeAgain('swipeLevel'),
};
