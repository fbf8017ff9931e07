import { printable } from './fci.ts';

/** Tag 5F2D: one to four ISO 639 codes, the most preferred first (EMV 4.4 Book 4 §11.1). */
export const languages = (value: Uint8Array | undefined): string[] =>
  (
    printable(value)
      .toLowerCase()
      .match(/[a-z]{2}/g) ?? []
  ).slice(0, 4);

/**
 * The language to speak to the customer: the first of the card's that the terminal has, by its
 * primary subtag (`zh` finds `zh-CN`); undefined when there is none, and the terminal keeps its
 * own.
 */
export const commonLanguage = <Language extends string>(
  preference: readonly string[],
  supported: readonly Language[],
): Language | undefined => {
  for (const wanted of preference) {
    const found = supported.find((language) => language.split('-', 1)[0]?.toLowerCase() === wanted);
    if (found !== undefined) return found;
  }
  return undefined;
};
