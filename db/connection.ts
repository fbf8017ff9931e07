import { renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { createPrivateFile, type FolderPaths, sizeOf, syncFolder } from './folder.ts';
import { migrate, schemaSteps } from './schema.ts';

/** The connection with all its promises: durable commits, zeroed deletions, newest schema. */
export function openDatabase(paths: FolderPaths): Database.Database {
  if (sizeOf(paths.database) === 0) createDatabase(paths);
  const db = new Database(paths.database, { timeout: 2000 });
  try {
    promise(db);
    migrate(db, schemaSteps());
    db.exec(
      "INSERT INTO setting VALUES ('starts', '1') ON CONFLICT (name) DO UPDATE SET value = value + 1",
    );
    assertFull(db);
    syncFolder(paths.folder);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function promise(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('secure_delete = ON');
  db.pragma('foreign_keys = ON');
  // A WAL of at most 4 MiB between checkpoints, so that the reserve is room enough for it.
  db.pragma('wal_autocheckpoint = 1000');
}

/** Made under another name, so that a first start that is cut short leaves no half of a journal. */
function createDatabase(paths: FolderPaths): void {
  const made = `${paths.database}.new`;
  for (const rest of ['', '-wal', '-shm', '-journal']) rmSync(made + rest, { force: true });
  createPrivateFile(made);
  const db = new Database(made);
  try {
    promise(db);
    migrate(db, schemaSteps());
  } finally {
    db.close();
  }
  renameSync(made, paths.database);
  syncFolder(paths.folder);
}

/** The library sets NORMAL by itself after the first write into a WAL: looked at after one. */
function assertFull(db: Database.Database): void {
  db.pragma('synchronous = FULL');
  const level = db.pragma('synchronous', { simple: true });
  if (level !== 2) throw new Error(`journal: synchronous is ${level}, not FULL`);
}
