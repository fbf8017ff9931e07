import { concat, hex } from '../bytes.ts';
import type { OfflinePinMethod } from './contract.ts';
import { recover } from './rsa.ts';

/**
 * For the PIN pad's side of an `offlinePin` request, the only place that has digits: ISO 9564-1
 * format 2 as EMV 4.4 Book 3 §6.5.12 wants it. `digits`: four to twelve.
 */
export function plaintextPinBlock(digits: string): Uint8Array {
  if (!/^\d{4,12}$/.test(digits)) throw new Error('a PIN has four to twelve digits');
  return hex(`2${digits.length.toString(16)}${digits}`.padEnd(16, 'F'));
}

/** Random bytes that an enciphered block is filled up with (Book 2 §7.2). */
export const pinPaddingLength = (method: OfflinePinMethod): number =>
  method.type === 'plaintext' ? 0 : method.modulus.length - 17;

/**
 * VERIFY for a block of {@link plaintextPinBlock}: in the clear (P2 80), or enciphered under the
 * card's key with its challenge and random padding (P2 88). Undefined when the key cannot be used.
 */
export function verifyCommand(
  method: OfflinePinMethod,
  block: Uint8Array,
  padding: Uint8Array,
): Uint8Array | undefined {
  if (method.type === 'plaintext') return concat(hex('0020008008'), block);
  if (padding.length !== pinPaddingLength(method)) return undefined;
  const clear = concat(Uint8Array.of(0x7f), block, method.challenge, padding);
  const enciphered = recover(method, clear);
  clear.fill(0);
  return enciphered === undefined
    ? undefined
    : concat(hex('00200088'), Uint8Array.of(enciphered.length), enciphered);
}
