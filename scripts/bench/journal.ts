import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { documentTables } from '#db/documents.ts';
import { openStore } from '#db/open.ts';
import { schemaSteps } from '#db/schema.ts';
import type { Projector } from '#src/journal/documents.ts';
import { project } from '#src/journal/projector.ts';
import { journalKeystore } from '../journal-keystore.ts';
import { event, type PlannedStep, planSteps } from './journal-plan.ts';
import { median, perSecond, type Row } from './row.ts';

/** Not timed: by then the compiler of a terminal that runs all day has done its work. */
const warmingRounds = 12;
const timedRounds = 12;
const rounds = warmingRounds + timedRounds;
const stepsARound = 150;

const insertRow = 'INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)';

const pragmas = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'secure_delete = ON',
  'foreign_keys = ON',
  'wal_autocheckpoint = 1000',
];

function openRaw(path: string): Database.Database {
  const db = new Database(path);
  for (const pragma of pragmas) db.pragma(pragma);
  for (const { sql } of schemaSteps()) db.exec(sql);
  const triggers = db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'trigger'");
  for (const name of triggers.pluck().all()) db.exec(`DROP TRIGGER ${name}`);
  // The library falls back to NORMAL by itself after the first write into a WAL.
  db.pragma('synchronous = FULL');
  return db;
}

/** What a program would write by hand with the library alone: the journal's row and nothing else. */
function rowWriter(path: string, plan: readonly PlannedStep[]): (n: number) => void {
  const db = openRaw(path);
  const insert = db.prepare(insertRow);
  const step = db.transaction(({ row }: PlannedStep) => insert.run(...row));
  return (n) => step.immediate(plan[n] as PlannedStep);
}

/**
 * The same rows as ours by hand: journal, head, documents and keys in the same tables under the same indexes, one
 * durable transaction a step. Every text and sum is made beforehand, so that it pays for SQLite alone.
 */
function sameRowsWriter(path: string, plan: readonly PlannedStep[]): (n: number) => void {
  const db = openRaw(path);
  const insert = db.prepare(insertRow);
  const head = db.prepare('INSERT OR REPLACE INTO head VALUES (1, ?, ?, ?)');
  const key = db.prepare('INSERT OR IGNORE INTO document_key VALUES (?, ?, ?)');
  const put = Object.fromEntries(
    documentTables.map((table) => [
      table,
      db.prepare(
        `INSERT INTO ${table} VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET ` +
          'state = excluded.state, sort = excluded.sort, keys = excluded.keys, body = excluded.body, sum = excluded.sum',
      ),
    ]),
  );
  const step = db.transaction(({ row, puts, keys }: PlannedStep) => {
    insert.run(...row);
    for (const { table, values } of puts) put[table]?.run(...values);
    for (const values of keys) key.run(...values);
    head.run(row[0], row[8], row[8]);
  });
  return (n) => step.immediate(plan[n] as PlannedStep);
}

function ours(folder: string, projector: Projector): () => void {
  const store = openStore({
    folder: join(folder, 'ours'),
    keystore: journalKeystore('bench'),
    projector,
    now: Date.now,
    monoNs: process.hrtime.bigint,
    bootId: 'bench',
  });
  let n = 0;
  return () => void store.journal.append({ events: [event(n++)] });
}

/**
 * Durable steps a second of our journal (chained, projected, head sealed) beside better-sqlite3 alone, on the same
 * file system with the same pragmas, in turns.
 */
export function benchJournal(parent: string = tmpdir()): readonly Row[] {
  const folder = mkdtempSync(join(parent, 'holdfast-bench-'));
  try {
    const plan = planSteps(rounds * stepsARound);
    const bare = rowWriter(join(folder, 'bare.db'), plan);
    const same = sameRowsWriter(join(folder, 'same.db'), plan);
    const [journal = 0, sameRows = 0, single = 0] = inTurns([ours(folder, project), same, bare]);
    const row = (peer: string, theirs: number): Row => ({
      what: 'journal: durable steps',
      ours: perSecond(1000 / journal),
      peer,
      theirs: perSecond(1000 / theirs),
      ratio: theirs / journal,
    });
    return [
      { ...row('better-sqlite3, the same rows by hand', sameRows), wanted: '≥ 0.70' },
      row('better-sqlite3, the journal’s row alone', single),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds a step of each writer, median over the timed rounds. */
function inTurns(writers: readonly ((n: number) => void)[]): readonly number[] {
  const times = writers.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    writers.forEach((write, which) => {
      let n = round * stepsARound;
      const start = performance.now();
      for (let step = 0; step < stepsARound; step++) write(n++);
      times[which]?.push((performance.now() - start) / stepsARound);
    });
  }
  return times.map((all) => median(all.slice(warmingRounds)));
}
