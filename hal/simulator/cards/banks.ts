/** The invented banks of the simulated world; leading digits of a number name its bank. */
export type Bank = {
  readonly prefixes: readonly string[];
  /** Key of `keys/issuers.json`. */
  readonly issuer: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly hotline: string;
};

export const banks: readonly Bank[] = [
  {
    prefixes: ['622200', '622202'],
    issuer: 'jiangcheng',
    name: { zh: '江城银行', en: 'Jiangcheng Bank' },
    hotline: '400 555 0186',
  },
  {
    prefixes: ['622210'],
    issuer: 'nanwan',
    name: { zh: '南湾银行', en: 'Nanwan Bank' },
    hotline: '400 555 0127',
  },
  {
    prefixes: ['622220'],
    issuer: 'yunling',
    name: { zh: '云岭农商银行', en: 'Yunling Rural Bank' },
    hotline: '400 555 0143',
  },
  {
    prefixes: ['411111'],
    issuer: 'harbour',
    name: { zh: '海港银行', en: 'Harbour Bank' },
    hotline: '+1 555 0100',
  },
];

export const bankOfNumber = (pan: string): Bank | undefined =>
  banks.find((bank) => bank.prefixes.some((prefix) => pan.startsWith(prefix)));
