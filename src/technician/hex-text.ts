/** Bytes of a hex text as people paste it, or what is wrong and where (characters count from 1). */
export type HexText =
  | { readonly bytes: Uint8Array }
  | { readonly problem: string; readonly at: number };

const maximumCharacters = 200_000;

/** Spaces, line ends, colons, dashes and `0x` are passed over. */
export function readHexText(text: string): HexText {
  if (text.length > maximumCharacters)
    return { problem: `more than ${maximumCharacters} characters`, at: maximumCharacters };
  const digits: number[] = [];
  const plain = text.replace(/0x/gi, '  ');
  for (let i = 0; i < plain.length; i++) {
    const character = plain.charAt(i);
    if (/[\s:,-]/.test(character)) continue;
    const digit = Number.parseInt(character, 16);
    if (Number.isNaN(digit)) return { problem: 'not a hex digit', at: i + 1 };
    digits.push(digit);
  }
  if (digits.length === 0) return { problem: 'nothing was given', at: 1 };
  if (digits.length % 2 !== 0)
    return {
      problem: `${digits.length} hex digits: half a byte is left over`,
      at: plain.trimEnd().length,
    };
  const bytes = Uint8Array.from({ length: digits.length / 2 }, (_, i) => {
    return ((digits[2 * i] ?? 0) << 4) | (digits[2 * i + 1] ?? 0);
  });
  return { bytes };
}
