import type { Screen, ScreenOf } from '#src/desk/view.ts';
import { cny } from '#src/money.ts';

const report: ScreenOf<'report'> = {
  name: 'report',
  tab: 'week',
  day: {
    open: { count: 7, total: cny(750_000) },
    expiringToday: 1,
    expiringSoon: 2,
    expired: 3,
    withoutNumber: 2,
    cases: { count: 3, open: 1, due: 1 },
    backupAtMs: Date.UTC(2026, 10, 23, 5),
  },
  month: 11,
  casesBefore: 32,
  byTerminal: [{ name: '00000001', count: 5 }],
  byOperator: [
    { name: '01', count: 3, said: { 'zh-CN': '李娜', en: 'Li Na' } },
    { name: '02', count: 2 },
  ],
  byBrand: [
    { name: 'UnionPay', count: 3 },
    { name: 'American Express', count: 1 },
    { name: '', count: 1 },
  ],
  weeks: [
    { name: '2026-W43', count: 9, lost: 2, medianSeconds: 240 },
    { name: '2026-W44', count: 7, lost: 1, medianSeconds: 180 },
    { name: '2026-W45', count: 8, lost: 0, medianSeconds: 150 },
    { name: '2026-W46', count: 4, lost: 0 },
    { name: '2026-W47', count: 6, lost: 3, medianSeconds: 130 },
    { name: '2026-W48', count: 5, lost: 1, medianSeconds: 96 },
  ],
  week: { fromDate: '2026-11-23', toDate: '2026-11-29', hasOlder: true, hasNewer: false },
  lostHolds: 1,
  medianSeconds: 96,
  cases: 23,
  byCause: [{ cause: 'network', count: 23 }],
  held: { count: 12, total: cny(960_000) },
  completed: { count: 8, total: cny(624_000) },
  cancelled: { count: 2, total: cny(100_000) },
};

/** The tabs of the report, and what became of an export. */
export const reportSamples: Readonly<Record<string, Screen>> = {
  'report-totals': { ...report, tab: 'totals' },
  'report-device': { ...report, tab: 'device' },
  'report-week': { ...report, tab: 'week', saving: 'stickMissing' },
  'report-saving': { ...report, tab: 'week', saving: 'running' },
};
