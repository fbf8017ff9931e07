import type { SettlementTexts } from './texts.ts';

export const settlement: SettlementTexts = {
  waiting: (count) => (count === 1 ? '1 batch differs' : `${count} batches differ`),
  notTaken: 'Differs, ask bank',
  title: 'Batch differs',
  closed: 'Closed',
  ours: (count) => `Here (${count})`,
  bank: (count) => `Bank (${count})`,
  bankSilent: 'Bank',
  unknown: 'did not say',
  sent: 'Sent one by one',
  refusedRecords: 'Refused by the bank',
  withoutNumber: 'Not sent, no number',
  endRefused: (code) =>
    `The bank did not take the list (code ${code}). Call it with these figures.`,
  allSent: 'The bank has every charge one by one. Ask it for the difference.',
  cleared: 'Cleared up',
  clearedHint: 'A supervisor confirms',
  next: 'Next batch',
};
