import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Pan } from '#src/card/pan.ts';

const cipher = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/** Nonce ‖ AES-256-GCM of the digits ‖ tag; the token is bound to it, so rows cannot change places. */
export function seal(key: Uint8Array, token: string, pan: Pan): Buffer {
  const nonce = randomBytes(nonceLength);
  const encrypt = createCipheriv(cipher, key, nonce, { authTagLength: tagLength });
  encrypt.setAAD(Buffer.from(token));
  const digits = Buffer.from(pan.reveal());
  const sealed = Buffer.concat([
    nonce,
    encrypt.update(digits),
    encrypt.final(),
    encrypt.getAuthTag(),
  ]);
  digits.fill(0);
  return sealed;
}

/** The number, or undefined when the key is another one or a byte was changed. */
export function unseal(key: Uint8Array, token: string, sealed: Uint8Array): Pan | undefined {
  if (sealed.length <= nonceLength + tagLength) return undefined;
  const decrypt = createDecipheriv(cipher, key, sealed.subarray(0, nonceLength), {
    authTagLength: tagLength,
  });
  decrypt.setAAD(Buffer.from(token));
  decrypt.setAuthTag(sealed.subarray(-tagLength));
  const first = decrypt.update(sealed.subarray(nonceLength, -tagLength));
  try {
    decrypt.final();
  } catch {
    return undefined;
  }
  const pan = Pan.parse(first.toString('latin1'));
  first.fill(0);
  return pan instanceof Pan ? pan : undefined;
}
