import type { BatchUpload, Download, HostRequest } from './contract.ts';

/** One row of the acquirer's table of transactions. */
export type TransactionRow = {
  readonly mti: string;
  readonly answerMti: string;
  /** F3. */
  readonly processingCode?: string;
  /** F25: 06 pre-authorisation, 60 increment, 18 card absent. */
  readonly posConditionCode?: string;
  /** F60.1. */
  readonly messageType: string;
  /** F60.3: 000 in financial messages. */
  readonly networkCode: string;
  /** Does F64 protect request and answer? */
  readonly mac: boolean;
  /** May F52 be sent? */
  readonly pin: boolean;
  /** Fields that name the transaction before: F37, F38, and F61 or F90. */
  readonly original: readonly OriginalField[];
};

type OriginalField = 'rrn' | 'authorisationCode' | 'transaction';

export type TransactionKind = HostRequest['kind'];
type ManagementKind = 'signIn' | 'signOff' | 'echo' | 'settlement' | 'upload' | 'download';
type FinancialKind = Exclude<TransactionKind, ManagementKind | 'reversal'>;

const financial = (
  mti: string,
  answerMti: string,
  processingCode: string,
  posConditionCode: string,
  messageType: string,
  pin: boolean,
  original: readonly OriginalField[] = [],
): TransactionRow => ({
  mti,
  answerMti,
  processingCode,
  posConditionCode,
  messageType,
  networkCode: '000',
  mac: true,
  pin,
  original,
});

const management = (mti: string, answerMti: string, networkCode: string): TransactionRow => ({
  mti,
  answerMti,
  messageType: '00',
  networkCode,
  mac: false,
  pin: false,
  original: [],
});

const codeOnly = ['authorisationCode'] as const;
const codeAndTransaction = ['authorisationCode', 'transaction'] as const;
const all = ['rrn', 'authorisationCode', 'transaction'] as const;

/** MTI, answer, F3, F25, F60.1, PIN, fields of the original. */
const financialRows: Readonly<Record<FinancialKind, TransactionRow>> = {
  preauth: financial('0100', '0110', '030000', '06', '10', true),
  increment: financial('0100', '0110', '030000', '60', '10', true, codeOnly),
  cancellation: financial('0100', '0110', '200000', '06', '11', true, codeAndTransaction),
  completion: financial('0200', '0210', '000000', '06', '20', true, codeAndTransaction),
  completionAdvice: financial('0220', '0230', '000000', '06', '24', false, codeAndTransaction),
  completionVoid: financial('0200', '0210', '200000', '06', '21', true, all),
  offlineAdvice: financial('0220', '0230', '000000', '00', '30', false),
  scriptReport: {
    ...financial('0620', '0630', '030000', '06', '00', false, all),
    networkCode: '951',
  },
};

const managementRows = {
  signIn: management('0800', '0810', '000'),
  signOff: management('0820', '0830', '002'),
  echo: management('0820', '0830', '301'),
  settlement: management('0500', '0510', '201'),
} as const;

/** F60.3 of a sign-in says which keys the terminal wants. */
export const signInNetworkCode = {
  single: '001',
  double: '003',
  doubleWithTrack: '004',
  sm4: '005',
} as const;

/** F60.3 of query, fetch and end of each table. */
const downloadCodes = {
  parameters: { query: '362', fetch: '360', end: '361' },
  caPublicKeys: { query: '372', fetch: '370', end: '371' },
  applications: { query: '382', fetch: '380', end: '381' },
} as const;

function downloadRow({ table, step }: Download): TransactionRow {
  const code = downloadCodes[table][step.type];
  return step.type === 'query'
    ? management('0820', '0830', code)
    : management('0800', '0810', code);
}

/**
 * F60.3 of a batch upload: 201 stripe, 203 and 205 chip, 207 and 202 the end. A chip that refused after the approval
 * (204) is not among them: its reversal carried the evidence, and its number is destroyed with the hold.
 */
function uploadRow(upload: BatchUpload, balanced: boolean): TransactionRow {
  const row = (code: string) => management('0320', '0330', code);
  if (upload.type === 'stripe') return row('201');
  if (upload.type === 'end') return row(balanced ? '207' : '202');
  return row(balanced ? '203' : '205');
}

/** F25 of a pre-authorisation without the card: only such a one is ever keyed. */
const cardAbsent = { ...financialRows.preauth, posConditionCode: '18' };

/** The row of a request; a reversal takes that of what it undoes, under its own MTI and without a PIN. */
export function rowOf(request: HostRequest): TransactionRow {
  switch (request.kind) {
    case 'reversal': {
      const wasKeyed = request.of === 'preauth' && request.posEntryMode.startsWith('01');
      const undone = wasKeyed ? cardAbsent : financialRows[request.of];
      const own = { mti: '0400', answerMti: '0410', pin: false, original: codeAndTransaction };
      return { ...undone, ...own };
    }
    case 'preauth':
      return request.cardPresent ? financialRows.preauth : cardAbsent;
    case 'upload':
      return uploadRow(request.upload, request.balanced);
    case 'download':
      return downloadRow(request);
    case 'signIn':
    case 'signOff':
    case 'echo':
    case 'settlement':
      return managementRows[request.kind];
    default:
      return financialRows[request.kind];
  }
}
