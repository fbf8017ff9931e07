import type { Pan } from '../card/pan.ts';

/** ISO 9564-1: a PIN has 4 to 12 digits. */
export const pinDigits = { minimum: 4, maximum: 12 } as const;

/**
 * Clear PIN block of ISO 9564-1 format 0 (ANSI X9.8): `0`, length, PIN, filler F, XORed with the rightmost
 * twelve digits of the number without its check digit. Only a PIN pad driver and a bank call it.
 * `pin` holds one digit value 0–9 a byte; the caller wipes it and the result.
 */
export function pinBlockFormat0(pin: Uint8Array, pan: Pan): Uint8Array {
  if (pin.length < pinDigits.minimum || pin.length > pinDigits.maximum) {
    throw new Error('a PIN has 4 to 12 digits');
  }
  const nibbles = new Uint8Array(16).fill(15);
  nibbles[0] = 0;
  nibbles[1] = pin.length;
  nibbles.set(pin, 2);
  const account = pan.reveal().slice(0, -1).slice(-12).padStart(12, '0');
  const block = new Uint8Array(8);
  for (let i = 0; i < 8; i++) {
    const clear = (nibbles[2 * i]! << 4) | nibbles[2 * i + 1]!;
    const mask = i < 2 ? 0 : Number.parseInt(account.slice(2 * i - 4, 2 * i - 2), 16);
    block[i] = clear ^ mask;
  }
  nibbles.fill(0);
  return block;
}
