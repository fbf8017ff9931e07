import type { Documents } from '../journal/documents.ts';
import type { JournalRow } from '../journal/port.ts';
import type { BankTables } from './tables.ts';
import type { TableProblem } from './validate.ts';

/** The tables that lie over the configuration, and when they came. */
export type KeptTables = { readonly atMs: number; readonly tables: BankTables };
/** The last download that was not taken, until one is. */
export type RefusedTables = {
  readonly atMs: number;
  readonly item: string;
  readonly problem: TableProblem;
};

const put = (documents: Documents, id: string, body: KeptTables | RefusedTables): void =>
  documents.put('counter', { id, state: '', sort: 0, keys: [], body });

export function projectDownloads(documents: Documents, { event, wallMs }: JournalRow): void {
  if (event.kind === 'tables.received') {
    const before = documents.get('counter', 'tables')?.body as KeptTables | undefined;
    put(documents, 'tables', { atMs: wallMs, tables: { ...before?.tables, ...event.tables } });
    documents.delete('counter', 'tablesRefused');
  }
  if (event.kind === 'tables.refused') {
    const { item, problem } = event;
    put(documents, 'tablesRefused', { atMs: wallMs, item, problem });
  }
}
