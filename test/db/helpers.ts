import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openStore, type Store, type StoreOptions } from '#db/open.ts';
import type { Keystore } from '#hal/keystore/contract.ts';
import { Pan } from '#src/card/pan.ts';
import { TerminalFault } from '#src/fault.ts';
import type { Projector } from '#src/journal/documents.ts';
import type { DomainEvent } from '#src/journal/events.ts';
import { cny } from '#src/money.ts';

const notHere = (): never => {
  throw new Error('the store asks for no such key');
};

export type TestKeystore = Keystore & { readonly epochs: Map<number, Uint8Array> };

/** A keystore in memory with only the keys that the store may ask for. */
export function testKeystore(seed = 'terminal one'): TestKeystore {
  const epochs = new Map<number, Uint8Array>();
  const derive = (name: string) => createHash('sha256').update(`${seed} ${name}`).digest();
  const destroyed = new Set<number>();
  return {
    epochs,
    loadWorkingKeys: notHere,
    has: notHere,
    encryptMacBlock: notHere,
    macHalves: notHere,
    encryptTrackBlock: notHere,
    encryptPinBlock: notHere,
    epochKey(epoch) {
      if (destroyed.has(epoch)) throw new TerminalFault('keystore.missingKey', 'never');
      const key = epochs.get(epoch) ?? derive(`epoch ${epoch}`);
      epochs.set(epoch, key);
      return key;
    },
    destroyEpoch(epoch) {
      epochs.delete(epoch);
      destroyed.add(epoch);
    },
    lookupKey: () => derive('lookup'),
  };
}

/** A projector with one document a hold and a counter, enough to see projections move. */
export const testProjector: Projector = (documents, row) => {
  const { event } = row;
  if (event.kind === 'hold.opened') {
    const body = { label: event.label, openedMs: row.wallMs, note: event.note };
    documents.put('hold', { id: event.holdId, state: 'open', sort: row.wallMs, keys: [], body });
  }
  if (event.kind === 'transaction.approved') {
    const hold = documents.get('hold', event.holdId);
    if (hold === undefined) return;
    const keys = [event.rrn, event.authorisationCode].filter((key) => key !== undefined);
    documents.put('hold', { ...hold, state: 'held', keys, body: { amount: event.amount } });
    documents.put('counter', { id: 'stan', state: '', sort: 0, keys: [], body: event.stan });
  }
  if (event.kind === 'hold.shredded') documents.delete('hold', event.holdId);
};

export const testPan = (text = '6222020000000000128'): Pan => {
  const pan = Pan.parse(text);
  if (!(pan instanceof Pan)) throw new Error(pan);
  return pan;
};

const folders: string[] = [];
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-db-'));
  folders.push(folder);
  return folder;
}

export type Opened = Store & { readonly folder: string; readonly keystore: TestKeystore };

export function openTestStore(options: Partial<StoreOptions> = {}): Opened {
  const folder = options.folder ?? temporaryFolder();
  const keystore = (options.keystore as TestKeystore | undefined) ?? testKeystore();
  let ms = Date.UTC(2026, 10, 23, 8);
  const store = openStore({
    projector: testProjector,
    now: () => ms++,
    monoNs: () => process.hrtime.bigint(),
    bootId: 'boot-1',
    ...options,
    folder,
    keystore,
  });
  return { ...store, folder, keystore };
}

export const holdOpened = (holdId: string): DomainEvent => ({
  kind: 'hold.opened',
  holdId,
  label: 'Room 306',
  how: 'chip',
});

export const approved = (holdId: string, stan: number): DomainEvent => ({
  kind: 'transaction.approved',
  holdId,
  stan,
  responseCode: '00',
  rrn: String(stan).padStart(12, '0'),
  authorisationCode: `A${stan}`,
  amount: cny(50_000),
});

export const reversalOwed = (holdId: string, stan: number): DomainEvent => ({
  kind: 'reversal.owed',
  holdId,
  stan,
  reason: '98',
  why: 'no answer',
});

/** Opens `count` holds and approves them: two rows each. */
export function fill(store: Store, count: number, first = 1): void {
  for (let n = first; n < first + count; n++) {
    store.journal.append({ events: [holdOpened(`hold-${n}`)] });
    store.journal.append({ events: [approved(`hold-${n}`, n)] });
  }
}

/** Changes a closed journal behind the program's back, triggers out of the way. */
export function tamper(folder: string, change: (db: Database.Database) => void): void {
  const db = new Database(join(folder, 'holdfast.db'));
  const triggers = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    .pluck()
    .all();
  for (const name of triggers) db.exec(`DROP TRIGGER ${name}`);
  change(db);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

/** Every byte of the folder's files, by name. */
export function filesOf(folder: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  if (!existsSync(folder)) return files;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (statSync(path).isFile()) files.set(name, readFileSync(path));
  }
  return files;
}

/** Content of all projection tables, for comparing. */
export function projectionText(folder: string): string {
  const db = new Database(join(folder, 'holdfast.db'), { readonly: true });
  const tables = ['hold', 'incident', 'outbox', 'slip', 'counter', 'handover', 'document_key'];
  const text = JSON.stringify(tables.map((table) => db.prepare(`SELECT * FROM ${table}`).all()));
  db.close();
  return text;
}
