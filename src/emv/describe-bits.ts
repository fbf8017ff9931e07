import {
  aipBits,
  capabilityBits,
  isSet,
  type NamedBit,
  tsiBits,
  tvrBits,
  usageBits,
} from './tvr.ts';

/** Data objects that are fields of bits, by their tags; action codes name the bits of the TVR. */
const fields: Readonly<Record<string, Readonly<Record<string, NamedBit>>>> = {
  '82': aipBits,
  '95': tvrBits,
  '9B': tsiBits,
  '9F07': usageBits,
  '9F0D': tvrBits,
  '9F0E': tvrBits,
  '9F0F': tvrBits,
  '9F33': capabilityBits,
};

/**
 * The words of every bit that is set; bits that the books reserve come as `byte 1 bit 3
 * (reserved)`.
 */
export function describeBits(tag: string, value: Uint8Array): string[] | undefined {
  const bits = fields[tag];
  if (bits === undefined) return undefined;
  const named = Object.values(bits);
  const words = named.filter((bit) => isSet(value, bit)).map(([, , text]) => text);
  const reserved = Array.from(value).flatMap((byte, i) =>
    [8, 7, 6, 5, 4, 3, 2, 1]
      .filter((bit) => byte & (1 << (bit - 1)))
      .filter((bit) => !named.some(([at, mask]) => at === i && mask === 1 << (bit - 1)))
      .map((bit) => `byte ${i + 1} bit ${bit} (reserved)`),
  );
  return [...words, ...reserved];
}

const cryptograms = ['AAC: declined', 'TC: approved offline', 'ARQC: ask the issuer', 'reserved'];
const reasons = [
  '',
  'service not allowed',
  'PIN Try Limit exceeded',
  'issuer authentication failed',
];

/** Cryptogram Information Data, tag 9F27 (EMV 4.4 Book 3 table 14). */
export function describeCryptogramInformation(value: Uint8Array): string[] {
  const [byte = 0] = value;
  const reason = reasons[byte & 7] ?? 'reserved reason';
  return [
    cryptograms[byte >> 6] ?? '',
    ...(byte & 0x08 ? ['advice required'] : []),
    ...(reason === '' ? [] : [reason]),
  ];
}
