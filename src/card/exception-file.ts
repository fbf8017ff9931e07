import { scryptSync } from 'node:crypto';
import { fromHex, hex, sameBytes } from '../bytes.ts';
import type { ExceptionFile } from '../emv/contract.ts';
import type { Pan } from './pan.ts';

/** The acquirer's list as it is configured: digests of numbers, never numbers. */
export type ListedCards = {
  readonly salt?: string | undefined;
  readonly cards: readonly {
    readonly digest: string;
    /** Without it every card of the number is listed. */
    readonly panSequenceNumber?: number | undefined;
  }[];
};

/**
 * Slow on purpose (about ten milliseconds): a number has so few digits that a quick digest is guessed in minutes. It
 * hinders guessing and does not make it impossible; the file is for the acquirer and the terminal only.
 */
const cost = { N: 4_096, r: 8, p: 1 } as const;
const digestBytes = 32;

/** The digest of a number under the file's salt (16 bytes or more), 64 hex digits. */
export const listedDigest = (pan: Pan, salt: Uint8Array): Uint8Array =>
  new Uint8Array(scryptSync(pan.reveal(), salt, digestBytes, cost));

/** Asks the list; undefined when nothing is listed, so that no card costs the time. */
export function exceptionFileOf({ salt, cards }: ListedCards): ExceptionFile | undefined {
  if (cards.length === 0) return undefined;
  const saltBytes = hex(salt ?? '');
  return ({ pan, panSequenceNumber }) => {
    const digest = listedDigest(pan, saltBytes);
    return cards.some(
      (listed) =>
        sameBytes(fromHex(listed.digest) ?? new Uint8Array(0), digest) &&
        (listed.panSequenceNumber === undefined || listed.panSequenceNumber === panSequenceNumber),
    );
  };
}
