import type { Fields, Message } from '../iso8583/message.ts';
import type { CardRequest, HostRequest, Original, RequestCard } from './contract.ts';
import { digits } from './digits.ts';
import { field53 } from './field-parts.ts';
import { downloadFields, settlementFields, uploadFields } from './management-fields.ts';
import { packParts } from './parts.ts';
import type { PrivateFields, Protocol } from './protocol.ts';
import type { AcquirerSettings } from './settings.ts';
import { protectTrack } from './track-data.ts';
import { rowOf, type TransactionRow } from './transactions.ts';

type FinancialRequest = Extract<HostRequest, CardRequest>;

const isFinancial = (request: HostRequest): request is FinancialRequest => 'card' in request;

/** Encrypts one block of a track under the track key. */
export type SealTrack = (block: Uint8Array) => Uint8Array;

/**
 * The message of a request by its row in the table of transactions; F64 is left to be computed. `sealTrack` is used
 * where the acquirer gives a track key, and may throw the keystore's fault.
 */
export function buildMessage(
  protocol: Protocol,
  settings: AcquirerSettings,
  request: HostRequest,
  sealTrack: SealTrack,
): Message {
  const row = rowOf(request);
  const { privateFields } = protocol;
  const fields: Fields = {
    3: row.processingCode,
    11: digits(request.stan, 6),
    25: row.posConditionCode,
    41: settings.terminalId.padEnd(8, ' '),
    42: settings.merchantId.padEnd(15, ' '),
    ...privateFields.common(request, row, settings),
    ...(isFinancial(request)
      ? financialFields({ protocol, settings, row, sealTrack }, request)
      : {}),
    ...(request.kind === 'settlement' ? settlementFields(request.totals) : {}),
    ...(request.kind === 'upload' ? uploadFields(request.upload) : {}),
    ...(request.kind === 'download' ? downloadFields(request) : {}),
  };
  return { mti: row.mti, fields };
}

type Making = {
  readonly protocol: Protocol;
  readonly settings: AcquirerSettings;
  readonly row: TransactionRow;
  readonly sealTrack: SealTrack;
};

function financialFields(
  { protocol, settings, row, sealTrack }: Making,
  request: FinancialRequest,
): Fields {
  const track2 =
    request.kind === 'reversal' ? undefined : trackOf(request.card, settings, sealTrack);
  const fallback = request.posEntryMode.startsWith('80') && settings.fallbackPosEntry === '02';
  return {
    4: digits(request.amount.minorUnits, 12),
    12: settings.sendLocalTime ? request.localTime : undefined,
    13: settings.sendLocalTime ? request.localDate : undefined,
    22: fallback ? `02${request.posEntryMode.slice(2)}` : request.posEntryMode,
    49: request.amount.currency,
    ...cardFields(request.card),
    35: track2,
    ...securityFields(row.pin ? request.card.pinBlock : undefined, track2, settings),
    ...('original' in request ? originalFields(protocol, row, request) : {}),
    ...(request.kind === 'offlineAdvice'
      ? { 38: authorisationCode(request.authorisationCode) }
      : {}),
    ...(request.kind === 'reversal' ? { 39: request.reason } : {}),
  };
}

function cardFields(card: RequestCard): Fields {
  return {
    2: card.pan.reveal(),
    14: card.expiry,
    23: card.panSequenceNumber === undefined ? undefined : digits(card.panSequenceNumber, 3),
    55: card.chipData,
  };
}

/**
 * Track data goes with the request itself and is not there any more when it is undone; with a track key it leaves
 * protected or not at all.
 */
function trackOf(
  { track2 }: RequestCard,
  { keyMode }: AcquirerSettings,
  sealTrack: SealTrack,
): string | undefined {
  const usable = track2 === undefined ? undefined : usableTrack2(track2);
  if (usable === undefined || keyMode !== 'doubleWithTrack') return usable;
  return protectTrack(usable, sealTrack);
}

/**
 * Track 2 as the wire can carry it: without sentinels and filler. What cannot be sent is left out, because
 * number and expiry have their own fields.
 */
function usableTrack2(track2: string): string | undefined {
  const match = /^;?(\d{1,19})[=D](\d{1,20})F?\??$/.exec(track2);
  const text = match === null ? '' : `${match[1]}=${match[2]}`;
  return text.length > 0 && text.length <= 37 ? text : undefined;
}

/** F26, F52, F53; F53: 2 = X9.8 with the number (0 no PIN), the key length, 1 = a track is encrypted. */
function securityFields(
  pinBlock: Uint8Array | undefined,
  track: string | undefined,
  settings: AcquirerSettings,
): Fields {
  const sealed = track !== undefined && settings.keyMode === 'doubleWithTrack';
  if (pinBlock === undefined && !sealed) return {};
  const keyLength = { single: '0', double: '6', doubleWithTrack: '6', sm4: '3' }[settings.keyMode];
  const pinFormat = pinBlock === undefined ? '0' : '2';
  return {
    ...(pinBlock === undefined ? {} : { 26: settings.pinCaptureCode, 52: pinBlock }),
    53: packParts(field53, {
      pin: pinFormat,
      keyLength,
      track: sealed ? '1' : '0',
      filler: '0'.repeat(13),
    }),
  };
}

function originalFields(
  protocol: Protocol,
  row: TransactionRow,
  request: FinancialRequest & { readonly original: Original },
): Fields {
  const { original } = request;
  const wants = (field: TransactionRow['original'][number]) => row.original.includes(field);
  const code = original.authorisationCode;
  return {
    37: wants('rrn') && original.rrn !== undefined ? original.rrn.padEnd(12, ' ') : undefined,
    38: wants('authorisationCode') && code !== undefined ? authorisationCode(code) : undefined,
    ...(wants('transaction') ? transactionBefore(protocol.privateFields, request) : {}),
  };
}

/** The transaction that this one changes; of a reversal the one that it undoes, where the protocol can say so. */
function transactionBefore(
  fields: PrivateFields,
  request: FinancialRequest & { readonly original: Original },
): Fields {
  if (request.kind === 'reversal' && fields.undone !== undefined)
    return fields.undone(request, mtiOf(request.of));
  const kind = request.kind === 'reversal' ? request.of : request.kind;
  return fields.original(
    request.original,
    mtiOf(kind === 'completionVoid' ? 'completion' : 'preauth'),
  );
}

const mtiOf = (kind: FinancialRequest['kind']): string =>
  ['completion', 'completionVoid'].includes(kind) ? '0200' : '0100';

const authorisationCode = (code: string): string => code.padEnd(6, ' ');
