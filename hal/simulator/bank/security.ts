import { blocksOf, type Cipher, checkValue, des, sm4, xor } from './ciphers.ts';

export type MacAlgorithm = 'ecb' | 'x919' | 'cbc';

/** Working keys of one terminal, in clear: only in the memory of the bank. */
export type WorkingKeys = {
  readonly cipher: Cipher;
  readonly pin: Buffer;
  readonly mac: Buffer;
  readonly track: Buffer | undefined;
};

/**
 * Field 64 over everything from the MTI to the byte before it. `ecb`: XOR of all blocks, as hex
 * text, enciphered in two steps, as hex text again. `x919`: ANSI X9.19. `cbc`: every block through
 * the whole key.
 */
export function messageMac(
  algorithm: MacAlgorithm,
  { cipher, mac: key }: Pick<WorkingKeys, 'cipher' | 'mac'>,
  covered: Buffer,
): Buffer {
  const { blockLength } = cipher;
  const blocks = blocksOf(covered, blockLength);
  const zeros = Buffer.alloc(blockLength);
  if (algorithm === 'ecb') {
    const folded = blocks.reduce(xor, zeros);
    const text = Buffer.from(folded.toString('hex').toUpperCase(), 'latin1');
    const first = cipher.encrypt(key, text.subarray(0, blockLength));
    const second = cipher.encrypt(key, xor(first, text.subarray(blockLength)));
    return Buffer.from(second.toString('hex').toUpperCase().slice(0, 8), 'latin1');
  }
  if (algorithm === 'cbc') {
    const chained = blocks.reduce((chain, block) => cipher.encrypt(key, xor(chain, block)), zeros);
    return chained.subarray(0, 8);
  }
  const left = key.subarray(0, 8);
  const chained = blocks.reduce((chain, block) => cipher.encrypt(left, xor(chain, block)), zeros);
  if (key.length < 16) return chained;
  return cipher.encrypt(left, cipher.decrypt(key.subarray(8, 16), chained));
}

type OpenedPin =
  | { readonly type: 'digits'; readonly digits: string }
  | { readonly type: 'badFormat' };

/** ISO 9564-1 format 0: PIN field XOR the twelve digits before the check digit, at the right end of the block. */
export function openPinBlock({ cipher, pin }: WorkingKeys, block: Buffer, pan: string): OpenedPin {
  if (block.length !== cipher.blockLength) return { type: 'badFormat' };
  const account = pan.slice(0, -1).slice(-12).padStart(12, '0');
  const panField = Buffer.from(account.padStart(2 * cipher.blockLength, '0'), 'hex');
  const clear = xor(cipher.decrypt(pin, block), panField).toString('hex');
  const length = Number.parseInt(clear.charAt(1), 16);
  const digits = clear.slice(2, 2 + length);
  const wellFormed =
    clear.startsWith('0') &&
    length >= 4 &&
    length <= 12 &&
    /^\d+$/.test(digits) &&
    /^f*$/.test(clear.slice(2 + length));
  return wellFormed ? { type: 'digits', digits } : { type: 'badFormat' };
}

/**
 * A track of which eight bytes came under the track key, in clear: packed two digits a byte, they stand before the
 * last one. Undefined when it is too short for that.
 */
export function openTrack(track: string, key: Buffer): string | undefined {
  const digits = track.replace(/=/g, 'D');
  const packed = Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
  const from = packed.length - 9;
  if (from < 0) return undefined;
  des.decrypt(key, packed.subarray(from, from + 8)).copy(packed, from);
  return packed.toString('hex').toUpperCase().slice(0, digits.length).replace(/D/g, '=');
}

export type KeyMode = 'single' | 'double' | 'doubleWithTrack' | 'sm4';

/** Fresh keys and the bytes of field 62 that carry them: 24, 40 or 60 bytes. */
export function makeWorkingKeys(
  masterKey: Buffer,
  mode: KeyMode,
  random: (length: number) => Uint8Array,
): Buffer {
  const length = mode === 'single' ? 8 : 16;
  const cipher = cipherOfMode(mode);
  const make = () => {
    const key = Buffer.from(random(length));
    return mode === 'sm4' ? key : withOddParity(key);
  };
  const keys = mode === 'doubleWithTrack' ? [make(), make(), make()] : [make(), make()];
  return Buffer.concat(keys.map((key) => wrapped(masterKey, key, cipher)));
}

const cipherOfMode = (mode: KeyMode): Cipher => (mode === 'sm4' ? sm4 : des);

function wrapped(masterKey: Buffer, key: Buffer, cipher: Cipher): Buffer {
  const parts = blocksOf(key, cipher.blockLength).map((part) => cipher.encrypt(masterKey, part));
  return Buffer.concat([...parts, checkValue(key, cipher)]);
}

/** The keys back out of field 62, after a restart of the bank. */
export function unwrapWorkingKeys(
  masterKey: Buffer,
  { field62, mode }: { readonly field62: Buffer; readonly mode: KeyMode },
): WorkingKeys {
  const cipher = cipherOfMode(mode);
  const length = mode === 'single' ? 8 : 16;
  const key = (index: number) => {
    const at = index * (length + 4);
    const parts = blocksOf(field62.subarray(at, at + length), cipher.blockLength);
    return Buffer.concat(parts.map((part) => cipher.decrypt(masterKey, part)));
  };
  const track = mode === 'doubleWithTrack' ? key(2) : undefined;
  return { cipher, pin: key(0), mac: key(1), track };
}

function withOddParity(key: Buffer): Buffer {
  return key.map((byte) => {
    const ones = (byte >> 1).toString(2).replace(/0/g, '').length;
    return (byte & 0xfe) | (ones % 2 === 0 ? 1 : 0);
  }) as Buffer;
}
