import { singleObject, type Tlv } from '../tlv/tlv.ts';
import { verifyCombined } from './cda.ts';
import { type CryptogramType, generateAc } from './commands.ts';
import { dolData } from './dol-data.ts';
import { fail } from './end.ts';
import { checkLength } from './lengths.ts';
import type { Stage, Transaction } from './state.ts';
import { transmit } from './transport.ts';

export type Cryptogram = {
  readonly asked: CryptogramType;
  /** What the card decided: bits 8 and 7 of the Cryptogram Information Data, tag 9F27. */
  readonly type: CryptogramType;
  /** False when combined authentication was asked for and did not hold. */
  readonly authentic: boolean;
};

const byInformation: Readonly<Record<number, CryptogramType>> = { 0: 'aac', 1: 'tc', 2: 'arqc' };
const rank = { aac: 0, arqc: 1, tc: 2 } as const;

/**
 * GENERATE AC (EMV 4.4 Book 3 §6.5.5, card action analysis §10.8). A card may lower what is asked
 * for, never raise it. Combined authentication is asked for whenever the card's key is ready.
 */
export function* generateCryptogram(
  tx: Transaction,
  cdol: '8C' | '8D',
  asked: CryptogramType,
): Stage<Cryptogram> {
  const { session } = tx;
  const cdaKey = asked === 'aac' ? undefined : tx.cdaKey;
  const data = dolData(tx, cdol, tx.icc.get(cdol) ?? new Uint8Array(0));
  tx.sentDolData.push(data);
  const answer = yield* transmit(session, generateAc(asked, cdaKey !== undefined, data));
  if (answer.sw === '6985') fail(session, 'conditionsNotSatisfied', { sw: answer.sw });
  if (answer.sw !== '9000') fail(session, 'statusRefused', { sw: answer.sw });
  const objects = acceptCryptogram(tx, answer.data);
  const type = byInformation[(tx.icc.get('9F27')?.[0] ?? 0) >> 6];
  if (type === undefined || rank[type] > rank[asked])
    fail(session, 'dataConflict', { tag: '9F27' });
  if (cdaKey !== undefined && type !== 'aac') {
    return { asked, type, authentic: verifyCombined(tx, cdaKey, objects) };
  }
  if (!tx.icc.has('9F26')) fail(session, 'mandatoryDataMissing', { tag: '9F26' });
  return { asked, type, authentic: true };
}

const answerTags = ['9F27', '9F36', '9F26', '9F10', '9F4B'];

/** Format 1 (80): CID, ATC, cryptogram, issuer data in a row; format 2 (77): data objects. */
function acceptCryptogram(tx: Transaction, response: Uint8Array): readonly Tlv[] {
  const { session, icc } = tx;
  for (const tag of answerTags) icc.delete(tag);
  const template = singleObject(response);
  const objects = template?.children ?? [];
  if (template?.tag === '80') acceptFormat1(tx, template.value);
  else if (template?.tag !== '77') fail(session, 'malformedResponse');
  for (const { tag, value } of objects) {
    if (!answerTags.includes(tag)) continue;
    if (icc.has(tag)) fail(session, 'dataConflict', { tag });
    checkLength(tx, tag, value);
    icc.set(tag, value);
  }
  for (const tag of ['9F27', '9F36']) {
    if (!icc.has(tag)) fail(session, 'mandatoryDataMissing', { tag });
  }
  return objects;
}

function acceptFormat1({ session, icc }: Transaction, value: Uint8Array): void {
  if (value.length > 43) fail(session, 'tooLong', { tag: '80' });
  if (value.length < 11) fail(session, 'malformedResponse', { tag: '80' });
  icc.set('9F27', value.slice(0, 1));
  icc.set('9F36', value.slice(1, 3));
  icc.set('9F26', value.slice(3, 11));
  if (value.length > 11) icc.set('9F10', value.slice(11));
}
