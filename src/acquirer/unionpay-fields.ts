import type { Fields } from '../iso8583/message.ts';
import type { HostRequest } from './contract.ts';
import { digits } from './digits.ts';
import type { PrivateFields } from './protocol.ts';
import type { AcquirerSettings } from './settings.ts';
import { signInNetworkCode, type TransactionRow } from './transactions.ts';

/** F60: type 2 + batch 6 + network code 3; financial messages add read capability 1 + chip condition 1. */
function field60(request: HostRequest, row: TransactionRow, settings: AcquirerSettings): string {
  const networkCode =
    request.kind === 'signIn' ? signInNetworkCode[settings.keyMode] : row.networkCode;
  const base = row.messageType + digits(request.batch, 6) + networkCode;
  if (!('posEntryMode' in request)) return base;
  return base + settings.readCapability + chipCondition(request.posEntryMode, settings);
}

/** F60.5: 2 when the stripe was read because the chip failed and F22 does not say so. */
function chipCondition(posEntryMode: string, settings: AcquirerSettings): string {
  return posEntryMode.startsWith('80') && settings.fallbackPosEntry === '02' ? '2' : '0';
}

/** F63 of a sign-in or sign-off: the operator, three characters. */
const operatorOf = (request: HostRequest): Fields =>
  'operator' in request ? { 63: request.operator.slice(0, 3).padEnd(3, ' ') } : {};

export const unionPayPrivateFields: PrivateFields = {
  common(request, row, settings) {
    return { 60: field60(request, row, settings), ...operatorOf(request) };
  },
  original(original) {
    return { 61: digits(original.batch, 6) + digits(original.stan, 6) + original.date };
  },
  batch(fields) {
    const value = fields[60];
    return typeof value === 'string' && value.length >= 8 ? Number(value.slice(2, 8)) : undefined;
  },
};
