import type { Situation } from './seen.ts';
import { bankSituations } from './situations-bank.ts';
import { blindSituations } from './situations-blind.ts';
import { cardSituations } from './situations-card.ts';
import { mixedSituations } from './situations-mixed.ts';
import { peopleSituations } from './situations-people.ts';

/** Everything that is labelled, from the card to the bank to the people. */
export const situations = (): readonly Situation[] => [
  ...cardSituations(),
  ...bankSituations(),
  ...peopleSituations(),
  ...blindSituations(),
  ...mixedSituations(),
];
