import Database from 'better-sqlite3';
import { TerminalFault } from '#src/fault.ts';
import { createPrivateFile, type FolderPaths } from './folder.ts';

/** Holds the folder until it is released or the process ends. */
type WriterLock = { release(): void };

/**
 * One writer a folder. The lock is the kernel's (through an empty SQLite file held exclusively), so it
 * falls with the process, however that dies, and nothing stale is left to clean up.
 */
export function lockFolder(paths: FolderPaths): WriterLock {
  createPrivateFile(paths.lock);
  const holder = new Database(paths.lock, { timeout: 0 });
  try {
    holder.pragma('journal_mode = MEMORY');
    holder.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    holder.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      const message = `${paths.folder} is in use by another running terminal`;
      throw new TerminalFault('journal.inUse', 'later', message, error);
    }
    throw error;
  }
  return { release: () => holder.close() };
}
