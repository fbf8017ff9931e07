import { concat, toHex } from '../bytes.ts';
import { lastOfMonth } from './dates.ts';
import type { PublicKey } from './rsa.ts';
import { recoverSigned } from './signed-data.ts';

/** What a certificate says of itself once its signature is found true. */
export type Certified = {
  /** Leading digits of the number (issuer) or the whole number (card), padding F removed. */
  readonly subject: string;
  readonly serialNumber: string;
  readonly key: PublicKey;
};

/** The parts of a certificate as the card gives them. */
export type CertificateParts = {
  readonly certificate: Uint8Array;
  readonly exponent: Uint8Array;
  readonly remainder: Uint8Array;
};

const kinds = {
  /** Tags 90, 9F32, 92 (EMV 4.4 Book 2 §5.3, §6.3). */
  issuer: { format: 0x02, subjectLength: 4 },
  /** Tags 9F46, 9F47, 9F48 (§6.4) and 9F2D, 9F2E, 9F2F (§7.1). */
  icc: { format: 0x04, subjectLength: 10 },
} as const;

const rsaWithSha1 = 0x01;

/**
 * The public key in a certificate, after every check of Book 2 §6.3 and §6.4 that needs the
 * certificate alone: length, header, format, hash, algorithms, expiry, remainder. `today` is
 * YYYYMMDD.
 */
export function recoverCertificate(
  kind: keyof typeof kinds,
  signer: PublicKey,
  { certificate, exponent, remainder }: CertificateParts,
  staticData: Uint8Array,
  today: string,
): Certified | undefined {
  const { format, subjectLength } = kinds[kind];
  const alsoHashed = concat(remainder, exponent, staticData);
  const body = recoverSigned(signer, certificate, format, alsoHashed);
  if (body === undefined || body.length < subjectLength + 9) return undefined;
  const expiry = toHex(body.slice(subjectLength, subjectLength + 2));
  const rest = body.slice(subjectLength + 5);
  const [hashAlgorithm, keyAlgorithm, modulusLength = 0, exponentLength] = rest;
  if (hashAlgorithm !== rsaWithSha1 || keyAlgorithm !== rsaWithSha1) return undefined;
  if (exponentLength !== exponent.length) return undefined;
  const validTo = lastOfMonth(expiry.slice(2) + expiry.slice(0, 2));
  if (validTo === undefined || validTo < today) return undefined;
  const modulus = wholeModulus(rest.slice(4), remainder, modulusLength);
  if (modulus === undefined) return undefined;
  return {
    subject: toHex(body.slice(0, subjectLength)).replace(/F+$/, ''),
    serialNumber: toHex(body.slice(subjectLength + 2, subjectLength + 5)),
    key: { modulus, exponent },
  };
}

/**
 * The leftmost digits stand in the certificate, padded BB when all fit; the others are the
 * remainder.
 */
function wholeModulus(
  leftmost: Uint8Array,
  remainder: Uint8Array,
  length: number,
): Uint8Array | undefined {
  if (length <= leftmost.length)
    return remainder.length === 0 ? leftmost.slice(0, length) : undefined;
  return leftmost.length + remainder.length === length ? concat(leftmost, remainder) : undefined;
}
