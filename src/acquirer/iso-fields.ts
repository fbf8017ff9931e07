import type { Fields } from '../iso8583/message.ts';
import { digits } from './digits.ts';
import type { PrivateFields } from './protocol.ts';

/**
 * Plain ISO 8583:1987: F70 for network management, F90 for the original (MTI 4 + STAN 6 + date and time 10 +
 * acquirer 11 + forwarder 11), and the batch alone in F60.
 */
export const isoPrivateFields: PrivateFields = {
  common(request, row) {
    const batch = { 60: digits(request.batch, 6) };
    if (row.networkCode === '000' && request.kind !== 'signIn') return batch;
    return { ...batch, 70: request.kind === 'signIn' ? '001' : row.networkCode };
  },
  original(original, originalMti) {
    const dateAndTime = original.date.padEnd(10, '0');
    return field90(originalMti, original.stan, dateAndTime);
  },
  undone: ({ stan, localDate, localTime }, undoneMti) =>
    field90(undoneMti, stan, localDate + localTime),
  batch(fields) {
    const value = fields[60];
    return typeof value === 'string' && /^\d{6}/.test(value)
      ? Number(value.slice(0, 6))
      : undefined;
  },
};

const field90 = (mti: string, stan: number, dateAndTime: string): Fields => ({
  90: mti + digits(stan, 6) + dateAndTime + '0'.repeat(22),
});
