import { constants, createPublicKey, publicEncrypt } from 'node:crypto';

/** An RSA public key of the card's hierarchy, big-endian without leading zeros. */
export type PublicKey = { readonly modulus: Uint8Array; readonly exponent: Uint8Array };

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** The two exponents that the books allow: 3 and 65537 (EMV 4.4 Book 2 annex B2.1). */
const exponents = new Set(['03', '010001']);

/**
 * The RSA function without padding (Book 2 annex A2.1.2): what a signature says, or an enciphered
 * block. Undefined when key or block are not possible: a card's certificate decides over the key.
 */
export function recover(
  { modulus, exponent }: PublicKey,
  block: Uint8Array,
): Uint8Array | undefined {
  const known = exponents.has(Buffer.from(exponent).toString('hex'));
  if (!known || block.length !== modulus.length || modulus.length > 248) return undefined;
  try {
    const key = createPublicKey({
      key: { kty: 'RSA', n: base64url(modulus), e: base64url(exponent) },
      format: 'jwk',
    });
    return new Uint8Array(publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, block));
  } catch {
    return undefined;
  }
}
