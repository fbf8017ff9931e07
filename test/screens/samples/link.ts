import type { Screen } from '#src/desk/view.ts';
import { cny } from '#src/money.ts';

const at = (hour: number): number => Date.UTC(2026, 10, 23, hour, 5);
const jobs = ['update', 'test', 'signIn', 'signOff'] as const;

/** The line to the bank, and what waits for it. */
const total = (count: number, minorUnits: number) => ({ count, total: cny(minorUnits) });

export const linkSamples: Readonly<Record<string, Screen>> = {
  'bank-line': {
    name: 'bank-line',
    jobs,
    signedInSinceMs: at(1),
    tables: { atMs: at(2), version: '2026-11', keys: 24, applications: 6 },
    last: { job: 'test', ok: true, tookMs: 240 },
  },
  'bank-line-running': {
    name: 'bank-line',
    jobs: ['test', 'signIn'],
    running: { job: 'test', seconds: 12 },
  },
  'bank-line-damaged': {
    name: 'bank-line',
    jobs,
    signedInSinceMs: at(1),
    last: { job: 'update', ok: false, table: { item: 'A000000333 02', problem: 'hash' } },
  },
  'bank-line-silent': {
    name: 'bank-line',
    jobs,
    last: { job: 'signIn', ok: false, fault: 'keystore.badCheckValue' },
  },
  'differing-batch': {
    name: 'differing-batch',
    place: 1,
    of: 2,
    batch: {
      batch: 999_999,
      balanced: false,
      day: {
        held: total(12, 912_000),
        completed: total(208, 88_624_000),
        cancelled: total(1, 500),
      },
      uploaded: 198,
      withoutNumber: 2,
      bank: total(209, 88_674_000),
      notTaken: { responseCode: '95', records: 8 },
      closedAtMs: at(14),
    },
  },
  'differing-batch-sent': {
    name: 'differing-batch',
    place: 1,
    of: 1,
    batch: {
      batch: 17,
      balanced: false,
      day: { held: total(2, 100_000), completed: total(1, 50_000), cancelled: total(0, 0) },
      uploaded: 1,
      withoutNumber: 0,
      closedAtMs: at(14),
    },
  },
  'notice-advice-limit': {
    name: 'notice',
    notice: {
      type: 'adviceLimit',
      state: 'full',
      limit: 'count',
      count: 20,
      amount: cny(1_234_567),
    },
    primary: 'ok',
    cardIn: false,
  },
  'notice-advice-near': {
    name: 'notice',
    notice: {
      type: 'adviceLimit',
      state: 'near',
      limit: 'amount',
      count: 16,
      amount: cny(999_999),
    },
    primary: 'ok',
    cardIn: false,
  },
  'notice-advice-suspended': {
    name: 'notice',
    notice: { type: 'adviceSuspended', amount: cny(50_000), ticket: '1123-07' },
    primary: 'ok',
    cardIn: false,
  },
};
