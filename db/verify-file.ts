import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { atOnce } from './gently.ts';
import { verifyStructure, verifyWhole, type WholeOptions, type WholeReport } from './inspect.ts';
import { anchor, mostProblems, type Problem, verifyCheckpoints, verifyHead } from './verify.ts';
import type { Stretch } from './verify-worker.ts';

type Effort = {
  readonly threads: number;
  /** Below so many rows a thread costs more than it saves. */
  readonly fewRows: number;
};

const usualEffort = (): Effort => ({
  threads: Math.min(4, availableParallelism()),
  fewRows: 50_000,
});

type Checked = { readonly rows: number; readonly problems: readonly Problem[] };

/**
 * The whole check of a journal file, on all processors: the chain in stretches, each from the hash that the row
 * before it says, so that together they prove what one pass from the first row would. Reads only, also while the
 * terminal runs: rows that come meanwhile are left out.
 */
export async function verifyFile(
  path: string,
  options: WholeOptions = {},
  { threads, fewRows }: Effort = usualEffort(),
): Promise<WholeReport> {
  const db = new Database(path, { readonly: true, timeout: 5000 });
  try {
    // One view of head, rows and checkpoints.
    db.exec('BEGIN');
    const end =
      db.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM journal').pluck().get() ?? 0;
    if (end < fewRows || threads < 2) return atOnce(verifyWhole(db, options));
    const stretches = Array.from({ length: threads }, (_, at): Stretch => {
      const cut = (part: number) => Math.floor((end / threads) * part);
      return { path, afterSeq: cut(at), upTo: at + 1 === threads ? end : cut(at + 1) };
    });
    const chain = stretches.map(inThread);
    const integrity = atOnce(verifyStructure(db));
    const signed = verifyCheckpoints(db, 0, options.trusted);
    const parts = await Promise.all(chain);
    const problems = [
      ...parts.flatMap((part) => part.problems),
      ...verifyHead(db, anchor(db, end), options.key),
      ...signed,
    ].slice(0, mostProblems);
    const checkpoints =
      db.prepare<[], number>('SELECT count(*) FROM checkpoint').pluck().get() ?? 0;
    const rows = parts.reduce((sum, part) => sum + part.rows, 0);
    const ok = problems.length === 0 && integrity === 'ok';
    return { rows, ok, problems, integrity, checkpoints };
  } finally {
    db.close();
  }
}

function inThread(stretch: Stretch): Promise<Checked> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./verify-worker.ts', import.meta.url), {
      workerData: stretch,
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('a thread of the check ended without a word')));
  });
}
