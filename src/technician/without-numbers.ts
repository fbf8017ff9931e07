import { passesLuhn } from '../card/pan.ts';

const shortest = 13;
const longest = 19;

/**
 * The last fence before a person's eyes: in every run of digits whatever could be a card number (13 to 19
 * digits, issued ranges 3 to 6 and 9, check digit right) keeps its first six and last four digits only.
 * Longer runs than a number with its neighbours, such as settlement totals, are left alone.
 */
export function withoutNumbers(line: string): string {
  return line.replace(/\d{13,38}/g, (run) => (/^(\d)\1*$/.test(run) ? run : maskRun(run)));
}

function maskRun(run: string): string {
  for (let length = Math.min(longest, run.length); length >= shortest; length--) {
    for (let at = 0; at + length <= run.length; at++) {
      const digits = run.slice(at, at + length);
      if (!/^[34569]/.test(digits) || !passesLuhn(digits)) continue;
      const masked = digits.slice(0, 6) + '*'.repeat(length - 10) + digits.slice(-4);
      return run.slice(0, at) + masked + run.slice(at + length);
    }
  }
  return run;
}
