import type { Database } from 'better-sqlite3';
import type { Projector } from '#src/journal/documents.ts';
import { rowOf } from './chain.ts';
import { documentTables, openDocuments } from './documents.ts';
import type { Slices } from './gently.ts';

const pageOfRows = 200;

/** Drops every projection and replays the journal, in one transaction: the same bytes as before. */
export function* rebuildProjections(db: Database, projector: Projector): Slices<void> {
  const documents = openDocuments(db);
  const page = db.prepare<[number, number], { seq: number; body: string; hash: Buffer }>(
    'SELECT seq, body, hash FROM journal WHERE seq > ? ORDER BY seq LIMIT ?',
  );
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const table of documentTables) db.exec(`DELETE FROM ${table}`);
    db.exec('DELETE FROM document_key');
    for (let after = 0; ; ) {
      const rows = page.all(after, pageOfRows);
      for (const { body, hash } of rows) projector(documents, rowOf(body, hash));
      const last = rows.at(-1);
      if (last === undefined) break;
      after = last.seq;
      yield;
    }
    db.exec('COMMIT');
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK');
  }
}
