import type { KeyObject } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { genesis, linkHex } from './chain.ts';
import { isGenuine, readCheckpoints } from './checkpoint.ts';
import type { Slices } from './gently.ts';
import { isSealed, readHead } from './head.ts';

/**
 * What is wrong with a row. `changed`: its content is not what was hashed; `missing`: no row has this
 * number; `moved`: it was written as another row; `unlinked`: it does not follow the row before;
 * `head`: the journal does not end where the terminal says; `seal`: the head is not under this
 * terminal's key; `checkpoint`: the chain is not the one that was signed here; `signature`: a signature is
 * none; `signer`: somebody else's.
 */
export type Problem = {
  readonly seq: number;
  readonly what:
    | 'changed'
    | 'missing'
    | 'moved'
    | 'unlinked'
    | 'head'
    | 'seal'
    | 'checkpoint'
    | 'signature'
    | 'signer';
};

export type ChainReport = {
  readonly rows: number;
  readonly ok: boolean;
  /** The first hundred, in the order of the journal. */
  readonly problems: readonly Problem[];
};

type Row = [seq: number, body: string, prev: string, hash: string, columnsAgree: 0 | 1];

/** No more are told: whoever has a hundred has all. */
export const mostProblems = 100;
const rowsASlice = 1000;

/**
 * Recomputes the chain from the row after `afterSeq` to the end, and compares the head; with the head's
 * key also its seal. Reads only.
 */
export function* verifyChain(db: Database, afterSeq = 0, key?: KeyObject): Slices<ChainReport> {
  const { rows, problems, last } = yield* verifyRows(db, afterSeq);
  const found = [...problems, ...verifyHead(db, last, key)].slice(0, mostProblems);
  return { rows, ok: found.length === 0, problems: found };
}

type End = { readonly seq: number; readonly hash: string };

type RowsReport = {
  readonly rows: number;
  readonly problems: readonly Problem[];
  /** The last row, or what the first should have followed. */
  readonly last: End;
};

/** Recomputes the chain from the row after `afterSeq` up to a row, or to the end. */
export function* verifyRows(db: Database, afterSeq: number, upTo?: number): Slices<RowsReport> {
  const problems: Problem[] = [];
  const note = (seq: number, what: Problem['what']) => {
    if (problems.length < mostProblems) problems.push({ seq, what });
  };
  const noteMissing = (from: number, before: number) => {
    for (let gap = from; gap < before && problems.length < mostProblems; gap++)
      note(gap, 'missing');
  };
  let last = anchor(db, afterSeq);
  let rows = 0;
  for (const row of rowsAfter(db, afterSeq, upTo ?? Number.MAX_SAFE_INTEGER)) {
    const [seq, , prev, hash] = row;
    rows++;
    noteMissing(last.seq + 1, seq);
    if (prev !== last.hash) note(seq, 'unlinked');
    const what = inspect(row);
    if (what !== undefined) note(seq, what);
    last = { seq, hash };
    if (rows % rowsASlice === 0) yield;
  }
  if (upTo !== undefined) noteMissing(last.seq + 1, upTo + 1);
  return { rows, problems, last };
}

/** Does the journal end where the terminal left it, and with the key: is that its seal? */
export function verifyHead(db: Database, last: End, key?: KeyObject): readonly Problem[] {
  const head = readHead(db);
  const isThere =
    head === undefined
      ? last.seq === 0
      : head.seq === last.seq && last.hash === head.hash.toString('hex');
  if (!isThere) return [{ seq: Math.max(last.seq, head?.seq ?? 0), what: 'head' }];
  const isOurs = head === undefined || key === undefined || isSealed(key, head);
  return isOurs ? [] : [{ seq: head.seq, what: 'seal' }];
}

/**
 * Compares the signed checkpoints after `afterSeq` with the chain; with `trusted` (raw public keys as hex)
 * also who signed them.
 */
export function verifyCheckpoints(
  db: Database,
  afterSeq = 0,
  trusted?: ReadonlySet<string>,
): readonly Problem[] {
  const hashAt = db.prepare<[number], Buffer>('SELECT hash FROM journal WHERE seq = ?').pluck();
  const problems: Problem[] = [];
  for (const checkpoint of readCheckpoints(db, afterSeq)) {
    const { seq, publicKey } = checkpoint;
    if (!isGenuine(checkpoint)) problems.push({ seq, what: 'signature' });
    else if (hashAt.get(seq)?.equals(checkpoint.hash) !== true) {
      problems.push({ seq, what: 'checkpoint' });
    } else if (trusted?.has(publicKey.toString('hex')) === false) {
      problems.push({ seq, what: 'signer' });
    }
  }
  return problems.slice(0, mostProblems);
}

/** The row to start from; one that is missing is found as the unlinked row after it. */
export function anchor(db: Database, seq: number): End {
  const hash = db
    .prepare<[number], Buffer>('SELECT hash FROM journal WHERE seq = ?')
    .pluck()
    .get(seq);
  return { seq, hash: (hash ?? genesis).toString('hex') };
}

/** Does the body say what the columns beside it say? (`bodyOf` of chain.ts, in SQL.) */
const columnsAgree = `
  substr(body, 1, length(json_quote(boot_id)) + 19) IS '{"bootId":' || json_quote(boot_id) || ',"event":' AND
  substr(body, -length(ending)) IS ending`;

const ending = `
  ',"id":' || json_quote(id) || ',"kind":"' || kind || '","monoNs":"' || mono_ns ||
  '","seq":' || seq || ',"wallMs":' || wall_ms || '}'`;

/** Hashes as hex: a million small buffers cost more than the hashing. */
function rowsAfter(db: Database, seq: number, upTo: number): IterableIterator<Row> {
  return db
    .prepare<[number, number], Row>(
      'SELECT seq, body, lower(hex(prev)), lower(hex(hash)), ' +
        `${columnsAgree.replaceAll('ending', ending)} FROM journal WHERE seq > ? AND seq <= ? ORDER BY seq`,
    )
    .raw()
    .iterate(seq, upTo);
}

function inspect([seq, body, prev, hash, agrees]: Row): 'changed' | 'moved' | undefined {
  if (linkHex(prev, body) === hash && agrees === 1) return undefined;
  const written = /"seq":(\d+),"wallMs":-?\d+}$/.exec(body)?.[1];
  return written !== undefined && written !== String(seq) ? 'moved' : 'changed';
}
