import { formatMoney } from '../money.ts';
import { certificateBody } from './certificate.ts';
import { dayBody } from './day.ts';
import type {
  ReversalSlip,
  SlipCard,
  SlipFacts,
  SlipHead,
  SlipLanguage,
  TransactionSlip,
} from './facts.ts';
import { freeText } from './free-text.ts';
import { incidentBody } from './incident.ts';
import type { SlipLine } from './line.ts';
import { planBody } from './plan.ts';
import { entryModes, labels, meanings, phrases, titles, untilText } from './texts.ts';
import { wayBody } from './ways.ts';

export type Pair = (label: keyof typeof labels, value: string | number | undefined) => SlipLine[];

/** Lays one slip out, top to cut, in the language; the title stands in both. Pure: same facts, same lines. */
export function layoutSlip(slip: SlipFacts, language: SlipLanguage): readonly SlipLine[] {
  const pair: Pair = (label, value) =>
    value === undefined
      ? []
      : [{ type: 'pair', left: `${labels[label][language]}:`, right: String(value) }];
  return [
    ...head(slip, language, pair),
    ...body(slip, language, pair),
    { type: 'space', lines: 1 },
    ...simulatedLines(slip, language),
    { type: 'cut' },
  ];
}

function body(slip: SlipFacts, language: SlipLanguage, pair: Pair): readonly SlipLine[] {
  if (slip.of === 'incident') return incidentBody(slip, language, pair);
  if (slip.of === 'certificate') return certificateBody(slip, language, pair);
  if (slip.of === 'emergencyPlan') return planBody(slip, language);
  if ('sentence' in slip) return wayBody(slip, language, pair);
  if ('openHolds' in slip) return dayBody(slip, language, pair);
  return slip.of === 'reversal'
    ? reversalBody(slip, language, pair)
    : transactionBody(slip, language, pair);
}

const rule: SlipLine = { type: 'rule', style: 'thin' };

function head(slip: SlipFacts, language: SlipLanguage, pair: Pair): readonly SlipLine[] {
  const title = titles[slip.of];
  return [
    ...simulatedLines(slip, language),
    {
      type: 'text',
      text: freeText(slip.merchantName[language]),
      align: 'center',
      size: 'tall',
      bold: true,
    },
    { type: 'text', text: title['zh-CN'], align: 'center', size: 'large', bold: true },
    { type: 'text', text: title.en, align: 'center', bold: true },
    ...copyLines(slip, language),
    { type: 'rule', style: 'double' },
    ...pair('merchantId', slip.merchantId),
    ...pair('terminalId', slip.terminalId),
    ...pair('desk', slip.desk),
  ];
}

function copyLines(slip: SlipFacts, language: SlipLanguage): readonly SlipLine[] {
  const lines: SlipLine[] = [];
  if ('copy' in slip) {
    const copy = slip.copy === 'customer' ? phrases.customerCopy : phrases.merchantCopy;
    lines.push({ type: 'text', text: copy[language], align: 'center' });
  }
  if (slip.reprint) {
    lines.push({ type: 'text', text: phrases.reprint[language], align: 'center', bold: true });
  }
  return lines;
}

/** First and last thing on the paper, so that no part torn off passes for a real slip. */
function simulatedLines(slip: SlipHead, language: SlipLanguage): readonly SlipLine[] {
  const say = (mark: string, meaning: string): readonly SlipLine[] => [
    { type: 'text', text: mark, align: 'center', size: 'large', bold: true },
    { type: 'text', text: meaning, align: 'center' },
  ];
  return [
    ...(slip.training ? say(phrases.training[language], phrases.noReceipt[language]) : []),
    ...(slip.simulated ? say(phrases.simulated[language], phrases.noValue[language]) : []),
  ];
}

function cardLines(card: SlipCard, language: SlipLanguage, pair: Pair): readonly SlipLine[] {
  if (!/^\d{6}\*{2,9}\d{4}$/.test(card.maskedPan))
    throw new Error('slip: the number is not masked');
  const entry = entryModes[card.absent === true ? 'absent' : card.posEntryMode.slice(0, 2)];
  const sequence = card.panSequenceNumber;
  return [
    { type: 'text', text: labels.card[language] },
    { type: 'text', text: card.maskedPan, align: 'right', size: 'tall', bold: true },
    ...pair('label', card.label),
    ...pair('entry', entry && `${entry[language]} (${card.posEntryMode})`),
    ...pair('sequence', sequence === undefined ? undefined : String(sequence).padStart(3, '0')),
  ];
}

const sixDigits = (value: number): string => String(value).padStart(6, '0');

function transactionBody(
  slip: TransactionSlip,
  language: SlipLanguage,
  pair: Pair,
): readonly SlipLine[] {
  return [
    ...pair('operator', slip.operator),
    ...pair('supervisor', slip.supervisor),
    rule,
    ...cardLines(slip.card, language, pair),
    rule,
    ...pair('batch', sixDigits(slip.batch)),
    ...pair('stan', sixDigits(slip.stan)),
    ...pair('rrn', slip.rrn),
    ...pair('code', slip.authorisationCode),
    ...pair('at', `${slip.at.date} ${slip.at.time}`),
    ...originalLines(slip, pair),
    rule,
    amountLine(slip, language),
    ...heldUntilLine(slip, language),
    { type: 'text', text: meanings[slip.of][language] },
    ...emvLines(slip),
    ...(slip.copy === 'merchant'
      ? merchantFoot(slip, language, pair)
      : customerFoot(slip, language)),
  ];
}

const amountLine = (slip: TransactionSlip | ReversalSlip, language: SlipLanguage): SlipLine => ({
  type: 'pair',
  left: `${labels.amount[language]}:`,
  right: formatMoney(slip.amount),
  size: 'large',
  bold: true,
});

function heldUntilLine(slip: TransactionSlip, language: SlipLanguage): readonly SlipLine[] {
  if (slip.heldUntil === undefined) return [];
  const { date, days } = slip.heldUntil;
  const right = untilText(date, days, language);
  return [{ type: 'pair', left: `${labels.heldUntil[language]}:`, right, bold: true }];
}

function originalLines(slip: TransactionSlip, pair: Pair): readonly SlipLine[] {
  const { original } = slip;
  if (original === undefined) return [];
  const month = `${original.date.slice(0, 2)}-${original.date.slice(2)}`;
  return [
    rule,
    ...pair('originalBatch', sixDigits(original.batch)),
    ...pair('originalStan', sixDigits(original.stan)),
    ...pair('originalDate', month),
    ...pair('originalCode', original.authorisationCode),
    ...pair('originalAmount', original.amount && formatMoney(original.amount)),
  ];
}

/** The chip's own words, under the standard's names (EMV 4.4 Book 4 §11.4 asks for the AID at least). */
function emvLines({ emv }: TransactionSlip): readonly SlipLine[] {
  if (emv === undefined) return [];
  const line = (left: string, right: string): SlipLine => ({ type: 'pair', left, right });
  return [
    rule,
    line('AID:', emv.aid),
    line('APP LABEL:', freeText(emv.applicationLabel)),
    line('TVR:', emv.tvr),
    line('TSI:', emv.tsi),
    line('CVM:', emv.cvmResults),
    line(`${cryptogramName(emv.cryptogramInformationData)}:`, emv.applicationCryptogram),
    line('ATC:', emv.atc),
  ];
}

/** Type of the application cryptogram: bits 8 and 7 of the CID (EMV 4.4 Book 3 §6.5.5.4). */
function cryptogramName(cryptogramInformationData: string): string {
  const type = Number.parseInt(cryptogramInformationData, 16) & 0xc0;
  return type === 0x40 ? 'TC' : type === 0x80 ? 'ARQC' : type === 0 ? 'AAC' : 'AC';
}

const givesFunds: ReadonlySet<TransactionSlip['of']> = new Set([
  'preauth',
  'increment',
  'completion',
  'completionAdvice',
  'offlineAdvice',
]);

function merchantFoot(
  slip: TransactionSlip,
  language: SlipLanguage,
  pair: Pair,
): readonly SlipLine[] {
  const signature: readonly SlipLine[] = slip.signatureWanted
    ? [
        rule,
        { type: 'text', text: `${phrases.signature[language]}:` },
        { type: 'space', lines: 3 },
        rule,
        { type: 'text', text: phrases.signed[language] },
      ]
    : givesFunds.has(slip.of)
      ? [rule, { type: 'text', text: phrases.noSignature[language], align: 'center' }]
      : [];
  return [
    ...pair('note', slip.note === undefined ? undefined : freeText(slip.note)),
    ...signature,
    { type: 'space', lines: 1 },
    { type: 'qr', text: slip.code },
    { type: 'text', text: phrases.scan[language], align: 'center' },
  ];
}

const leavesHold: ReadonlySet<TransactionSlip['of']> = new Set([
  'preauth',
  'increment',
  'completionVoid',
]);

const customerFoot = (slip: TransactionSlip, language: SlipLanguage): readonly SlipLine[] =>
  leavesHold.has(slip.of)
    ? [rule, { type: 'text', text: phrases.keep[language], align: 'center' }]
    : [];

function reversalBody(slip: ReversalSlip, language: SlipLanguage, pair: Pair): readonly SlipLine[] {
  return [
    ...pair('operator', slip.operator),
    rule,
    ...pair('reversed', titles[slip.reversed][language]),
    ...cardLines(slip.card, language, pair),
    ...pair('batch', sixDigits(slip.batch)),
    ...pair('stan', sixDigits(slip.stan)),
    ...pair('at', `${slip.at.date} ${slip.at.time}`),
    rule,
    amountLine(slip, language),
    {
      type: 'text',
      text: (slip.settled ? phrases.reversalSettled : phrases.reversalOwed)[language],
      bold: true,
    },
  ];
}
