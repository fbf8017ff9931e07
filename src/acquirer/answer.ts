import type { Fields, Message } from '../iso8583/message.ts';
import { bytesOf, textOf } from '../iso8583/message.ts';
import { walkTlv } from '../iso8583/tlv-chain.ts';
import type { CurrencyCode, Money } from '../money.ts';
import { answerCode } from './answer-codes.ts';
import type { HostAnswer, SettlementTotals } from './contract.ts';
import { field54 } from './field-parts.ts';
import { readParts } from './parts.ts';

/** What the answer does not say itself: the request's currency and trace, the header, the batch of its dialect. */
export type AnswerContext = {
  readonly currency: CurrencyCode;
  readonly stan: number;
  readonly batch: number | undefined;
  readonly headerRequest: number;
  readonly proven: boolean;
};

/** The answer in the words of the flows, or undefined when it has no response code. */
export function interpretAnswer(answer: Message, context: AnswerContext): HostAnswer | undefined {
  const { currency, stan, batch, headerRequest, proven } = context;
  const responseCode = textOf(answer, 39);
  if (responseCode === undefined) return undefined;
  const optional = {
    rrn: textOf(answer, 37)?.trim(),
    authorisationCode: textOf(answer, 38)?.trim(),
    amount: amountOf(textOf(answer, 4), currency),
    cumulativeAmount: cumulativeAmount(textOf(answer, 54), currency),
    localDate: textOf(answer, 13),
    localTime: textOf(answer, 12),
    settlementDate: textOf(answer, 15),
    institutions: textOf(answer, 44)?.trim(),
    balanced: balanced(answer.fields, answer.mti),
    totals: totals(answer.fields, answer.mti),
    batch,
    data: answer.mti.startsWith('08') ? bytesOf(answer, 62) : undefined,
  };
  return {
    responseCode,
    approved: answerCode(responseCode).approved,
    stan,
    headerRequest,
    proven,
    ...issuerData(bytesOf(answer, 55)),
    ...definedOnly(optional),
  };
}

/** Leaves out what the host did not say: an optional field is absent, never undefined or empty. */
function definedOnly<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

const amountOf = (digits: string | undefined, currency: CurrencyCode): Money | undefined =>
  digits === undefined ? undefined : { minorUnits: Number(digits), currency };

/** F54: the first one counts. */
function cumulativeAmount(text: string | undefined, currency: CurrencyCode): Money | undefined {
  const { parts } = readParts(field54, text ?? '');
  const amount = parts.find(({ part }) => part.key === 'amount')?.value;
  return amount !== undefined && /^\d{12}$/.test(amount) ? amountOf(amount, currency) : undefined;
}

/** F48 of a settlement answer: a reply flag behind each half, 1 balanced; 0 where there was nothing. */
function balanced(fields: Fields, mti: string): boolean | undefined {
  const totals = fields[48];
  if (mti !== '0510' || typeof totals !== 'string' || totals.length < 31) return undefined;
  const foreign = totals.charAt(61);
  return totals.charAt(30) === '1' && foreign !== '2' && foreign !== '3';
}

/** F48 again: each half in its four figures. */
function totals(fields: Fields, mti: string): SettlementTotals | undefined {
  const text = fields[48];
  if (mti !== '0510' || typeof text !== 'string') return undefined;
  const domestic = half(text);
  const foreign = half(text.slice(31));
  if (domestic === undefined) return undefined;
  return foreign === undefined || foreign.debitCount + foreign.creditCount === 0
    ? { domestic }
    : { domestic, foreign };
}

function half(text: string): SettlementTotals['domestic'] | undefined {
  const match = /^(\d{12})(\d{3})(\d{12})(\d{3})\d/.exec(text);
  if (match === null) return undefined;
  const [debitMinorUnits = 0, debitCount = 0, creditMinorUnits = 0, creditCount = 0] = match
    .slice(1)
    .map(Number);
  return { debitMinorUnits, debitCount, creditMinorUnits, creditCount };
}

/** Tag 91 and the templates 71 and 72 of field 55, these whole and in their order. */
function issuerData(
  chipData: Uint8Array | undefined,
): Pick<HostAnswer, 'issuerAuthenticationData' | 'issuerScripts'> {
  const issuerScripts: Uint8Array[] = [];
  let issuerAuthenticationData: Uint8Array | undefined;
  walkTlv(chipData ?? new Uint8Array(), (tag, from, valueFrom, to) => {
    if (tag === 0x91) issuerAuthenticationData = chipData!.slice(valueFrom, to);
    if (tag === 0x71 || tag === 0x72) issuerScripts.push(chipData!.slice(from, to));
  });
  return issuerAuthenticationData === undefined
    ? { issuerScripts }
    : { issuerScripts, issuerAuthenticationData };
}
