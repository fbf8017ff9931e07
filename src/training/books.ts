import { createHmac } from 'node:crypto';
import type { Pan } from '../card/pan.ts';
import type {
  DocumentReader,
  Documents,
  DocumentTable,
  StoredDocument,
} from '../journal/documents.ts';
import type { Append, Journal, JournalRow, Vault } from '../journal/port.ts';
import { project } from '../journal/projector.ts';
import type { Reports } from '../report/exports.ts';
import type { Safekeeping } from '../safekeeping.ts';

type Chance = {
  readonly now: () => number;
  readonly uuid: () => string;
  readonly random: (length: number) => Uint8Array;
};

/** Journal, documents and vault of one exercise, in memory: they end with it, and no file ever holds them. */
export type TrainingBooks = {
  readonly journal: Journal;
  readonly documents: DocumentReader;
  readonly vault: Vault;
};

export function openTrainingBooks({ now, uuid, random }: Chance): TrainingBooks {
  const documents = new MemoryDocuments();
  const rows: JournalRow[] = [];
  const numbers = new Map<string, Pan>();
  const key = random(32);
  const bootId = uuid();
  const write = (event: Append['events'][number]): JournalRow => {
    const seq = rows.length + 1;
    const row = { seq, id: uuid(), bootId, monoNs: BigInt(seq), wallMs: now(), event, hash: '' };
    rows.push(row);
    project(documents, row);
    return row;
  };
  return {
    documents,
    journal: {
      append: ({ events, seal = [] }) => {
        for (const { token, pan } of seal) numbers.set(token, pan);
        return events.map(write);
      },
      read: (afterSeq, limit = rows.length) => rows.slice(afterSeq, afterSeq + limit),
    },
    vault: {
      open: (token) => numbers.get(token),
      shred: (token) => void numbers.delete(token),
      lookup: (pan) => `training-${createHmac('sha256', key).update(pan.reveal()).digest('hex')}`,
    },
  };
}

/** Nothing of an exercise is reported to anybody. */
export const nothingReported: Reports = {
  export: async () => ({ files: [], secondPlace: 'none' }),
  one: async () => undefined,
};

/** There is nothing to keep of an exercise, and nothing to restore. */
export const nothingKept: Safekeeping = {
  backUp: async () => ({ rows: 0, bytes: 0, durationMs: 0, secondPlace: 'none' }),
  drill: async () => ({ ok: true, durationMs: 0 }),
  checkpoint: () => 'TRAINING',
  backups: () => [],
  restoreAtStart: () => undefined,
  freePercent: () => undefined,
  bundle: async () => ({ file: '', bytes: 0, rows: 0, secondPlace: 'none' }),
};

class MemoryDocuments implements Documents, DocumentReader {
  readonly #tables = new Map<DocumentTable, Map<string, StoredDocument>>();

  #of(table: DocumentTable): Map<string, StoredDocument> {
    const known = this.#tables.get(table) ?? new Map<string, StoredDocument>();
    this.#tables.set(table, known);
    return known;
  }

  get(table: DocumentTable, id: string): StoredDocument | undefined {
    return this.#of(table).get(id);
  }

  put(table: DocumentTable, document: StoredDocument): void {
    this.#of(table).set(document.id, document);
  }

  delete(table: DocumentTable, id: string): void {
    this.#of(table).delete(id);
  }

  list(
    table: DocumentTable,
    states: readonly string[] = [],
    limit = Number.POSITIVE_INFINITY,
  ): readonly StoredDocument[] {
    return [...this.#of(table).values()]
      .filter(({ state }) => states.length === 0 || states.includes(state))
      .sort((a, b) => a.sort - b.sort || (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  listUpTo(
    table: DocumentTable,
    states: readonly string[],
    sort: number,
    limit: number,
  ): readonly StoredDocument[] {
    return this.list(table, states)
      .filter((document) => document.sort <= sort)
      .slice(0, limit);
  }

  find(table: DocumentTable, key: string): readonly StoredDocument[] {
    return this.list(table).filter(({ keys }) => keys.includes(key));
  }

  count(table: DocumentTable, states?: readonly string[]): number {
    return this.list(table, states).length;
  }
}
