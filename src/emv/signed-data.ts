import { createHash } from 'node:crypto';
import { concat, sameBytes } from '../bytes.ts';
import { type PublicKey, recover } from './rsa.ts';

const headerByte = 0x6a;
const trailerByte = 0xbc;
const hashLength = 20;

export const sha1 = (...parts: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(
    createHash('sha1')
      .update(concat(...parts))
      .digest(),
  );

/**
 * Recovers a signature with partial message recovery (EMV 4.4 Book 2 annex A2.1): 6A, format, body,
 * SHA-1 over format, body and `alsoHashed`, BC. The body after the format, or undefined when
 * anything is wrong.
 */
export function recoverSigned(
  key: PublicKey,
  signature: Uint8Array,
  format: number,
  alsoHashed: Uint8Array,
): Uint8Array | undefined {
  const recovered = recover(key, signature);
  if (recovered === undefined || recovered.length < hashLength + 3) return undefined;
  if (recovered[0] !== headerByte || recovered[1] !== format) return undefined;
  if (recovered.at(-1) !== trailerByte) return undefined;
  const hashed = recovered.slice(1, -hashLength - 1);
  const hash = recovered.slice(-hashLength - 1, -1);
  return sameBytes(sha1(hashed, alsoHashed), hash) ? hashed.slice(1) : undefined;
}
