import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Keystore } from '#hal/keystore/contract.ts';
import type { Projector } from '#src/journal/documents.ts';
import { listBackups } from './backup.ts';
import { decryptFile } from './backup-file.ts';
import { backupIdentity } from './backup-key.ts';
import { signerOf } from './checkpoint.ts';
import { documentTables } from './documents.ts';
import { type FolderPaths, pathsOf } from './folder.ts';
import { gently } from './gently.ts';
import { verifyWhole } from './inspect.ts';
import { rebuildProjections } from './projections.ts';
import { migrate, schemaSteps } from './schema.ts';

type DrillReport = {
  readonly ok: boolean;
  /** What failed, in words for the technician. */
  readonly problem?: string;
  readonly file?: string;
  readonly backupAgeMs?: number;
  readonly rows?: number;
  readonly durationMs: number;
};

type DrillOptions = {
  readonly folder: string;
  readonly keystore: Keystore;
  readonly projector: Projector;
  /** As in `openStore`: projections of another projector are made anew, but not compared. */
  readonly projectorVersion?: number;
  readonly now: () => number;
};

/**
 * Restores the newest backup into a corner of the folder, checks its whole chain, makes its projections
 * anew, compares, and throws it away. When that one is damaged it fails, and says which older one is good.
 * Touches nothing of the running journal. Reports, never throws.
 */
export async function drill(options: DrillOptions): Promise<DrillReport> {
  const paths = pathsOf(options.folder);
  const started = performance.now();
  const done = (report: Omit<DrillReport, 'durationMs'>): DrillReport => ({
    ...report,
    durationMs: Math.round(performance.now() - started),
  });
  try {
    const publicKey = signerOf(options.keystore).publicKey.toString('hex');
    let problem: string | undefined;
    for (const { file, createdMs } of listBackups(paths.backups, publicKey)) {
      const end = await tryOut(paths, file, options).catch(wordsOf);
      if (typeof end === 'number') {
        const backupAgeMs = Math.trunc(options.now()) - createdMs;
        const good = { file, backupAgeMs, rows: end };
        return done(
          problem === undefined ? { ok: true, ...good } : { ok: false, problem, ...good },
        );
      }
      problem ??= `${file}: ${end}`;
    }
    return done({ ok: false, problem: problem ?? 'there is no backup' });
  } catch (error) {
    return done({ ok: false, problem: wordsOf(error) });
  }
}

const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

async function tryOut(paths: FolderPaths, file: string, options: DrillOptions): Promise<number> {
  const copy = join(paths.backups, '.drill.db');
  rmSync(copy, { force: true });
  try {
    const identity = await backupIdentity(options.keystore);
    await decryptFile(join(paths.backups, file), identity, copy);
    const db = new Database(copy);
    try {
      const report = await gently(verifyWhole(db));
      if (!report.ok) throw new Error('the journal in the backup is not whole');
      // A backup of an older program lacks what came after it.
      migrate(db, schemaSteps());
      const before = contents(db);
      const isSame = projectorOf(db) === String(options.projectorVersion ?? 1);
      await gently(rebuildProjections(db, options.projector));
      if (isSame && contents(db) !== before) throw new Error('the projections come out otherwise');
      return report.rows;
    } finally {
      db.close();
    }
  } finally {
    rmSync(copy, { force: true });
  }
}

const projectorOf = (db: Database.Database): unknown =>
  db.prepare("SELECT value FROM setting WHERE name = 'projector'").pluck().get();

/** One sum over all projections. */
function contents(db: Database.Database): string {
  const sums = documentTables.map((table) =>
    db.prepare(`SELECT count(*), coalesce(sum(sum), 0) FROM ${table}`).raw().get(),
  );
  return JSON.stringify([sums, db.prepare('SELECT count(*) FROM document_key').pluck().get()]);
}
