import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { decryptFile } from '#db/backup-file.ts';
import { backupIdentity } from '#db/backup-key.ts';
import type { Store } from '#db/open.ts';
import { isFault } from '#src/fault.ts';
import type { JournalRow } from '#src/journal/port.ts';
import { crashKeystore, masterKeyIn, masterKeys, openCrashStore } from './world.ts';

export type Verdict = 'fine' | 'lost' | 'duplicated' | 'unreconciled' | 'corrupt';

/** What the world had heard from the terminal when it was cut off. */
type Heard = {
  acknowledged: number;
  readonly booked: Set<number>;
  readonly reversed: Set<number>;
  readonly sealed: Set<string>;
  readonly shredded: Set<string>;
  readonly backups: Set<string>;
  /** The master key that the keystore said it keeps. */
  masterKey?: string;
};

export const nothingHeard = (): Heard => ({
  acknowledged: 0,
  booked: new Set(),
  reversed: new Set(),
  sealed: new Set(),
  shredded: new Set(),
  backups: new Set(),
});

export function hear(heard: Heard, line: string): void {
  const [what, value = ''] = line.split(' ');
  if (what === 'ACK') heard.acknowledged = Number(value);
  if (what === 'BOOKED') heard.booked.add(Number(value));
  if (what === 'REVERSED') heard.reversed.add(Number(value));
  if (what === 'SEALED') heard.sealed.add(value);
  // From here on the number may be gone; from SHREDDED on it must be.
  if (what === 'SHREDDING') heard.sealed.delete(value);
  if (what === 'SHREDDED') heard.shredded.add(value);
  if (what === 'MASTERKEY') heard.masterKey = value;
  if (what === 'BACKUP') heard.backups.add(value);
}

/**
 * Starts the terminal on what the crash left, lets it settle what it owes, and compares with what the world
 * has heard: every acknowledged row, every booking of the bank exactly once, every number where it belongs.
 */
export async function judge(
  folder: string,
  heard: Heard,
  run: readonly JournalRow[],
): Promise<Verdict> {
  for (const file of heard.backups)
    if (!(await isGood(join(folder, 'backups', file)))) return 'lost';
  let store: Store;
  try {
    store = openCrashStore(folder);
  } catch (error) {
    if (isFault(error)) return 'corrupt';
    throw error;
  }
  try {
    const rows = store.journal.read(0);
    if (rows.length < heard.acknowledged) return 'lost';
    if (rows.some((row, at) => row.hash !== run[at]?.hash)) return 'corrupt';
    if (!store.verification.ok) return 'corrupt';
    if (new Set(rows.map(({ id }) => id)).size !== rows.length) return 'duplicated';
    for (const token of heard.sealed) if (store.vault.open(token) === undefined) return 'lost';
    for (const token of heard.shredded) if (store.vault.open(token) !== undefined) return 'corrupt';
    const keys = masterKeyVerdict(folder, heard, rows);
    return keys === 'fine' ? reconcile(store, rows, heard) : keys;
  } finally {
    store.close();
  }
}

/** The key before or the new one, whole: the new one once it was kept, and whenever the journal says it is loaded. */
function masterKeyVerdict(folder: string, heard: Heard, rows: readonly JournalRow[]): Verdict {
  if (heard.masterKey === undefined) return 'fine';
  const key = masterKeyIn(folder);
  if (key === undefined) return 'lost';
  const isNew = key === masterKeys.after;
  if (!isNew && key !== masterKeys.before) return 'corrupt';
  if (!isNew && heard.masterKey === masterKeys.after) return 'lost';
  const told = new Set(rows.map(({ event }) => event.kind));
  if (told.has('masterKey.loaded') && !isNew) return 'unreconciled';
  return isNew && !told.has('masterKey.agreed') ? 'unreconciled' : 'fine';
}

async function isGood(backup: string): Promise<boolean> {
  if (!existsSync(backup)) return false;
  try {
    await decryptFile(backup, await backupIdentity(crashKeystore()));
    return true;
  } catch {
    return false;
  }
}

/** What the terminal believes of each message: an unanswered one is undone, an advice is sent again. */
function reconcile(store: Store, rows: readonly JournalRow[], heard: Heard): Verdict {
  for (const stan of heard.booked) {
    const said = new Set<string>();
    for (const { event } of rows) {
      if (event.kind === 'transaction.requested' && event.request.stan === stan)
        said.add(event.kind);
      else if ('stan' in event && event.stan === stan) said.add(event.kind);
    }
    // The bank has booked what this journal never asked, or believes was never sent.
    if (!said.has('transaction.requested')) return 'unreconciled';
    if (said.has('transaction.notSent')) return 'unreconciled';
    if (said.has('transaction.approved') && said.has('reversal.owed')) return 'duplicated';
    if (heard.reversed.has(stan) && !said.has('reversal.owed')) return 'unreconciled';
  }
  // The journal goes on after the crash.
  store.journal.append({
    events: [{ kind: 'terminal.started', version: 'crash', cleanStop: false }],
  });
  return 'fine';
}
