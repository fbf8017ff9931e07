import { concat, toHex } from '../bytes.ts';
import { findCaPublicKey, registeredIdentifier } from './ca-public-keys.ts';
import { type CertificateParts, recoverCertificate } from './certificates.ts';
import type { CardData } from './contract.ts';
import { fullDate } from './dates.ts';
import type { PublicKey } from './rsa.ts';
import type { Transaction } from './state.ts';

/**
 * A key of the card's hierarchy, or why there is none: data that the card lacks, or a check that
 * failed.
 */
export type KeyResult = PublicKey | 'iccDataMissing' | 'failed';

export const isKey = (result: KeyResult): result is PublicKey => typeof result !== 'string';

const today = (tx: Transaction): string => fullDate(tx.session.input.date) ?? '';

/** Retrieval of the issuer's key (EMV 4.4 Book 2 §5.3, §6.3), the revocation list included. */
export function issuerPublicKey(tx: Transaction, card: CardData): KeyResult {
  const index = tx.icc.get('8F');
  const parts = certificateParts(tx, '90', '9F32', '92');
  if (index === undefined || parts === undefined) return 'iccDataMissing';
  const { input } = tx.session;
  const rid = registeredIdentifier(tx.dfName);
  const authority = findCaPublicKey(input.caPublicKeys, rid, toHex(index), today(tx));
  if (authority === undefined) return 'failed';
  const issuer = recoverCertificate('issuer', authority, parts, new Uint8Array(0), today(tx));
  if (issuer === undefined) return 'failed';
  const revoked = (input.revokedCertificates ?? []).some(
    (entry) =>
      entry.rid.toUpperCase() === rid &&
      entry.index.toUpperCase() === toHex(index) &&
      entry.serialNumber.toUpperCase() === issuer.serialNumber,
  );
  const { subject } = issuer;
  const ofThisIssuer = subject.length >= 3 && card.pan.reveal().startsWith(subject);
  return revoked || !ofThisIssuer ? 'failed' : issuer.key;
}

/** Retrieval of the card's own key (§6.4): its certificate covers the static data too. */
export const iccPublicKey = (tx: Transaction, card: CardData): KeyResult =>
  certifiedByIssuer(tx, card, ['9F46', '9F47', '9F48'], dataToBeAuthenticated);

/** The key under which a PIN is enciphered (§7.1): one of its own, else the card's. */
export const pinPublicKey = (tx: Transaction, card: CardData): KeyResult =>
  tx.icc.has('9F2D')
    ? certifiedByIssuer(tx, card, ['9F2D', '9F2E', '9F2F'], () => new Uint8Array(0))
    : iccPublicKey(tx, card);

function certifiedByIssuer(
  tx: Transaction,
  card: CardData,
  tags: readonly [certificate: string, exponent: string, remainder: string],
  staticData: (tx: Transaction) => Uint8Array | undefined,
): KeyResult {
  const issuer = issuerPublicKey(tx, card);
  if (!isKey(issuer)) return issuer;
  const parts = certificateParts(tx, ...tags);
  if (parts === undefined) return 'iccDataMissing';
  const covered = staticData(tx);
  if (covered === undefined) return 'failed';
  const certified = recoverCertificate('icc', issuer, parts, covered, today(tx));
  return certified?.subject === card.pan.reveal() ? certified.key : 'failed';
}

function certificateParts(
  { icc }: Transaction,
  certificateTag: string,
  exponentTag: string,
  remainderTag: string,
): CertificateParts | undefined {
  const certificate = icc.get(certificateTag);
  const exponent = icc.get(exponentTag);
  const remainder = icc.get(remainderTag) ?? new Uint8Array(0);
  return certificate === undefined || exponent === undefined
    ? undefined
    : { certificate, exponent, remainder };
}

/**
 * Static data to be authenticated (EMV 4.4 Book 3 §10.3): the records that the AFL marks, then the
 * AIP when the tag list 9F4A names it. A list that names anything else makes authentication fail, and so does a record
 * that is no template 70.
 */
export function dataToBeAuthenticated(tx: Transaction): Uint8Array | undefined {
  const { icc, staticData } = tx;
  if (tx.staticDataUnusable) return undefined;
  const tagList = icc.get('9F4A');
  if (tagList === undefined) return concat(...staticData);
  if (toHex(tagList) !== '82') return undefined;
  return concat(...staticData, icc.get('82') ?? new Uint8Array(0));
}
