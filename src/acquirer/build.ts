import type { Fields, Message } from '../iso8583/message.ts';
import type { CardRequest, HostRequest, Original, RequestCard } from './contract.ts';
import { digits } from './digits.ts';
import { downloadFields, settlementFields, uploadFields } from './management-fields.ts';
import type { Protocol } from './protocol.ts';
import type { AcquirerSettings } from './settings.ts';
import { rowOf, type TransactionRow } from './transactions.ts';

type FinancialRequest = Extract<HostRequest, CardRequest>;

const isFinancial = (request: HostRequest): request is FinancialRequest => 'card' in request;

/** The message of a request by its row in the table of transactions; F64 is left to be computed. */
export function buildMessage(
  protocol: Protocol,
  settings: AcquirerSettings,
  request: HostRequest,
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
    ...(isFinancial(request) ? financialFields(protocol, settings, request, row) : {}),
    ...(request.kind === 'settlement' ? settlementFields(request.totals) : {}),
    ...(request.kind === 'upload' ? uploadFields(request.upload) : {}),
    ...(request.kind === 'download' ? downloadFields(request) : {}),
  };
  return { mti: row.mti, fields };
}

function financialFields(
  protocol: Protocol,
  settings: AcquirerSettings,
  request: FinancialRequest,
  row: TransactionRow,
): Fields {
  const fallback = request.posEntryMode.startsWith('80') && settings.fallbackPosEntry === '02';
  return {
    4: digits(request.amount.minorUnits, 12),
    12: settings.sendLocalTime ? request.localTime : undefined,
    13: settings.sendLocalTime ? request.localDate : undefined,
    22: fallback ? `02${request.posEntryMode.slice(2)}` : request.posEntryMode,
    49: request.amount.currency,
    ...cardFields(request.card, request.kind !== 'reversal'),
    ...(row.pin ? pinFields(request.card, settings) : {}),
    ...('original' in request ? originalFields(protocol, row, request) : {}),
    ...(request.kind === 'offlineAdvice'
      ? { 38: authorisationCode(request.authorisationCode) }
      : {}),
    ...(request.kind === 'reversal' ? { 39: request.reason } : {}),
  };
}

/** The card; track data goes with the request itself and is not there any more when it is undone. */
function cardFields(card: RequestCard, withTrack: boolean): Fields {
  return {
    2: card.pan.reveal(),
    14: card.expiry,
    23: card.panSequenceNumber === undefined ? undefined : digits(card.panSequenceNumber, 3),
    35: withTrack && card.track2 !== undefined ? usableTrack2(card.track2) : undefined,
    55: card.chipData,
  };
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

/** F26, F52, F53; F53: 2 = X9.8 with the number, then the key length, then no track encryption. */
function pinFields(card: RequestCard, settings: AcquirerSettings): Fields {
  if (card.pinBlock === undefined) return {};
  const keyLength = { single: '0', double: '6', doubleWithTrack: '6', sm4: '3' }[settings.keyMode];
  return {
    26: settings.pinCaptureCode,
    52: card.pinBlock,
    53: `2${keyLength}`.padEnd(16, '0'),
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
    ...(wants('transaction')
      ? protocol.privateFields.original(original, originalMti(request))
      : {}),
  };
}

/** MTI of the request that the original fields speak of. */
function originalMti(request: FinancialRequest): string {
  const undone = request.kind === 'reversal' ? request.of : undefined;
  const financial = [request.kind, undone].includes('completionVoid') || undone === 'completion';
  return financial ? '0200' : '0100';
}

const authorisationCode = (code: string): string => code.padEnd(6, ' ');
