/** Digit 6 of the header of an answer (3 = sign in again): the bank asks, the terminal obeys when it is idle. */
export const signInAgain = 3;
