import type { Certificate } from './certificate.ts';
import type { Identity } from './keys.ts';

/** This terminal among the terminals of its merchant. */
export type Party = {
  readonly identity: Identity;
  readonly terminalId: string;
  readonly merchantKey: Uint8Array;
  /** Its own, as head office signed it. */
  readonly certificate: Uint8Array;
  /** The others, each vouched for by head office. */
  readonly peers: readonly Certificate[];
  readonly revoked: readonly string[];
};
