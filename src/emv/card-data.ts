import { toHex } from '../bytes.ts';
import { Pan } from '../card/pan.ts';
import type { CardData } from './contract.ts';
import { fullDate } from './dates.ts';
import { fail, objectEvidence } from './end.ts';
import type { Transaction } from './state.ts';

type Track2 = { readonly pan: string; readonly expiry: string; readonly serviceCode?: string };

/** Tag 57: number, `D`, YYMM, service code, discretionary data, padded with `F`. */
function parseTrack2(value: Uint8Array): Track2 | undefined {
  const parts = /^(\d{1,19})D(\d{4})(\d{3})?/.exec(toHex(value));
  if (parts === null) return undefined;
  const [, pan = '', expiry = '', serviceCode] = parts;
  return { pan, expiry, ...(serviceCode === undefined ? {} : { serviceCode }) };
}

/** Tag 5A: digits, padded with `F`. */
function parsePan(value: Uint8Array): string | undefined {
  return /^(\d+)F*$/.exec(toHex(value))?.[1];
}

/**
 * Remembers the card as soon as its number is known, so that even a transaction which fails later
 * can say which card it was. Ends it when the two places of the number disagree or are unreadable.
 */
export function noteCardData(tx: Transaction): void {
  const { session, icc } = tx;
  const pan5A = icc.get('5A');
  const track57 = icc.get('57');
  const track2 = track57 === undefined ? undefined : parseTrack2(track57);
  const digits = pan5A === undefined ? undefined : parsePan(pan5A);
  if (track57 !== undefined && track2 === undefined) malformed(tx, '57', track57);
  if (pan5A !== undefined && digits === undefined) malformed(tx, '5A', pan5A);
  if (digits !== undefined && track2 !== undefined && digits !== track2.pan) {
    session.card = undefined;
    fail(session, 'dataConflict', { tag: '5A', flaw: 'numbersDiffer' });
  }
  const number = digits ?? track2?.pan;
  if (number === undefined) return;
  const pan = Pan.parse(number);
  if (!(pan instanceof Pan)) malformed(tx, pan5A === undefined ? '57' : '5A', pan5A ?? track57);
  session.card = cardData(tx, pan, track2);
}

function malformed(tx: Transaction, tag: string, value: Uint8Array = new Uint8Array(0)): never {
  return fail(tx.session, 'malformedResponse', { tag, evidence: objectEvidence(tag, value) });
}

function cardData(tx: Transaction, pan: Pan, track2: Track2 | undefined): CardData {
  const expiryOfCard = fullDate(toHex(tx.icc.get('5F24') ?? new Uint8Array(0)));
  const sequenceNumber = toHex(tx.icc.get('5F34') ?? new Uint8Array(0));
  const serviceCode = track2?.serviceCode;
  return {
    pan,
    expiry: expiryOfCard?.slice(2, 6) ?? track2?.expiry ?? '',
    ...(/^\d\d$/.test(sequenceNumber) ? { panSequenceNumber: Number(sequenceNumber) } : {}),
    ...(serviceCode === undefined ? {} : { serviceCode }),
    aid: tx.dfName,
    applicationLabel: tx.label,
    languagePreference: tx.session.languagePreference,
  };
}

/**
 * After the last record (EMV 4.4 Book 3 §7.2). The book also wants 5A and 5F24 themselves; 57
 * carries both, and a card with a readable number shall not be turned away for the place it stands
 * in.
 */
export function requireMandatoryData(tx: Transaction): CardData {
  const { session, icc } = tx;
  const card = session.card ?? fail(session, 'mandatoryDataMissing', { tag: '5A' });
  const expiry = icc.get('5F24');
  if (expiry !== undefined && fullDate(toHex(expiry)) === undefined) malformed(tx, '5F24', expiry);
  if (card.expiry === '') fail(session, 'mandatoryDataMissing', { tag: '5F24' });
  for (const tag of ['8C', '8D']) {
    if (!icc.has(tag)) fail(session, 'mandatoryDataMissing', { tag });
  }
  return card;
}
