import { createHmac } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Keystore } from '#hal/keystore/contract.ts';
import type { Pan } from '#src/card/pan.ts';
import type { Vault } from '#src/journal/port.ts';
import { guarded } from './fault.ts';
import { seal, unseal } from './seal.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** The vault with what only the store may do. */
export type SealingVault = Vault & {
  /** Inside the transaction of an append. */
  seal(token: string, pan: Pan, wallMs: number): void;
  /** Destroys the keys of epochs whose last row is gone; also what a power cut left over. */
  sweep(): void;
};

/** What writing may need: room from the reserve when the disk is full. */
export type Writing = <T>(work: () => T) => T;

const epochsPerDay = 1000;

/** First epoch of a day. Keys change with the day, and whenever the last number under one is destroyed. */
export const epochOf = (wallMs: number): number =>
  Math.max(0, Math.floor(wallMs / dayMs)) * epochsPerDay;

/** `cutWal` moves the WAL into the database and cuts it. */
export function openVault(
  db: Database,
  keystore: Keystore,
  writing: Writing,
  cutWal: () => unknown,
): SealingVault {
  const get = db.prepare<[string], { epoch: number; sealed: Buffer }>(
    'SELECT epoch, sealed FROM vault WHERE token = ?',
  );
  const put = db.prepare(
    'INSERT INTO vault VALUES (?, ?, ?) ON CONFLICT (token) DO UPDATE ' +
      'SET epoch = excluded.epoch, sealed = excluded.sealed',
  );
  const remove = db.prepare('DELETE FROM vault WHERE token = ?');
  const note = db.prepare('INSERT OR IGNORE INTO vault_epoch VALUES (?)');
  const forget = db.prepare('DELETE FROM vault_epoch WHERE epoch = ?');
  const empty = db
    .prepare<[], number>(
      'SELECT epoch FROM vault_epoch e WHERE NOT EXISTS (SELECT 1 FROM vault v WHERE v.epoch = e.epoch)',
    )
    .pluck();

  const living = db.prepare<[], number | null>('SELECT max(epoch) FROM vault_epoch').pluck();
  const highest = db
    .prepare<[], string>("SELECT value FROM setting WHERE name = 'vaultEpoch'")
    .pluck();
  const raise = db.prepare(
    "INSERT INTO setting VALUES ('vaultEpoch', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
  );

  /** A key that was destroyed never comes back: its epoch is never named again. */
  const epochFor = (wallMs: number): number => {
    const first = epochOf(wallMs);
    const alive = living.get();
    if (typeof alive === 'number' && alive >= first) return alive;
    const epoch = Math.max(first, Number(highest.get() ?? -1) + 1);
    raise.run(String(epoch));
    return epoch;
  };

  const sweep = () => {
    for (const epoch of empty.all()) {
      keystore.destroyEpoch(epoch);
      forget.run(epoch);
    }
  };

  return {
    open: (token) =>
      guarded(() => {
        const row = get.get(token);
        return row && unseal(keystore.epochKey(row.epoch), token, row.sealed);
      }),
    shred: (token) =>
      writing(() => {
        remove.run(token);
        // Deleted pages are zeroed (secure_delete), but the WAL still holds them until it is cut.
        cutWal();
        sweep();
      }),
    lookup: (pan) => createHmac('sha256', keystore.lookupKey()).update(pan.reveal()).digest('hex'),
    seal(token, pan, wallMs) {
      const epoch = epochFor(wallMs);
      note.run(epoch);
      put.run(token, epoch, seal(keystore.epochKey(epoch), token, pan));
    },
    sweep: () => writing(sweep),
  };
}

/** Moves the WAL into the database and cuts it to nothing; false when a foreign reader stands in the way. */
export function truncateWal(db: Database): boolean {
  const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  return result?.busy === 0;
}
