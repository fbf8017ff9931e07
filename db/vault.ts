import { createHmac } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Keystore } from '#hal/keystore/contract.ts';
import type { Pan } from '#src/card/pan.ts';
import { isFault, TerminalFault } from '#src/fault.ts';
import type { Vault } from '#src/journal/port.ts';
import { guarded } from './fault.ts';
import { derivedKey } from './head.ts';
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

/** How many destroyed epochs an old backup can make us pass over. */
const mostPassedOver = 100_000;

/** First epoch of a day. Keys change with the day, and whenever the last number under one is destroyed. */
const epochOf = (wallMs: number): number => Math.max(0, Math.floor(wallMs / dayMs)) * epochsPerDay;

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
  const epochFor = epochChooser(db, keystore);
  const forget = db.prepare('DELETE FROM vault_epoch WHERE epoch = ?');
  const empty = db
    .prepare<[], number>(
      'SELECT epoch FROM vault_epoch e WHERE NOT EXISTS (SELECT 1 FROM vault v WHERE v.epoch = e.epoch)',
    )
    .pluck();

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
        const key = row && keyOf(keystore, row.epoch);
        return row && key && unseal(key, token, row.sealed);
      }),
    shred: (token) =>
      writing(() => {
        remove.run(token);
        // Deleted pages are zeroed (secure_delete), but the WAL still holds them until it is cut.
        cutWal();
        sweep();
      }),
    lookup: (pan) => {
      const hash = createHmac('sha256', keystore.lookupKey()).update(pan.reveal()).digest('hex');
      return `${lookupName(keystore)}-${hash}`;
    },
    seal(token, pan, wallMs) {
      const { epoch, key } = epochFor(wallMs);
      put.run(token, epoch, seal(key, token, pan));
    },
    sweep: () => writing(sweep),
  };
}

/** Names the key of the keyed hashes: those of two terminals are not compared. Four bytes, hex. */
const lookupName = (keystore: Keystore): string =>
  derivedKey(keystore, 'name of the lookup key').toString('hex').slice(0, 8);

/** Undefined when the key was destroyed. */
export function keyOf(keystore: Keystore, epoch: number): Uint8Array | undefined {
  try {
    return keystore.epochKey(epoch);
  } catch (error) {
    if (isFault(error, 'keystore.missingKey')) return undefined;
    throw error;
  }
}

type Epoch = { readonly epoch: number; readonly key: Uint8Array };

/**
 * The epoch that a number of this moment is sealed under: the living one of the day, else one that was never
 * used. A key that was destroyed never comes back, also when an older backup does not know of its end.
 */
function epochChooser(db: Database, keystore: Keystore): (wallMs: number) => Epoch {
  const living = db.prepare<[], number | null>('SELECT max(epoch) FROM vault_epoch').pluck();
  const highest = db
    .prepare<[], string>("SELECT value FROM setting WHERE name = 'vaultEpoch'")
    .pluck();
  const raise = db.prepare(
    "INSERT INTO setting VALUES ('vaultEpoch', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
  );
  const note = db.prepare('INSERT OR IGNORE INTO vault_epoch VALUES (?)');

  return (wallMs) => {
    const first = epochOf(wallMs);
    const alive = living.get() ?? -1;
    const present = alive >= first ? keyOf(keystore, alive) : undefined;
    if (present !== undefined) return { epoch: alive, key: present };
    const unused = Math.max(first, alive + 1, Number(highest.get() ?? -1) + 1);
    for (let epoch = unused; epoch < unused + mostPassedOver; epoch++) {
      const key = keyOf(keystore, epoch);
      if (key === undefined) continue;
      raise.run(String(epoch));
      note.run(epoch);
      return { epoch, key };
    }
    throw new TerminalFault('keystore.missingKey', 'never', 'no key of an epoch can be made');
  };
}

/** Moves the WAL into the database and cuts it to nothing; false when a foreign reader stands in the way. */
export function truncateWal(db: Database): boolean {
  const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  return result?.busy === 0;
}
