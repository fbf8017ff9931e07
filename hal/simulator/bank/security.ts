import { blocksOf, checkValue, decrypt, encrypt, xor } from './ciphers.ts';

export type MacAlgorithm = 'ecb' | 'x919' | 'cbc';

/** Working keys of one terminal, in clear: only in the memory of the bank. */
export type WorkingKeys = {
  readonly pin: Buffer;
  readonly mac: Buffer;
  readonly track: Buffer | undefined;
};

/**
 * Field 64 over everything from the MTI to the byte before it. `ecb`: XOR of all blocks, as hex
 * text, enciphered in two steps, as hex text again. `x919`: ANSI X9.19. `cbc`: every block through
 * the whole key.
 */
export function messageMac(algorithm: MacAlgorithm, key: Buffer, covered: Buffer): Buffer {
  const blocks = blocksOf(covered);
  if (algorithm === 'ecb') {
    const folded = blocks.reduce(xor, Buffer.alloc(8));
    const text = Buffer.from(folded.toString('hex').toUpperCase(), 'latin1');
    const first = encrypt(key, text.subarray(0, 8));
    const second = encrypt(key, xor(first, text.subarray(8)));
    return Buffer.from(second.toString('hex').toUpperCase().slice(0, 8), 'latin1');
  }
  if (algorithm === 'cbc') {
    return blocks.reduce((chain, block) => encrypt(key, xor(chain, block)), Buffer.alloc(8));
  }
  const left = key.subarray(0, 8);
  const chained = blocks.reduce(
    (chain, block) => encrypt(left, xor(chain, block)),
    Buffer.alloc(8),
  );
  if (key.length < 16) return chained;
  return encrypt(left, decrypt(key.subarray(8, 16), chained));
}

type OpenedPin =
  | { readonly type: 'digits'; readonly digits: string }
  | { readonly type: 'badFormat' };

/** ISO 9564-1 format 0: PIN field XOR the twelve digits before the check digit. */
export function openPinBlock(key: Buffer, block: Buffer, pan: string): OpenedPin {
  const panField = Buffer.from(`0000${pan.slice(0, -1).slice(-12).padStart(12, '0')}`, 'hex');
  const clear = xor(decrypt(key, block), panField).toString('hex');
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

export type KeyMode = 'single' | 'double' | 'doubleWithTrack';

/** Fresh keys and the bytes of field 62 that carry them: 24, 40 or 60 bytes. */
export function makeWorkingKeys(
  masterKey: Buffer,
  mode: KeyMode,
  random: (length: number) => Uint8Array,
): { readonly field62: Buffer; readonly keys: WorkingKeys } {
  const length = mode === 'single' ? 8 : 16;
  const make = () => withOddParity(Buffer.from(random(length)));
  const keys = {
    pin: make(),
    mac: make(),
    track: mode === 'doubleWithTrack' ? make() : undefined,
  };
  const all = keys.track === undefined ? [keys.pin, keys.mac] : [keys.pin, keys.mac, keys.track];
  return { field62: Buffer.concat(all.map((key) => wrapped(masterKey, key))), keys };
}

function wrapped(masterKey: Buffer, key: Buffer): Buffer {
  return Buffer.concat([...blocksOf(key).map((half) => encrypt(masterKey, half)), checkValue(key)]);
}

/** The keys back out of field 62, after a restart of the bank. */
export function unwrapWorkingKeys(masterKey: Buffer, field62: Buffer): WorkingKeys {
  const length = field62.length === 24 ? 8 : 16;
  const key = (index: number) => {
    const at = index * (length + 4);
    const halves = blocksOf(field62.subarray(at, at + length));
    return Buffer.concat(halves.map((half) => decrypt(masterKey, half)));
  };
  return { pin: key(0), mac: key(1), track: field62.length === 60 ? key(2) : undefined };
}

function withOddParity(key: Buffer): Buffer {
  return key.map((byte) => {
    const ones = (byte >> 1).toString(2).replace(/0/g, '').length;
    return (byte & 0xfe) | (ones % 2 === 0 ? 1 : 0);
  }) as Buffer;
}
