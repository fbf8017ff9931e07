import type { Pan } from '../card/pan.ts';

/** ISO 9564-1: a PIN has 4 to 12 digits. */
export const pinDigits = { minimum: 4, maximum: 12 } as const;

/**
 * Clear PIN block of ISO 9564-1 format 0 (ANSI X9.8): `0`, length, PIN, filler F, XORed with the rightmost
 * twelve digits of the number without its check digit. SM4 takes the same in 16 bytes, the digits at the
 * right end. Only a PIN pad driver and a bank call it. `pin` holds one digit value 0–9 a byte; the caller
 * wipes it and the result.
 */
export function pinBlockFormat0(pin: Uint8Array, pan: Pan, blockLength = 8): Uint8Array {
  if (pin.length < pinDigits.minimum || pin.length > pinDigits.maximum) {
    throw new Error('a PIN has 4 to 12 digits');
  }
  const block = new Uint8Array(blockLength).fill(0xff);
  block[0] = pin.length;
  for (let i = 0; i < pin.length; i++) {
    const at = 1 + (i >> 1);
    block[at] = i % 2 === 0 ? (pin[i]! << 4) | 15 : (block[at]! & 0xf0) | pin[i]!;
  }
  const account = pan.reveal().slice(0, -1).slice(-12).padStart(12, '0');
  for (let i = 0; i < 6; i++) {
    block[blockLength - 6 + i]! ^= Number.parseInt(account.slice(2 * i, 2 * i + 2), 16);
  }
  return block;
}
