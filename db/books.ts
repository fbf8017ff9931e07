import { randomUUID } from 'node:crypto';
import type { Keystore } from '#hal/keystore/contract.ts';
import type { Config } from '#src/config/schema.ts';
import { isFault } from '#src/fault.ts';
import { project, projectorVersion } from '#src/journal/projector.ts';
import type { Safekeeping } from '#src/safekeeping.ts';
import { openStore, type Store } from './open.ts';
import { openSafekeeping } from './safekeeping.ts';

export type Books = {
  /** The data folder. */
  readonly folder: string;
  readonly keystore: Keystore;
  readonly now: () => number;
};

/** The records of this terminal, as this program projects them. Throws as `openStore` does. */
export const openBooks = ({ folder, keystore, now }: Books): Store =>
  openStore({
    folder,
    keystore,
    projector: project,
    projectorVersion,
    now,
    monoNs: () => process.hrtime.bigint(),
    bootId: randomUUID(),
  });

/** Undefined: the records cannot be read, and a backup has to take their place. */
export function booksOrDamage(books: Books): Store | undefined {
  try {
    return openBooks(books);
  } catch (error) {
    if (isFault(error, 'journal.corrupt')) return undefined;
    throw error;
  }
}

/** What keeps these records; `restart` ends the process well. */
export const keepBooks = (
  books: Books,
  store: Store,
  { backup }: Config,
  restart: () => void,
): Safekeeping =>
  openSafekeeping({ ...books, ...backup, store, projector: project, projectorVersion, restart });
