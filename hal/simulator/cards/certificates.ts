import { constants, createHash, type KeyObject, privateDecrypt, privateEncrypt } from 'node:crypto';
import { concat, hex } from '#src/bytes.ts';

/** An RSA key of the test hierarchy: CA, issuer or card. */
export type RsaKey = {
  readonly privateKey: KeyObject;
  readonly modulus: Uint8Array;
  readonly exponent: Uint8Array;
};

const sha1 = (...parts: readonly Uint8Array[]): Uint8Array =>
  createHash('sha1')
    .update(concat(...parts))
    .digest();

const padding = (length: number) => new Uint8Array(length).fill(0xbb);

/** RSA without padding: EMV brings its own form (EMV 4.4 Book 2 §A2.1.2). */
function rsa(key: RsaKey, block: Uint8Array): Uint8Array {
  return privateEncrypt({ key: key.privateKey, padding: constants.RSA_NO_PADDING }, block);
}

/** An enciphered PIN block under the card's own key; undefined when it is not below the modulus. */
export function decipherPin(key: RsaKey, block: Uint8Array): Uint8Array | undefined {
  if (Buffer.compare(block, key.modulus) >= 0) return undefined;
  return privateDecrypt({ key: key.privateKey, padding: constants.RSA_NO_PADDING }, block);
}

/** 6A ‖ body ‖ hash ‖ BC, where the body is filled up with BB to the length of the key. */
function sign(key: RsaKey, head: Uint8Array, hashedToo: Uint8Array): Uint8Array {
  const body = concat(head, padding(key.modulus.length - 22 - head.length));
  return rsa(key, concat(Uint8Array.of(0x6a), body, sha1(body, hashedToo), Uint8Array.of(0xbc)));
}

export type Certificate = {
  readonly certificate: Uint8Array;
  /** The digits of the certified modulus that did not fit. */
  readonly remainder: Uint8Array;
};

type Certified = {
  readonly key: RsaKey;
  /** MMYY. */
  readonly expiry: string;
  /** Three bytes, hex. */
  readonly serialNumber: string;
};

function certify(
  signer: RsaKey,
  format: number,
  subject: Uint8Array,
  { key, expiry, serialNumber }: Certified,
  staticData: Uint8Array,
): Certificate {
  const head = concat(
    Uint8Array.of(format),
    subject,
    hex(expiry),
    hex(serialNumber),
    Uint8Array.of(1, 1, key.modulus.length, key.exponent.length),
  );
  const room = signer.modulus.length - 22 - head.length;
  const remainder = key.modulus.slice(room);
  return {
    certificate: sign(
      signer,
      concat(head, key.modulus.subarray(0, room)),
      concat(remainder, key.exponent, staticData),
    ),
    remainder,
  };
}

/**
 * Issuer public key certificate, tags 90 and 92 (EMV 4.4 Book 2 §6.3); `issuer` holds leading
 * digits of the number.
 */
export function issuerCertificate(ca: RsaKey, issuer: string, certified: Certified): Certificate {
  return certify(ca, 0x02, hex(issuer.padEnd(8, 'F')), certified, new Uint8Array());
}

/** ICC public key certificate, tags 9F46 and 9F48 (EMV 4.4 Book 2 §6.4). */
export function cardCertificate(
  issuer: RsaKey,
  pan: string,
  certified: Certified,
  staticData: Uint8Array,
): Certificate {
  return certify(issuer, 0x04, hex(pan.padEnd(20, 'F')), certified, staticData);
}

/** Signed static application data, tag 93 (EMV 4.4 Book 2 §5.4). */
export function signStaticData(
  issuer: RsaKey,
  dataAuthenticationCode: Uint8Array,
  staticData: Uint8Array,
): Uint8Array {
  return sign(issuer, concat(Uint8Array.of(0x03, 0x01), dataAuthenticationCode), staticData);
}

/** Data as a card signs them that answers for another terminal's question. */
export const falsified = (data: Uint8Array): Uint8Array => data.map((byte) => byte ^ 0x5a);

/** Signed dynamic application data, tag 9F4B (EMV 4.4 Book 2 §6.5 and §6.6). */
export function signDynamicData(
  card: RsaKey,
  iccDynamicData: Uint8Array,
  terminalDynamicData: Uint8Array,
): Uint8Array {
  const head = concat(Uint8Array.of(0x05, 0x01, iccDynamicData.length), iccDynamicData);
  return sign(card, head, terminalDynamicData);
}

/** Hash over the data that a transaction exchanged, for combined authentication (§6.6.1). */
export const transactionDataHash = (...parts: readonly Uint8Array[]): Uint8Array => sha1(...parts);
