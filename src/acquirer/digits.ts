/** A number as so many decimal digits; one that does not fit is a bug. */
export function digits(value: number, count: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new Error('not a whole number');
  const text = String(value).padStart(count, '0');
  if (text.length > count) throw new Error(`more than ${count} digits`);
  return text;
}
