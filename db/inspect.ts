import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { TerminalFault } from '#src/fault.ts';
import { documentsAreSound } from './documents.ts';
import { type FolderPaths, sizeOf } from './folder.ts';
import { atOnce, type Slices } from './gently.ts';
import { applicationId, refuseNewer, schemaSteps, versionOf } from './schema.ts';
import { type ChainReport, verifyChain, verifyCheckpoints } from './verify.ts';
import { unreadableCommits } from './wal.ts';

/** What was checked at the start, before the first write. */
export type Verification = {
  /** Rows whose chain was recomputed. */
  readonly rows: number;
  /** False when the journal's end is not under this terminal's key: tampered with, or from another one. */
  readonly ok: boolean;
  /** The whole journal was checked, not only its end. */
  readonly whole: boolean;
  /** The projections were damaged: to be rebuilt. */
  readonly rebuild: boolean;
};

/** How many rows from the end are recomputed at each start; the rest is `verify`'s work. */
const tailRows = 20_000;

/** SQLite's own structural check reads everything: done at the start up to this size in bytes. */
const structureCheckBytes = 64 * 1024 * 1024;

/**
 * Looks at the folder's journal through a read-only connection, so that a damaged one stays exactly as
 * it is for whoever repairs it. Throws `journal.corrupt`, and `journal.readOnly` for a newer schema.
 */
export function inspectFolder(paths: FolderPaths, key: KeyObject): Verification {
  const fresh = { rows: 0, ok: true, whole: true, rebuild: false };
  if (sizeOf(paths.database) === 0) {
    // A first start that was cut short leaves an empty file and no reserve; anything else lost its journal.
    if (existsSync(paths.reserve) || sizeOf(paths.wal) > 0) throw corrupt('the journal is missing');
    return fresh;
  }
  const unreadable = unreadableCommits(paths.wal);
  if (unreadable > 1) throw corrupt(`${unreadable} steps in the write-ahead log are damaged`);
  const db = openReadOnly(paths);
  try {
    refuseNewer(db, schemaSteps().length);
    if (versionOf(db) === 0) {
      if (tableCount(db) > 0) throw corrupt('not a journal of this terminal');
      return fresh;
    }
    return inspectDatabase(db, sizeOf(paths.database), key);
  } catch (error) {
    throw asCorrupt(error);
  } finally {
    db.close();
  }
}

function inspectDatabase(db: Database.Database, bytes: number, key: KeyObject): Verification {
  if (db.pragma('application_id', { simple: true }) !== applicationId) {
    throw corrupt('not a journal of this terminal');
  }
  const small = bytes <= structureCheckBytes;
  if (small) {
    const found = db.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw corrupt(String(found));
  }
  const end =
    db.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM journal').pluck().get() ?? 0;
  const after = Math.max(0, end - tailRows);
  const report = atOnce(verifyChain(db, after, key));
  // A journal that the migration has yet to bring up to date has no checkpoints.
  const signed = versionOf(db) < 2 ? [] : verifyCheckpoints(db, after);
  const fatal = [...report.problems, ...signed].find(({ what }) => what !== 'seal');
  if (fatal !== undefined) throw corrupt(`row ${fatal.seq}: ${fatal.what}`);
  // One that has yet to get a table is brought up to date first, and its documents are made anew.
  const older = versionOf(db) < schemaSteps().length;
  const rebuild = older || (small && !atOnce(documentsAreSound(db)));
  return { rows: report.rows, ok: report.ok, whole: after === 0, rebuild };
}

function openReadOnly(paths: FolderPaths): Database.Database {
  try {
    return new Database(paths.database, { readonly: true, timeout: 2000 });
  } catch (error) {
    throw asCorrupt(error);
  }
}

const tableCount = (db: Database.Database): number =>
  db.prepare<[], number>('SELECT count(*) FROM sqlite_master').pluck().get() ?? 0;

const corrupt = (why: string, cause?: unknown): TerminalFault =>
  new TerminalFault('journal.corrupt', 'never', `journal.corrupt: ${why}`, cause);

/** A table or column that is not there is damage too. */
function asCorrupt(error: unknown): unknown {
  if (error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR') {
    return corrupt(error.message, error);
  }
  return error;
}

export type WholeReport = ChainReport & {
  /** SQLite's own check: `ok`, or what it found. */
  readonly integrity: string;
  readonly checkpoints: number;
};

export type WholeOptions = {
  /** Key of the head's seal; without it the seal is not looked at. */
  readonly key?: KeyObject;
  /** Public keys of the checkpoints, hex; without them any signer will do. */
  readonly trusted?: ReadonlySet<string>;
};

/** The whole journal of an open connection: structure, chain, head, checkpoints. Reads only. */
export function* verifyWhole(
  db: Database.Database,
  options: WholeOptions = {},
): Slices<WholeReport> {
  const integrity = yield* verifyStructure(db);
  const chain = yield* verifyChain(db, 0, options.key);
  const problems = [...chain.problems, ...verifyCheckpoints(db, 0, options.trusted)];
  const checkpoints = db.prepare<[], number>('SELECT count(*) FROM checkpoint').pluck().get() ?? 0;
  const ok = problems.length === 0 && integrity === 'ok';
  return { rows: chain.rows, ok, problems, integrity, checkpoints };
}

/** SQLite's own check, table by table. */
export function* verifyStructure(db: Database.Database): Slices<string> {
  const tables = db
    .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'")
    .pluck();
  for (const table of tables.all()) {
    const found = String(db.pragma(`integrity_check('${table}')`, { simple: true }));
    if (found !== 'ok') return found;
    yield;
  }
  return 'ok';
}
