import { answerCode } from '../acquirer/answer-codes.ts';
import {
  endCount,
  field22,
  field44,
  field53,
  field54,
  field60,
  field61,
  field90,
  isoField60,
  networkWords,
  operator,
  organisation,
  recordCount,
  totals,
  uploadRecord,
} from '../acquirer/field-parts.ts';
import { type Part, readParts } from '../acquirer/parts.ts';
import { describeTlv } from '../emv/describe-tlv.ts';
import { type Message, textOf } from '../iso8583/message.ts';
import { describeField62 } from './describe-field62.ts';

/** What the fields before say: which message this is, and in which dialect. */
export type Telling = {
  readonly message: Message;
  readonly isAscii: boolean;
  /** F60.3, or F70 in plain ISO 8583. */
  readonly network: string;
};

export function tellingOf(message: Message, isAscii: boolean): Telling {
  const network = isAscii ? textOf(message, 70) : textOf(message, 60)?.slice(8, 11);
  return { message, isAscii, network: network ?? '' };
}

const codes: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  3: { '000000': 'charge', '030000': 'pre-authorisation', '200000': 'undo' },
  25: {
    '00': 'ordinary',
    '06': 'pre-authorisation',
    '18': 'card not present',
    '60': 'more on a pre-authorisation',
  },
  70: networkWords,
};

const reversalReasons: Readonly<Record<string, string>> = {
  '06': 'the chip refused after the approval',
  '96': 'a fault of the terminal',
  '98': 'no answer came',
  A0: 'the answer had a wrong MAC',
};

/** `totalsDiffer` → `totals differ`. */
const spaced = (meaning: string): string =>
  meaning.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const isRequest = (mti: string): boolean => '02468'.includes(mti.charAt(2));

/** Lines below a field that holds more than one thing, each with two spaces in front; none for a plain one. */
export function describeParts(number: number, telling: Telling): readonly string[] {
  const { message, isAscii, network } = telling;
  const value = message.fields[number];
  if (value instanceof Uint8Array) return ofBytes(number, value, telling);
  if (value === undefined) return [];
  switch (number) {
    case 22:
      return lines('22', field22, value);
    case 39: {
      const isReason = message.mti === '0400';
      const word = isReason ? reversalReasons[value] : spaced(answerCode(value).meaning);
      return word === undefined ? [] : [`  ${word}`];
    }
    case 44:
      return lines('44', field44, value);
    case 48:
      return field48(value, message.mti, network);
    case 53:
      return lines('53', field53, value);
    case 54:
      return lines('54', field54, value);
    case 60:
      return lines('60', isAscii && value.length <= 6 ? isoField60 : field60, value);
    case 61:
      return lines('61', field61, value);
    case 63:
      return field63(value, message.mti);
    case 90:
      return lines('90', field90, value);
    default: {
      const word = codes[number]?.[value];
      return word === undefined ? [] : [`  ${word}`];
    }
  }
}

function ofBytes(number: number, value: Uint8Array, telling: Telling): readonly string[] {
  if (number === 55) return describeTlv(value).map((line) => `  ${scriptWords(line)}`);
  if (number === 62) return describeField62(value, telling.message.mti, telling.network);
  return [];
}

/** DF31 of a report or a reversal: a nibble of result, a nibble of the place, an identifier of 4 bytes a script. */
const scriptWords = (line: string): string => line.replace(/^DF31:/, 'DF31 Issuer Script Results:');

function lines(field: string, parts: readonly Part[], text: string): readonly string[] {
  const { parts: found, rest } = readParts(parts, text);
  return [
    ...found.map(
      ({ part, value }, at) => `  ${field}.${at + 1} ${part.name}: ${shown(part, value)}`,
    ),
    ...(rest === '' ? [] : [`  ${field} → rest: ${rest.length} characters`]),
  ];
}

function shown({ as, words }: Part, value: string): string {
  if (as === 'amount') return (Number(value) / 100).toFixed(2);
  if (as === 'number') return maskedNumber(value.replace(/^0+/, ''));
  const word = words?.[value];
  return word === undefined ? value.trimEnd() : `${value.trimEnd()}, ${word}`;
}

/** First six and last four; what is too short to be a number shows nothing. */
const maskedNumber = (digits: string): string =>
  digits.length < 12
    ? '*'.repeat(digits.length)
    : digits.slice(0, 6) + '*'.repeat(digits.length - 10) + digits.slice(-4);

function field48(text: string, mti: string, network: string): readonly string[] {
  if (mti.startsWith('05')) {
    const halfLength = totals.reduce((sum, { length }) => sum + length, 0);
    return [
      '  domestic cards',
      ...lines('48', totals, text.slice(0, halfLength)),
      '  foreign cards',
      ...lines('48', totals, text.slice(halfLength)),
    ];
  }
  if (!mti.startsWith('03')) return [];
  if (network === '202' || network === '207') return lines('48', endCount, text);
  return [
    ...lines('48', recordCount, text.slice(0, 2)),
    ...chunks(text.slice(2), 40).flatMap((record, at) => [
      `  record ${at + 1}`,
      ...lines('48', uploadRecord, record),
    ]),
  ];
}

const chunks = (text: string, length: number): readonly string[] =>
  Array.from({ length: Math.ceil(text.length / length) }, (_, at) =>
    text.slice(at * length, (at + 1) * length),
  );

/** A request names the operator; an answer the organisation, and notes behind it. */
function field63(text: string, mti: string): readonly string[] {
  if (isRequest(mti)) return lines('63', operator, text);
  const notes = text.slice(3);
  return [
    ...lines('63', organisation, text.slice(0, 3)),
    ...(notes === '' ? [] : [`  63.2 notes: ${notes.length} bytes`]),
  ];
}
