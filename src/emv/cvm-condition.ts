import { sameBytes } from '../bytes.ts';
import { terminalCan } from './capabilities.ts';
import type { CvmList, CvmRule } from './cvm-list.ts';
import type { Transaction } from './state.ts';
import { dataObject } from './terminal-data.ts';
import { isCashback, isManualCash, isUnattended } from './transaction-kind.ts';

/**
 * Does a rule apply to this transaction (EMV 4.4 Book 3 annex C3, byte 2)? Reserved conditions, and
 * those whose data the card does not give, are not satisfied: the rule is passed over.
 */
export function conditionSatisfied(tx: Transaction, list: CvmList, rule: CvmRule): boolean {
  const amount = tx.session.input.amount.minorUnits;
  const cash = isManualCash(tx);
  const unattended = isUnattended(tx);
  switch (rule.condition) {
    case 0x00:
      return true;
    case 0x01:
      return cash && unattended;
    case 0x02:
      return !cash && !isCashback(tx);
    case 0x03:
      return terminalCan(tx, rule);
    case 0x04:
      return cash && !unattended;
    case 0x05:
      return isCashback(tx);
    case 0x06:
      return inApplicationCurrency(tx) && amount < list.amountX;
    case 0x07:
      return inApplicationCurrency(tx) && amount > list.amountX;
    case 0x08:
      return inApplicationCurrency(tx) && amount < list.amountY;
    case 0x09:
      return inApplicationCurrency(tx) && amount > list.amountY;
    default:
      return false;
  }
}

function inApplicationCurrency(tx: Transaction): boolean {
  const application = tx.icc.get('9F42');
  const transaction = dataObject(tx, '5F2A');
  return (
    application !== undefined && transaction !== undefined && sameBytes(application, transaction)
  );
}
