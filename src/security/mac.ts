import { toHex } from '../bytes.ts';

/**
 * How field 64 is computed (DOMAIN: parameter `macAlgorithm`): `ecb` the method of UnionPay-style
 * terminals, `x919` ANSI X9.19 retail MAC, `cbc` ANSI X9.9 with the whole key in every step.
 */
export type MacAlgorithm = 'ecb' | 'x919' | 'cbc';

/** What a keystore offers for it; blocks of 8 bytes (16 with SM4). */
export type MacKey = {
  encryptMacBlock(block: Uint8Array): Uint8Array;
  macHalves(): {
    encryptLeft(block: Uint8Array): Uint8Array;
    decryptRight(block: Uint8Array): Uint8Array;
  };
};

/** Field 64 over `data`, which is the message from the MTI to the byte before the field: 8 bytes. */
export function computeMac(
  algorithm: MacAlgorithm,
  key: MacKey,
  data: Uint8Array,
  blockLength = 8,
): Uint8Array {
  switch (algorithm) {
    case 'ecb':
      return terminalEcb(key, data, blockLength);
    case 'x919':
      return retail(key, data);
    case 'cbc':
      return chain((block) => key.encryptMacBlock(block), data, blockLength).slice(0, 8);
  }
}

/**
 * XOR of all blocks, written as upper-case hex; the first half of the characters is encrypted, XORed with the
 * second half, encrypted again; the first 8 hex characters of that are the code.
 */
function terminalEcb(key: MacKey, data: Uint8Array, blockLength: number): Uint8Array {
  const folded = new Uint8Array(blockLength);
  for (let i = 0; i < data.length; i++) folded[i % blockLength]! ^= data[i]!;
  const characters = ascii(toHex(folded));
  const first = key.encryptMacBlock(characters.slice(0, blockLength));
  const second = key.encryptMacBlock(xor(first, characters.slice(blockLength)));
  return ascii(toHex(second)).slice(0, 8);
}

/** Cipher block chaining under the left half; the last block also through the right one. */
function retail(key: MacKey, data: Uint8Array): Uint8Array {
  const halves = key.macHalves();
  const last = chain((block) => halves.encryptLeft(block), data, 8);
  return halves.encryptLeft(halves.decryptRight(last));
}

function chain(
  encrypt: (block: Uint8Array) => Uint8Array,
  data: Uint8Array,
  blockLength: number,
): Uint8Array {
  let value = new Uint8Array(blockLength);
  for (let at = 0; at < data.length; at += blockLength) {
    // A short last block is padded with zeros by being XORed as far as it goes.
    value = new Uint8Array(encrypt(xor(value, data.subarray(at, at + blockLength))));
  }
  return value;
}

function xor(block: Uint8Array, other: Uint8Array): Uint8Array {
  return block.map((byte, i) => byte ^ (other[i] ?? 0));
}

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

/** Comparison whose time does not tell where the difference is. */
export function sameMac(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a[i]! ^ (b[i] ?? 0);
  return difference === 0;
}
