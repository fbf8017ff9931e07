import type { Party } from '../incident/events.ts';

/**
 * Who reads what of a case: no party gets more than it needs. The bank finds the transaction by masked number, codes
 * and traces; the head office its shop, room and people; the vendor the device and what it saw. Printed into the README.
 */
const readers = {
  ticket: ['bank', 'headOffice', 'vendor'],
  merchant: ['bank', 'headOffice'],
  merchantId: ['bank', 'headOffice', 'vendor'],
  terminalId: ['bank', 'headOffice', 'vendor'],
  desk: ['headOffice'],
  profile: ['vendor'],
  version: ['vendor'],
  operator: ['headOffice'],
  openedAt: ['bank', 'headOffice', 'vendor'],
  resolvedAt: ['bank', 'headOffice', 'vendor'],
  minutesToWayOut: ['headOffice'],
  amount: ['bank', 'headOffice'],
  note: ['headOffice'],
  cause: ['bank', 'headOffice', 'vendor'],
  finding: ['bank', 'vendor'],
  code: ['bank', 'headOffice', 'vendor'],
  evidence: ['bank', 'vendor'],
  ways: ['bank', 'headOffice', 'vendor'],
  result: ['bank', 'headOffice', 'vendor'],
  state: ['bank', 'headOffice', 'vendor'],
  brand: ['bank', 'headOffice', 'vendor'],
  maskedPan: ['bank'],
  last4: ['headOffice'],
  authorisationCode: ['bank'],
  traces: ['bank'],
  deposit: ['headOffice'],
  timeline: ['headOffice'],
} as const satisfies Record<string, readonly Party[]>;

export type ReportField = keyof typeof readers;
export const reportFields = Object.keys(readers) as ReportField[];

const reads = (field: ReportField, party: Party): boolean =>
  (readers[field] as readonly Party[]).includes(party);

export const partyReads = (party: Party): readonly ReportField[] =>
  reportFields.filter((field) => reads(field, party));
