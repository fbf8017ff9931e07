import { toHex } from '../bytes.ts';
import type { BlockCipher } from './block-cipher.ts';

/** Why a key, or a part of one, is refused. `same`: both halves are one key, so that the second adds nothing. */
export type KeyWeakness = 'plain' | 'weak' | 'same' | 'test';

const weakDesKeys = new Set(
  // Weak and semi-weak keys of DES (NIST SP 800-67 §3.3.2), with odd parity.
  `0101010101010101 FEFEFEFEFEFEFEFE E0E0E0E0F1F1F1F1 1F1F1F1F0E0E0E0E
   011F011F010E010E 1F011F010E010E01 01E001E001F101F1 E001E001F101F101
   01FE01FE01FE01FE FE01FE01FE01FE01 1FE01FE00EF10EF1 E01FE01FF10EF10E
   1FFE1FFE0EFE0EFE FE1FFE1FFE0EFE0E E0FEE0FEF1FEF1FE FEE0FEE0FEF1FEF1`.split(/\s+/),
);

/** Keys that stand in manuals and simulators: whoever reads them knows them. */
const testKeys = new Set(
  `0123456789ABCDEF FEDCBA9876543210 0123456789ABCDEFFEDCBA9876543210
   FEDCBA98765432100123456789ABCDEF 11111111111111112222222222222222
   00112233445566778899AABBCCDDEEFF 0123456789ABCDEF0123456789ABCDEF
   101112131415161718191A1B1C1D1E1F 404142434445464748494A4B4C4D4E4F`
    .split(/\s+/)
    .map(withoutParity),
);

/** The lowest bit of each byte carries nothing in DES: two keys that differ in it alone are one key. */
function withoutParity(keyHex: string): string {
  const bytes = keyHex.match(/../g) ?? [];
  return bytes.map((byte) => (Number.parseInt(byte, 16) & 0xfe).toString(16)).join(' ');
}

const bitsSet = (byte: number): number => {
  let count = 0;
  for (let rest = byte; rest !== 0; rest >>= 1) count += rest & 1;
  return count;
};

/** Each byte with an odd number of bits, as DES keys are kept (ANSI X3.92). */
export const withOddParity = (key: Uint8Array): Uint8Array =>
  key.map((byte) => (bitsSet(byte) % 2 === 1 ? byte : byte ^ 1));

/**
 * Do nearly all bytes have one parity, and a few the other? A bank that sets it sets it everywhere, so these were
 * probably typed wrong. Parts of a bank that sets none are mixed through and through, and say nothing: one in 250
 * of them looks mistyped, one in 16 of the short ones.
 */
export function looksMistyped(key: Uint8Array): boolean {
  const odd = key.reduce((count, byte) => count + (bitsSet(byte) % 2), 0);
  const others = Math.min(odd, key.length - odd);
  return others > 0 && others <= key.length / 8;
}

const halvesOf = (key: Uint8Array): readonly Uint8Array[] =>
  key.length === 16 ? [key.subarray(0, 8), key.subarray(8)] : [key];

const isWeakDes = (half: Uint8Array): boolean => weakDesKeys.has(toHex(withOddParity(half)));

/** A part of a key that says next to nothing: one byte again and again, or a weak key. */
export function partWeakness(cipher: BlockCipher, part: Uint8Array): KeyWeakness | undefined {
  if (part.every((byte) => byte === part[0])) return 'plain';
  return cipher.name === 'tdes' && halvesOf(part).some(isWeakDes) ? 'weak' : undefined;
}

/** A whole key that may not be used; undefined when it may. Test keys are for the simulator. */
export function keyWeakness(
  cipher: BlockCipher,
  key: Uint8Array,
  testKeysAllowed: boolean,
): KeyWeakness | undefined {
  const weakness = partWeakness(cipher, key);
  if (weakness !== undefined) return weakness;
  const [left, right] = halvesOf(key).map((half) => toHex(withOddParity(half)));
  if (cipher.name === 'tdes' && left === right) return 'same';
  return testKeysAllowed || !testKeys.has(withoutParity(toHex(key))) ? undefined : 'test';
}
