import { fromHex, hex } from '../bytes.ts';
import type { Transaction } from './state.ts';

/**
 * A data object for a DOL or field 55. What the terminal is the source of (EMV 4.4 Book 3 annex A1)
 * is never looked up on the card, so that a card cannot plant an amount or a date of its own.
 */
export function dataObject(tx: Transaction, tag: string): Uint8Array | undefined {
  const ofTerminal = values[tag];
  return ofTerminal === undefined ? (tx.icc.get(tag) ?? tx.fci.get(tag)) : ofTerminal(tx);
}

const numeric = (value: number, digits: number): Uint8Array =>
  hex(String(value).padStart(digits, '0').slice(-digits));

const binary = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, Math.min(value, 0xffffffff));
  return bytes;
};

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/** A text of a fixed length, given as it is or as hex of twice the length. */
const characters = (value: string, length: number): Uint8Array =>
  (value.length === 2 * length ? fromHex(value) : undefined) ?? text(value);

const values: Readonly<Record<string, (tx: Transaction) => Uint8Array | undefined>> = {
  '81': ({ session }) => binary(session.input.amount.minorUnits),
  '9F02': ({ session }) => numeric(session.input.amount.minorUnits, 12),
  '9F03': ({ session }) => numeric(session.input.amountOther.minorUnits, 12),
  '9F04': ({ session }) => binary(session.input.amountOther.minorUnits),
  '5F2A': ({ session }) => hex(session.input.terminal.currencyCode),
  '5F36': () => hex('02'),
  '9F1A': ({ session }) => hex(session.input.terminal.countryCode),
  '95': ({ tvr }) => tvr.slice(),
  '9B': ({ tsi }) => tsi.slice(),
  '9F34': ({ cvmResults }) => cvmResults.slice(),
  '9A': ({ session }) => hex(session.input.date),
  '9C': ({ session }) => numeric(session.input.transactionType, 2),
  '9F21': ({ session }) => hex(session.input.time),
  '9F37': ({ unpredictableNumber }) => unpredictableNumber,
  '9F35': ({ session }) => hex(session.input.terminal.type),
  '9F33': ({ session }) => hex(session.input.terminal.capabilities),
  '9F40': ({ session }) => hex(session.input.terminal.additionalCapabilities),
  '9F1E': ({ session }) => characters(session.input.terminal.interfaceDeviceSerialNumber, 8),
  '9F1C': ({ session }) => characters(session.input.terminal.terminalId, 8),
  '9F16': ({ session }) => characters(session.input.terminal.merchantId, 15),
  '9F15': ({ session }) => hex(session.input.terminal.merchantCategoryCode),
  '9F06': ({ dfName }) => dfName,
  '9F09': ({ terminal }) => hex(terminal.versionNumber),
  '9F1B': ({ terminal }) => binary(terminal.floorLimitMinorUnits),
  '9F39': () => hex('05'),
  '9F41': ({ session }) => numeric(session.input.transactionSequenceCounter, 8),
  '8A': ({ authorisationResponseCode: code }) => (code === undefined ? undefined : text(code)),
  '91': ({ issuerAuthenticationData }) => issuerAuthenticationData,
};
