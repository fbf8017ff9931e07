import Database from 'better-sqlite3';
import { type FaultCode, type Retry, TerminalFault } from '#src/fault.ts';

type Mapped = { readonly code: FaultCode; readonly retry: Retry };

const full: Mapped = { code: 'journal.diskFull', retry: 'later' };
const readOnly: Mapped = { code: 'journal.readOnly', retry: 'later' };
const corrupt: Mapped = { code: 'journal.corrupt', retry: 'never' };

/** By SQLite's result code, longest prefix first: a failed read accuses the data, a failed write the disk. */
const sqliteCodes: readonly (readonly [string, Mapped])[] = [
  ['SQLITE_IOERR_SHMSIZE', full],
  ['SQLITE_IOERR_READ', corrupt],
  ['SQLITE_IOERR_SHORT_READ', corrupt],
  ['SQLITE_IOERR_CORRUPTFS', corrupt],
  ['SQLITE_IOERR_DATA', corrupt],
  ['SQLITE_IOERR', readOnly],
  ['SQLITE_FULL', full],
  ['SQLITE_CORRUPT', corrupt],
  ['SQLITE_NOTADB', corrupt],
  ['SQLITE_READONLY', readOnly],
  ['SQLITE_CANTOPEN', readOnly],
  ['SQLITE_PERM', readOnly],
  ['SQLITE_AUTH', readOnly],
  ['SQLITE_BUSY', readOnly],
  ['SQLITE_LOCKED', readOnly],
];

const systemCodes: Readonly<Record<string, Mapped>> = {
  ENOSPC: full,
  EDQUOT: full,
  EROFS: readOnly,
  EACCES: readOnly,
  EPERM: readOnly,
  ENOTDIR: readOnly,
  EEXIST: readOnly,
  ENOENT: readOnly,
  EIO: readOnly,
};

/** The fault that an error of SQLite or of the file system means; our own bugs come back unchanged. */
export function asJournalFault(error: unknown): unknown {
  if (error instanceof Database.SqliteError) {
    const mapped = sqliteCodes.find(([prefix]) => error.code.startsWith(prefix))?.[1];
    if (mapped === undefined) return error;
    return new TerminalFault(mapped.code, mapped.retry, `${mapped.code}: ${error.message}`, error);
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const mapped = systemCodes[code];
  if (mapped === undefined || !(error instanceof Error)) return error;
  return new TerminalFault(mapped.code, mapped.retry, `${mapped.code}: ${error.message}`, error);
}

/** Runs the work; what the world fails at leaves as a TerminalFault of the journal. */
export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asJournalFault(error);
  }
}
