import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Keystore } from '#hal/keystore/contract.ts';
import { derivedKey, type Head } from './head.ts';

/** A signed end of the journal. */
export type Checkpoint = Head & {
  readonly wallMs: number;
  readonly publicKey: Buffer;
  readonly signature: Buffer;
};

/** Signs checkpoints with the terminal's Ed25519 key. */
export type Signer = {
  /** 32 bytes. */
  readonly publicKey: Buffer;
  sign(head: Head, wallMs: number): Checkpoint;
};

/** DER around a raw Ed25519 key (RFC 8410). */
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

export function signerOf(keystore: Pick<Keystore, 'lookupKey'>): Signer {
  const seed = derivedKey(keystore, 'journal checkpoint');
  const der = Buffer.concat([privatePrefix, seed]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicDer = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  const publicKey = publicDer.subarray(-32);
  return {
    publicKey,
    sign: ({ seq, hash }, wallMs) => ({
      seq,
      hash,
      wallMs,
      publicKey,
      signature: sign(null, signedBytes({ seq, hash }, wallMs), privateKey),
    }),
  };
}

/** Purpose ‖ sequence number ‖ wall clock ‖ hash: what the signature covers. */
function signedBytes({ seq, hash }: Head, wallMs: number): Buffer {
  const numbers = Buffer.alloc(16);
  numbers.writeBigInt64BE(BigInt(seq), 0);
  numbers.writeBigInt64BE(BigInt(wallMs), 8);
  return Buffer.concat([Buffer.from('holdfast checkpoint\0'), numbers, hash]);
}

/** Is the signature the one of the key that stands beside it? */
export function isGenuine(checkpoint: Checkpoint): boolean {
  const { publicKey, signature, wallMs } = checkpoint;
  return verify(null, signedBytes(checkpoint, wallMs), publicKeyOf(publicKey), signature);
}

const publicKeyOf = (raw: Buffer): KeyObject =>
  createPublicKey({ key: Buffer.concat([publicPrefix, raw]), format: 'der', type: 'spki' });

/** Crockford's digits: none that is mistaken for another when it is read aloud. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Eight characters that stand for the whole journal up to this point: `4F7K-9QZ2` on the end-of-day slip. */
export function checkpointCode({ seq, hash: end }: Head): string {
  const sum = hash('sha256', Buffer.concat([Buffer.from(`${seq} `), end]), 'buffer');
  let code = '';
  for (let bits = sum.readUIntBE(0, 5), n = 0; n < 8; n++) {
    code = digits.charAt(bits % 32) + code;
    bits = Math.floor(bits / 32);
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** The row up to which the journal is the one that a code on paper stands for; undefined when there is none. */
export function rowOfCode(db: Database, code: string): number | undefined {
  const letters = code.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const wanted = `${letters.slice(0, 4)}-${letters.slice(4)}`;
  const rows = db.prepare<[], Head>('SELECT seq, hash FROM journal ORDER BY seq DESC');
  for (const row of rows.iterate()) if (checkpointCode(row) === wanted) return row.seq;
  return undefined;
}

/** Stores a checkpoint; the same end is signed once. */
export function checkpointWriter(db: Database): (checkpoint: Checkpoint) => void {
  const put = db.prepare('INSERT OR IGNORE INTO checkpoint VALUES (?, ?, ?, ?, ?)');
  return ({ seq, wallMs, hash, publicKey, signature }) => {
    put.run(seq, wallMs, hash, publicKey, signature);
  };
}

export function readCheckpoints(db: Database, afterSeq: number): readonly Checkpoint[] {
  return db
    .prepare<[number], Checkpoint>(
      'SELECT seq, wall_ms AS wallMs, hash, public_key AS publicKey, signature ' +
        'FROM checkpoint WHERE seq > ? ORDER BY seq',
    )
    .all(afterSeq);
}
