import { createCipheriv, createDecipheriv } from 'node:crypto';
import { concat } from '../bytes.ts';

/** A block cipher on whole blocks, without chaining or padding. Keys and data of a wrong length are bugs. */
export type BlockCipher = {
  readonly name: 'tdes' | 'sm4';
  readonly blockLength: number;
  encrypt(key: Uint8Array, blocks: Uint8Array): Uint8Array;
  decrypt(key: Uint8Array, blocks: Uint8Array): Uint8Array;
};

/** Single and double length keys are repeated to the three that the cipher takes (K K K, K1 K2 K1). */
function threeKeys(key: Uint8Array): Uint8Array {
  if (key.length === 24) return key;
  if (key.length === 16) return concat(key, key.subarray(0, 8));
  if (key.length === 8) return concat(key, key, key);
  throw new Error('a DES key has 8, 16 or 24 bytes');
}

function blockCipher(
  name: BlockCipher['name'],
  blockLength: number,
  algorithm: string,
  fullKey: (key: Uint8Array) => Uint8Array,
): BlockCipher {
  const run =
    (make: typeof createCipheriv | typeof createDecipheriv) =>
    (key: Uint8Array, blocks: Uint8Array): Uint8Array => {
      if (blocks.length % blockLength !== 0) throw new Error('not whole blocks');
      const cipher = make(algorithm, fullKey(key), null);
      cipher.setAutoPadding(false);
      return new Uint8Array(concat(cipher.update(blocks), cipher.final()));
    };
  return { name, blockLength, encrypt: run(createCipheriv), decrypt: run(createDecipheriv) };
}

/** DES and triple DES (ISO/IEC 18033-3) with keys of 8, 16 or 24 bytes. */
export const tdes = blockCipher('tdes', 8, 'des-ede3-ecb', threeKeys);

/** SM4 (GB/T 32907) with keys of 16 bytes. */
export const sm4 = blockCipher('sm4', 16, 'sm4-ecb', (key) => key);

/** First 4 bytes of encrypting one block of zeros: tells that a key arrived whole without showing it. */
export function keyCheckValue(cipher: BlockCipher, key: Uint8Array): Uint8Array {
  return cipher.encrypt(key, new Uint8Array(cipher.blockLength)).slice(0, 4);
}
