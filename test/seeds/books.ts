import { createHmac } from 'node:crypto';
import { canonicalJson } from '#db/canonical-json.ts';
import { bodyOf, linkHex, rowOf } from '#db/chain.ts';
import { Pan } from '#src/card/pan.ts';
import { TerminalFault } from '#src/fault.ts';
import type {
  DocumentReader,
  Documents,
  DocumentTable,
  StoredDocument,
} from '#src/journal/documents.ts';
import type { DomainEvent, EventKind } from '#src/journal/events.ts';
import type { Append, Journal, JournalRow, Vault } from '#src/journal/port.ts';
import { project } from '#src/journal/projector.ts';

/** What survives the power: rows in their bytes, sealed numbers by their token. Nothing else does. */
export class Disk {
  readonly bodies: string[] = [];
  readonly sealed = new Map<string, string>();
  /** Numbers that no key of this terminal opens any more, by their token: the cards and slips still have them. */
  readonly lost = new Map<string, string>();
  head = '0'.repeat(64);
  /** Written, but the disk said no: after a power cut it may be there all the same. */
  ghost:
    | { readonly bodies: readonly string[]; readonly seal: NonNullable<Append['seal']> }
    | undefined;
  /** `full`: only `reserve` appends of what is owed; `broken`: nothing. */
  state: 'fine' | 'full' | 'broken' = 'fine';
  reserve = 20;

  write(bodies: readonly string[], seal: NonNullable<Append['seal']>): void {
    for (const { token, pan } of seal) this.sealed.set(token, pan.reveal());
    for (const body of bodies) {
      this.head = linkHex(this.head, body);
      this.bodies.push(body);
    }
    this.ghost = undefined;
  }

  /** The book goes on at another terminal: its keys open none of the numbers. */
  loseNumbers(): void {
    for (const [token, digits] of this.sealed) this.lost.set(token, digits);
    this.sealed.clear();
  }

  /** The rows as a start finds them. */
  rows(): readonly JournalRow[] {
    return this.bodies.map((body) => rowOf(body, Buffer.alloc(32)));
  }
}

/** Every table there is: a new one does not compile before it stands here. */
const emptyTables = (): Record<DocumentTable, Map<string, StoredDocument>> => ({
  hold: new Map(),
  incident: new Map(),
  outbox: new Map(),
  slip: new Map(),
  counter: new Map(),
  handover: new Map(),
});

const tables = Object.keys(emptyTables()) as readonly DocumentTable[];

/** The projections in memory: as the database has them, and gone with the power. */
export class MemoryDocuments implements Documents, DocumentReader {
  readonly #tables = emptyTables();

  #of(table: DocumentTable): Map<string, StoredDocument> {
    return this.#tables[table];
  }

  get(table: DocumentTable, id: string): StoredDocument | undefined {
    return this.#of(table).get(id);
  }

  put(table: DocumentTable, document: StoredDocument): void {
    const { keys, body, ...rest } = document;
    const stored = canonicalJson({ keys, body });
    this.#of(table).set(document.id, { ...rest, ...JSON.parse(stored) });
  }

  delete(table: DocumentTable, id: string): void {
    this.#of(table).delete(id);
  }

  list(table: DocumentTable, states: readonly string[] = [], limit = -1): StoredDocument[] {
    const found = [...this.#of(table).values()]
      .filter(({ state }) => states.length === 0 || states.includes(state))
      .sort((a, b) => a.sort - b.sort || (a.id < b.id ? -1 : 1));
    return limit < 0 ? found : found.slice(0, limit);
  }

  listUpTo(
    table: DocumentTable,
    states: readonly string[],
    sort: number,
    limit: number,
  ): StoredDocument[] {
    return this.list(table)
      .filter((document) => states.includes(document.state) && document.sort <= sort)
      .slice(0, limit);
  }

  find(table: DocumentTable, key: string): StoredDocument[] {
    return this.list(table).filter(({ keys }) => keys.includes(key));
  }

  count(table: DocumentTable, states: readonly string[] = []): number {
    return this.list(table, states).length;
  }

  /** All of it as one text, to compare. */
  text(): string {
    return tables
      .map(
        (table) =>
          `${table}\n${this.list(table)
            .map((it) => canonicalJson(it))
            .join('\n')}`,
      )
      .join('\n');
  }

  static of(rows: readonly JournalRow[]): MemoryDocuments {
    const documents = new MemoryDocuments();
    for (const row of rows) project(documents, row);
    return documents;
  }
}

/** What a full disk refuses first, as the store on the disk does. */
const startsNewWork: ReadonlySet<EventKind> = new Set<EventKind>([
  'hold.opened',
  'transaction.requested',
  'terminal.settingChanged',
]);

export type BooksParts = {
  readonly disk: Disk;
  readonly bootId: string;
  readonly now: () => number;
  readonly monoNs: () => bigint;
  readonly newId: () => string;
  /** Throws the fault of the moment; false when the power is gone and nothing more is written. */
  readonly mayWrite: (events: readonly DomainEvent[]) => boolean;
  readonly written: (rows: readonly JournalRow[]) => void;
};

export type Books = { journal: Journal; documents: MemoryDocuments; vault: Vault };

/** Journal, documents and vault of one start, over a disk that remembers. */
export function openBooks(parts: BooksParts): Books {
  const { disk } = parts;
  const documents = MemoryDocuments.of(disk.rows());
  const bodiesOf = (events: readonly DomainEvent[]) => {
    const wallMs = Math.trunc(parts.now());
    return events.map((event, i) =>
      bodyOf({
        seq: disk.bodies.length + i + 1,
        id: parts.newId(),
        bootId: parts.bootId,
        monoNs: parts.monoNs(),
        wallMs,
        event,
      }),
    );
  };
  return {
    documents,
    journal: {
      append({ events, seal = [] }) {
        if (!parts.mayWrite(events)) return [];
        const bodies = bodiesOf(events);
        refuse(disk, events, () => ({ bodies, seal }));
        disk.write(bodies, seal);
        const rows = bodies.map((body) => rowOf(body, Buffer.alloc(32)));
        for (const row of rows) project(documents, row);
        parts.written(rows);
        return rows;
      },
      read: (afterSeq, limit) =>
        disk.rows().slice(afterSeq, limit === undefined ? undefined : afterSeq + limit),
    },
    vault: {
      open(token) {
        const pan = Pan.parse(disk.sealed.get(token) ?? '');
        return pan instanceof Pan ? pan : undefined;
      },
      shred(token) {
        if (parts.mayWrite([])) disk.sealed.delete(token);
      },
      lookup: (pan) => createHmac('sha256', 'a shop').update(pan.reveal()).digest('hex'),
    },
  };
}

/** Throws what the disk of the moment says to these rows. */
function refuse(
  disk: Disk,
  events: readonly DomainEvent[],
  ghost: () => NonNullable<Disk['ghost']>,
): void {
  if (disk.state === 'broken') {
    disk.ghost = ghost();
    throw new TerminalFault('journal.readOnly', 'later', 'EIO');
  }
  if (disk.state === 'fine') return;
  const isNew = events.some(({ kind }) => startsNewWork.has(kind));
  if (isNew || disk.reserve <= 0) throw new TerminalFault('journal.diskFull', 'later', 'ENOSPC');
  disk.reserve--;
}
