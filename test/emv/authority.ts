import {
  constants,
  createHash,
  createPrivateKey,
  type JsonWebKey,
  privateDecrypt,
} from 'node:crypto';
import { readFileSync } from 'node:fs';
import { concat, hex, toHex } from '#src/bytes.ts';
import type { CaPublicKey } from '#src/emv/contract.ts';

/** A certification authority, issuers and cards of our own, to sign what the kernel shall check. */

type KeyName =
  | 'authority-1984-3'
  | 'authority-1408-65537'
  | 'issuer-1984-65537'
  | 'issuer-1152-3'
  | 'card-1024-3'
  | 'card-768-65537'
  | 'card-1984-3';

const { keys } = JSON.parse(readFileSync(new URL('keys.json', import.meta.url), 'utf8')) as {
  keys: Record<KeyName, JsonWebKey>;
};

const fromBase64url = (text: string | undefined): Uint8Array =>
  new Uint8Array(Buffer.from(text ?? '', 'base64url'));
export const modulusOf = (name: KeyName): Uint8Array => fromBase64url(keys[name].n);
export const exponentOf = (name: KeyName): Uint8Array => fromBase64url(keys[name].e);

/** The private function without padding: also opens an enciphered PIN block. */
export function apply(name: KeyName, block: Uint8Array): Uint8Array {
  const key = createPrivateKey({ key: keys[name], format: 'jwk' });
  return new Uint8Array(privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, block));
}

export const sha1 = (...parts: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(
    createHash('sha1')
      .update(concat(...parts))
      .digest(),
  );

/** Wrong parts of a signature, to see that each is noticed. */
export type Spoil = { readonly header?: number; readonly trailer?: number; readonly hash?: true };

/** 6A ‖ body padded with BB ‖ hash ‖ BC under a key. */
export function sign(
  name: KeyName,
  body: Uint8Array,
  alsoHashed: Uint8Array,
  spoil: Spoil = {},
): Uint8Array {
  const length = modulusOf(name).length - 22;
  const padded = concat(body, new Uint8Array(length - body.length).fill(0xbb));
  const hash = sha1(padded, alsoHashed, spoil.hash === true ? hex('00') : hex(''));
  return apply(
    name,
    concat(Uint8Array.of(spoil.header ?? 0x6a), padded, hash, Uint8Array.of(spoil.trailer ?? 0xbc)),
  );
}

export type CertificateSpoil = Spoil & {
  readonly format?: string;
  readonly expiry?: string;
  readonly serialNumber?: string;
  readonly hashAlgorithm?: string;
  readonly keyAlgorithm?: string;
  readonly modulusLength?: number;
  readonly exponentLength?: string;
};

/** A certificate of `subject` (hex, padded F) and the rest of the key that does not fit. */
export function certify(
  signer: KeyName,
  subject: string,
  certified: KeyName,
  staticData: Uint8Array,
  spoil: CertificateSpoil = {},
): { readonly certificate: string; readonly remainder: string } {
  const modulus = modulusOf(certified);
  const exponent = exponentOf(certified);
  const head = hex(
    (spoil.format ?? (subject.length === 8 ? '02' : '04')) +
      subject +
      (spoil.expiry ?? '1230') +
      (spoil.serialNumber ?? '000001') +
      (spoil.hashAlgorithm ?? '01') +
      (spoil.keyAlgorithm ?? '01') +
      (spoil.modulusLength ?? modulus.length).toString(16).padStart(2, '0') +
      (spoil.exponentLength ?? `0${exponent.length}`),
  );
  const room = modulusOf(signer).length - 22 - head.length;
  const remainder = modulus.slice(room);
  const signed = sign(
    signer,
    concat(head, modulus.slice(0, room)),
    concat(remainder, exponent, staticData),
    spoil,
  );
  return { certificate: toHex(signed), remainder: toHex(remainder) };
}

/** What the terminal knows of the authority. */
export const caPublicKey = (name: KeyName = 'authority-1984-3'): CaPublicKey => ({
  rid: 'A000000333',
  index: '0A',
  modulus: toHex(modulusOf(name)),
  exponent: toHex(exponentOf(name)),
  expiry: '20301231',
  hash: toHex(sha1(hex('A0000003330A'), modulusOf(name), exponentOf(name))),
});

export type { KeyName };
