import { formatMoney } from '../money.ts';
import type { Counted } from '../report/week.ts';
import { trainingRows } from '../report/week-document.ts';
import { weekWords } from '../report/words.ts';
import type { Total } from '../settlement/batch.ts';
import type { ClosedBatch } from '../settlement/events.ts';
import type { DaySlip, SlipLanguage } from './facts.ts';
import { freeText } from './free-text.ts';
import type { Pair } from './layout.ts';
import type { SlipLine } from './line.ts';
import { causes, dayWords as words } from './texts.ts';

const rule: SlipLine = { type: 'rule', style: 'thin' };

/** A report, or the end of a day: totals, batches, open holds by their last day, cases, backup, checkpoint. */
export function dayBody(slip: DaySlip, language: SlipLanguage, pair: Pair): readonly SlipLine[] {
  const text = (value: string): SlipLine => ({ type: 'text', text: value });
  const total = (name: keyof typeof words, { count, total: sum }: Total): SlipLine => ({
    type: 'pair',
    left: `${words[name][language]} (${count})`,
    right: formatMoney(sum),
    bold: true,
  });
  return [
    ...pair('operator', slip.operator),
    ...pair('at', `${slip.at.date} ${slip.at.time}`),
    rule,
    total('held', slip.held),
    total('completed', slip.completed),
    total('cancelled', slip.cancelled),
    total('open', slip.open),
    ...batchLines(slip, language),
    ...differingLines(slip, language),
    ...holdLines(words.openHolds[language], slip.openHolds, slip.open.count),
    ...holdLines(words.expired[language], slip.expired?.holds ?? [], slip.expired?.count ?? 0),
    rule,
    ...lackingNumber(slip, language),
    text(
      `${words.cases[language]}: ${slip.cases.count}, ${words.stillOpen[language]}: ${slip.cases.open}`,
    ),
    ...overdue(slip, language),
    ...slip.byCause.map(
      ({ cause, count }): SlipLine => ({
        type: 'pair',
        left: `  ${causes[cause][language]}`,
        right: String(count),
      }),
    ),
    ...weekLines(slip, language),
    text(
      `${words.backup[language]}: ${slip.backupAt === undefined ? words.none[language] : `${slip.backupAt.date} ${slip.backupAt.time}`}`,
    ),
    ...careLines(slip, language),
    ...checkpointLines(slip, language),
  ];
}

const overdue = ({ cases: { due = 0 } }: DaySlip, language: SlipLanguage): readonly SlipLine[] =>
  due === 0 ? [] : [{ type: 'text', text: `${words.overdue[language]}: ${due}`, bold: true }];

/** The week by terminal, operator and brand, and how long a way out took. */
function weekLines({ week }: DaySlip, language: SlipLanguage): readonly SlipLine[] {
  if (week === undefined) return [];
  const word = (key: keyof typeof weekWords): string => weekWords[key][language];
  const counted = (title: keyof typeof weekWords, all: readonly Counted[]): SlipLine[] => [
    { type: 'text', text: word(title), bold: true },
    ...all.map(
      ({ name, count }): SlipLine => ({
        type: 'pair',
        left: `  ${name === '' ? word('unknownBrand') : name}`,
        right: String(count),
      }),
    ),
  ];
  const fact = (title: keyof typeof weekWords, value: string): SlipLine => ({
    type: 'pair',
    left: word(title),
    right: value,
  });
  return [
    rule,
    fact('week', week.week),
    fact('cases', `${week.cases} (${week.casesBefore})`),
    fact('lost', String(week.lostHolds)),
    ...(week.medianSeconds === undefined
      ? []
      : [fact('medianMinutes', (week.medianSeconds / 60).toFixed(1))]),
    ...counted('byTerminal', week.byTerminal),
    ...counted('byOperator', week.byOperator),
    ...counted('byBrand', week.byBrand),
    ...trainingRows(week, language).map(
      ([left, right]): SlipLine => ({ type: 'pair', left, right }),
    ),
    rule,
  ];
}

const careLines = ({ careWaiting = 0 }: DaySlip, language: SlipLanguage): readonly SlipLine[] =>
  careWaiting === 0
    ? []
    : [{ type: 'text', text: `${words.care[language]}: ${careWaiting}`, bold: true }];

const sixDigits = (value: number): string => String(value).padStart(6, '0');

function batchLines({ batches }: DaySlip, language: SlipLanguage): readonly SlipLine[] {
  if (batches.length === 0) return [];
  return [rule, ...batches.flatMap((batch) => batchFigures(batch, language))];
}

/** Batches of days before that differ from the bank's, until somebody has cleared them up. */
function differingLines({ differing = [] }: DaySlip, language: SlipLanguage): readonly SlipLine[] {
  if (differing.length === 0) return [];
  return [
    rule,
    { type: 'text', text: words.differing[language], bold: true },
    ...differing.flatMap((batch) => batchFigures(batch, language)),
  ];
}

/** Our figures, the bank's word, its own figures where they are others, and what it does not have. */
function batchFigures(closed: ClosedBatch, language: SlipLanguage): readonly SlipLine[] {
  const { batch, balanced, day, uploaded, withoutNumber, bank, notTaken } = closed;
  const bold = (text: string): SlipLine => ({ type: 'text', text, bold: true });
  return [
    {
      type: 'pair',
      left: `${words.batch[language]} ${sixDigits(batch)} (${day.completed.count})`,
      right: formatMoney(day.completed.total),
    },
    ...(balanced
      ? [{ type: 'text' as const, text: words.balanced[language], bold: false }]
      : [bold(`${words.notBalanced[language]}: ${uploaded}`)]),
    ...(bank === undefined
      ? []
      : [
          {
            type: 'pair' as const,
            left: `${words.bank[language]} (${bank.count})`,
            right: formatMoney(bank.total),
            bold: true,
          },
        ]),
    ...(notTaken === undefined
      ? []
      : [bold(`${words.notTaken[language]} (${notTaken.responseCode}): ${notTaken.records}`)]),
    ...(withoutNumber === 0 ? [] : [bold(`${words.withoutNumber[language]}: ${withoutNumber}`)]),
  ];
}

const lackingNumber = (
  { withoutNumber = 0 }: DaySlip,
  language: SlipLanguage,
): readonly SlipLine[] =>
  withoutNumber === 0
    ? []
    : [{ type: 'text', text: `${words.lackingNumber[language]}: ${withoutNumber}`, bold: true }];

/** Soonest first; those that end within three days, or are over, stand out. */
function holdLines(title: string, holds: DaySlip['openHolds'], count: number): readonly SlipLine[] {
  if (holds.length === 0) return [];
  const more = count - holds.length;
  return [
    rule,
    { type: 'text', text: title, bold: true },
    ...holds.map(({ note, last4, amount, until, daysLeft }): SlipLine => {
      const name = note === undefined ? '' : `${freeText(note)} `;
      const card = last4 === undefined ? '' : `*${last4} `;
      return {
        type: 'pair',
        left: `${name}${card}${until ?? ''}`,
        right: formatMoney(amount),
        bold: daysLeft <= 3,
      };
    }),
    ...(more > 0 ? [{ type: 'text' as const, text: `+ ${more}` }] : []),
  ];
}

function checkpointLines({ checkpoint }: DaySlip, language: SlipLanguage): readonly SlipLine[] {
  if (checkpoint === undefined) return [];
  return [
    rule,
    { type: 'text', text: words.checkpoint[language] },
    { type: 'text', text: checkpoint, align: 'center', size: 'large', bold: true },
  ];
}
