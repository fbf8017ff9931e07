import { fromHex } from '../bytes.ts';
import { buildDol, dolLength, parseDol } from '../tlv/dol.ts';
import { findTlv, isTlvError, parseTlv } from '../tlv/tlv.ts';
import { capable } from './capabilities.ts';
import {
  dataToBeAuthenticated,
  iccPublicKey,
  isKey,
  issuerPublicKey,
  type KeyResult,
} from './card-keys.ts';
import { internalAuthenticate } from './commands.ts';
import type { CardData } from './contract.ts';
import { limits } from './limits.ts';
import { recoverSigned } from './signed-data.ts';
import { profileSays, type Stage, setTsi, setTvr, type Transaction } from './state.ts';
import { dataObject } from './terminal-data.ts';
import { transmit } from './transport.ts';
import { aipBits } from './tvr.ts';

/**
 * Offline data authentication (EMV 4.4 Book 3 §10.3): the best method that card and terminal share,
 * combined before dynamic before static. A failure sets its bits and goes on: action codes or the
 * issuer decide.
 */
export function* authenticateOfflineData(tx: Transaction, card: CardData): Stage {
  tx.session.step = 'authenticate';
  if (profileSays(tx, aipBits.cdaSupported) && capable(tx, 'cda')) {
    const failure = prepareCda(tx, card);
    if (failure !== undefined) conclude(tx, 'cdaFailed', failure);
  } else if (profileSays(tx, aipBits.ddaSupported) && capable(tx, 'dda')) {
    conclude(tx, 'ddaFailed', yield* dda(tx, card));
  } else if (profileSays(tx, aipBits.sdaSupported) && capable(tx, 'sda')) {
    setTvr(tx, 'sdaSelected');
    conclude(tx, 'sdaFailed', sda(tx, card));
  } else setTvr(tx, 'offlineDataAuthenticationNotPerformed');
}

/** Data that the card lacks, or a check that failed; undefined when all is well. */
type Failure = Extract<KeyResult, string> | undefined;

/** The signature itself comes with the cryptogram (`cda.ts`); here the card's key is made ready. */
function prepareCda(tx: Transaction, card: CardData): Failure {
  const key = iccPublicKey(tx, card);
  if (!isKey(key)) return key;
  tx.cdaKey = key;
  return undefined;
}

/** Static data authentication (Book 2 §5.4). */
function sda(tx: Transaction, card: CardData): Failure {
  const key = issuerPublicKey(tx, card);
  const signature = tx.icc.get('93');
  if (!isKey(key)) return key;
  if (signature === undefined) return 'iccDataMissing';
  const covered = dataToBeAuthenticated(tx);
  const body = covered === undefined ? undefined : recoverSigned(key, signature, 0x03, covered);
  if (body?.[0] !== 0x01) return 'failed';
  tx.icc.set('9F45', body.slice(1, 3));
  return undefined;
}

/**
 * Dynamic data authentication (Book 2 §6.5): INTERNAL AUTHENTICATE over the DDOL, which must hold
 * 9F37.
 */
function* dda(tx: Transaction, card: CardData): Stage<Failure> {
  const key = iccPublicKey(tx, card);
  if (!isKey(key)) return key;
  const data = ddolData(tx);
  if (data === undefined) return 'failed';
  const answer = yield* transmit(tx.session, internalAuthenticate(data));
  const signature = answer.sw === '9000' ? signatureOf(answer.data) : undefined;
  const body = signature === undefined ? undefined : recoverSigned(key, signature, 0x05, data);
  const number = body === undefined ? undefined : iccDynamicNumber(dynamicData(body));
  if (number === undefined) return 'failed';
  tx.icc.set('9F4C', number);
  return undefined;
}

function ddolData(tx: Transaction): Uint8Array | undefined {
  const entries = parseDol(
    tx.icc.get('9F49') ?? fromHex(tx.terminal.defaultDdol) ?? new Uint8Array(0),
  );
  if (entries === undefined || !entries.some(({ tag }) => tag === '9F37')) return undefined;
  if (dolLength(entries) > limits.commandData) return undefined;
  return buildDol(entries, (tag) => dataObject(tx, tag));
}

/** Format 1 (80) or format 2 (77 with 9F4B), Book 3 §6.5.9.4. */
function signatureOf(response: Uint8Array): Uint8Array | undefined {
  const objects = parseTlv(response);
  if (isTlvError(objects)) return undefined;
  const [template] = objects;
  return template?.tag === '80' ? template.value : findTlv(objects, '9F4B')?.value;
}

/** Hash algorithm 01, length, ICC dynamic data, padding BB (Book 2 table 17): the data alone. */
export function dynamicData(body: Uint8Array): Uint8Array | undefined {
  const [hashAlgorithm, length = 0] = body;
  if (hashAlgorithm !== 0x01 || body.length < 2 + length) return undefined;
  return body.slice(2, 2 + length);
}

/** Tag 9F4C: two to eight bytes at the beginning, after their length. */
export function iccDynamicNumber(data: Uint8Array | undefined): Uint8Array | undefined {
  const length = data?.[0] ?? 0;
  if (data === undefined || length < 2 || length > 8 || data.length < 1 + length) return undefined;
  return data.slice(1, 1 + length);
}

/** Sets the bits of a method that was performed, failed or not (Book 3 §10.3). */
export function conclude(
  tx: Transaction,
  bit: 'sdaFailed' | 'ddaFailed' | 'cdaFailed',
  failure: Failure,
): void {
  if (failure !== undefined) setTvr(tx, bit);
  if (failure === 'iccDataMissing') setTvr(tx, 'iccDataMissing');
  setTsi(tx, 'offlineDataAuthenticationPerformed');
}
