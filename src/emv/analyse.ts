import { fromHex } from '../bytes.ts';
import type { CryptogramType } from './commands.ts';
import type { TerminalApplication } from './contract.ts';
import type { Transaction } from './state.ts';
import { isOfflineOnly, isOnlineOnly } from './transaction-kind.ts';

type ActionCode = {
  readonly issuerTag: '9F0D' | '9F0E' | '9F0F';
  readonly terminal: 'tacDenial' | 'tacOnline' | 'tacDefault';
  /**
   * Of an absent issuer action code (Book 3 §10.7). An absent terminal action code is all zeros.
   */
  readonly issuerDefault: 0x00 | 0xff;
};

const denial: ActionCode = { issuerTag: '9F0E', terminal: 'tacDenial', issuerDefault: 0x00 };
const online: ActionCode = { issuerTag: '9F0F', terminal: 'tacOnline', issuerDefault: 0xff };
const whenOffline: ActionCode = { issuerTag: '9F0D', terminal: 'tacDefault', issuerDefault: 0xff };

/**
 * Terminal action analysis (EMV 4.4 Book 3 §10.7): which cryptogram the terminal asks for first. A
 * transaction that must go online is never asked to be approved offline, but the action codes may
 * deny it.
 */
export function analyseTerminalActions(tx: Transaction): CryptogramType {
  tx.session.step = 'analyse';
  const asked = firstCryptogram(tx);
  // Book 4 §6.3.6: offline approved or declined; to be online leaves it to the host.
  if (asked !== 'arqc') tx.authorisationResponseCode = asked === 'tc' ? 'Y1' : 'Z1';
  return asked;
}

function firstCryptogram(tx: Transaction): CryptogramType {
  if (demands(tx, denial)) return 'aac';
  // What must go online has no end at a terminal that cannot.
  if (isOfflineOnly(tx)) return tx.session.input.forceOnline ? 'aac' : decideOffline(tx);
  if (tx.session.input.forceOnline || tx.session.input.merchantForcedOnline === true) return 'arqc';
  return isOnlineOnly(tx) || demands(tx, online) ? 'arqc' : 'tc';
}

/** No way to the issuer: the default action codes decide; a terminal that is online only refuses. */
export const decideOffline = (tx: Transaction): 'aac' | 'tc' =>
  isOnlineOnly(tx) || demands(tx, whenOffline) ? 'aac' : 'tc';

function demands(tx: Transaction, code: ActionCode): boolean {
  const issuer = tx.icc.get(code.issuerTag);
  const terminal = terminalActionCode(tx.terminal, code);
  return tx.tvr.some((byte, i) => {
    const mask = (issuer?.[i] ?? code.issuerDefault) | (terminal[i] ?? 0);
    return (byte & mask) !== 0;
  });
}

const terminalActionCode = (application: TerminalApplication, code: ActionCode): Uint8Array =>
  fromHex(application[code.terminal]) ?? new Uint8Array(5);
