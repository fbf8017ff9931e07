import { passesLuhn } from '../card/pan.ts';

/**
 * The last fence before a person's eyes, behind the masking of data objects, fields and tracks: a run of 13 to
 * 19 digits that could be a card number (check digit right, ranges 3 to 6 and 9) keeps its first six and last four.
 */
export const withoutNumbers = (line: string): string =>
  line.replace(/(?<!\d)[34569]\d{12,18}(?!\d)/g, (digits) =>
    passesLuhn(digits)
      ? digits.slice(0, 6) + '*'.repeat(digits.length - 10) + digits.slice(-4)
      : digits,
  );
