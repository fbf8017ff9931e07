import { setTvr, type Transaction } from './state.ts';

/** Offline data authentication (EMV 4.4 Book 3 §10.3): this terminal performs none, and says so. */
export function authenticateOfflineData(tx: Transaction): void {
  tx.session.step = 'authenticate';
  setTvr(tx, 'offlineDataAuthenticationNotPerformed');
}
