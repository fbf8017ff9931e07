import type { Database } from 'better-sqlite3';
import { bodyEnd, bodyStart, genesis, link } from './chain.ts';
import { isSealed, readHead } from './head.ts';

/**
 * What is wrong with a row. `changed`: its content is not what was hashed; `missing`: no row has this
 * number; `moved`: it was written as another row; `unlinked`: it does not follow the row before;
 * `head`: the journal does not end where the terminal says; `seal`: the head is not under this
 * terminal's key.
 */
export type Problem = {
  readonly seq: number;
  readonly what: 'changed' | 'missing' | 'moved' | 'unlinked' | 'head' | 'seal';
};

export type ChainReport = {
  readonly rows: number;
  readonly ok: boolean;
  /** The first hundred, in the order of the journal. */
  readonly problems: readonly Problem[];
};

type Row = {
  seq: bigint;
  id: string;
  bootId: string;
  monoNs: bigint;
  wallMs: bigint;
  kind: string;
  body: string;
  prev: Buffer;
  hash: Buffer;
};

const mostProblems = 100;

/**
 * Recomputes the chain from the row after `afterSeq` to the end, and compares the head; with the head's
 * key also its seal. Reads only.
 */
export function verifyChain(db: Database, afterSeq = 0, key?: Uint8Array): ChainReport {
  const problems: Problem[] = [];
  const note = (seq: number, what: Problem['what']) => {
    if (problems.length < mostProblems) problems.push({ seq, what });
  };
  let last = anchor(db, afterSeq);
  let rows = 0;
  for (const row of rowsAfter(db, afterSeq)) {
    const seq = Number(row.seq);
    rows++;
    for (let gap = last.seq + 1; gap < seq && problems.length < mostProblems; gap++) {
      note(gap, 'missing');
    }
    if (!row.prev.equals(last.hash)) note(seq, 'unlinked');
    const what = inspect(row);
    if (what !== undefined) note(seq, what);
    last = { seq, hash: row.hash };
  }
  const head = readHead(db);
  if (head === undefined ? last.seq > 0 : head.seq !== last.seq || !last.hash.equals(head.hash)) {
    note(Math.max(last.seq, head?.seq ?? 0), 'head');
  } else if (head !== undefined && key !== undefined && !isSealed(key, head)) {
    note(head.seq, 'seal');
  }
  return { rows, ok: problems.length === 0, problems };
}

/** The row to start from; one that is missing is found as the unlinked row after it. */
function anchor(db: Database, seq: number): { seq: number; hash: Buffer } {
  const row = db
    .prepare<[number], { hash: Buffer }>('SELECT hash FROM journal WHERE seq = ?')
    .get(seq);
  return { seq, hash: row?.hash ?? genesis };
}

function rowsAfter(db: Database, seq: number): IterableIterator<Row> {
  return db
    .prepare<[number], Row>(
      'SELECT seq, id, boot_id AS bootId, mono_ns AS monoNs, wall_ms AS wallMs, kind, body, prev, hash ' +
        'FROM journal WHERE seq > ? ORDER BY seq',
    )
    .safeIntegers(true)
    .iterate(seq);
}

function inspect(row: Row): 'changed' | 'moved' | undefined {
  const intact = link(row.prev, row.body).equals(row.hash);
  if (intact && row.body.startsWith(bodyStart(row.bootId)) && row.body.endsWith(bodyEnd(row))) {
    return undefined;
  }
  const written = /"seq":(\d+),"wallMs":-?\d+}$/.exec(row.body)?.[1];
  return written !== undefined && written !== String(row.seq) ? 'moved' : 'changed';
}
