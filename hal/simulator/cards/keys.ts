import { createHash, createPrivateKey, type JsonWebKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { concat, hex, toHex } from '#src/bytes.ts';
import type { CaPublicKey } from '#src/emv/contract.ts';
import type { RsaKey } from './certificates.ts';

const jsonWebKey = z.object({ kty: z.literal('RSA'), n: z.string(), e: z.string() }).loose();

const authoritiesFile = z.object({
  keys: z.array(
    z.object({ rid: z.string(), index: z.string(), expiry: z.string(), key: jsonWebKey }),
  ),
});

const issuersFile = z.object({
  issuers: z.array(
    z.object({
      id: z.string(),
      rid: z.string(),
      caIndex: z.string(),
      expiry: z.string(),
      serialNumber: z.string(),
      masterKeys: z.object({ applicationCryptogram: z.string(), scriptIntegrity: z.string() }),
      key: jsonWebKey,
    }),
  ),
});

const cardKeysFile = z.object({ keys: z.array(z.object({ id: z.string(), key: jsonWebKey })) });

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`keys/${name}.json`, import.meta.url), 'utf8'));

function rsaKey(key: z.infer<typeof jsonWebKey>): RsaKey {
  return {
    privateKey: createPrivateKey({ key: key as JsonWebKey, format: 'jwk' }),
    modulus: new Uint8Array(Buffer.from(key.n, 'base64url')),
    exponent: new Uint8Array(Buffer.from(key.e, 'base64url')),
  };
}

/** The test hierarchy: authorities sign issuers, issuers sign cards. */
type IssuerKeys = z.infer<typeof issuersFile>['issuers'][number];

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

const authorities = once(() => authoritiesFile.parse(read('certification-authorities')).keys);
const issuers = once(() => issuersFile.parse(read('issuers')).issuers);
const cardKeys = once(() => cardKeysFile.parse(read('cards')).keys);

/** The keys of one issuer of the tray; the bank uses its master keys, the cards its RSA key. */
export function issuerKeys(id: string): IssuerKeys {
  const found = issuers().find((issuer) => issuer.id === id);
  if (found === undefined) throw new Error(`no keys for the issuer ${id}`);
  return found;
}

export const issuerRsaKey = (id: string): RsaKey => rsaKey(issuerKeys(id).key);

export function authorityRsaKey(rid: string, index: string): RsaKey {
  const found = authorities().find((key) => key.rid === rid && key.index === index);
  if (found === undefined) throw new Error(`no authority key ${rid} ${index}`);
  return rsaKey(found.key);
}

export function cardRsaKey(id: string): RsaKey {
  const found = cardKeys().find((key) => key.id === id);
  if (found === undefined) throw new Error(`no card key ${id}`);
  return rsaKey(found.key);
}

/**
 * What a terminal must be told to authenticate the cards of the tray offline: for the default
 * configuration.
 */
export function caPublicKeys(): readonly CaPublicKey[] {
  return authorities().map(({ rid, index, expiry, key }) => {
    const { modulus, exponent } = rsaKey(key);
    const hash = createHash('sha1')
      .update(concat(hex(rid), hex(index), modulus, exponent))
      .digest();
    return {
      rid,
      index,
      modulus: toHex(modulus),
      exponent: toHex(exponent),
      expiry,
      hash: toHex(hash),
    };
  });
}
