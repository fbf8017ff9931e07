import { createHash } from 'node:crypto';
import type { BlockCipher } from '#src/security/block-cipher.ts';

/** Under this name the key folder keeps it. */
export const sealedName = 'master';

const recordLength = 32;
const headLength = 2;
const algorithms: Readonly<Record<BlockCipher['name'], number>> = { tdes: 1, sm4: 2 };

/** The 32 bytes of a key file: algorithm, length, the key, and the start of a SHA-256 over them. */
export function writeMasterKey(key: Uint8Array, cipher: BlockCipher['name']): Uint8Array {
  const record = new Uint8Array(recordLength);
  record[0] = algorithms[cipher];
  record[1] = key.length;
  record.set(key, headLength);
  record.set(sumOf(record), sumAt);
  return record;
}

const sumAt = headLength + 16;

const sumOf = (record: Uint8Array): Uint8Array =>
  createHash('sha256')
    .update(record.subarray(0, sumAt))
    .digest()
    .subarray(0, recordLength - sumAt);

/** Undefined when none was brought, or for another algorithm than this; a spoilt record is none. */
export function readMasterKey(
  record: Uint8Array | undefined,
  cipher: BlockCipher['name'],
): Uint8Array | undefined {
  if (record === undefined || record[0] !== algorithms[cipher]) return undefined;
  const length = record[1] ?? 0;
  if (length !== 8 && length !== 16) return undefined;
  const sum = sumOf(record);
  if (!sum.every((byte, at) => byte === record[sumAt + at])) return undefined;
  return record.slice(headLength, headLength + length);
}
