import type { Download } from './contract.ts';

/** Digit 6 of the header of an answer (3 = sign in again): the bank asks, the terminal obeys when it is idle. */
export const signInAgain = 3;
/** The bank wants to know that the terminal is there and how it stands. */
export const upload = 2;

/** Digits that ask for tables: 1 terminal parameters, 4 keys of the card schemes, 5 chip parameters. */
export const tablesWanted: ReadonlyMap<number, readonly Download['table'][]> = new Map([
  [1, ['parameters']],
  [4, ['caPublicKeys']],
  [5, ['applications']],
]);
