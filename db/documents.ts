import { crc32 } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import { TerminalFault } from '#src/fault.ts';
import type {
  DocumentReader,
  Documents,
  DocumentTable,
  StoredDocument,
} from '#src/journal/documents.ts';
import { canonicalJson } from './canonical-json.ts';
import { guarded } from './fault.ts';
import type { Slices } from './gently.ts';

/** The projection tables, all of one shape (schema/0001-journal.sql). */
export const documentTables: readonly DocumentTable[] = [
  'hold',
  'incident',
  'outbox',
  'slip',
  'counter',
];

type Stored = { id: string; state: string; sort: number; keys: string; body: string; sum: number };

const columns = 'id, state, sort, keys, body, sum';

const sumOf = (table: DocumentTable, row: Omit<Stored, 'sum'>): number =>
  crc32(`${table}\n${row.id}\n${row.state}\n${row.sort}\n${row.keys}\n${row.body}`);

/** A row whose bytes changed under the program is a fault, not a document. */
function documentOf(table: DocumentTable, row: Stored): StoredDocument {
  const { id, state, sort, keys, body } = row;
  if (sumOf(table, row) !== row.sum) {
    throw new TerminalFault('journal.corrupt', 'never', `journal.corrupt: ${table} ${id}`);
  }
  return { id, state, sort, keys: JSON.parse(keys), body: JSON.parse(body) };
}

/** The writing side, handed to the projector inside the transaction of an append. */
export function openDocuments(db: Database): Documents {
  const of = tables((table) => ({
    get: db.prepare<[string], Stored>(`SELECT ${columns} FROM ${table} WHERE id = ?`),
    keys: db.prepare<[string], string>(`SELECT keys FROM ${table} WHERE id = ?`).pluck(),
    put: db.prepare(
      `INSERT INTO ${table} (${columns}) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE ` +
        'SET state = excluded.state, sort = excluded.sort, keys = excluded.keys, ' +
        'body = excluded.body, sum = excluded.sum',
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
      return row && documentOf(table, row);
    },
    put(table, document) {
      const { id, state, sort } = document;
      const keys = canonicalJson(document.keys);
      const body = canonicalJson(document.body);
      index(table, id, keys);
      const sum = sumOf(table, { id, state, sort, keys, body });
      of[table].put.run(id, state, sort, keys, body, sum);
    },
    delete(table, id) {
      index(table, id, '[]');
      of[table].delete.run(id);
    },
  };
}

/** The reading side, for the desk and the API. Throws TerminalFault of the journal when the disk fails. */
export function openReader(db: Database): DocumentReader {
  const inStates = 'state IN (SELECT value FROM json_each(?))';
  const of = tables((table) => ({
    get: db.prepare<[string], Stored>(`SELECT ${columns} FROM ${table} WHERE id = ?`),
    list: db.prepare<[string, number], Stored>(
      `SELECT ${columns} FROM ${table} WHERE ${inStates} ORDER BY sort, id LIMIT ?`,
    ),
    upTo: db.prepare<[string, number, number], Stored>(
      `SELECT ${columns} FROM ${table} WHERE state = ? AND sort <= ? ORDER BY sort, id LIMIT ?`,
    ),
    listAll: db.prepare<[number], Stored>(
      `SELECT ${columns} FROM ${table} ORDER BY sort, id LIMIT ?`,
    ),
    find: db.prepare<[string], Stored>(
      `SELECT d.id, d.state, d.sort, d.keys, d.body, d.sum FROM document_key k JOIN ${table} d ` +
        `ON d.id = k.id WHERE k.document = '${table}' AND k.key = ? ORDER BY d.sort, d.id`,
    ),
    count: db.prepare<[string], number>(`SELECT count(*) FROM ${table} WHERE ${inStates}`).pluck(),
    countAll: db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck(),
  }));
  const documents = (table: DocumentTable, rows: () => Stored[]) =>
    guarded(() => rows().map((row) => documentOf(table, row)));

  return {
    get: (table, id) =>
      guarded(() => {
        const row = of[table].get.get(id);
        return row && documentOf(table, row);
      }),
    list: (table, states, limit = -1) =>
      documents(table, () =>
        noneMeansAll(states)
          ? of[table].listAll.all(limit)
          : of[table].list.all(JSON.stringify(states), limit),
      ),
    listUpTo: (table, states, sort, limit) =>
      documents(table, () =>
        states
          .flatMap((state) => of[table].upTo.all(state, sort, limit))
          .sort(byOrder)
          .slice(0, limit),
      ),
    find: (table, key) => documents(table, () => of[table].find.all(key)),
    count: (table, states) =>
      guarded(() =>
        noneMeansAll(states)
          ? (of[table].countAll.get() ?? 0)
          : (of[table].count.get(JSON.stringify(states)) ?? 0),
      ),
  };
}

/** As the index has it: by `sort`, then by id in the order of its bytes. */
const byOrder = (a: Stored, b: Stored): number =>
  a.sort - b.sort || Buffer.compare(Buffer.from(a.id), Buffer.from(b.id));

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

const noneMeansAll = (states: readonly string[] | undefined): boolean =>
  states === undefined || states.length === 0;

function tables<T>(make: (table: DocumentTable) => T): Record<DocumentTable, T> {
  return Object.fromEntries(documentTables.map((table) => [table, make(table)])) as Record<
    DocumentTable,
    T
  >;
}
