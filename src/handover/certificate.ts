import { concat, sameBytes } from '../bytes.ts';
import { type Identity, keyName, signedBy } from './keys.ts';
import { asciiBytes, numberBytes, Reader } from './wire.ts';

/** A terminal of the merchant, as head office signed it. */
export type Certificate = {
  /** Field 41, eight letters or digits. */
  readonly terminalId: string;
  /** How people call it: the name of its desk. */
  readonly desk: string;
  readonly signingKey: Uint8Array;
  readonly sealingKey: Uint8Array;
  readonly notAfterMs: number;
};

export type CertificateProblem = 'malformed' | 'otherMerchant' | 'altered' | 'ranOut';

const magic = 'HFC1';
const longestDesk = 40;
export const longestCertificate = 4 + 4 + 8 + 1 + longestDesk + 64 + 6 + 64;

/** The merchant's key vouches for these keys of this terminal. */
export function signCertificate(
  certificate: Certificate,
  merchant: Pick<Identity, 'signingKey' | 'sign'>,
): Uint8Array {
  const desk = new TextEncoder().encode(certificate.desk);
  if (desk.length > longestDesk) throw new Error('the name of the desk is too long');
  const body = concat(
    asciiBytes(magic, 4),
    keyName(merchant.signingKey),
    asciiBytes(certificate.terminalId, 8),
    numberBytes(desk.length, 1),
    desk,
    certificate.signingKey,
    certificate.sealingKey,
    numberBytes(certificate.notAfterMs, 6),
  );
  return concat(body, merchant.sign(body));
}

/** What a certificate says, when this merchant signed it and its time is not over. */
export function readCertificate(
  bytes: Uint8Array,
  merchantKey: Uint8Array,
  nowMs: number,
): Certificate | CertificateProblem {
  if (bytes.length > longestCertificate) return 'malformed';
  const reader = new Reader(bytes);
  const form = reader.ascii(4);
  const signer = reader.bytes(4);
  const terminalId = reader.ascii(8);
  const deskLength = reader.number(1);
  if (form !== magic || deskLength > longestDesk) return 'malformed';
  const desk = new TextDecoder().decode(reader.bytes(deskLength));
  const signingKey = reader.bytes(32);
  const sealingKey = reader.bytes(32);
  const notAfterMs = reader.number(6);
  const body = bytes.subarray(0, reader.at);
  const signature = reader.bytes(64);
  if (!reader.whole) return 'malformed';
  if (!sameBytes(signer, keyName(merchantKey))) return 'otherMerchant';
  if (!signedBy(merchantKey, body, signature)) return 'altered';
  if (notAfterMs <= nowMs) return 'ranOut';
  return { terminalId, desk, signingKey, sealingKey, notAfterMs };
}
