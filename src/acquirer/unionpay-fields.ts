import type { Fields } from '../iso8583/message.ts';
import type { HostRequest } from './contract.ts';
import { digits } from './digits.ts';
import { field60, field61, operator } from './field-parts.ts';
import { packParts } from './parts.ts';
import type { PrivateFields } from './protocol.ts';
import type { AcquirerSettings } from './settings.ts';
import { signInNetworkCode, type TransactionRow } from './transactions.ts';

/** F60: financial messages say more than the others. */
function pack60(request: HostRequest, row: TransactionRow, settings: AcquirerSettings): string {
  const network = request.kind === 'signIn' ? signInNetworkCode[settings.keyMode] : row.networkCode;
  const base = { type: row.messageType, batch: digits(request.batch, 6), network };
  if (!('posEntryMode' in request)) return packParts(field60, base);
  const { readCapability } = settings;
  return packParts(field60, {
    ...base,
    readCapability,
    chipCondition: chipCondition(request.posEntryMode, settings),
  });
}

/** F60.5: 2 when the stripe was read because the chip failed and F22 does not say so. */
function chipCondition(posEntryMode: string, settings: AcquirerSettings): string {
  return posEntryMode.startsWith('80') && settings.fallbackPosEntry === '02' ? '2' : '0';
}

/** F63 of a sign-in or sign-off: the operator, three characters. */
const operatorOf = (request: HostRequest): Fields =>
  'operator' in request
    ? { 63: packParts(operator, { operator: request.operator.slice(0, 3).padEnd(3, ' ') }) }
    : {};

export const unionPayPrivateFields: PrivateFields = {
  common(request, row, settings) {
    return { 60: pack60(request, row, settings), ...operatorOf(request) };
  },
  original(original) {
    const { batch, stan, date } = original;
    return {
      61: packParts(field61, { batch: digits(batch, 6), stan: digits(stan, 6), date }),
    };
  },
  batch(fields) {
    const value = fields[60];
    return typeof value === 'string' && value.length >= 8 ? Number(value.slice(2, 8)) : undefined;
  },
};
