import { crc32 } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import { TerminalFault } from '#src/fault.ts';
import type { Documents, DocumentTable, StoredDocument } from '#src/journal/documents.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Slices } from './gently.ts';

/** The projection tables, all of one shape (schema/0001-journal.sql). */
export const documentTables: readonly DocumentTable[] = [
  'hold',
  'incident',
  'outbox',
  'slip',
  'counter',
  'handover',
];

/** A row of a projection table. */
export type Stored = {
  id: string;
  state: string;
  sort: number;
  keys: string;
  body: string;
  sum: number;
};

export const columns = 'id, state, sort, keys, body, sum';

const sumOf = (table: DocumentTable, row: Omit<Stored, 'sum'>): number =>
  crc32(`${table}\n${row.id}\n${row.state}\n${row.sort}\n${row.keys}\n${row.body}`);

/** A row whose bytes changed under the program is a fault, not a document. */
function refuseChanged(table: DocumentTable, row: Stored): void {
  if (sumOf(table, row) !== row.sum)
    throw new TerminalFault('journal.corrupt', 'never', `journal.corrupt: ${table} ${row.id}`);
}

const documentOf = ({ id, state, sort, keys, body }: Stored): StoredDocument => ({
  id,
  state,
  sort,
  keys: JSON.parse(keys),
  body: JSON.parse(body),
});

export function checkedDocument(table: DocumentTable, row: Stored): StoredDocument {
  refuseChanged(table, row);
  return documentOf(row);
}

/** The writing side, handed to the projector inside the transaction of an append. */
export type WritingDocuments = Documents & {
  /** After a transaction that was rolled back: what was written in it is not there. */
  forget(): void;
};

/** A step touches the few documents that the step before has touched: these need not be read again. */
const mostRemembered = 64;

export function openDocuments(db: Database): WritingDocuments {
  const of = tables((table) => ({
    get: db.prepare<[string], Stored>(`SELECT ${columns} FROM ${table} WHERE id = ?`),
    put: db.prepare(
      `INSERT INTO ${table} (${columns}) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE ` +
        'SET state = excluded.state, sort = excluded.sort, keys = excluded.keys, ' +
        'body = excluded.body, sum = excluded.sum',
    ),
    delete: db.prepare(`DELETE FROM ${table} WHERE id = ?`),
    known: new Map<string, Stored>(),
  }));
  const addKey = db.prepare('INSERT OR IGNORE INTO document_key VALUES (?, ?, ?)');
  const dropKey = db.prepare('DELETE FROM document_key WHERE document = ? AND key = ? AND id = ?');

  const remember = (table: DocumentTable, row: Stored) => {
    const { known } = of[table];
    known.delete(row.id);
    known.set(row.id, row);
    if (known.size <= mostRemembered) return;
    for (const oldest of known.keys()) return void known.delete(oldest);
  };

  const read = (table: DocumentTable, id: string): Stored | undefined => {
    const known = of[table].known.get(id);
    if (known !== undefined) return known;
    const row = of[table].get.get(id);
    if (row !== undefined) refuseChanged(table, row);
    if (row !== undefined) remember(table, row);
    return row;
  };

  const index = (table: DocumentTable, id: string, keys: string) => {
    const before = read(table, id)?.keys ?? '[]';
    if (before === keys) return;
    const [had, has] = [setOf(before), setOf(keys)];
    // A key that stays is not touched: each lies on a page of its own, and a page costs more than a look.
    for (const key of had) if (!has.has(key)) dropKey.run(table, key, id);
    for (const key of has) if (!had.has(key)) addKey.run(table, key, id);
  };

  return {
    get(table, id) {
      const row = read(table, id);
      return row && documentOf(row);
    },
    put(table, document) {
      const { id, state, sort } = document;
      const keys = canonicalJson(document.keys);
      const body = canonicalJson(document.body);
      index(table, id, keys);
      const sum = sumOf(table, { id, state, sort, keys, body });
      of[table].put.run(id, state, sort, keys, body, sum);
      remember(table, { id, state, sort, keys, body, sum });
    },
    delete(table, id) {
      index(table, id, '[]');
      of[table].delete.run(id);
      of[table].known.delete(id);
    },
    forget() {
      for (const table of documentTables) of[table].known.clear();
    },
  };
}

const setOf = (keys: string): ReadonlySet<string> => new Set<string>(JSON.parse(keys));

/** Are all documents and their keys what was written? False calls for a rebuild. Reads everything. */
export function* documentsAreSound(db: Database): Slices<boolean> {
  const hasKey = db.prepare('SELECT 1 FROM document_key WHERE document = ? AND key = ? AND id = ?');
  let keys = 0;
  let rows = 0;
  for (const table of documentTables) {
    for (const row of db.prepare<[], Stored>(`SELECT ${columns} FROM ${table}`).iterate()) {
      if (sumOf(table, row) !== row.sum) return false;
      const own = new Set<string>(JSON.parse(row.keys));
      for (const key of own) if (hasKey.get(table, key, row.id) === undefined) return false;
      keys += own.size;
      if (++rows % 1000 === 0) yield;
    }
  }
  return db.prepare('SELECT count(*) FROM document_key').pluck().get() === keys;
}

/** One of something for each table. */
export function tables<T>(make: (table: DocumentTable) => T): Record<DocumentTable, T> {
  return Object.fromEntries(documentTables.map((table) => [table, make(table)])) as Record<
    DocumentTable,
    T
  >;
}
