import type { Config } from '#src/config/schema.ts';
import { partyFrom } from '#src/handover/enrolled.ts';
import { type Identity, identityOf } from '#src/handover/keys.ts';
import type { Party } from '#src/handover/party.ts';
import { fileKeyFolder, type KeyFolder } from './key-folder.ts';

/** The keys by which the other terminals of the merchant know this one: made on first use, never in a backup. */
export const terminalIdentity = (folder: KeyFolder): Identity =>
  identityOf(folder.key('hand-over-signing'), folder.key('hand-over-sealing'));

/** This terminal among its merchant's, where head office has enrolled it. Throws what is wrong with that. */
export function enrolledParty(
  keyFolder: string,
  { handover, merchant }: Pick<Config, 'handover' | 'merchant'>,
): { readonly party?: Party } {
  if (handover === undefined) return {};
  const identity = terminalIdentity(fileKeyFolder(keyFolder));
  const party = partyFrom(handover, identity, merchant.terminalId);
  if (typeof party === 'string') throw new Error(party);
  return { party };
}
