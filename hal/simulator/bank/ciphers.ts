import { createCipheriv, createDecipheriv } from 'node:crypto';

/**
 * The bank's own hand on the ciphers: one block after the other. Nothing here is shared with the cards or the
 * terminal, so that agreement between them proves something.
 */
export type Cipher = {
  readonly blockLength: number;
  encrypt(key: Buffer, block: Buffer): Buffer;
  decrypt(key: Buffer, block: Buffer): Buffer;
};

function cipherOf(
  algorithm: string,
  blockLength: number,
  fullKey: (key: Buffer) => Buffer,
): Cipher {
  return {
    blockLength,
    encrypt(key, block) {
      const cipher = createCipheriv(algorithm, fullKey(key), null).setAutoPadding(false);
      return Buffer.concat([cipher.update(block), cipher.final()]);
    },
    decrypt(key, block) {
      const cipher = createDecipheriv(algorithm, fullKey(key), null).setAutoPadding(false);
      return Buffer.concat([cipher.update(block), cipher.final()]);
    },
  };
}

const tripled = (key: Buffer): Buffer => {
  if (key.length === 8) return Buffer.concat([key, key, key]);
  if (key.length === 16) return Buffer.concat([key, key.subarray(0, 8)]);
  return key;
};

export const des = cipherOf('des-ede3', 8, tripled);
export const sm4 = cipherOf('sm4-ecb', 16, (key) => key);
export const { encrypt, decrypt } = des;

/** Of the length of the first. */
export function xor(a: Buffer, b: Buffer): Buffer {
  const out = Buffer.alloc(a.length);
  for (let i = 0; i < out.length; i++) out[i] = (a[i] ?? 0) ^ (b[i] ?? 0);
  return out;
}

/** Blocks of eight bytes, or of the cipher's length; the last one filled with zeros. */
export function blocksOf(data: Buffer, blockLength = 8): Buffer[] {
  const blocks: Buffer[] = [];
  for (let at = 0; at < data.length; at += blockLength) {
    const block = Buffer.alloc(blockLength);
    data.copy(block, 0, at, Math.min(at + blockLength, data.length));
    blocks.push(block);
  }
  return blocks;
}

/** The first four bytes of encrypting zeros: by it both sides know that they hold the same key. */
export const checkValue = (key: Buffer, cipher: Cipher): Buffer =>
  cipher.encrypt(key, Buffer.alloc(cipher.blockLength)).subarray(0, 4);
