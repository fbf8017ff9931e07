import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Keystore } from '#hal/keystore/contract.ts';
import { TerminalFault } from '#src/fault.ts';
import { decryptFile, encryptFile, type Manifest } from './backup-file.ts';
import { backupIdentity, backupRecipient } from './backup-key.ts';
import {
  type BackupName,
  formatBackupName,
  type Keep,
  keptBackups,
  parseBackupName,
  usualKeep,
} from './backup-name.ts';
import type { Signer } from './checkpoint.ts';
import { documentsAreSound } from './documents.ts';
import { asJournalFault } from './fault.ts';
import { type FolderPaths, sizeOf, syncFolder } from './folder.ts';
import { gently } from './gently.ts';
import { readHead } from './head.ts';
import { verifyWhole } from './inspect.ts';
import { versionOf } from './schema.ts';

export type BackupOptions = {
  /** `age1…` of the merchant and of the vendor; the terminal itself is always one. */
  readonly recipients: readonly string[];
  /** Second places: a USB folder, a network mount. One that is not there is reported, not thrown. */
  readonly places?: readonly string[];
  readonly keep?: Keep;
};

export type BackupReport = {
  readonly file: string;
  readonly createdMs: number;
  readonly rows: number;
  readonly bytes: number;
  readonly durationMs: number;
  readonly places: readonly { readonly folder: string; readonly problem?: string }[];
};

type BackupParts = {
  readonly db: Database.Database;
  readonly paths: FolderPaths;
  readonly keystore: Keystore;
  readonly signer: Signer;
  readonly now: () => number;
};

/**
 * Snapshot → checked → encrypted → read back → renamed into place → old ones rotated out, first on the
 * device, then at each second place. The terminal works on meanwhile. The keys of the vault are never in
 * it. Throws TerminalFault of the journal when there is no good backup on the device in the end.
 */
export async function takeBackup(
  parts: BackupParts,
  options: BackupOptions,
): Promise<BackupReport> {
  const { paths, keystore, signer } = parts;
  const createdMs = Math.trunc(parts.now());
  const work = join(paths.backups, '.work');
  const started = performance.now();
  try {
    clear(work);
    const snapshot = join(work, 'snapshot.db');
    await parts.db.backup(snapshot, { progress: () => 500 });
    const manifest = await describe(snapshot, createdMs, signer.publicKey.toString('hex'));
    const recipients = [...options.recipients, await backupRecipient(keystore)];
    const file = formatBackupName(manifest.publicKey, createdMs, manifest.seq);
    const identity = await backupIdentity(keystore);
    const put = (folder: string) =>
      place(folder, file, { manifest, snapshot, recipients, identity });
    const keep = options.keep ?? usualKeep;

    await put(paths.backups);
    rotate(paths.backups, manifest.publicKey, keep);
    const places: BackupReport['places'][number][] = [{ folder: paths.backups }];
    for (const folder of options.places ?? []) {
      places.push(
        await attempt(
          folder,
          () => put(folder),
          () => rotate(folder, manifest.publicKey, keep),
        ),
      );
    }
    const { rows, bytes } = manifest;
    const durationMs = Math.round(performance.now() - started);
    return { file, createdMs, rows, bytes, durationMs, places };
  } catch (error) {
    throw asJournalFault(error);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function clear(work: string): void {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true, mode: 0o700 });
}

/** Checks the snapshot as hard as a restored journal would be, and says what is in it. */
async function describe(snapshot: string, createdMs: number, publicKey: string): Promise<Manifest> {
  const db = new Database(snapshot);
  try {
    // One file without a WAL beside it.
    db.pragma('journal_mode = DELETE');
    const report = await gently(verifyWhole(db));
    const head = readHead(db);
    if (!report.ok || !(await gently(documentsAreSound(db)))) {
      const [first] = report.problems;
      const why = first === undefined ? report.integrity : `row ${first.seq} ${first.what}`;
      throw new TerminalFault('journal.corrupt', 'never', `not backed up, damaged: ${why}`);
    }
    return {
      format: 'holdfast-backup-1',
      createdMs,
      schema: versionOf(db),
      seq: head?.seq ?? 0,
      rows: report.rows,
      head: head?.hash.toString('hex') ?? '',
      bytes: sizeOf(snapshot),
      sha256: await sha256(snapshot),
      publicKey,
    };
  } finally {
    db.close();
  }
}

async function sha256(path: string): Promise<string> {
  const sum = createHash('sha256');
  for await (const chunk of createReadStream(path)) sum.update(chunk);
  return sum.digest('hex');
}

type Ready = {
  readonly manifest: Manifest;
  readonly snapshot: string;
  readonly recipients: readonly string[];
  readonly identity: CryptoKey;
};

/** Under its name only when it is whole and on the disk. */
async function place(folder: string, file: string, ready: Ready): Promise<void> {
  const part = join(folder, `.${file}.part`);
  try {
    await encryptFile(ready.manifest, ready.snapshot, part, ready.recipients);
    await decryptFile(part, ready.identity);
    renameSync(part, join(folder, file));
    syncFolder(folder);
  } finally {
    rmSync(part, { force: true });
  }
}

async function attempt(
  folder: string,
  put: () => Promise<void>,
  rotateThere: () => void,
): Promise<BackupReport['places'][number]> {
  try {
    await put();
    rotateThere();
    return { folder };
  } catch (error) {
    return { folder, problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Backups of this terminal in a folder, newest first. */
export function listBackups(folder: string, publicKey: string): readonly BackupName[] {
  const names = existsSync(folder) ? readdirSync(folder).map(parseBackupName) : [];
  return names
    .filter((name) => name !== undefined)
    .filter(({ terminal }) => terminal === publicKey.slice(0, 8))
    .sort((a, b) => b.createdMs - a.createdMs || b.seq - a.seq);
}

function rotate(folder: string, publicKey: string, keep: Keep): void {
  const all = listBackups(folder, publicKey);
  const kept = keptBackups(all, keep);
  for (const backup of all)
    if (!kept.has(backup)) rmSync(join(folder, backup.file), { force: true });
  syncFolder(folder);
}
