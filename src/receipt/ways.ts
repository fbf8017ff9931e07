import { formatMoney } from '../money.ts';
import type { SlipLanguage, WaySlip } from './facts.ts';
import { freeText } from './free-text.ts';
import type { Pair } from './layout.ts';
import type { SlipLine } from './line.ts';
import { formatSlipCode } from './slip-code.ts';
import { labels, phrases } from './texts.ts';

const rule: SlipLine = { type: 'rule', style: 'thin' };

/** A receipt for a deposit, a form to note a hold on, or the sentence that the customer takes along. */
export function wayBody(slip: WaySlip, language: SlipLanguage, pair: Pair): readonly SlipLine[] {
  if (slip.of === 'refusal')
    return [
      ...pair('ticket', slip.ticket),
      ...pair('at', `${slip.at.date} ${slip.at.time}`),
      rule,
      { type: 'text', text: slip.sentence['zh-CN'] },
      { type: 'text', text: slip.sentence.en },
    ];
  return [
    ...pair('operator', slip.operator),
    rule,
    ...pair('ticket', slip.ticket),
    ...pair('at', `${slip.at.date} ${slip.at.time}`),
    {
      type: 'pair',
      left: `${labels.amount[language]}:`,
      right: formatMoney(slip.amount),
      size: 'large',
      bold: true,
    },
    ...pair(
      'note',
      slip.copy === 'customer' || slip.note === undefined ? undefined : freeText(slip.note),
    ),
    rule,
    ...(slip.of === 'deposit' ? deposit(slip, language, pair) : form(slip, language)),
  ];
}

const deposit = (slip: WaySlip, language: SlipLanguage, pair: Pair): readonly SlipLine[] => [
  ...pair('how', slip.deposit && phrases[slip.deposit.how][language]),
  ...pair('receivedBy', slip.deposit?.receivedBy),
  ...pair('supervisor', slip.deposit?.supervisor),
  { type: 'text', text: phrases.depositMeaning[language] },
  ...signature(language),
];

/** What is needed to register the hold later; a blank a line, and a code that finds the case, never a number. */
const form = (slip: WaySlip, language: SlipLanguage): readonly SlipLine[] => [
  ...(['code', 'lastFour', 'bank', 'customerName', 'customerPhone'] as const).flatMap(
    (label): SlipLine[] => [
      { type: 'text', text: `${labels[label][language]}:` },
      { type: 'space', lines: 1 },
      rule,
    ],
  ),
  ...signature(language),
  { type: 'text', text: phrases.emergencyMeaning[language] },
  { type: 'qr', text: formatSlipCode(slip.incidentId) },
];

const signature = (language: SlipLanguage): readonly SlipLine[] => [
  { type: 'text', text: `${phrases.signature[language]}:` },
  { type: 'space', lines: 2 },
  rule,
];
