import { type KeyObject, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Keystore } from '#hal/keystore/contract.ts';
import { TerminalFault } from '#src/fault.ts';
import { listBackups } from './backup.ts';
import { type BackupIdentity, decryptFile, type Manifest } from './backup-file.ts';
import { backupIdentity } from './backup-key.ts';
import { bodyOf, genesis, linkHex } from './chain.ts';
import { signerOf } from './checkpoint.ts';
import { asJournalFault } from './fault.ts';
import { type FolderPaths, pathsOf, prepareFolder, syncFolder } from './folder.ts';
import { atOnce } from './gently.ts';
import { headKey, headWriter, readHead } from './head.ts';
import { verifyWhole } from './inspect.ts';
import { lockFolder } from './lock.ts';
import { salvage } from './salvage.ts';
import { migrate, refuseNewer, schemaSteps } from './schema.ts';
import { unseal } from './seal.ts';
import { keyOf } from './vault.ts';

type RestoreOptions = {
  readonly folder: string;
  /** The backup. */
  readonly file: string;
  readonly keystore: Keystore;
  /** Of the merchant or the vendor, on another terminal; else the terminal's own key opens it. */
  readonly identity?: string;
  readonly onProgress?: (share: number) => void;
  /** Written into the restored journal as its next row. */
  readonly note?: { readonly operator: string; readonly nowMs: number };
};

type RestoreReport = {
  readonly createdMs: number;
  readonly rows: number;
  /** Rows after the backup that could still be read from the damaged journal. */
  readonly salvaged: number;
  /** Sealed numbers in the backup, and how many of them this terminal can open. */
  readonly numbers: { readonly sealed: number; readonly openable: number };
};

/**
 * Puts a backup in the place of the journal. The old files are moved into `damaged-<n>`, never deleted.
 * A power cut leaves either the old journal or the restored one. Throws TerminalFault of the journal, with
 * everything as it was, when the folder is in use or the backup is not good.
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreReport> {
  const paths = pathsOf(options.folder);
  const { file, keystore, onProgress } = options;
  const built = join(paths.folder, 'restore.tmp');
  try {
    prepareFolder(paths);
    const lock = lockFolder(paths);
    try {
      rmSync(built, { force: true });
      const identity: BackupIdentity = options.identity ?? (await backupIdentity(keystore));
      const share = (bytes: number, of: number) => onProgress?.(of === 0 ? 1 : bytes / of);
      const manifest = await decryptFile(file, identity, built, share);
      const report = rebuild(built, paths, { ...options, manifest });
      renameSync(built, restoring(paths));
      syncFolder(paths.folder);
      const aside = finishRestore(paths);
      if (aside !== undefined) giveUpNewer(paths, keystore, manifest.seq + report.salvaged, aside);
      return report;
    } finally {
      rmSync(built, { force: true });
      lock.release();
    }
  } catch (error) {
    throw asJournalFault(error);
  }
}

/** A restored journal that is whole, on its way into place. */
const restoring = (paths: FolderPaths): string => `${paths.database}.restoring`;

/** Checks the backup's journal, adds what the damaged one still has, and puts it under this terminal's key. */
function rebuild(
  built: string,
  paths: FolderPaths,
  { keystore, manifest, note }: Pick<RestoreOptions, 'keystore' | 'note'> & { manifest: Manifest },
): RestoreReport {
  const db = new Database(built);
  try {
    refuseNewer(db, schemaSteps().length);
    db.pragma('journal_mode = DELETE');
    db.pragma('synchronous = FULL');
    migrate(db, schemaSteps());
    const report = atOnce(verifyWhole(db));
    const head = readHead(db);
    if (!report.ok || report.rows !== manifest.rows || (head?.seq ?? 0) !== manifest.seq) {
      throw new TerminalFault('journal.corrupt', 'never', 'the backup’s journal is not whole');
    }
    const key = headKey(keystore);
    return db.transaction((): RestoreReport => {
      if (head !== undefined) headWriter(db, key)(head);
      const salvaged = existsSync(paths.database) ? salvage(db, paths.database, head, key) : 0;
      if (note !== undefined)
        appendNote(db, key, { ...note, takenMs: manifest.createdMs, salvaged });
      forgetEndedNumbers(db);
      // Whatever projector made the projections: they are made again at the next start.
      db.prepare("DELETE FROM setting WHERE name = 'projector'").run();
      const { createdMs, rows } = manifest;
      return { createdMs, rows: rows + salvaged, salvaged, numbers: countNumbers(db, keystore) };
    })();
  } finally {
    db.close();
  }
}

/** The restore is a step of its own: the chain goes on with it. */
function appendNote(
  db: Database.Database,
  key: KeyObject,
  note: { operator: string; nowMs: number; takenMs: number; salvaged: number },
): void {
  const head = readHead(db);
  const prev = head?.hash ?? genesis;
  const { operator, takenMs, salvaged, nowMs: wallMs } = note;
  const event = { kind: 'backup.restored', operator, takenMs, salvaged } as const;
  const facts = {
    seq: (head?.seq ?? 0) + 1,
    id: randomUUID(),
    bootId: randomUUID(),
    monoNs: 0n,
    wallMs,
  };
  const body = bodyOf({ ...facts, event });
  const hash = Buffer.from(linkHex(prev.toString('hex'), body), 'hex');
  const { seq, id, bootId, monoNs } = facts;
  db.prepare('INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    seq,
    id,
    bootId,
    monoNs,
    wallMs,
    event.kind,
    body,
    prev,
    hash,
  );
  headWriter(db, key)({ seq, hash });
}

/** A number whose hold had ended does not come back with an older backup. */
function forgetEndedNumbers(db: Database.Database): void {
  db.exec(
    "DELETE FROM vault WHERE token IN (SELECT json_extract(body, '$.event.token') FROM journal " +
      "WHERE kind IN ('hold.shredded', 'scriptReport.settled'))",
  );
}

function countNumbers(db: Database.Database, keystore: Keystore): RestoreReport['numbers'] {
  const rows = db
    .prepare<[], { token: string; epoch: number; sealed: Buffer }>('SELECT * FROM vault')
    .all();
  const opens = ({ token, epoch, sealed }: (typeof rows)[number]) => {
    const key = keyOf(keystore, epoch);
    return key !== undefined && unseal(key, token, sealed) !== undefined;
  };
  return { sealed: rows.length, openable: rows.filter(opens).length };
}

/**
 * Moves a restored journal into place. Called at each start too: from the moment the restored file has its
 * name there is only the way forward, because a journal and another one's write-ahead log must never meet.
 * Answers the folder with the old files, when there was something to move.
 */
export function finishRestore(paths: FolderPaths): string | undefined {
  const ready = restoring(paths);
  if (!existsSync(ready)) return undefined;
  const aside = freshFolder(paths.folder);
  for (const path of [
    paths.wal,
    `${paths.database}-shm`,
    `${paths.database}-journal`,
    paths.database,
  ]) {
    if (existsSync(path)) renameSync(path, join(aside, path.slice(paths.folder.length + 1)));
  }
  syncFolder(aside);
  renameSync(ready, paths.database);
  syncFolder(paths.folder);
  return aside;
}

/** Backups with rows that the restored records do not have would pass for newer than those to come. */
function giveUpNewer(paths: FolderPaths, keystore: Keystore, seq: number, aside: string): void {
  const publicKey = signerOf(keystore).publicKey.toString('hex');
  for (const backup of listBackups(paths.backups, publicKey))
    if (backup.seq > seq) renameSync(join(paths.backups, backup.file), join(aside, backup.file));
}

function freshFolder(parent: string): string {
  for (let n = 1; ; n++) {
    const folder = join(parent, `damaged-${n}`);
    if (existsSync(folder)) continue;
    mkdirSync(folder, { mode: 0o700 });
    return folder;
  }
}
