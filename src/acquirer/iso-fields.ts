import type { Fields } from '../iso8583/message.ts';
import { digits } from './digits.ts';
import { field90, isoField60 } from './field-parts.ts';
import { packParts } from './parts.ts';
import type { PrivateFields } from './protocol.ts';

/**
 * Plain ISO 8583:1987: F70 for network management, F90 for the original (MTI 4 + STAN 6 + date and time 10 +
 * acquirer 11 + forwarder 11), and the batch alone in F60.
 */
export const isoPrivateFields: PrivateFields = {
  common(request, row) {
    const batch = { 60: packParts(isoField60, { batch: digits(request.batch, 6) }) };
    if (row.networkCode === '000' && request.kind !== 'signIn') return batch;
    return { ...batch, 70: request.kind === 'signIn' ? '001' : row.networkCode };
  },
  original(original, originalMti) {
    return pack90(originalMti, original.stan, original.date, '000000');
  },
  undone: ({ stan, localDate, localTime }, undoneMti) =>
    pack90(undoneMti, stan, localDate, localTime),
  batch(fields) {
    const value = fields[60];
    return typeof value === 'string' && /^\d{6}/.test(value)
      ? Number(value.slice(0, 6))
      : undefined;
  },
};

const noInstitution = '0'.repeat(11);

const pack90 = (mti: string, stan: number, date: string, time: string): Fields => ({
  90: packParts(field90, {
    mti,
    stan: digits(stan, 6),
    date,
    time,
    acquirer: noInstitution,
    forwarder: noInstitution,
  }),
});
