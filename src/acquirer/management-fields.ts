import type { Fields } from '../iso8583/message.ts';
import type { BatchUpload, Download, SettlementTotals, UploadRecord } from './contract.ts';
import { digits } from './digits.ts';
import { endCount, query, recordCount, totals, uploadRecord } from './field-parts.ts';
import { packParts } from './parts.ts';

const nothing = { debitMinorUnits: 0, debitCount: 0, creditMinorUnits: 0, creditCount: 0 };

const half = (sums: SettlementTotals['foreign'] = nothing): string =>
  packParts(totals, {
    debitAmount: digits(sums.debitMinorUnits, 12),
    debitCount: digits(sums.debitCount, 3),
    creditAmount: digits(sums.creditMinorUnits, 12),
    creditCount: digits(sums.creditCount, 3),
    flag: '0',
  });

/** F48: the totals of domestic cards, and of foreign ones. */
export const settlementFields = ({ domestic, foreign }: SettlementTotals): Fields => ({
  48: half(domestic) + half(foreign),
  49: '156',
});

/** Records that one message of a batch upload takes. */
export const recordsPerUpload = 8;

/** F48 of a batch upload: count 2 + records, or at the end the count 4 of all; a chip transaction has its own fields. */
export function uploadFields(upload: BatchUpload): Fields {
  switch (upload.type) {
    case 'stripe':
      if (upload.records.length > recordsPerUpload) throw new Error('more than eight records');
      return {
        48:
          packParts(recordCount, { count: digits(upload.records.length, 2) }) +
          upload.records.map(record).join(''),
      };
    case 'end':
      return { 48: packParts(endCount, { count: digits(upload.count, 4) }) };
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

/** The number is filled with zeros at the left. */
const record = ({ stan, pan, minorUnits, foreignCard }: UploadRecord): string =>
  packParts(uploadRecord, {
    cardType: foreignCard ? '01' : '00',
    stan: digits(stan, 6),
    number: pan.reveal().padStart(20, '0'),
    amount: digits(minorUnits, 12),
  });

/** F62: `1` + count received so far, or the item wanted. */
export function downloadFields({ step }: Download): Fields {
  switch (step.type) {
    case 'query':
      return {
        62: new TextEncoder().encode(
          packParts(query, { state: '1', received: digits(step.received, 2) }),
        ),
      };
    case 'fetch':
      return step.item.length === 0 ? {} : { 62: step.item };
    case 'end':
      return {};
  }
}
