import type { Transaction } from './state.ts';

/**
 * First two digits of the processing code, tag 9C: 01 cash, 09 purchase with cashback; a hold
 * counts as a purchase.
 */

export const isManualCash = ({ session }: Transaction): boolean =>
  session.input.transactionType === 1;

export const isCashback = ({ session }: Transaction): boolean =>
  session.input.transactionType === 9 ||
  (session.input.transactionType === 0 && session.input.amountOther.minorUnits > 0);

/** Tag 9F35: 4, 5 and 6 as the second digit mean that nobody attends (Book 4 annex A1). */
export const isUnattended = ({ session }: Transaction): boolean =>
  /[456]$/.test(session.input.terminal.type);

/** 3 and 6 as the second digit mean that the terminal has no way to an issuer. */
export const isOfflineOnly = ({ session }: Transaction): boolean =>
  /[36]$/.test(session.input.terminal.type);

/** 1 and 4 mean that everything goes to an issuer. */
export const isOnlineOnly = ({ session }: Transaction): boolean =>
  /[14]$/.test(session.input.terminal.type);
