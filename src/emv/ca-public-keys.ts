import { hex, sameBytes, toHex } from '../bytes.ts';
import type { CaPublicKey } from './contract.ts';
import type { PublicKey } from './rsa.ts';
import { sha1 } from './signed-data.ts';

/**
 * The certification authority's key for a card (EMV 4.4 Book 2 §5.2): same RID and index, not
 * expired, and its own hash right when one was delivered with it (Book 2 §10.2). `today` is
 * YYYYMMDD.
 */
export function findCaPublicKey(
  keys: readonly CaPublicKey[],
  rid: string,
  index: string,
  today: string,
): PublicKey | undefined {
  const found = keys.find(
    (key) =>
      key.rid.toUpperCase() === rid &&
      key.index.toUpperCase() === index &&
      key.expiry >= today &&
      isIntact(key),
  );
  return found && { modulus: hex(found.modulus), exponent: hex(found.exponent) };
}

/** Its own hash is right, or none came with it. */
export function isIntact({
  rid,
  index,
  modulus,
  exponent,
  hash,
}: Omit<CaPublicKey, 'hash'> & { readonly hash?: string | undefined }): boolean {
  if (hash === undefined) return true;
  return sameBytes(sha1(hex(rid), hex(index), hex(modulus), hex(exponent)), hex(hash));
}

/** The first five bytes of an application identifier name its payment system. */
export const registeredIdentifier = (dfName: Uint8Array): string => toHex(dfName.slice(0, 5));
