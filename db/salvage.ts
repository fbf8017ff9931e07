import type { KeyObject } from 'node:crypto';
import Database from 'better-sqlite3';
import { linkHex } from './chain.ts';
import { type Head, headWriter, type StoredHead } from './head.ts';

type Row = { seq: number; body: string; prev: Buffer; hash: Buffer };

/**
 * Takes over what a damaged journal holds after the end of a restored one: row by row, as long as each can
 * be read and continues the chain. Sealed numbers come along; who changed one has only made it unreadable.
 * Gives the number of rows that were saved. The damaged files are only read.
 */
export function salvage(
  restored: Database.Database,
  damagedPath: string,
  end: StoredHead | undefined,
  key: KeyObject,
): number {
  let saved = 0;
  untilDamage(damagedPath, (damaged) => {
    let head: Head | undefined = end;
    for (const row of rowsAfter(damaged, end?.seq ?? 0)) {
      head = takeOver(restored, head, row);
      if (head === undefined) return;
      headWriter(restored, key)(head);
      saved++;
    }
  });
  if (saved > 0) untilDamage(damagedPath, (damaged) => takeNumbers(restored, damaged));
  return saved;
}

/** What was read before the damage begins is kept. */
function untilDamage(path: string, read: (damaged: Database.Database) => void): void {
  let damaged: Database.Database | undefined;
  try {
    damaged = new Database(path, { readonly: true, timeout: 0 });
    read(damaged);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  } finally {
    damaged?.close();
  }
}

const rowsAfter = (db: Database.Database, seq: number): IterableIterator<Row> =>
  db
    .prepare<[number], Row>('SELECT seq, body, prev, hash FROM journal WHERE seq > ? ORDER BY seq')
    .iterate(seq);

/** The new end, or undefined when the row does not follow. */
function takeOver(db: Database.Database, end: Head | undefined, row: Row): Head | undefined {
  const prev = end?.hash ?? Buffer.alloc(32);
  const follows = row.seq === (end?.seq ?? 0) + 1 && row.prev.equals(prev);
  if (!follows || linkHex(prev.toString('hex'), row.body) !== row.hash.toString('hex')) {
    return undefined;
  }
  const facts = JSON.parse(row.body) as {
    seq: number;
    id: string;
    bootId: string;
    monoNs: string;
    wallMs: number;
    kind: string;
  };
  db.prepare('INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    facts.seq,
    facts.id,
    facts.bootId,
    BigInt(facts.monoNs),
    facts.wallMs,
    facts.kind,
    row.body,
    row.prev,
    row.hash,
  );
  return { seq: row.seq, hash: row.hash };
}

function takeNumbers(restored: Database.Database, damaged: Database.Database): void {
  const note = restored.prepare('INSERT OR IGNORE INTO vault_epoch VALUES (?)');
  const put = restored.prepare('INSERT OR IGNORE INTO vault VALUES (?, ?, ?)');
  const rows = damaged.prepare<[], { token: string; epoch: number; sealed: Buffer }>(
    'SELECT token, epoch, sealed FROM vault',
  );
  for (const { token, epoch, sealed } of rows.iterate()) {
    note.run(epoch);
    put.run(token, epoch, sealed);
  }
}
