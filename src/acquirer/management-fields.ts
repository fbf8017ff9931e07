import type { Fields } from '../iso8583/message.ts';
import type { BatchUpload, Download, SettlementTotals, UploadRecord } from './contract.ts';
import { digits } from './digits.ts';

/** F48: debit amount 12 + count 3, credit 12 + 3, reply flag 1, and the same for foreign cards. */
export function settlementFields({ domestic, foreign }: SettlementTotals): Fields {
  return { 48: half(domestic) + half(foreign), 49: '156' };
}

const half = (totals: SettlementTotals['foreign']): string =>
  digits(totals?.debitMinorUnits ?? 0, 12) +
  digits(totals?.debitCount ?? 0, 3) +
  digits(totals?.creditMinorUnits ?? 0, 12) +
  digits(totals?.creditCount ?? 0, 3) +
  '0';

/** Records that one message of a batch upload takes. */
export const recordsPerUpload = 8;

/** F48 of a batch upload: count 2 + records, or at the end the count 4 of all; a chip transaction has its own fields. */
export function uploadFields(upload: BatchUpload): Fields {
  switch (upload.type) {
    case 'stripe':
      if (upload.records.length > recordsPerUpload) throw new Error('more than eight records');
      return { 48: digits(upload.records.length, 2) + upload.records.map(record).join('') };
    case 'end':
      return { 48: digits(upload.count, 4) };
    case 'chip': {
      const { card, amount, posEntryMode } = upload.transaction;
      const sequence = card.panSequenceNumber;
      return {
        2: card.pan.reveal(),
        4: digits(amount.minorUnits, 12),
        22: posEntryMode,
        23: sequence === undefined ? undefined : digits(sequence, 3),
        49: amount.currency,
        55: card.chipData,
      };
    }
  }
}

/** Card type 2 (00 domestic, 01 foreign) + trace 6 + number 20, filled with zeros at the left + amount 12. */
const record = ({ stan, pan, minorUnits, foreignCard }: UploadRecord): string =>
  (foreignCard ? '01' : '00') +
  digits(stan, 6) +
  pan.reveal().padStart(20, '0') +
  digits(minorUnits, 12);

/** F62: `1` + count received so far, or the item wanted. */
export function downloadFields({ step }: Download): Fields {
  switch (step.type) {
    case 'query':
      return { 62: new TextEncoder().encode(`1${digits(step.received, 2)}`) };
    case 'fetch':
      return step.item.length === 0 ? {} : { 62: step.item };
    case 'end':
      return {};
  }
}
