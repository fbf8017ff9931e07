import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from 'better-sqlite3';
import { TerminalFault } from '#src/fault.ts';

/** `HOLD` in ASCII: says whose file this is (SQLite's application_id). */
export const applicationId = 0x484f4c44;

const schemaFolder = fileURLToPath(new URL('./schema/', import.meta.url));

type Step = { readonly version: number; readonly sql: string };

/** The steps `0001-….sql`, `0002-….sql` …, without a gap. */
export function schemaSteps(folder: string = schemaFolder): readonly Step[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}-.*\.sql$/.test(name));
  return names.sort().map((name, at) => {
    const version = Number(name.slice(0, 4));
    if (version !== at + 1) throw new Error(`schema: ${name} is not step ${at + 1}`);
    return { version, sql: readFileSync(join(folder, name), 'utf8') };
  });
}

/**
 * Brings the database to the newest schema; each step and its number are one transaction, so a power cut
 * leaves either all of a step or nothing. A journal of a newer version is refused and left as it is.
 */
export function migrate(db: Database, steps: readonly Step[]): void {
  refuseNewer(db, steps.length);
  for (const { version, sql } of steps) {
    if (version <= versionOf(db)) continue;
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${version}`);
    }).immediate();
  }
}

/** Throws `journal.readOnly` for a journal that a newer version of the program has written. */
export function refuseNewer(db: Database, newest: number): void {
  const version = versionOf(db);
  if (version <= newest) return;
  const message = `the journal has schema ${version}, this program knows ${newest}: use the newer program`;
  throw new TerminalFault('journal.readOnly', 'never', message);
}

export const versionOf = (db: Database): number =>
  db.pragma('user_version', { simple: true }) as number;
