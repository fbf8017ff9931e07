import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { checkpointWriter, signerOf } from '#db/checkpoint.ts';
import { documentTables } from '#db/documents.ts';
import { headKey, headWriter } from '#db/head.ts';
import { openStore } from '#db/open.ts';
import { verifyFile } from '#db/verify-file.ts';
import { project } from '#src/journal/projector.ts';
import { journalKeystore } from '../journal-keystore.ts';
import { cardOf, codeOf, type PlannedStep, planner } from './journal-plan.ts';
import { duration, median, type Row } from './row.ts';

const lookUps = 3_000;

const open = (folder: string) =>
  openStore({
    folder,
    keystore: journalKeystore('bench'),
    projector: project,
    now: Date.now,
    monoNs: process.hrtime.bigint,
    bootId: 'bench',
  });

/** A journal of so many steps, as the terminal would have written them, in large transactions. */
function build(folder: string, rows: number): void {
  open(folder).close();
  const db = new Database(join(folder, 'holdfast.db'));
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -200000');
  const insert = db.prepare('INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const key = db.prepare('INSERT OR IGNORE INTO document_key VALUES (?, ?, ?)');
  const put = new Map(
    documentTables.map((table) => [
      table,
      db.prepare(`INSERT OR REPLACE INTO ${table} VALUES (?, ?, ?, ?, ?, ?)`),
    ]),
  );
  const putCheckpoint = checkpointWriter(db);
  const signer = signerOf(journalKeystore('bench'));
  const next = planner();
  const write = db.transaction((count: number): PlannedStep => {
    const puts = new Map<string, PlannedStep['puts'][number]>();
    let step = next();
    for (let n = 1; ; n++) {
      insert.run(...step.row);
      for (const values of step.keys) key.run(...values);
      for (const one of step.puts) puts.set(`${one.table} ${one.values[0]}`, one);
      if (n === count) break;
      step = next();
    }
    // What a hold became in the end: each is written once.
    for (const { table, values } of puts.values()) put.get(table)?.run(...values);
    return step;
  });
  const chunk = 500;
  for (let done = 0; done < rows; done += chunk) {
    const { row } = write(chunk);
    const head = { seq: Number(row[0]), hash: row[8] as Buffer };
    putCheckpoint(signer.sign(head, Number(row[4])));
    if (done + chunk >= rows) headWriter(db, headKey(journalKeystore('bench')))(head);
  }
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

/** Milliseconds of a start of its own process's store: check, open, close. */
function startMs(folder: string): number {
  const began = performance.now();
  const store = open(folder);
  const ms = performance.now() - began;
  store.close();
  return ms;
}

/** The slowest of a hundred look-ups, by the hold's id, its card and its authorisation code in turn. */
function lookUpMs(folder: string, holds: number): number {
  const store = open(folder);
  const times: number[] = [];
  for (let n = 0; n < lookUps; n++) {
    const stan = 1 + ((n * 7_919) % holds);
    const began = performance.now();
    const found =
      n % 3 === 0
        ? store.documents.get('hold', `hold-${stan}`)
        : store.documents.find('hold', n % 3 === 1 ? cardOf(stan) : codeOf(stan))[0];
    times.push(performance.now() - began);
    if (found?.id !== `hold-${stan}`) throw new Error(`hold-${stan} is not found`);
  }
  store.close();
  return times.sort((a, b) => a - b)[Math.floor(lookUps * 0.99)] ?? Number.NaN;
}

const limit = (what: string, ms: number, limitMs: number): Row => ({
  what: `a journal of a million steps: ${what}`,
  ours: duration(ms),
  peer: 'the limit',
  theirs: duration(limitMs),
  ratio: limitMs / ms,
  wanted: '≥ 1.00',
});

/** A terminal that has stood in a hotel for years: the start, the look-up of a hold, the whole check. */
export async function benchMillion(parent: string = tmpdir(), rows = 1_000_000): Promise<Row[]> {
  const folder = mkdtempSync(join(parent, 'holdfast-million-'));
  try {
    build(folder, rows);
    const start = median([startMs(folder), startMs(folder), startMs(folder)]);
    const lookUp = lookUpMs(folder, rows / 5);
    const began = performance.now();
    const whole = await verifyFile(join(folder, 'holdfast.db'), {
      key: headKey(journalKeystore('bench')),
    });
    const check = performance.now() - began;
    if (!whole.ok || whole.rows !== rows) throw new Error('the journal is not whole');
    return [
      limit('start of the store', start, 2_000),
      limit('hold look-up, p99', lookUp, 1),
      limit('whole verification', check, 5_000),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
