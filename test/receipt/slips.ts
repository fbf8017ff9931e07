import { cny } from '#src/money.ts';
import type { IncidentSlip, ReversalSlip, SlipHead, TransactionSlip } from '#src/receipt/facts.ts';
import { formatSlipCode } from '#src/receipt/slip-code.ts';

export const head: SlipHead = {
  merchantName: { 'zh-CN': '西湖宾馆', en: 'West Lake Hotel' },
  merchantId: '898330170110001',
  terminalId: '10000001',
  desk: '前台 1',
  simulated: true,
  training: false,
  reprint: false,
};

const at = { date: '2026-11-23', time: '08:15:30' };

export const card = {
  maskedPan: '622202******0123',
  label: 'PBOC DEBIT',
  posEntryMode: '051',
  panSequenceNumber: 1,
};

export const preauth: TransactionSlip = {
  ...head,
  of: 'preauth',
  copy: 'merchant',
  holdId: '3f0e8f6a-9d0f-4a53-9a92-6a0c3f5a1b2c',
  code: formatSlipCode('3f0e8f6a-9d0f-4a53-9a92-6a0c3f5a1b2c'),
  card,
  amount: cny(50_000),
  at,
  operator: '01',
  batch: 1,
  stan: 17,
  rrn: '112308153017',
  authorisationCode: 'A12345',
  heldUntil: { date: '2026-12-23', days: 30 },
  emv: {
    aid: 'A000000333010101',
    applicationLabel: 'PBOC DEBIT',
    tvr: '0000048000',
    tsi: 'E800',
    cvmResults: '020300',
    applicationCryptogram: '1122334455667788',
    cryptogramInformationData: '40',
    atc: '0001',
  },
  signatureWanted: true,
  note: '306',
};

export const completion: TransactionSlip = {
  ...preauth,
  of: 'completion',
  amount: cny(48_000),
  stan: 18,
  original: {
    batch: 1,
    stan: 17,
    date: '1123',
    authorisationCode: 'A12345',
    amount: cny(50_000),
  },
};

export const reversal: ReversalSlip = {
  ...head,
  of: 'reversal',
  copy: 'customer',
  reversed: 'preauth',
  holdId: preauth.holdId,
  card,
  amount: cny(50_000),
  at,
  operator: '01',
  batch: 1,
  stan: 17,
  settled: false,
};

export const incident: IncidentSlip = {
  ...head,
  of: 'incident',
  ticket: '1123-07',
  at,
  amount: cny(50_000),
  operator: '01',
  cause: 'damagedOrExpired',
  code: 'D2',
  state: 'closed',
  result: 'heldOtherCard',
  steps: [
    { at, what: 'opened' },
    { at: { ...at, time: '08:16:02' }, what: 'way', remedy: 'otherCard', end: 'done' },
    { at: { ...at, time: '08:17:40' }, what: 'note', text: '芯片已黑' },
  ],
};
