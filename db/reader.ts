import type { Database } from 'better-sqlite3';
import type { DocumentReader, DocumentTable } from '#src/journal/documents.ts';
import { checkedDocument, columns, type Stored, tables } from './documents.ts';
import { guarded } from './fault.ts';

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
    guarded(() => rows().map((row) => checkedDocument(table, row)));

  return {
    get: (table, id) =>
      guarded(() => {
        const row = of[table].get.get(id);
        return row && checkedDocument(table, row);
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

const noneMeansAll = (states: readonly string[] | undefined): boolean =>
  states === undefined || states.length === 0;
