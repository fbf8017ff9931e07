/**
 * YYMMDD as YYYYMMDD, which compares as text; two-digit years from 50 are of the last century
 * (EMV 4.4 Book 4 §6.7.3). Undefined when it is no date.
 */
export function fullDate(yymmdd: string): string | undefined {
  const parts = /^(\d\d)(\d\d)(\d\d)$/.exec(yymmdd);
  if (parts === null) return undefined;
  const [, year = '', month = '', day = ''] = parts;
  const inRange = month >= '01' && month <= '12' && day >= '01' && day <= '31';
  return inRange ? `${year < '50' ? '20' : '19'}${year}${month}${day}` : undefined;
}

/**
 * Certificates and track 2 carry months only: valid to the last day, and `31` compares as just
 * that.
 */
export const lastOfMonth = (yymm: string): string | undefined => fullDate(`${yymm}31`);
