import { identityToRecipient } from 'age-encryption';
import type { Keystore } from '#hal/keystore/contract.ts';
import { derivedKey } from './head.ts';

/** DER around a raw X25519 key (RFC 8410). */
const privatePrefix = Buffer.from('302e020100300506032b656e04220420', 'hex');

/**
 * The terminal's own key to its backups, so that it can test and restore them by itself. Derived from the
 * keystore: another terminal, or a thief with the disk alone, does not have it.
 */
export function backupIdentity(keystore: Pick<Keystore, 'lookupKey'>): Promise<CryptoKey> {
  const der = Buffer.concat([privatePrefix, derivedKey(keystore, 'backup')]);
  return crypto.subtle.importKey('pkcs8', der, { name: 'X25519' }, false, ['deriveBits']);
}

/** `age1…` of the terminal itself. */
export const backupRecipient = async (keystore: Pick<Keystore, 'lookupKey'>): Promise<string> =>
  identityToRecipient(await backupIdentity(keystore));
