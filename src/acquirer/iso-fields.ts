import { digits } from './digits.ts';
import type { PrivateFields } from './protocol.ts';

/** F70 of network management: what UnionPay-style acquirers say in F60.3. */
const networkInformation = { signIn: '001', signOff: '002', echo: '301' } as const;

/**
 * Plain ISO 8583:1987: F70 for network management, F90 for the original (MTI 4 + STAN 6 + date and time 10 +
 * acquirer 11 + forwarder 11), and the batch alone in F60.
 */
export const isoPrivateFields: PrivateFields = {
  common(request) {
    const batch = { 60: digits(request.batch, 6) };
    const { kind } = request;
    if (kind !== 'signIn' && kind !== 'signOff' && kind !== 'echo') return batch;
    return { ...batch, 70: networkInformation[kind] };
  },
  original(original, originalMti) {
    const dateAndTime = original.date.padEnd(10, '0');
    return { 90: originalMti + digits(original.stan, 6) + dateAndTime + '0'.repeat(22) };
  },
  batch(fields) {
    const value = fields[60];
    return typeof value === 'string' && /^\d{6}/.test(value)
      ? Number(value.slice(0, 6))
      : undefined;
  },
};
