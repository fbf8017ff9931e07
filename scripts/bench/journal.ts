import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openStore } from '#db/open.ts';
import type { Keystore } from '#hal/keystore/contract.ts';
import type { Projector } from '#src/journal/documents.ts';
import type { DomainEvent, TransactionRequest } from '#src/journal/events.ts';
import { project } from '#src/journal/projector.ts';
import { cny } from '#src/money.ts';
import { median, perSecond, type Row } from './row.ts';

const rounds = 12;
const stepsARound = 150;

const card = {
  token: 'token-1',
  lookup: 'c0ffee00'.repeat(8),
  maskedPan: '622202*********0128',
  last4: '0128',
  expiry: '3012',
};

/** The n-th step: holds that are opened, asked for, approved and printed, one after the other. */
function event(n: number): DomainEvent {
  const stan = Math.floor(n / 5) + 1;
  const holdId = `hold-${stan}`;
  const amount = cny(50_000);
  const slipId = `slip-${stan}`;
  const request: TransactionRequest = {
    kind: 'preauth',
    stan,
    batch: 1,
    amount,
    localDate: '1123',
    localTime: '081530',
    posEntryMode: '051',
    card,
    operator: '01',
  };
  const life: readonly DomainEvent[] = [
    { kind: 'hold.opened', holdId, label: 'preauth', how: 'chip' },
    { kind: 'transaction.requested', holdId, request },
    {
      kind: 'transaction.approved',
      holdId,
      stan,
      responseCode: '00',
      rrn: String(stan).padStart(12, '0'),
      authorisationCode: 'A12345',
      amount,
    },
    { kind: 'slip.queued', slipId, holdId, copy: 'customer', of: 'preauth', stan },
    { kind: 'slip.printed', slipId },
  ];
  return life[n % 5] as DomainEvent;
}

function benchKeystore(): Keystore {
  const key = createHash('sha256').update('bench').digest();
  const unused = (): never => {
    throw new Error('the journal asks for no such key');
  };
  return {
    loadWorkingKeys: unused,
    has: unused,
    encryptMacBlock: unused,
    macHalves: unused,
    encryptTrackBlock: unused,
    encryptPinBlock: unused,
    epochKey: () => key,
    destroyEpoch: () => undefined,
    lookupKey: () => key,
  };
}

const pragmas = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'secure_delete = ON',
  'foreign_keys = ON',
  'wal_autocheckpoint = 400',
];

/**
 * What a program would write by hand with the library alone: a row of the same size, and with `document`
 * also the document it changes with its index, in one durable transaction a step.
 */
function rawWriter(path: string, document: boolean): (n: number) => void {
  const db = new Database(path);
  for (const pragma of pragmas) db.pragma(pragma);
  db.exec(`
    CREATE TABLE row (seq INTEGER PRIMARY KEY, body TEXT NOT NULL, hash BLOB NOT NULL) STRICT;
    CREATE TABLE hold (id TEXT PRIMARY KEY, state TEXT NOT NULL, sort REAL NOT NULL, body TEXT NOT NULL) STRICT;
    CREATE INDEX hold_by_state ON hold (state, sort, id)`);
  db.pragma('synchronous = FULL');
  const insert = db.prepare('INSERT INTO row VALUES (?, ?, ?)');
  const upsert = db.prepare(
    'INSERT INTO hold VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state, body = excluded.body',
  );
  const body = 'x'.repeat(400);
  const hash = Buffer.alloc(64);
  const step = db.transaction((n: number) => {
    insert.run(n + 1, body, hash);
    const hold = Math.floor(n / 5);
    if (document) upsert.run(`hold-${hold}`, n % 5 > 1 ? 'held' : 'none', hold, body);
  });
  return (n) => step.immediate(n);
}

function ours(folder: string, projector: Projector): () => void {
  const store = openStore({
    folder: join(folder, 'ours'),
    keystore: benchKeystore(),
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
    const bare = rawWriter(join(folder, 'bare.db'), false);
    const same = rawWriter(join(folder, 'same.db'), true);
    const [journal = 0, sameFacts = 0, single = 0] = inTurns([ours(folder, project), same, bare]);
    const row = (peer: string, theirs: number): Row => ({
      what: 'journal: durable steps',
      ours: perSecond(1000 / journal),
      peer,
      theirs: perSecond(1000 / theirs),
      ratio: theirs / journal,
    });
    return [
      { ...row('better-sqlite3, the same facts', sameFacts), wanted: '≥ 0.70' },
      row('better-sqlite3, a row without its document', single),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds a step of each writer, median over the rounds. */
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
  return times.map(median);
}
