import type { JournalRow } from './port.ts';

/** The projections: documents made from the journal alone; dropping and rebuilding them gives the same bytes. */
export type DocumentTable = 'hold' | 'incident' | 'outbox' | 'slip' | 'counter' | 'handover';

export type StoredDocument = {
  readonly id: string;
  /** What lists filter and sort by. */
  readonly state: string;
  readonly sort: number;
  /** Keyed hash of a card, an authorisation code, a reference: whatever the document is found by. */
  readonly keys: readonly string[];
  readonly body: unknown;
};

export interface Documents {
  get(table: DocumentTable, id: string): StoredDocument | undefined;
  put(table: DocumentTable, document: StoredDocument): void;
  delete(table: DocumentTable, id: string): void;
}

/** Reading side, for the desk and the API. */
export interface DocumentReader {
  get(table: DocumentTable, id: string): StoredDocument | undefined;
  /** In ascending `sort`, then id; `states` filters, none means all. */
  list(table: DocumentTable, states?: readonly string[], limit?: number): readonly StoredDocument[];
  /** In these states with `sort` up to a value, in the same order: read from the index, so that few cost little. */
  listUpTo(
    table: DocumentTable,
    states: readonly string[],
    sort: number,
    limit: number,
  ): readonly StoredDocument[];
  find(table: DocumentTable, key: string): readonly StoredDocument[];
  count(table: DocumentTable, states?: readonly string[]): number;
}

/** Applies one row; pure but for the documents it is handed, runs in the transaction of the append. */
export type Projector = (documents: Documents, row: JournalRow) => void;
