import { isTlvError, parseTlv } from '../tlv/tlv.ts';
import {
  addCandidate,
  type CandidateList,
  emptyList,
  terminalApplicationFor,
} from './candidates.ts';
import { readRecord, select } from './commands.ts';
import { fail } from './end.ts';
import { candidateFrom, firstOfEach, isDfName, parseFci } from './fci.ts';
import { languages } from './language.ts';
import { limits } from './limits.ts';
import type { Session, Stage } from './state.ts';
import { transmit } from './transport.ts';

const paymentSystemEnvironment = new TextEncoder().encode('1PAY.SYS.DDF01');

/**
 * Candidates by the Payment System Environment (EMV 4.4 Book 1 §12.3.2). Whatever is wrong with the
 * directory leaves the list as it was: the list of AIDs follows. Only 6A81 on SELECT ends: the card
 * is blocked.
 */
export function* readDirectory(session: Session, list: CandidateList): Stage {
  const selected = yield* transmit(session, select(paymentSystemEnvironment));
  if (selected.sw === '6A81') fail(session, 'cardBlocked', { sw: selected.sw });
  if (selected.sw !== '9000') return;
  const directory = parseFci(selected.data)?.data;
  const sfi = directory?.get('88')?.[0];
  session.languagePreference = languages(directory?.get('5F2D'));
  if (sfi === undefined || sfi < 1 || sfi > 10) return;
  const found = emptyList();
  for (let record = 1; record <= limits.directoryRecords; record++) {
    const answer = yield* transmit(session, readRecord(record, sfi));
    if (answer.sw === '6A83') break;
    if (answer.sw !== '9000' || !addEntries(session, found, answer.data, directory?.get('9F11')))
      return;
  }
  list.candidates.push(...found.candidates);
}

/**
 * Adds the entries of one directory record that the terminal knows; false when the record is
 * malformed.
 */
function addEntries(
  session: Session,
  found: CandidateList,
  record: Uint8Array,
  codeTable: Uint8Array | undefined,
): boolean {
  const objects = parseTlv(record);
  if (isTlvError(objects)) return false;
  const template = objects.find((object) => object.tag === '70');
  if (template === undefined) return false;
  for (const entry of template.children ?? []) {
    if (entry.tag !== '61') continue;
    const data = firstOfEach(entry.children ?? []);
    if (codeTable !== undefined) data.set('9F11', codeTable);
    const name = data.get('4F');
    if (name === undefined || !isDfName(name)) return false;
    if (terminalApplicationFor(session, name) === undefined) continue;
    addCandidate(found, candidateFrom(name, data));
  }
  return true;
}
