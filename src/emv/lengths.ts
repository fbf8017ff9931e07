import { emvTags } from '../tlv/tags.ts';
import { fail, objectEvidence } from './end.ts';
import type { Transaction } from './state.ts';

/**
 * Data objects that decide something here: another length than the book's is a malformed card. Number and expiry are
 * judged in `card-data.ts`, because one place may stand in for another.
 */
const decisive = new Set(
  '5F25 5F28 5F34 82 9F07 9F08 9F0D 9F0E 9F0F 9F10 9F14 9F23 9F26 9F27 9F36 9F42'.split(' '),
);

/** Ends the transaction when a decisive data object has an impossible length (Book 3 §7.5). */
export function checkLength(tx: Transaction, tag: string, value: Uint8Array): void {
  const row = emvTags.get(tag);
  if (row === undefined || !decisive.has(tag)) return;
  if (value.length >= row.minimumLength && value.length <= row.maximumLength) return;
  const code = value.length > row.maximumLength ? 'tooLong' : 'malformedResponse';
  fail(tx.session, code, { tag, evidence: objectEvidence(tag, value) });
}
