import { situationNames } from '../care/plan.ts';
import type { PlanSlip, SlipLanguage } from './facts.ts';
import { freeText } from './free-text.ts';
import type { SlipLine } from './line.ts';

const rule: SlipLine = { type: 'rule', style: 'thin' };

/** What to do, step by step, and whom to call: to hang beside the terminal. */
export const planBody = (
  { situation, steps, contacts }: PlanSlip,
  language: SlipLanguage,
): readonly SlipLine[] => [
  rule,
  {
    type: 'text',
    text: situationNames[situation][language],
    align: 'center',
    size: 'tall',
    bold: true,
  },
  ...steps[language].map(
    (step, index): SlipLine => ({ type: 'text', text: `${index + 1}. ${freeText(step)}` }),
  ),
  rule,
  ...contacts.map(
    ({ name, phone }): SlipLine => ({
      type: 'pair',
      left: freeText(name[language]),
      right: phone,
      bold: true,
    }),
  ),
];
