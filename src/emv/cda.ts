import { concat, sameBytes } from '../bytes.ts';
import type { Tlv } from '../tlv/tlv.ts';
import { conclude, dynamicData, iccDynamicNumber } from './authenticate.ts';
import type { PublicKey } from './rsa.ts';
import { recoverSigned, sha1 } from './signed-data.ts';
import type { Transaction } from './state.ts';

/**
 * Combined dynamic data authentication (EMV 4.4 Book 2 §6.6.2): the cryptogram stands inside the
 * signature, with a hash over all that was exchanged. True when it holds; then tag 9F26 is known.
 * False sets the bit.
 */
export function verifyCombined(tx: Transaction, key: PublicKey, objects: readonly Tlv[]): boolean {
  const cryptogram = signedCryptogram(tx, key, objects);
  conclude(tx, 'cdaFailed', cryptogram === undefined ? 'failed' : undefined);
  if (cryptogram === undefined) tx.cdaKey = undefined;
  else tx.icc.set('9F26', cryptogram);
  return cryptogram !== undefined;
}

function signedCryptogram(
  tx: Transaction,
  key: PublicKey,
  objects: readonly Tlv[],
): Uint8Array | undefined {
  const signature = tx.icc.get('9F4B');
  const information = tx.icc.get('9F27');
  if (signature === undefined || information === undefined) return undefined;
  const body = recoverSigned(key, signature, 0x05, tx.unpredictableNumber);
  const data = body === undefined ? undefined : dynamicData(body);
  const number = iccDynamicNumber(data);
  if (data === undefined || number === undefined) return undefined;
  // After the number: cryptogram information, cryptogram, hash (Book 2 table 19).
  const rest = data.slice(1 + number.length);
  if (rest.length < 29 || !sameBytes(rest.slice(0, 1), information)) return undefined;
  const exchanged = sha1(...tx.sentDolData, withoutSignature(objects));
  if (!sameBytes(rest.slice(9, 29), exchanged)) return undefined;
  tx.icc.set('9F4C', number);
  return rest.slice(1, 9);
}

/** What the card signed of its answer: every object as it stood, except the signature itself. */
const withoutSignature = (objects: readonly Tlv[]): Uint8Array =>
  concat(...objects.filter(({ tag }) => tag !== '9F4B').map(({ encoded }) => encoded));
