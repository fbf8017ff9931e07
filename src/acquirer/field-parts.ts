import type { Part } from './parts.ts';

/*
 * What lies in the fields that an acquirer fills with more than one thing: the builder packs by these rows, and
 * `npm run decode` puts a message into words by them.
 */

const part = <K extends string>(
  key: K,
  name: string,
  length: number,
  more: Pick<Part, 'words' | 'as'> = {},
) => ({ key, name, length, ...more });

const kinds = {
  '00': 'management',
  '10': 'pre-authorisation',
  '11': 'cancellation',
  '20': 'completion, request',
  '21': 'void of a completion',
  '22': 'sale',
  '23': 'void of a sale',
  '24': 'completion, advice',
  '25': 'refund',
  '30': 'offline sale by voice authorisation',
};

/** F60.3, and F70 in plain ISO 8583. */
export const networkWords: Readonly<Record<string, string>> = {
  '000': 'a transaction',
  '001': 'sign-in, single-length keys',
  '002': 'sign-off',
  '003': 'sign-in, double-length keys',
  '004': 'sign-in, double-length keys and a track key',
  '005': 'sign-in, SM4 keys',
  '201': 'settlement, or upload of stripe transactions',
  '202': 'end of the upload, totals differ',
  '203': 'upload of a chip transaction, totals agree',
  '204': 'upload of a chip transaction that failed',
  '205': 'upload of a chip transaction, totals differ',
  '207': 'end of the upload, totals agree',
  '301': 'echo',
  '360': 'parameters, fetch',
  '361': 'parameters, end',
  '362': 'parameters, query',
  '370': 'keys of the card schemes, fetch',
  '371': 'keys of the card schemes, end',
  '372': 'keys of the card schemes, query',
  '380': 'applications, fetch',
  '381': 'applications, end',
  '382': 'applications, query',
  '951': 'report on issuer scripts',
};

export const field60 = [
  part('type', 'message type', 2, { words: kinds }),
  part('batch', 'batch', 6),
  part('network', 'network management code', 3, { words: networkWords }),
  part('readCapability', 'read capability', 1, {
    words: { '2': 'stripe', '5': 'contact chip', '6': 'contact chip and contactless' },
  }),
  part('chipCondition', 'chip condition', 1, {
    words: {
      '0': 'nothing special',
      '1': 'fallback before',
      '2': 'stripe because the chip failed',
    },
  }),
  part('partial', 'partial approval', 1, { words: { '0': 'not taken', '1': 'taken' } }),
  part('account', 'account type', 3),
] as const;

/** Plain ISO 8583: the batch alone. */
export const isoField60 = [part('batch', 'batch', 6)] as const;

export const field61 = [
  part('batch', 'batch of the original', 6),
  part('stan', 'trace number of the original', 6),
  part('date', 'date of the original, MMDD', 4),
] as const;

/** F90 of plain ISO 8583. */
export const field90 = [
  part('mti', 'message type of the original', 4),
  part('stan', 'trace number of the original', 6),
  part('date', 'date of the original, MMDD', 4),
  part('time', 'time of the original', 6),
  part('acquirer', 'acquirer of the original', 11),
  part('forwarder', 'forwarder of the original', 11),
] as const;

/** One half of F48 of a settlement; domestic cards, and then the same for foreign ones. */
export const totals = [
  part('debitAmount', 'debits', 12, { as: 'amount' }),
  part('debitCount', 'debits, number', 3),
  part('creditAmount', 'credits', 12, { as: 'amount' }),
  part('creditCount', 'credits, number', 3),
  part('flag', 'reply flag', 1, {
    words: { '0': 'nothing to say', '1': 'balanced', '2': 'not balanced', '3': 'an error' },
  }),
] as const;

/** In front of the records of F48 of a batch upload, and alone at its end. */
export const recordCount = [part('count', 'records', 2)] as const;
export const endCount = [part('count', 'records of the whole upload', 4)] as const;

export const uploadRecord = [
  part('cardType', 'card', 2, { words: { '00': 'domestic', '01': 'foreign' } }),
  part('stan', 'trace number', 6),
  part('number', 'card number', 20, { as: 'number' }),
  part('amount', 'amount', 12, { as: 'amount' }),
] as const;

export const field22 = [
  part('entry', 'entry', 2, {
    words: {
      '01': 'keyed',
      '02': 'stripe',
      '05': 'chip',
      '07': 'contactless',
      '80': 'stripe because the chip failed',
    },
  }),
  part('pin', 'PIN', 1, { words: { '0': 'not said', '1': 'entered', '2': 'not entered' } }),
] as const;

export const field44 = [
  part('issuer', 'receiving institution', 11),
  part('acquirer', 'acquiring institution', 11),
] as const;

export const field53 = [
  part('pin', 'PIN format', 1, {
    words: { '0': 'no PIN', '1': 'without the card number', '2': 'with the card number' },
  }),
  part('keyLength', 'key length', 1, { words: { '0': 'single', '3': 'SM4', '6': 'double' } }),
  part('track', 'track', 1, { words: { '0': 'in clear', '1': 'encrypted' } }),
  part('filler', 'filler', 13),
] as const;

export const field54 = [
  part('account', 'account type', 2),
  part('type', 'amount type', 2, { words: { '43': 'held in all' } }),
  part('currency', 'currency', 3),
  part('sign', 'sign', 1, { words: { C: 'credit', D: 'debit' } }),
  part('amount', 'amount', 12, { as: 'amount' }),
] as const;

/** F63 of a sign-in or a sign-off. */
export const operator = [part('operator', 'operator', 3)] as const;

/** F63 of an answer: what stands behind the organisation are notes of issuer, centre and acquirer. */
export const organisation = [part('organisation', 'card organisation', 3)] as const;

/** F62 of a query: `1` and how many entries are here already. */
export const query = [part('state', 'query', 1), part('received', 'entries received', 2)] as const;
