export const brandNames = [
  'UnionPay',
  'Visa',
  'Mastercard',
  'American Express',
  'JCB',
  'Diners Club',
] as const;

export type BrandName = (typeof brandNames)[number];

/** Card brands by leading digits (ISO/IEC 7812-1 ranges as published by the schemes). */
export type Brand = {
  readonly name: BrandName;
  readonly lengths: readonly number[];
  /** Sizes of the groups on the front of the card. */
  readonly groups: readonly number[];
};

const fours = [4, 4, 4, 4];
const unionPay: Brand = { name: 'UnionPay', lengths: [16, 17, 18, 19], groups: [...fours, 3] };
const visa: Brand = { name: 'Visa', lengths: [13, 16, 19], groups: [...fours, 3] };
const mastercard: Brand = { name: 'Mastercard', lengths: [16], groups: fours };
const americanExpress: Brand = { name: 'American Express', lengths: [15], groups: [4, 6, 5] };
const jcb: Brand = { name: 'JCB', lengths: [16, 17, 18, 19], groups: [...fours, 3] };
const diners: Brand = { name: 'Diners Club', lengths: [14, 16, 19], groups: [4, 6, 4] };

/** From, to (inclusive, same length), brand; the first that holds. */
const ranges: readonly (readonly [string, string, Brand])[] = [
  ['62', '62', unionPay],
  ['81', '81', unionPay],
  ['34', '34', americanExpress],
  ['37', '37', americanExpress],
  ['3528', '3589', jcb],
  ['300', '305', diners],
  ['36', '36', diners],
  ['38', '39', diners],
  ['4', '4', visa],
  ['51', '55', mastercard],
  ['2221', '2720', mastercard],
];

/** The brand that these leading digits can only be, or undefined while it is open. */
export function brandOf(digits: string): Brand | undefined {
  for (const [from, to, brand] of ranges) {
    const head = digits.slice(0, from.length);
    if (head.length === from.length && head >= from && head <= to) return brand;
  }
  return undefined;
}
