import { KernelEnd } from './end.ts';
import { setTvr, type Transaction } from './state.ts';

/** No PIN came: the pad is broken, or the customer passed over it where the shop allows that. */
export function pinMissing(tx: Transaction, why: 'bypassed' | 'padFailed'): 'failed' {
  if (why === 'padFailed') {
    setTvr(tx, 'pinPadNotWorking');
    return 'failed';
  }
  if (tx.session.input.policies?.pinBypassAllowed === false) {
    throw new KernelEnd({ type: 'cancelled', at: tx.session.step });
  }
  setTvr(tx, 'pinNotEntered');
  return 'failed';
}
