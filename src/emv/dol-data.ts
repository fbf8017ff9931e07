import { createHash } from 'node:crypto';
import { hex } from '../bytes.ts';
import { buildDol, dolLength, parseDol } from '../tlv/dol.ts';
import { fail, objectEvidence } from './end.ts';
import { limits } from './limits.ts';
import { setTvr, type Transaction } from './state.ts';
import { dataObject } from './terminal-data.ts';

/**
 * The bytes that a card's DOL asks for; a list that cannot be read or be sent ends the transaction.
 */
export function dolData(tx: Transaction, tag: string, dol: Uint8Array): Uint8Array {
  const evidence = objectEvidence(tag, dol);
  const entries = parseDol(dol);
  if (entries === undefined) return fail(tx.session, 'malformedResponse', { tag, evidence });
  // GET PROCESSING OPTIONS wraps its data in tag 83, with up to three bytes of tag and length.
  const room = tag === '9F38' ? limits.commandData - 3 : limits.commandData;
  if (dolLength(entries) > room) fail(tx.session, 'tooLong', { tag, evidence });
  const certificateHash = entries.some((entry) => entry.tag === '98')
    ? transactionCertificateHash(tx)
    : undefined;
  return buildDol(entries, (asked) => (asked === '98' ? certificateHash : dataObject(tx, asked)));
}

/**
 * Tag 98: SHA-1 over what the card's TDOL (97), else the terminal's default one, asks for (Book 3
 * §9.2.2).
 */
function transactionCertificateHash(tx: Transaction): Uint8Array {
  const cardTdol = tx.icc.get('97');
  if (cardTdol === undefined) setTvr(tx, 'defaultTdolUsed');
  const entries = parseDol(cardTdol ?? hex(tx.terminal.defaultTdol));
  if (entries === undefined) return fail(tx.session, 'malformedResponse', { tag: '97' });
  const withoutHash = entries.filter((entry) => entry.tag !== '98');
  const data = buildDol(withoutHash, (tag) => dataObject(tx, tag));
  return new Uint8Array(createHash('sha1').update(data).digest());
}
