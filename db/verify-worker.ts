import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { atOnce } from './gently.ts';
import { verifyRows } from './verify.ts';

/** A stretch of the journal, verified in a thread of its own over a connection of its own. */
export type Stretch = { readonly path: string; readonly afterSeq: number; readonly upTo: number };

const { path, afterSeq, upTo } = workerData as Stretch;
const db = new Database(path, { readonly: true, timeout: 5000 });
try {
  const { rows, problems } = atOnce(verifyRows(db, afterSeq, upTo));
  parentPort?.postMessage({ rows, problems });
} finally {
  db.close();
}
