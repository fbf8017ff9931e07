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
  'present-card-swipe': swipeAgain('swipe'),
  'present-card-other': swipeAgain('otherCard'),
  'present-card-chip': swipeAgain('insertNotSwipe'),
  'held-sign': {
    name: 'held',
    note: '512',
    last4: '2206',
    amount: cny(50_000),
    validUntilMs: Date.UTC(2025, 11, 23, 6, 32),
    days: 30,
    authorisationCode: '603127',
    signatureWanted: true,
    print: 'printed',
    cardIn: true,
  },
  'asking-bank-pin-right': {
    name: 'asking-bank',
    purpose: 'preauth',
    note: '512',
    amount: cny(50_000),
    elapsedSeconds: 1,
    limitSeconds: 60,
    steps: [
      { step: 'readChip', state: 'running', seconds: 1 },
      { step: 'sentToBank', state: 'waiting' },
      { step: 'bankAnswers', state: 'waiting' },
      { step: 'writeChip', state: 'waiting' },
    ],
    cardIn: true,
    pinRight: true,
  },
};
