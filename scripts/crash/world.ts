import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openStore, type Store } from '#db/open.ts';
import type { Keystore } from '#hal/keystore/contract.ts';
import { fileKeyFolder } from '#hal/keystore/key-folder.ts';
import { readMasterKey, sealedName, writeMasterKey } from '#hal/keystore/master-key.ts';
import { hex, toHex } from '#src/bytes.ts';
import { Pan } from '#src/card/pan.ts';
import { project } from '#src/journal/projector.ts';
import { journalKeystore } from '../journal-keystore.ts';

/** Ways to make the terminal forget, by which the replay proves that it would notice. */
export const weaknesses = ['none', 'normalSync', 'reversalMissing', 'answerBeforeWrite'] as const;
export type Weakness = (typeof weaknesses)[number];

/** Keys stand in a device of their own: the same before and after every crash. */
export const crashKeystore = (): Keystore => journalKeystore('crash');

export function openCrashStore(folder: string): Store {
  let ms = Date.UTC(2026, 10, 23, 8);
  return openStore({
    folder,
    keystore: crashKeystore(),
    projector: project,
    now: () => ms++,
    monoNs: () => process.hrtime.bigint(),
    bootId: 'crash',
  });
}

/** An obvious test number. */
export function crashPan(): Pan {
  const pan = Pan.parse('6222020000000000128');
  if (!(pan instanceof Pan)) throw new Error(pan);
  return pan;
}

/** The master key before, and the one that two custodians bring; an obvious test. */
export const masterKeys = { before: '0123456789ABCDEF', after: 'FEDCBA9876543210' } as const;

const masterKeyFolder = (folder: string) => fileKeyFolder(join(folder, 'keys'));

export function keepMasterKey(folder: string, key: string): void {
  masterKeyFolder(folder).keep(sealedName, writeMasterKey(hex(key), 'tdes'));
}

/** Undefined when the folder has none, or one that cannot be read. */
export function masterKeyIn(folder: string): string | undefined {
  const key = readMasterKey(masterKeyFolder(folder).find(sealedName), 'tdes');
  return key === undefined ? undefined : toHex(key).toUpperCase();
}

/** Tells the recorder, at once: what the world has heard cannot be unheard. */
export const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};

/** The library as it comes: NORMAL in a WAL, whatever is asked of it. */
export function weaken(weakness: Weakness): void {
  if (weakness !== 'normalSync') return;
  const { pragma } = Database.prototype;
  Database.prototype.pragma = function (source, options) {
    if (source === 'synchronous') return 2;
    return pragma.call(this, source.replace('synchronous = FULL', 'synchronous = NORMAL'), options);
  };
}

export const schemaOne = (): string =>
  readFileSync(new URL('../../db/schema/0001-journal.sql', import.meta.url), 'utf8');
