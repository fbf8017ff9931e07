import { sameBytes, toHex } from '../bytes.ts';
import { expiryOfCard } from './card-data.ts';
import type { CardData } from './contract.ts';
import { fullDate, lastOfMonth } from './dates.ts';
import { fail, objectEvidence } from './end.ts';
import { setTvr, type Transaction } from './state.ts';
import { dataObject } from './terminal-data.ts';
import { isCashback, isManualCash } from './transaction-kind.ts';
import { isSet, usageBits } from './tvr.ts';

/**
 * Processing restrictions (EMV 4.4 Book 3 §10.4). Nothing here ends the transaction: an expired
 * card or a service that is not allowed sets its bit, and action codes or the issuer decide.
 */
export function restrictProcessing(tx: Transaction, card: CardData): void {
  tx.session.step = 'restrict';
  const cardVersion = tx.icc.get('9F08');
  const terminalVersion = dataObject(tx, '9F09');
  if (
    cardVersion !== undefined &&
    terminalVersion !== undefined &&
    !sameBytes(cardVersion, terminalVersion)
  ) {
    setTvr(tx, 'differentApplicationVersions');
  }
  if (!usageAllowed(tx)) setTvr(tx, 'requestedServiceNotAllowed');
  const today = fullDate(tx.session.input.date) ?? '';
  const effective = dateOf(tx, '5F25');
  if (effective !== undefined && effective > today) setTvr(tx, 'applicationNotYetEffective');
  if ((expiryOfCard(tx) ?? expiryOfTrack2(tx, card)) < today) setTvr(tx, 'expiredApplication');
}

function dateOf(tx: Transaction, tag: string): string | undefined {
  const value = tx.icc.get(tag);
  if (value === undefined) return undefined;
  const evidence = objectEvidence(tag, value);
  return fullDate(toHex(value)) ?? fail(tx.session, 'malformedResponse', { tag, evidence });
}

const expiryOfTrack2 = (tx: Transaction, card: CardData): string =>
  lastOfMonth(card.expiry) ?? fail(tx.session, 'malformedResponse', { tag: '57' });

/** Book 3 §10.4.2: a POS always checks its kind; the country rows count when 5F28 is known. */
function usageAllowed(tx: Transaction): boolean {
  const control = tx.icc.get('9F07');
  if (control === undefined) return true;
  const allows = (bit: keyof typeof usageBits): boolean => isSet(control, usageBits[bit]);
  if (!allows('otherThanAtms')) return false;
  const issuerCountry = tx.icc.get('5F28');
  const terminalCountry = dataObject(tx, '9F1A');
  if (issuerCountry === undefined || terminalCountry === undefined) return true;
  const domestic = sameBytes(issuerCountry, terminalCountry);
  if (isManualCash(tx)) return allows(domestic ? 'domesticCash' : 'internationalCash');
  if (isCashback(tx) && !allows(domestic ? 'domesticCashback' : 'internationalCashback'))
    return false;
  return domestic
    ? allows('domesticGoods') || allows('domesticServices')
    : allows('internationalGoods') || allows('internationalServices');
}
