/** The default alphabet of GSM (3GPP TS 23.038 §6.2.1) by its codes; the escape to the extension is left out. */
const table =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';

const codes = new Map([...table].map((character, code) => [character, code]));
codes.delete('\u001b');

/** The septets of a text, or undefined when a character has none. */
export function septetsOf(text: string): readonly number[] | undefined {
  const septets: number[] = [];
  for (const character of text) {
    const code = codes.get(character);
    if (code === undefined) return undefined;
    septets.push(code);
  }
  return septets;
}

export const textOfSeptets = (septets: readonly number[]): string =>
  septets.map((code) => table[code] ?? '?').join('');

/** Septets into octets, lowest bits first; `fill` bits stay free in front, so that they begin on a septet. */
export function packSeptets(septets: readonly number[], fill: number): Uint8Array {
  const packed = new Uint8Array(Math.ceil((septets.length * 7 + fill) / 8));
  septets.forEach((septet, index) => {
    const bit = index * 7 + fill;
    const at = bit >> 3;
    const shifted = septet << (bit & 7);
    packed[at] = (packed[at] ?? 0) | (shifted & 0xff);
    if (shifted > 0xff) packed[at + 1] = (packed[at + 1] ?? 0) | (shifted >> 8);
  });
  return packed;
}

export function unpackSeptets(packed: Uint8Array, count: number, fill: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => {
    const bit = index * 7 + fill;
    const at = bit >> 3;
    const pair = (packed[at] ?? 0) | ((packed[at + 1] ?? 0) << 8);
    return (pair >> (bit & 7)) & 0x7f;
  });
}
