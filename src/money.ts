/** ISO 4217 numeric code, as field 49 and tag 5F2A carry it. */
export type CurrencyCode = '156' | '344' | '446' | '840' | '978';

/** An amount of money: an integer of minor units (fen, cent) and its currency; never a float. */
export type Money = { readonly minorUnits: number; readonly currency: CurrencyCode };

export const cny = (minorUnits: number): Money => ({ minorUnits, currency: '156' });

const symbols: Record<CurrencyCode, string> = {
  '156': '¥',
  '344': 'HK$',
  '446': 'MOP$',
  '840': '$',
  '978': '€',
};

/** `¥1,234.56`: symbol, thousands, two decimals. */
export function formatMoney(money: Money): string {
  const minor = Math.abs(money.minorUnits);
  const major = Math.floor(minor / 100);
  const grouped = String(major).replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = money.minorUnits < 0 ? '-' : '';
  return `${sign}${symbols[money.currency]}${grouped}.${String(minor % 100).padStart(2, '0')}`;
}
