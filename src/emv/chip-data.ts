import { concat, toHex } from '../bytes.ts';
import { encodeTlv } from '../tlv/tlv.ts';
import { track2EquivalentData } from './card-data.ts';
import type { CardData, EmvLines, OnlineRequest } from './contract.ts';
import type { Transaction } from './state.ts';
import { dataObject } from './terminal-data.ts';

/** Field 55 of a request, in the dialect's order: what it must carry, then what it may. */
const requestTags =
  '9F26 9F27 9F10 9F37 9F36 95 9A 9C 9F02 5F2A 82 9F1A 9F03 9F33 9F34 9F35 9F1E 84 9F09 9F41'.split(
    ' ',
  );

/** Of the report on the issuer's scripts (UnionPay: message 0620): what they ended as, and by which cryptogram. */
const reportTags = '9F33 95 9B 9F37 9F1E 9F10 9F26 9F27 9F36 82 9F1A 9A'.split(' ');

/** Results of the issuer's scripts, five bytes each, in the dialect's own tag. */
const scriptResultsTag = 'DF31';

/** As it stands now; once scripts have run, their results are in it. */
export const chipData = (tx: Transaction): Uint8Array =>
  concat(objects(tx, requestTags), scriptResults(tx));

/** Field 55 of the report on the issuer's scripts; nothing when the issuer sent none. */
export const scriptReport = (tx: Transaction): { readonly scriptReport?: Uint8Array } =>
  tx.scriptResults.length === 0
    ? {}
    : { scriptReport: concat(objects(tx, reportTags), scriptResults(tx)) };

const scriptResults = (tx: Transaction): Uint8Array =>
  tx.scriptResults.length === 0
    ? new Uint8Array(0)
    : encodeTlv(scriptResultsTag, concat(...tx.scriptResults));

const objects = (tx: Transaction, tags: readonly string[]): Uint8Array =>
  concat(
    ...tags.map((tag) => {
      const value = tag === '84' ? tx.dfName : dataObject(tx, tag);
      return value === undefined ? new Uint8Array(0) : encodeTlv(tag, value);
    }),
  );

/** The only place from which track 2 equivalent data leave the kernel: no outcome carries them. */
export function onlineRequest(tx: Transaction, card: CardData): OnlineRequest {
  const track2 = track2EquivalentData(tx);
  return {
    card: track2 === undefined ? card : { ...card, track2EquivalentData: track2 },
    chipData: chipData(tx),
    pinEntered: tx.pinEntered,
    signatureWanted: tx.signatureWanted,
  };
}

const hexOf = (tx: Transaction, tag: string): string => toHex(tx.icc.get(tag) ?? new Uint8Array(0));

/** For the slip and for a reversal, as they stand now. */
export const emvLines = (tx: Transaction): EmvLines => ({
  aid: toHex(tx.dfName),
  applicationLabel: tx.label,
  tvr: toHex(tx.tvr),
  tsi: toHex(tx.tsi),
  cvmResults: toHex(tx.cvmResults),
  applicationCryptogram: hexOf(tx, '9F26'),
  cryptogramInformationData: hexOf(tx, '9F27'),
  atc: hexOf(tx, '9F36'),
  ...(tx.session.card?.unreadable === undefined ? {} : { unreadable: tx.session.card.unreadable }),
});
