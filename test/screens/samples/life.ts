import type { Screen } from '#src/desk/view.ts';
import { cny } from '#src/money.ts';

/** The screens of a hold's life that came after the first ones. */
export const lifeSamples: Readonly<Record<string, Screen>> = {
  partial: {
    name: 'partial',
    note: '512',
    last4: '4471',
    amount: cny(30_000),
    asked: cny(50_000),
    secondsLeft: 118,
    cardIn: true,
  },
  'partial-large': {
    name: 'partial',
    amount: cny(12_345_678),
    asked: cny(999_999_999),
    secondsLeft: 5,
    cardIn: false,
  },
  'present-card-absent': {
    name: 'present-card',
    note: '512',
    amount: cny(50_000),
    ask: 'insertOrSwipe',
    attempt: 1,
    reading: false,
    typing: true,
  },
  'complete-advice': {
    name: 'complete',
    note: '512',
    last4: '4471',
    amount: cny(0),
    held: cny(50_000),
    limit: cny(57_500),
    goesBack: cny(50_000),
    advice: 'again',
    overLimit: false,
    canSubmit: false,
  },
  'notice-expiring': {
    name: 'notice',
    notice: { type: 'expiring', note: '512', amount: cny(50_000), days: 3, count: 4 },
    primary: 'ok',
    cardIn: false,
  },
  'notice-memory-fault': {
    name: 'notice',
    notice: { type: 'memoryFault', hotline: '95516', full: false, tries: 0 },
    primary: 'tryAgain',
    cardIn: false,
  },
  'notice-memory-full': {
    name: 'notice',
    notice: { type: 'memoryFault', hotline: '95516', full: true, tries: 3 },
    primary: 'tryAgain',
    cardIn: false,
  },
  'notice-part-undone': {
    name: 'notice',
    notice: { type: 'partUndone', amount: cny(30_000), undone: 'owed' },
    primary: 'ok',
    cardIn: true,
  },
};
