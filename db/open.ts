import { type KeyObject, randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { Keystore } from '#hal/keystore/contract.ts';
import { isFault } from '#src/fault.ts';
import type { DocumentReader, Projector } from '#src/journal/documents.ts';
import type { Journal, Vault } from '#src/journal/port.ts';
import { type BackupOptions, type BackupReport, takeBackup } from './backup.ts';
import { checkpointCode, signerOf } from './checkpoint.ts';
import { openDatabase } from './connection.ts';
import { openDocuments } from './documents.ts';
import { asJournalFault, guarded } from './fault.ts';
import { type FolderPaths, pathsOf, prepareFolder } from './folder.ts';
import { atOnce } from './gently.ts';
import { headKey } from './head.ts';
import { inspectFolder, type Verification } from './inspect.ts';
import { openJournal } from './journal.ts';
import { lockFolder } from './lock.ts';
import { rebuildProjections } from './projections.ts';
import { openReader } from './reader.ts';
import { openReserve, type Reserve } from './reserve.ts';
import { finishRestore } from './restore.ts';
import { openVault, truncateWal, type Writing } from './vault.ts';

export type StoreOptions = {
  /** The data folder; made, and kept for its owner alone. */
  readonly folder: string;
  readonly keystore: Keystore;
  readonly projector: Projector;
  /** Raise it whenever the projector changes: the projections are then rebuilt at the next start. */
  readonly projectorVersion?: number;
  /** Wall clock, ms since 1970. */
  readonly now: () => number;
  readonly monoNs: () => bigint;
  readonly bootId: string;
  readonly newId?: () => string;
};

/** The durable half of the terminal. Every call is synchronous: what returned is on the disk. */
export type Store = {
  readonly journal: Journal;
  readonly documents: DocumentReader;
  readonly vault: Vault;
  /** What the check at the start found. */
  readonly verification: Verification;
  /** Drops the projections and replays the journal. */
  rebuildProjections(): void;
  /** Signs the end of the journal: at settlement, before an update, with a backup. */
  checkpoint(): Signed;
  /** See {@link takeBackup}. While one runs, it is the answer to a second call too. */
  backup(options: BackupOptions): Promise<BackupReport>;
  /** A setting of the connection as SQLite says it, `synchronous`. */
  pragma(name: 'synchronous' | 'journal_mode' | 'secure_delete' | 'foreign_keys'): unknown;
  close(): void;
};

/** A signed end of the journal, and the eight characters that stand for it on paper. */
export type Signed = { readonly seq: number; readonly code: string; readonly publicKey: string };

/**
 * Opens the data folder, or makes it. Checks before it writes: a journal that is torn or was tampered
 * with ends in TerminalFault `journal.corrupt` with every file left as it was. Also throws
 * `journal.inUse` (another terminal runs on the folder), `journal.readOnly` (no right to write, newer
 * schema) and `journal.diskFull`.
 */
export function openStore(options: StoreOptions): Store {
  return guarded(() => {
    const paths = pathsOf(options.folder);
    prepareFolder(paths);
    const lock = lockFolder(paths);
    let db: Database.Database | undefined;
    try {
      const key = headKey(options.keystore);
      finishRestore(paths);
      const verification = inspectFolder(paths, key);
      const reserve = openReserve(paths);
      const open = withReserve(reserve)(() => openDatabase(paths));
      db = open;
      const store = assemble(open, paths, options, reserve, key, verification);
      return {
        ...store,
        close() {
          open.close();
          reserve.ensure();
          lock.release();
        },
      };
    } catch (error) {
      db?.close();
      lock.release();
      throw error;
    }
  });
}

function assemble(
  db: Database.Database,
  paths: FolderPaths,
  options: StoreOptions,
  reserve: Reserve,
  key: KeyObject,
  verification: Verification,
): Omit<Store, 'close'> {
  const writing = withReserve(reserve);
  const cutWal = () => {
    const done = truncateWal(db);
    reserve.ensure();
    return done;
  };
  const vault = openVault(db, options.keystore, writing, cutWal);
  cutWal();
  vault.sweep();
  const documents = openDocuments(db);
  const { projector, bootId, now, monoNs, newId = randomUUID } = options;
  const rebuild = () => {
    documents.forget();
    guarded(() => atOnce(rebuildProjections(db, projector)));
  };
  if (isOtherProjector(db, options.projectorVersion ?? 1) || verification.rebuild) rebuild();
  const signer = signerOf(options.keystore);
  const parts = {
    db,
    signer,
    key,
    documents,
    vault,
    projector,
    reserve,
    writing,
    bootId,
    now,
    monoNs,
  };
  let running: Promise<BackupReport> | undefined;
  const journal = openJournal({ ...parts, newId });
  return {
    journal,
    documents: openReader(db),
    vault,
    verification,
    rebuildProjections: rebuild,
    checkpoint: () => {
      const signed = journal.checkpoint();
      const publicKey = signed.publicKey.toString('hex');
      return { seq: signed.seq, code: checkpointCode(signed), publicKey };
    },
    backup: (wanted) => {
      running ??= (async () => {
        guarded(() => journal.checkpoint());
        return takeBackup({ db, paths, keystore: options.keystore, signer, now }, wanted);
      })().finally(() => {
        running = undefined;
      });
      return running;
    },
    pragma: (name) => db.pragma(name, { simple: true }),
  };
}

/** Runs a write; on a full disk gives the reserve back, step by step, until it goes through. */
function withReserve(reserve: Reserve): Writing {
  return (work) => {
    try {
      return work();
    } catch (error) {
      const fault = asJournalFault(error);
      if (!isFault(fault, 'journal.diskFull') || !guarded(reserve.release)) throw fault;
      return withReserve(reserve)(work);
    }
  };
}

function isOtherProjector(db: Database.Database, version: number): boolean {
  const name = 'projector';
  const stored = db.prepare('SELECT value FROM setting WHERE name = ?').pluck().get(name);
  if (stored === String(version)) return false;
  db.prepare(
    'INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(name, String(version));
  return true;
}
