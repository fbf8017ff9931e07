import { createCipheriv, createDecipheriv } from 'node:crypto';

/**
 * The bank's own hand on the ciphers: blocks of eight bytes, one after the other. Nothing here is
 * shared with the cards or the terminal, so that agreement between them proves something.
 */
const tripled = (key: Buffer): Buffer => {
  if (key.length === 8) return Buffer.concat([key, key, key]);
  if (key.length === 16) return Buffer.concat([key, key.subarray(0, 8)]);
  return key;
};

export function encrypt(key: Buffer, block: Buffer): Buffer {
  const des = createCipheriv('des-ede3', tripled(key), null).setAutoPadding(false);
  return Buffer.concat([des.update(block), des.final()]);
}

export function decrypt(key: Buffer, block: Buffer): Buffer {
  const des = createDecipheriv('des-ede3', tripled(key), null).setAutoPadding(false);
  return Buffer.concat([des.update(block), des.final()]);
}

export function xor(a: Buffer, b: Buffer): Buffer {
  const out = Buffer.alloc(8);
  for (let i = 0; i < 8; i++) out[i] = (a[i] ?? 0) ^ (b[i] ?? 0);
  return out;
}

/** Blocks of eight bytes; the last one filled with zeros. */
export function blocksOf(data: Buffer): Buffer[] {
  const blocks: Buffer[] = [];
  for (let at = 0; at < data.length; at += 8) {
    const block = Buffer.alloc(8);
    data.copy(block, 0, at, Math.min(at + 8, data.length));
    blocks.push(block);
  }
  return blocks;
}

/** The first four bytes of encrypting zeros: by it both sides know that they hold the same key. */
export const checkValue = (key: Buffer): Buffer => encrypt(key, Buffer.alloc(8)).subarray(0, 4);
