import { followUpText } from '../incident/words.ts';
import { formatMoney } from '../money.ts';
import type { IncidentSlip, IncidentStep, SlipLanguage } from './facts.ts';
import { freeText } from './free-text.ts';
import type { Pair } from './layout.ts';
import type { SlipLine } from './line.ts';
import {
  causes,
  ends,
  labels,
  phrases,
  remedies,
  results,
  states,
  stepNames,
  titles,
} from './texts.ts';

const rule: SlipLine = { type: 'rule', style: 'thin' };

/** A case on paper: what was wanted, why there was no number, what was tried, how it ended. */
export function incidentBody(
  slip: IncidentSlip,
  language: SlipLanguage,
  pair: Pair,
): readonly SlipLine[] {
  return [
    ...pair('operator', slip.operator),
    rule,
    {
      type: 'pair',
      left: `${labels.ticket[language]}:`,
      right: slip.ticket,
      size: 'tall',
      bold: true,
    },
    ...pair('at', `${slip.at.date} ${slip.at.time}`),
    ...pair('amount', formatMoney(slip.amount)),
    ...pair('note', slip.note === undefined ? undefined : freeText(slip.note)),
    ...pair('cause', `${causes[slip.cause][language]} (${slip.code})`),
    ...pair('state', states[slip.state][language]),
    ...pair('result', slip.result && results[slip.result][language]),
    rule,
    { type: 'text', text: phrases.history[language], bold: true },
    ...slip.steps.map((step) => stepLine(step, language)),
  ];
}

/** `08:15:30 Way: Another card, done`. */
function stepLine(step: IncidentStep, language: SlipLanguage): SlipLine {
  const until = step.until && `${step.until.date} ${step.until.time.slice(0, 5)}`;
  const followUp = followUpText(step, language, until);
  if (followUp !== undefined) return { type: 'text', text: `${step.at.time} ${followUp}` };
  const details = [
    step.remedy && remedies[step.remedy][language],
    step.end && ends[step.end][language],
    step.result && results[step.result][language],
    step.document && titles[step.document][language],
    step.text && freeText(step.text),
  ].filter((detail) => detail !== undefined && detail !== '');
  const name = stepNames[step.what][language];
  const said = details.length === 0 ? name : `${name}: ${details.join(', ')}`;
  return { type: 'text', text: `${step.at.time} ${said}` };
}
