import { type Identity, identityOf } from '#src/handover/keys.ts';
import type { KeyFolder } from './key-folder.ts';

/** The keys by which the other terminals of the merchant know this one: made on first use, never in a backup. */
export const terminalIdentity = (folder: KeyFolder): Identity =>
  identityOf(folder.key('hand-over-signing'), folder.key('hand-over-sealing'));
