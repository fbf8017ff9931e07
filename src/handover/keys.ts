import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  sign,
  verify,
} from 'node:crypto';
import { concat } from '../bytes.ts';

/** The two keys by which a terminal is known, 32 bytes each, and what it does with the secret halves. */
export interface Identity {
  /** Ed25519. */
  readonly signingKey: Uint8Array;
  /** X25519. */
  readonly sealingKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
  /** X25519 with somebody's public key. Undefined when that key is none. */
  agree(publicKey: Uint8Array): Uint8Array | undefined;
}

/** What DER puts before the 32 bytes of a key (RFC 8410). */
const der = {
  ed25519Public: Buffer.from('302a300506032b6570032100', 'hex'),
  ed25519Secret: Buffer.from('302e020100300506032b657004220420', 'hex'),
  x25519Public: Buffer.from('302a300506032b656e032100', 'hex'),
  x25519Secret: Buffer.from('302e020100300506032b656e04220420', 'hex'),
};

const publicKey = (prefix: Uint8Array, key: Uint8Array) =>
  createPublicKey({ key: Buffer.concat([prefix, key]), format: 'der', type: 'spki' });
const secretKey = (prefix: Uint8Array, seed: Uint8Array) =>
  createPrivateKey({ key: Buffer.concat([prefix, seed]), format: 'der', type: 'pkcs8' });
const rawPublic = (key: ReturnType<typeof secretKey>): Uint8Array =>
  new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32));

/** A terminal's identity from two secrets of 32 bytes; they stay in here. */
export function identityOf(signingSeed: Uint8Array, sealingSeed: Uint8Array): Identity {
  const signing = secretKey(der.ed25519Secret, signingSeed);
  const sealing = secretKey(der.x25519Secret, sealingSeed);
  return {
    signingKey: rawPublic(signing),
    sealingKey: rawPublic(sealing),
    sign: (message) => new Uint8Array(sign(null, message, signing)),
    agree: (other) => agreed(sealing, other),
  };
}

/** A key of low order, or one that is none, agrees on nothing. */
function agreed(secret: ReturnType<typeof secretKey>, other: Uint8Array): Uint8Array | undefined {
  try {
    const theirs = publicKey(der.x25519Public, other);
    return new Uint8Array(diffieHellman({ privateKey: secret, publicKey: theirs }));
  } catch {
    return undefined;
  }
}

/** False too when the key is none. */
export function signedBy(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify(null, message, publicKey(der.ed25519Public, key), signature);
  } catch {
    return false;
  }
}

/** The first four bytes of SHA-256: enough to tell merchants apart, proves nothing. */
export const keyName = (key: Uint8Array): Uint8Array =>
  new Uint8Array(createHash('sha256').update(key).digest().subarray(0, 4));

/** HKDF over the shared secret, bound to both public keys: one key and one nonce, used once. */
function boxKeys(shared: Uint8Array, ephemeral: Uint8Array, receiver: Uint8Array) {
  const info = concat(new TextEncoder().encode('holdfast hand-over 1'), ephemeral, receiver);
  const bytes = new Uint8Array(hkdfSync('sha256', shared, new Uint8Array(), info, 44));
  return { key: bytes.subarray(0, 32), nonce: bytes.subarray(32) };
}

const tagLength = 16;

export type Sealed = { readonly ephemeral: Uint8Array; readonly box: Uint8Array };

/**
 * For one receiver alone, as HPKE's base mode does it (RFC 9180: X25519, HKDF-SHA256, AES-256-GCM); who sent it says
 * the signature around it. `secret`: 32 random bytes, used for nothing else. `bound`: what the box must not be parted
 * from, such as who gives and who takes.
 */
export function seal(
  receiver: Uint8Array,
  secret: Uint8Array,
  bound: Uint8Array,
  text: Uint8Array,
): Sealed {
  const once = secretKey(der.x25519Secret, secret);
  const ephemeral = rawPublic(once);
  const shared = agreed(once, receiver);
  if (shared === undefined) throw new Error('not a key to seal for');
  const { key, nonce } = boxKeys(shared, ephemeral, receiver);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound);
  const box = concat(cipher.update(text), cipher.final(), cipher.getAuthTag());
  return { ephemeral, box };
}

/** Undefined when it was not sealed for this terminal, or was changed. */
export function unseal(
  { sealingKey, agree }: Identity,
  { ephemeral, box }: Sealed,
  bound: Uint8Array,
): Uint8Array | undefined {
  const shared = box.length < tagLength ? undefined : agree(ephemeral);
  if (shared === undefined) return undefined;
  const { key, nonce } = boxKeys(shared, ephemeral, sealingKey);
  const cipher = createDecipheriv('aes-256-gcm', key, nonce)
    .setAAD(bound)
    .setAuthTag(box.subarray(-tagLength));
  try {
    return concat(cipher.update(box.subarray(0, -tagLength)), cipher.final());
  } catch {
    return undefined;
  }
}
