/** Bytes that make a spreadsheet take a cell for a formula (OWASP, CSV injection). */
const startsFormula = /^[=+\-@\t\r]/;

/**
 * One cell of RFC 4180. What a spreadsheet would compute begins with an apostrophe, so that it stays the text that
 * somebody wrote; quotes are doubled, and every cell is quoted.
 */
export function csvCell(value: string): string {
  const text = startsFormula.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}

/** UTF-8 with its mark, so that a spreadsheet shows Chinese; lines end as RFC 4180 wants. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
