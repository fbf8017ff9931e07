import {
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Keystore } from '#hal/keystore/contract.ts';

/** The last row of the journal, said a second time under a key of the terminal. */
export type Head = { readonly seq: number; readonly hash: Buffer };

export type StoredHead = Head & { readonly mac: Buffer };

/** Key of one purpose, derived from the lookup key (RFC 5869): 32 bytes; the purposes stay apart. */
export const derivedKey = (keystore: Pick<Keystore, 'lookupKey'>, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', keystore.lookupKey(), '', `holdfast ${purpose}`, 32));

/** As a key object: turning bytes into one costs more than the HMAC. */
export const headKey = (keystore: Pick<Keystore, 'lookupKey'>): KeyObject =>
  createSecretKey(derivedKey(keystore, 'journal head'));

/** HMAC-SHA-256 over the sequence number (eight bytes) and the hash. */
function headMac(key: KeyObject, head: Head): Buffer {
  const seq = Buffer.alloc(8);
  seq.writeBigUInt64BE(BigInt(head.seq));
  return createHmac('sha256', key).update(seq).update(head.hash).digest();
}

export const isSealed = (key: KeyObject, head: StoredHead): boolean =>
  timingSafeEqual(headMac(key, head), head.mac);

export function readHead(db: Database): StoredHead | undefined {
  return db.prepare<[], StoredHead>('SELECT seq, hash, mac FROM head WHERE one = 1').get();
}

/** Writes the head in the transaction of an append. */
export function headWriter(db: Database, key: KeyObject): (head: Head) => void {
  const put = db.prepare(
    'INSERT INTO head VALUES (1, ?, ?, ?) ON CONFLICT (one) DO UPDATE ' +
      'SET seq = excluded.seq, hash = excluded.hash, mac = excluded.mac',
  );
  return (head) => {
    put.run(head.seq, head.hash, headMac(key, head));
  };
}
