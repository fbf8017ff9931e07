import { toHex } from '../bytes.ts';
import { Pan } from '../card/pan.ts';
import type { CardData, CardDataTag } from './contract.ts';
import { fullDate } from './dates.ts';
import { fail, objectEvidence } from './end.ts';
import type { Transaction } from './state.ts';

type Track2 = { readonly pan: Pan; readonly expiry: string; readonly serviceCode?: string };

const longestBytes: Readonly<Record<CardDataTag, number>> = { '57': 19, '5A': 10, '5F24': 3 };

const isTooLong = (tag: CardDataTag, value: Uint8Array): boolean =>
  value.length > longestBytes[tag];

/** Tag 57: number, `D`, YYMM, service code, discretionary data, padded with `F`. */
function readTrack2({ icc }: Transaction): Track2 | undefined {
  const value = icc.get('57');
  if (value === undefined || isTooLong('57', value)) return undefined;
  const parts = /^(\d{1,19})D(\d{4})(\d{3})?[\dA-F]*$/.exec(toHex(value));
  const pan = Pan.parse(parts?.[1] ?? '');
  if (parts === null || !(pan instanceof Pan)) return undefined;
  const [, , expiry = '', serviceCode] = parts;
  return { pan, expiry, ...(serviceCode === undefined ? {} : { serviceCode }) };
}

/** Tag 5A: digits, padded with `F`. */
function readPan({ icc }: Transaction): Pan | undefined {
  const value = icc.get('5A');
  if (value === undefined || isTooLong('5A', value)) return undefined;
  const pan = Pan.parse(/^(\d+)F*$/.exec(toHex(value))?.[1] ?? '');
  return pan instanceof Pan ? pan : undefined;
}

/** Tag 5F24 as CCYYMMDD, when it is a date. */
export function expiryOfCard({ icc }: Transaction): string | undefined {
  const value = icc.get('5F24');
  return value === undefined ? undefined : fullDate(toHex(value));
}

/** Tag 57 as it may go to the bank: what cannot be read is not sent. */
export const track2EquivalentData = (tx: Transaction): Uint8Array | undefined =>
  readTrack2(tx) === undefined ? undefined : tx.icc.get('57');

/**
 * Remembers the card as soon as its number is known, so that even a transaction which fails later
 * can say which card it was. Ends it when the two places of the number contradict each other; a place that cannot
 * be read at all contradicts nothing.
 */
export function noteCardData(tx: Transaction): void {
  const { session } = tx;
  const pan = readPan(tx);
  const track2 = readTrack2(tx);
  if (pan !== undefined && track2 !== undefined && !pan.equals(track2.pan)) {
    session.card = undefined;
    fail(session, 'dataConflict', { tag: '5A', flaw: 'numbersDiffer' });
  }
  const number = pan ?? track2?.pan;
  if (number !== undefined) session.card = cardData(tx, number, track2);
}

/** The places that are there and cannot be read. */
function unreadable(tx: Transaction): CardDataTag[] {
  const { icc } = tx;
  const tags: CardDataTag[] = [];
  if (icc.has('5A') && readPan(tx) === undefined) tags.push('5A');
  if (icc.has('57') && readTrack2(tx) === undefined) tags.push('57');
  if (icc.has('5F24') && expiryOfCard(tx) === undefined) tags.push('5F24');
  return tags;
}

function malformed(tx: Transaction, tag: CardDataTag): never {
  const value = tx.icc.get(tag) ?? new Uint8Array(0);
  const code = isTooLong(tag, value) ? 'tooLong' : 'malformedResponse';
  return fail(tx.session, code, { tag, evidence: objectEvidence(tag, value) });
}

function cardData(tx: Transaction, pan: Pan, track2: Track2 | undefined): CardData {
  const sequenceNumber = toHex(tx.icc.get('5F34') ?? new Uint8Array(0));
  const serviceCode = track2?.serviceCode;
  const spoilt = unreadable(tx);
  return {
    pan,
    expiry: expiryOfCard(tx)?.slice(2, 6) ?? track2?.expiry ?? '',
    ...(/^\d\d$/.test(sequenceNumber) ? { panSequenceNumber: Number(sequenceNumber) } : {}),
    ...(serviceCode === undefined ? {} : { serviceCode }),
    ...(spoilt.length === 0 ? {} : { unreadable: spoilt }),
    aid: tx.dfName,
    applicationLabel: tx.label,
    languagePreference: tx.session.languagePreference,
  };
}

/**
 * After the last record (EMV 4.4 Book 3 §7.2). The book also wants 5A and 5F24 themselves, and both to be well
 * formed; 57 carries both, and a card with a readable number shall not be turned away for the place it stands in.
 */
export function requireMandatoryData(tx: Transaction): CardData {
  const { session, icc } = tx;
  const [spoilt] = unreadable(tx);
  const card = session.card ?? numberMissing(tx);
  if (card.expiry === '' && spoilt !== undefined) malformed(tx, spoilt);
  if (card.expiry === '') fail(session, 'mandatoryDataMissing', { tag: '5F24' });
  for (const tag of ['8C', '8D']) {
    if (!icc.has(tag)) fail(session, 'mandatoryDataMissing', { tag });
  }
  return card;
}

function numberMissing(tx: Transaction): never {
  const spoilt = unreadable(tx).find((tag) => tag !== '5F24');
  if (spoilt !== undefined) malformed(tx, spoilt);
  return fail(tx.session, 'mandatoryDataMissing', { tag: '5A' });
}
