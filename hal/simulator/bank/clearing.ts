import { Pan } from '#src/card/pan.ts';
import { type Message, textOf } from '#src/iso8583/message.ts';
import type { BookedHold, BookedTransaction } from './book.ts';
import { isApproval } from './card-checks.ts';
import {
  type ChipAccount,
  type ChipData,
  issuerAuthenticationData,
  issuerScript,
} from './chip-check.ts';
import {
  type Answer,
  authorisationCodeOf,
  type BankContext,
  type Bend,
  localTime,
  rrnOf,
  settlementDate,
  tokenOf,
} from './context.ts';
import type { StoredAnswer, TransactionEntry } from './entries.ts';
import type { FinancialRequest } from './request.ts';
import { rule } from './rules.ts';
import { comesAfter } from './running-number.ts';
import type { WorkingKeys } from './security.ts';
import { answerMti, isAdvice } from './transactions.ts';

type Decision = {
  readonly code: string;
  readonly why: string;
  readonly original?: BookedTransaction | BookedHold | undefined;
  readonly chip?: { readonly account: ChipAccount; readonly data: ChipData } | undefined;
};

/**
 * Decides on a request about money, books it, answers it. A repeat gets the first answer again and
 * is not booked.
 */
export function clear(
  context: BankContext,
  request: FinancialRequest,
  keys: WorkingKeys,
  bend: Bend,
): Answer {
  const fingerprint = fingerprintOf(request.message);
  const before = context.book.repeated(request.mti, request);
  if (before !== undefined) {
    if (before.entry.fingerprint !== fingerprint)
      return plainRefusal(
        context,
        request,
        keys,
        '94',
        'this trace number was another transaction',
      );
    return answerFrom(
      request,
      keys,
      before.entry,
      'repeated: answered as before, not booked again',
    );
  }
  if (context.book.reversalOf(request) !== undefined) {
    return plainRefusal(context, request, keys, '12', 'came after its reversal: not booked');
  }
  const { settled } = context.book.batches(request.terminalId);
  if (!comesAfter(Number(request.batch), settled) && !isAdvice(request.kind)) {
    return plainRefusal(context, request, keys, '77', 'the batch is settled already');
  }
  const undecided = undecidedCode(request, bend);
  if (undecided !== undefined)
    return plainRefusal(context, request, keys, undecided, 'the bank was told not to look at it');
  const decision = decide(context, request, keys, bend);
  const entry = entryOf(context, request, decision, bend, fingerprint);
  context.record(entry);
  return answerFrom(request, keys, entry, decision.why);
}

const keysDiffer = ['77', '99', 'A0', 'C1'];
const bankAway = ['68', '90', '91', '92', '96', '98'];

/**
 * Codes that say that the message was not looked at, and refusals that somebody on the line made up: the same
 * message again must not get them for ever.
 */
function undecidedCode({ kind }: FinancialRequest, bend: Bend): string | undefined {
  if (bend.mode !== 'decline') return undefined;
  const { code, withoutMac = false } = bend;
  const away = isAdvice(kind) && bankAway.includes(code);
  return withoutMac || away || keysDiffer.includes(code) ? code : undefined;
}

/**
 * Everything that must not make a repeat look different: times, PIN block and MAC under newer keys.
 */
const volatileFields = [12, 13, 52, 53, 64];

function fingerprintOf(message: Message): string {
  const parts = Object.entries(message.fields)
    .filter(([number, value]) => value !== undefined && !volatileFields.includes(Number(number)))
    .map(
      ([number, value]) =>
        `${number}=${typeof value === 'string' ? value : Buffer.from(value ?? []).toString('hex')}`,
    );
  return tokenOf([message.mti, ...parts].join('|'));
}

function decide(
  context: BankContext,
  request: FinancialRequest,
  keys: WorkingKeys,
  bend: Bend,
): Decision {
  const card = context.cards.check(request, keys, localTime(context).yearMonth);
  const chipOf = () => {
    if (card.type !== 'fine' || card.chip === undefined || card.account?.chip === undefined)
      return undefined;
    return { account: card.account.chip, data: card.chip };
  };
  if (bend.mode === 'decline')
    return { code: bend.code, why: 'the bank was told to refuse', chip: chipOf() };
  if (card.type === 'refused') return card;
  const ruling = rule(context.book, context.rules, request, tokenOf(request.pan), context.now());
  if (ruling.type === 'refused') return { ...ruling, chip: chipOf() };
  const code = approvalCode(request, bend, card.account?.alwaysAnswers);
  return { code, why: 'approved', original: ruling.original, chip: chipOf() };
}

/** 10: a part of the amount; 11: all of it, to a customer of rank. Only a hold is approved in part. */
function approvalCode({ kind }: FinancialRequest, bend: Bend, always: string | undefined): string {
  const asked = bend.mode === 'partial' ? '10' : bend.mode === 'approve' ? bend.code : undefined;
  const code = asked ?? always ?? '00';
  return code === '10' && !['preauth', 'cardAbsentPreauth'].includes(kind) ? '00' : code;
}

const originalEntry = (original: BookedTransaction | BookedHold): TransactionEntry =>
  'opened' in original ? original.opened : original.entry;

/** What a tester said, or half of it. */
const partOf = ({ amountMinorUnits }: FinancialRequest, bend: Bend): number =>
  bend.mode === 'partial'
    ? Math.min(bend.amountMinorUnits, amountMinorUnits)
    : Math.ceil(amountMinorUnits / 2);

function entryOf(
  context: BankContext,
  request: FinancialRequest,
  decision: Decision,
  bend: Bend,
  fingerprint: string,
): TransactionEntry {
  const approved = isApproval(decision.code);
  const { original } = decision;
  const first = original === undefined ? undefined : originalEntry(original);
  const pan = Pan.parse(request.pan);
  const amountMinorUnits =
    decision.code === '10' ? partOf(request, bend) : request.amountMinorUnits;
  const rrn = rrnOf(context);
  const authorisationCode =
    request.kind === 'offlineAdvice'
      ? (request.authorisationCode ?? '')
      : (first?.authorisationCode ?? authorisationCodeOf(context));
  return {
    type: 'transaction',
    atMs: context.now(),
    mti: request.mti,
    kind: request.kind,
    merchantId: request.merchantId,
    terminalId: request.terminalId,
    batch: request.batch,
    stan: request.stan,
    date: request.date ?? localTime(context).date,
    amountMinorUnits,
    currency: request.currency,
    token: tokenOf(request.pan),
    maskedNumber: pan instanceof Pan ? pan.masked() : '',
    responseCode: decision.code,
    approved,
    rrn,
    authorisationCode: approved ? authorisationCode : '',
    ...(first === undefined ? {} : { originalRrn: first.rrn }),
    fingerprint,
    answer: {
      ...storedFields(context, decision, amountMinorUnits, bend),
      '37': rrn,
      ...(approved ? { '38': authorisationCode } : {}),
      ...(request.kind === 'increment' && approved ? { '54': cumulative(request, original) } : {}),
    },
  };
}

function storedFields(
  context: BankContext,
  decision: Decision,
  amountMinorUnits: number,
  bend: Bend,
): StoredAnswer {
  const { date, time } = localTime(context);
  const chip = decision.chip === undefined ? '' : chipAnswer(decision.chip, decision.code, bend);
  return {
    '4': String(amountMinorUnits).padStart(12, '0'),
    '12': time,
    '13': date,
    '15': settlementDate(context),
    '39': decision.code,
    ...(chip === '' ? {} : { '55': chip }),
  };
}

/** F54: account type 00, amount type 43, currency, C, the held amount including this increment. */
function cumulative(
  request: FinancialRequest,
  original: BookedTransaction | BookedHold | undefined,
): string {
  const before = original !== undefined && 'opened' in original ? original.amountMinorUnits : 0;
  const sum = String(before + request.amountMinorUnits).padStart(12, '0');
  return `0043${request.currency}C${sum}`;
}

/** Field 55 of the answer, hex: tag 91 and the scripts that a tester asked for. */
function chipAnswer(
  { account, data }: { account: ChipAccount; data: ChipData },
  code: string,
  bend: Bend,
): string {
  const proof = bend.mode === 'approve' ? bend.issuerAuthentication : 'right';
  const scripts = bend.mode === 'partial' ? [] : (bend.scripts ?? []);
  const authentication = Buffer.from(
    issuerAuthenticationData(account, data, code === '10' ? '00' : code),
  );
  if (proof === 'wrong') authentication[0] = (authentication[0] ?? 0) ^ 0xff;
  const parts = scripts.map(({ template, command }) =>
    issuerScript(account, data, template, command),
  );
  if (proof !== 'none')
    parts.unshift(Buffer.concat([Buffer.of(0x91, authentication.length), authentication]));
  return Buffer.concat(parts).toString('hex');
}

function answerFrom(
  request: FinancialRequest,
  keys: WorkingKeys,
  entry: TransactionEntry,
  why: string,
): Answer {
  const stored = Object.entries(entry.answer).map(([number, value]) => [
    number,
    number === '55' ? Uint8Array.from(Buffer.from(value, 'hex')) : value,
  ]);
  return {
    mti: answerMti(request.mti),
    fields: { ...echoed(request), ...Object.fromEntries(stored) },
    macKeys: keys,
    kind: request.kind,
    why,
  };
}

/** A refusal that leaves no trace in the book. */
export function plainRefusal(
  context: BankContext,
  request: FinancialRequest,
  keys: WorkingKeys,
  code: string,
  why: string,
): Answer {
  const { date, time } = localTime(context);
  const fields = {
    ...echoed(request),
    12: time,
    13: date,
    15: settlementDate(context),
    37: rrnOf(context),
    39: code,
  };
  const kind = request.isReversal ? 'reversal' : request.kind;
  return { mti: answerMti(request.mti), fields, macKeys: keys, kind, why };
}

/** What an answer repeats of its request, and the institutions of field 44. */
export function echoed({ message }: FinancialRequest): Record<number, string | Uint8Array> {
  const fields: Record<number, string | Uint8Array> = {};
  for (const number of [2, 3, 4, 11, 14, 23, 25, 41, 42, 49, 60]) {
    const text = textOf(message, number);
    if (text !== undefined) fields[number] = text;
  }
  fields[32] = '01020000';
  fields[44] = '01020000   01020000   ';
  if (message.mti !== '0400') fields[63] = 'CUP';
  return fields;
}
