import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Keystore } from '#hal/keystore/contract.ts';
import { TerminalFault } from '#src/fault.ts';
import type { SecondPlaceEnd } from '#src/safekeeping.ts';
import { decryptFile, encryptFile, type Manifest } from './backup-file.ts';
import { backupIdentity, backupRecipient } from './backup-key.ts';
import {
  type BackupName,
  formatBackupName,
  type Keep,
  keptBackups,
  newestFirst,
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
import { endOf, mustBeThere } from './second-place.ts';

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
  /** The device's own first; `problem` in words for the technician. */
  readonly places: readonly PlaceReport[];
};

type PlaceReport = {
  readonly folder: string;
  readonly end: SecondPlaceEnd;
  readonly problem?: string;
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
    const ready = { manifest, snapshot, recipients, identity, keep: options.keep ?? usualKeep };

    await keepAt(paths.backups, file, ready);
    const places: PlaceReport[] = [{ folder: paths.backups, end: 'done' }];
    for (const folder of options.places ?? []) {
      const copy = async () => {
        await mustBeThere(folder, paths);
        await keepAt(folder, file, ready);
      };
      places.push(await attempt(folder, copy));
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
  readonly keep: Keep;
};

/** Puts the backup there and rotates. On a full disk the old ones go first, but never the last good one. */
async function keepAt(folder: string, file: string, ready: Ready): Promise<void> {
  const { publicKey } = ready.manifest;
  forgetParts(folder, publicKey);
  try {
    await place(folder, file, ready);
  } catch (error) {
    if (endOf(error) !== 'full') throw error;
    const [newest] = listBackups(folder, publicKey);
    const madeRoom = rotate(folder, publicKey, ready.keep, [file, newest?.file ?? file]) > 0;
    if (!madeRoom) throw error;
    await place(folder, file, ready);
  }
  rotate(folder, publicKey, ready.keep, [file]);
}

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

/** What a stick that was pulled, or a power cut, left half written. */
function forgetParts(folder: string, publicKey: string): void {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of names) {
    const whole = name.startsWith('.') && name.endsWith('.part') ? name.slice(1, -5) : '';
    if (parseBackupName(whole)?.terminal === publicKey.slice(0, 8))
      rmSync(join(folder, name), { force: true });
  }
}

async function attempt(folder: string, copy: () => Promise<void>): Promise<PlaceReport> {
  try {
    await copy();
    return { folder, end: 'done' };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { folder, end: endOf(error), problem };
  }
}

/** Backups of this terminal in a folder, newest first, by the journal's own count: a clock may have been wrong. */
export function listBackups(folder: string, publicKey: string): readonly BackupName[] {
  const names = existsSync(folder) ? readdirSync(folder).map(parseBackupName) : [];
  return names
    .filter((name) => name !== undefined)
    .filter(({ terminal }) => terminal === publicKey.slice(0, 8))
    .sort(newestFirst);
}

/** Removes what the new backup, there yet or not, makes superfluous, except the spared; answers how many. */
function rotate(
  folder: string,
  publicKey: string,
  keep: Keep,
  [file, ...spared]: readonly [string, ...string[]],
): number {
  const newest = parseBackupName(file);
  const others = listBackups(folder, publicKey).filter((other) => other.file !== file);
  if (newest === undefined) return 0;
  const kept = keptBackups([newest, ...others], keep, newest);
  const over = others.filter((other) => !kept.has(other) && !spared.includes(other.file));
  for (const backup of over) rmSync(join(folder, backup.file), { force: true });
  syncFolder(folder);
  return over.length;
}
