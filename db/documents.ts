import type { Database } from 'better-sqlite3';
import type {
  DocumentReader,
  Documents,
  DocumentTable,
  StoredDocument,
} from '#src/journal/documents.ts';
import { canonicalJson } from './canonical-json.ts';
import { guarded } from './fault.ts';

/** The projection tables, all of one shape (schema/0001-journal.sql). */
export const documentTables: readonly DocumentTable[] = [
  'hold',
  'incident',
  'outbox',
  'slip',
  'counter',
];

type Stored = { id: string; state: string; sort: number; keys: string; body: string };

const columns = 'id, state, sort, keys, body';

const documentOf = (row: Stored): StoredDocument => ({
  id: row.id,
  state: row.state,
  sort: row.sort,
  keys: JSON.parse(row.keys),
  body: JSON.parse(row.body),
});

/** The writing side, handed to the projector inside the transaction of an append. */
export function openDocuments(db: Database): Documents {
  const of = tables((table) => ({
    get: db.prepare<[string], Stored>(`SELECT ${columns} FROM ${table} WHERE id = ?`),
    keys: db.prepare<[string], string>(`SELECT keys FROM ${table} WHERE id = ?`).pluck(),
    put: db.prepare(
      `INSERT INTO ${table} (${columns}) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE ` +
        'SET state = excluded.state, sort = excluded.sort, keys = excluded.keys, body = excluded.body',
    ),
    delete: db.prepare(`DELETE FROM ${table} WHERE id = ?`),
  }));
  const addKey = db.prepare('INSERT OR IGNORE INTO document_key VALUES (?, ?, ?)');
  const dropKey = db.prepare('DELETE FROM document_key WHERE document = ? AND key = ? AND id = ?');

  const index = (table: DocumentTable, id: string, keys: string) => {
    const before = of[table].keys.get(id) ?? '[]';
    if (before === keys) return;
    for (const key of JSON.parse(before)) dropKey.run(table, key, id);
    for (const key of JSON.parse(keys)) addKey.run(table, key, id);
  };

  return {
    get(table, id) {
      const row = of[table].get.get(id);
      return row === undefined ? undefined : documentOf(row);
    },
    put(table, { id, state, sort, keys, body }) {
      const keyText = canonicalJson(keys);
      index(table, id, keyText);
      of[table].put.run(id, state, sort, keyText, canonicalJson(body));
    },
    delete(table, id) {
      index(table, id, '[]');
      of[table].delete.run(id);
    },
  };
}

/** The reading side, for the desk and the API. Throws TerminalFault of the journal when the disk fails. */
export function openReader(db: Database): DocumentReader {
  const of = tables((table) => ({
    get: db.prepare<[string], Stored>(`SELECT ${columns} FROM ${table} WHERE id = ?`),
    list: db.prepare<[string, number], Stored>(
      `SELECT ${columns} FROM ${table} WHERE state IN (SELECT value FROM json_each(?)) ORDER BY sort, id LIMIT ?`,
    ),
    listAll: db.prepare<[number], Stored>(
      `SELECT ${columns} FROM ${table} ORDER BY sort, id LIMIT ?`,
    ),
    find: db.prepare<[string], Stored>(
      `SELECT d.id, d.state, d.sort, d.keys, d.body FROM document_key k JOIN ${table} d ON d.id = k.id ` +
        `WHERE k.document = '${table}' AND k.key = ? ORDER BY d.sort, d.id`,
    ),
    count: db
      .prepare<[string], number>(
        `SELECT count(*) FROM ${table} WHERE state IN (SELECT value FROM json_each(?))`,
      )
      .pluck(),
    countAll: db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck(),
  }));

  return {
    get: (table, id) =>
      guarded(() => {
        const row = of[table].get.get(id);
        return row === undefined ? undefined : documentOf(row);
      }),
    list: (table, states, limit = -1) =>
      guarded(() => {
        const rows = noneMeansAll(states)
          ? of[table].listAll.all(limit)
          : of[table].list.all(JSON.stringify(states), limit);
        return rows.map(documentOf);
      }),
    find: (table, key) => guarded(() => of[table].find.all(key).map(documentOf)),
    count: (table, states) =>
      guarded(() =>
        noneMeansAll(states)
          ? (of[table].countAll.get() ?? 0)
          : (of[table].count.get(JSON.stringify(states)) ?? 0),
      ),
  };
}

const noneMeansAll = (states: readonly string[] | undefined): boolean =>
  states === undefined || states.length === 0;

function tables<T>(make: (table: DocumentTable) => T): Record<DocumentTable, T> {
  return Object.fromEntries(documentTables.map((table) => [table, make(table)])) as Record<
    DocumentTable,
    T
  >;
}
