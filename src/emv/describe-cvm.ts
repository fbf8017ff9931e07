import {
  appliesSucceedingRule,
  type CvmRule,
  conditionWords,
  methodCode,
  methods,
  parseCvmList,
} from './cvm-list.ts';

const methodWords = (rule: CvmRule): string =>
  methods.get(methodCode(rule))?.words ??
  `way ${methodCode(rule).toString(16).padStart(2, '0').toUpperCase()} (not the book’s)`;

const condition = ({ condition: code }: CvmRule): string =>
  conditionWords.get(code) ??
  `condition ${code.toString(16).padStart(2, '0').toUpperCase()} (not the book’s)`;

const ruleWords = (rule: CvmRule): string => {
  const otherwise = appliesSucceedingRule(rule) ? 'the next rule' : 'fail';
  return `${methodWords(rule)}; ${condition(rule)}; if unsuccessful ${otherwise}`;
};

/** Cardholder Verification Method List, tag 8E: the amounts, then a line for each rule. */
export function describeCvmList(value: Uint8Array): string[] | undefined {
  const list = parseCvmList(value);
  return (
    list && [
      `X ${list.amountX}, Y ${list.amountY} (minor units of the application currency)`,
      ...list.rules.map(ruleWords),
    ]
  );
}

const results = ['unknown', 'failed', 'successful'];

/** CVM Results, tag 9F34: the way, its condition, how it ended. */
export function describeCvmResults(value: Uint8Array): string[] {
  const [code = 0x3f, conditionCode = 0, result = 0] = value;
  const rule = { code, condition: conditionCode };
  const way =
    (code & 0x3f) === 0x3f ? 'No CVM performed' : `${methodWords(rule)}; ${condition(rule)}`;
  return [way, results[result] ?? 'reserved result'];
}
