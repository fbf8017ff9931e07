import type { KeyObject } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { TerminalFault } from '#src/fault.ts';
import type { Projector } from '#src/journal/documents.ts';
import type { DomainEvent, EventKind } from '#src/journal/events.ts';
import type { Append, Journal, JournalRow } from '#src/journal/port.ts';
import { bodyOf, genesis, linkHex, rowOf } from './chain.ts';
import { type Checkpoint, checkpointWriter, type Signer } from './checkpoint.ts';
import type { WritingDocuments } from './documents.ts';
import { guarded } from './fault.ts';
import { type Head, headWriter, readHead } from './head.ts';
import type { Reserve } from './reserve.ts';
import type { SealingVault, Writing } from './vault.ts';

type JournalParts = {
  readonly db: Database;
  readonly key: KeyObject;
  readonly documents: WritingDocuments;
  readonly vault: SealingVault;
  readonly projector: Projector;
  readonly reserve: Reserve;
  readonly writing: Writing;
  readonly bootId: string;
  readonly now: () => number;
  readonly monoNs: () => bigint;
  readonly newId: () => string;
  readonly signer: Signer;
};

/** The journal, and what only the store may do with it. */
type SigningJournal = Journal & {
  /** Signs the end of the journal as it is now. */
  checkpoint(): Checkpoint;
};

/** A checkpoint by itself at least after so many rows. */
const rowsBetweenCheckpoints = 500;

/** What is refused first when the disk is full: all else is owed to somebody and may use the reserve. */
const startsNewWork: ReadonlySet<EventKind> = new Set<EventKind>([
  'hold.opened',
  'transaction.requested',
  'terminal.settingChanged',
]);

/** The journal over an open database. One writer: the head is kept in memory and moves with each commit. */
export function openJournal(parts: JournalParts): SigningJournal {
  const { db, reserve, writing } = parts;
  let head: Head = readHead(db) ?? { seq: 0, hash: genesis };
  const write = appender(parts);
  const putCheckpoint = checkpointWriter(db);
  const transaction = db.transaction((append: Append) => write(head, append));
  const commitOf = (append: Append) => () => {
    try {
      return transaction.immediate(append);
    } catch (error) {
      parts.documents.forget();
      throw error;
    }
  };
  const page = db.prepare<[number, number], { body: string; hash: Buffer }>(
    'SELECT body, hash FROM journal WHERE seq > ? ORDER BY seq LIMIT ?',
  );

  return {
    append(append) {
      const isNew = append.events.some((event) => startsNewWork.has(event.kind));
      if (isNew && !guarded(reserve.ensure)) {
        throw new TerminalFault('journal.diskFull', 'later', 'the disk has no room for new work');
      }
      const commit = commitOf(append);
      const written = isNew ? guarded(commit) : writing(commit);
      head = written.head;
      return written.rows;
    },
    checkpoint: () =>
      writing(() => {
        const checkpoint = parts.signer.sign(head, Math.trunc(parts.now()));
        if (head.seq > 0) putCheckpoint(checkpoint);
        return checkpoint;
      }),
    read: (afterSeq, limit = -1) =>
      guarded(() => page.all(afterSeq, limit).map(({ body, hash }) => rowOf(body, hash))),
  };
}

const passes = (from: number, to: number): boolean =>
  Math.floor(from / rowsBetweenCheckpoints) < Math.floor(to / rowsBetweenCheckpoints);

type Written = { readonly head: Head; readonly rows: readonly JournalRow[] };

/** One append: numbers sealed, rows chained, projections moved on, the head written; all or nothing. */
function appender(parts: JournalParts): (head: Head, append: Append) => Written {
  const { db, documents, projector, vault, bootId } = parts;
  const insert = db.prepare('INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const writeHead = headWriter(db, parts.key);
  const putCheckpoint = checkpointWriter(db);

  const appendRow = (head: Head, event: DomainEvent, wallMs: number): JournalRow => {
    const facts = { seq: head.seq + 1, id: parts.newId(), bootId, monoNs: parts.monoNs(), wallMs };
    const body = bodyOf({ ...facts, event });
    const hash = Buffer.from(linkHex(head.hash.toString('hex'), body), 'hex');
    const { seq, id, monoNs } = facts;
    insert.run(seq, id, bootId, monoNs, wallMs, event.kind, body, head.hash, hash);
    // The projector sees what a reader will see after a restart, not the object it was handed.
    const row = rowOf(body, hash);
    projector(documents, row);
    return row;
  };

  return (head, { events, seal = [] }) => {
    const wallMs = Math.trunc(parts.now());
    for (const { token, pan } of seal) vault.seal(token, pan, wallMs);
    const rows: JournalRow[] = [];
    let last = head;
    for (const event of events) {
      const row = appendRow(last, event, wallMs);
      last = { seq: row.seq, hash: Buffer.from(row.hash, 'hex') };
      rows.push(row);
    }
    if (rows.length > 0) writeHead(last);
    if (passes(head.seq, last.seq)) putCheckpoint(parts.signer.sign(last, wallMs));
    refuseClearNumbers(rows, seal);
    return { head: last, rows };
  };
}

/** A number that is being sealed must not stand in the events beside it; throwing rolls all of it back. */
function refuseClearNumbers(rows: readonly JournalRow[], seal: NonNullable<Append['seal']>): void {
  if (seal.length === 0) return;
  const text = JSON.stringify(rows.map((row) => row.event));
  if (seal.some(({ pan }) => text.includes(pan.reveal()))) {
    throw new Error('journal: a card number stands in clear in an event');
  }
}
