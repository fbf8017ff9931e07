/** The disk is full or will not take it: nothing was booked. */
export class LedgerUnwritable extends Error {}
