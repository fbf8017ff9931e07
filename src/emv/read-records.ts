import { emvTags } from '../tlv/tags.ts';
import { primitives, singleObject } from '../tlv/tlv.ts';
import { parseAfl } from './afl.ts';
import { noteCardData } from './card-data.ts';
import { readRecord } from './commands.ts';
import { fail, objectEvidence } from './end.ts';
import { checkLength } from './lengths.ts';
import { limits } from './limits.ts';
import type { Stage, Transaction } from './state.ts';
import { transmit } from './transport.ts';

/** Read application data: every record that the AFL names (EMV 4.4 Book 3 §10.2). */
export function* readApplicationData(tx: Transaction): Stage {
  const { session } = tx;
  session.step = 'readRecords';
  const afl = tx.icc.get('94') ?? new Uint8Array(0);
  const evidence = objectEvidence('94', afl);
  const entries = parseAfl(afl);
  if (entries === undefined) return fail(session, 'malformedResponse', { tag: '94', evidence });
  const total = entries.reduce((sum, entry) => sum + entry.last - entry.first + 1, 0);
  if (total > limits.records) fail(session, 'tooManyRecords', { tag: '94', evidence });
  for (const { sfi, first, last, authenticated } of entries) {
    for (let record = first; record <= last; record++) {
      const answer = yield* transmit(session, readRecord(record, sfi));
      if (answer.sw !== '9000') fail(session, 'statusRefused', { sw: answer.sw });
      acceptRecord(tx, sfi, answer.data, record - first < authenticated);
      noteCardData(tx);
    }
  }
}

/**
 * SFI 1 to 10 hold TLV records in template 70; others are the issuer's own, signed as they are
 * (§10.3).
 */
function acceptRecord(tx: Transaction, sfi: number, record: Uint8Array, signed: boolean): void {
  const template = singleObject(record);
  const isTemplate = template?.tag === '70';
  if (sfi > 10) {
    if (signed) tx.staticData.push(record);
    // §10.3: a signed record that is no template 70 makes the authentication fail, not the transaction.
    if (signed && !isTemplate) tx.staticDataUnusable = true;
    if (!isTemplate) return;
  } else {
    if (!isTemplate) fail(tx.session, 'malformedResponse', { tag: '70' });
    if (signed) tx.staticData.push(template.value);
  }
  for (const { tag, value } of primitives(template.children ?? [])) {
    if (emvTags.get(tag)?.source === 'terminal') continue;
    if (tx.icc.has(tag)) fail(tx.session, 'dataConflict', { tag });
    checkLength(tx, tag, value);
    tx.icc.set(tag, value);
  }
}
