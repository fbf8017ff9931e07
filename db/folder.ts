import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** The files of a data folder. Never open the database's files by hand while it runs: closing any handle drops SQLite's locks. */
export type FolderPaths = {
  readonly folder: string;
  readonly database: string;
  readonly wal: string;
  readonly lock: string;
  readonly reserve: string;
  readonly backups: string;
  /** Second places of backups that were seen as disks of their own. */
  readonly sticks: string;
};

export const pathsOf = (folder: string): FolderPaths => ({
  folder,
  database: join(folder, 'holdfast.db'),
  wal: join(folder, 'holdfast.db-wal'),
  lock: join(folder, 'writer.lock'),
  reserve: join(folder, 'reserve'),
  backups: join(folder, 'backups'),
  sticks: join(folder, 'sticks'),
});

/** Makes the folder when it is missing, for its owner alone, whatever the umask says. */
export function prepareFolder(paths: FolderPaths): void {
  if (!existsSync(paths.folder)) {
    mkdirSync(paths.folder, { recursive: true, mode: 0o700 });
    syncFolder(dirname(paths.folder));
  }
  if ((statSync(paths.folder).mode & 0o777) !== 0o700) chmodSync(paths.folder, 0o700);
  for (const name of readdirSync(paths.folder)) {
    const path = join(paths.folder, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isFile() && (stats.mode & 0o077) !== 0) chmodSync(path, stats.mode & 0o700);
  }
}

/** An empty file that only its owner can read; SQLite gives its WAL the same mode. */
export function createPrivateFile(path: string): void {
  if (!existsSync(path)) closeSync(openSync(path, 'wx', 0o600));
}

/** Makes names in a folder durable: a file is only there after a power cut when its folder was synced. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

export const sizeOf = (path: string): number =>
  statSync(path, { throwIfNoEntry: false })?.size ?? 0;
