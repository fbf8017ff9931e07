import { brandOf } from '../card/brand.ts';
import type { Config } from '../config/schema.ts';
import { isIntact } from '../emv/ca-public-keys.ts';

/** Card schemes by their first digits (ISO/IEC 7812) and their registered identifiers (ISO/IEC 7816-5). */
const schemes: readonly (readonly [firstDigits: RegExp, rid: string, name: string])[] = [
  [/^62/, 'A000000333', 'UnionPay'],
  [/^4/, 'A000000003', 'Visa'],
  [/^(5[1-5]|2[2-7])/, 'A000000004', 'Mastercard'],
  [/^3[47]/, 'A000000025', 'American Express'],
  [/^35/, 'A000000065', 'JCB'],
];

type Tables = Pick<Config, 'applications' | 'caPublicKeys' | 'hotlines'>;

/** What the table of banks makes one expect of the card tables and does not find. `today` YYYYMMDD. */
export function tableProblems({ applications, caPublicKeys, hotlines }: Tables, today: string) {
  const expected = schemes.filter(([digits]) =>
    hotlines.some(({ bins }) => bins.some((bin) => digits.test(bin))),
  );
  const names = (missing: (rid: string) => boolean): string[] =>
    expected.flatMap(([, rid, name]) => (missing(rid) ? [name] : []));
  const good = caPublicKeys.filter((key) => key.expiry >= today && isIntact(key));
  return {
    withoutApplication: names((rid) => !applications.some(({ aid }) => aid.startsWith(rid))),
    withoutKey: names((rid) => !good.some((key) => key.rid === rid)),
    expired: caPublicKeys.filter(({ expiry }) => expiry < today),
    damaged: caPublicKeys.filter((key) => !isIntact(key)),
    /** The next date on which a good key ends. */
    until: good.map(({ expiry }) => expiry).sort()[0],
  };
}

/** First digits that two banks claim, and those that no card brand has: a number of such a bank cannot be checked. */
export function bankProblems({ hotlines }: Pick<Config, 'hotlines'>): {
  readonly doubled?: string;
  readonly strange?: string;
} {
  const bins = hotlines.flatMap((entry) => [...new Set(entry.bins)]);
  const doubled = bins.find((bin, at) => bins.indexOf(bin) !== at);
  const strange = bins.find((bin) => brandOf(bin) === undefined);
  return {
    ...(doubled === undefined ? {} : { doubled }),
    ...(strange === undefined ? {} : { strange }),
  };
}
