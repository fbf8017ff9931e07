import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Keystore } from '#hal/keystore/contract.ts';
import { isFault, TerminalFault } from '#src/fault.ts';
import type { BackupAtHand, Restoring } from '#src/restore/contract.ts';
import type { TriesNote } from '#src/restore/rescue-desk.ts';
import { type BackupName, newestFirst, parseBackupName } from './backup-name.ts';
import { signerOf } from './checkpoint.ts';
import { guarded } from './fault.ts';
import { pathsOf, syncFolder } from './folder.ts';
import { restoreBackup } from './restore.ts';

type RescueOptions = {
  readonly folder: string;
  readonly keystore: Keystore;
  readonly secondPlace?: string | undefined;
  readonly now: () => number;
};

/** Restores the newest good backup of the device or of the second place over a folder that nobody has open. */
export function openRestoring(options: RescueOptions): Restoring {
  const { folder, keystore, now } = options;
  const publicKey = signerOf(keystore).publicKey.toString('hex');
  const found = (): readonly (BackupAtHand & BackupName & { readonly path: string })[] => {
    return placesOf(options)
      .flatMap(([place, where]) =>
        namesIn(where)
          .filter(({ terminal }) => terminal === publicKey.slice(0, 8))
          .map((backup) => ({
            ...backup,
            place,
            takenMs: backup.createdMs,
            path: join(where, backup.file),
          })),
      )
      .sort(newestFirst);
  };
  const foreign = (): readonly BackupAtHand[] =>
    placesOf(options).flatMap(([place, where]) =>
      namesIn(where)
        .filter(({ terminal }) => terminal !== publicKey.slice(0, 8))
        .map(({ createdMs }) => ({ place, takenMs: createdMs, foreign: true as const })),
    );
  return {
    backups: () => [...found().map(({ place, takenMs }) => ({ place, takenMs })), ...foreign()],
    async restore(by, onProgress) {
      for (const { path: file } of found()) {
        try {
          const note = { operator: by, nowMs: Math.trunc(now()) };
          const report = await restoreBackup({ folder, file, keystore, onProgress, note });
          const { createdMs, rows, salvaged, numbers } = report;
          return { takenMs: createdMs, rows, salvaged, ...numbers };
        } catch (error) {
          // This one is not good: the one before it may be.
          if (!isFault(error, 'journal.corrupt')) throw error;
        }
      }
      throw new TerminalFault('journal.corrupt', 'never', 'no backup is good');
    },
  };
}

type Place = readonly [BackupAtHand['place'], string];

const placesOf = ({ folder, secondPlace }: RescueOptions): readonly Place[] => [
  ['device', pathsOf(folder).backups],
  ...(secondPlace === undefined ? [] : [['secondPlace', secondPlace] as const]),
];

/** A stick that was pulled out holds none. */
function namesIn(folder: string): readonly BackupName[] {
  try {
    return readdirSync(folder)
      .map(parseBackupName)
      .filter((name) => name !== undefined);
  } catch {
    return [];
  }
}

const wishPath = (folder: string): string => join(folder, 'restore.wanted');

/** Who wants the newest backup back at the next start; durable when it returns. */
export const wishRestore = (folder: string, by: string): void =>
  guarded(() => writeNote(folder, wishPath(folder), by));

/** The wish, which is taken once: a restore that fails leaves the records as they were. */
export function takeWish(folder: string): string | undefined {
  const path = wishPath(folder);
  if (!existsSync(path)) return undefined;
  return guarded(() => {
    const by = readFileSync(path, 'utf8').trim();
    rmSync(path);
    syncFolder(folder);
    return by;
  });
}

/** Wrong PINs of a rescue, in a file of their own. A note that cannot be read counts as many. */
export function triesNote(folder: string): TriesNote {
  const path = join(folder, 'rescue.tries');
  return {
    read() {
      if (!existsSync(path)) return { count: 0, lastMs: 0 };
      const [count, lastMs] = readFileSync(path, 'utf8').split(' ').map(Number);
      const isNote = Number.isSafeInteger(count) && Number.isSafeInteger(lastMs);
      return isNote ? { count: count ?? 0, lastMs: lastMs ?? 0 } : { count: 9, lastMs: 0 };
    },
    write: ({ count, lastMs }) => guarded(() => writeNote(folder, path, `${count} ${lastMs}`)),
  };
}

function writeNote(folder: string, path: string, text: string): void {
  const handle = openSync(`${path}.new`, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(`${path}.new`, path);
  syncFolder(folder);
}
