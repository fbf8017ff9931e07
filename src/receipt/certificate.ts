import type { CertificateSlip, SlipLanguage } from './facts.ts';
import { freeText } from './free-text.ts';
import type { Pair } from './layout.ts';
import type { SlipLine } from './line.ts';
import { roles, certificateWords as words } from './texts.ts';

const rule: SlipLine = { type: 'rule', style: 'thin' };

/** 考核证书: who, which role, how well, and until when; with a line for the supervisor's signature. */
export function certificateBody(
  slip: CertificateSlip,
  language: SlipLanguage,
  pair: Pair,
): readonly SlipLine[] {
  const row = (label: keyof typeof words, right: string): SlipLine => ({
    type: 'pair',
    left: `${words[label][language]}:`,
    right,
    bold: true,
  });
  const name = freeText(slip.name[language]);
  return [
    rule,
    { type: 'text', text: name, align: 'center', size: 'tall', bold: true },
    ...pair('operator', slip.operator),
    row('role', roles[slip.role][language]),
    row('score', `${slip.percent} %`),
    ...pair('at', `${slip.at.date} ${slip.at.time}`),
    row('validUntil', slip.validUntil),
    rule,
    { type: 'text', text: words.passed[language] },
    { type: 'space', lines: 2 },
    rule,
    { type: 'text', text: words.signature[language] },
  ];
}
