import type { Screen } from '#src/desk/view.ts';
import { cny } from '#src/money.ts';

const atMs = Date.UTC(2026, 10, 23, 6, 20);

/** What the supervisor alone sees. */
export const callSamples: Readonly<Record<string, Screen>> = {
  calls: { name: 'calls', rows: [{ alertId: 'fraudAlert-1', call: 12, atMs }] },
  'home-call': {
    name: 'home',
    merchantName: { 'zh-CN': '清河宾馆', en: 'Qinghe Hotel' },
    desk: '2',
    operatorName: { 'zh-CN': '李娜', en: 'Li Na' },
    open: { count: 3, total: cny(150_000) },
    withoutNumber: 0,
    next: [],
    openCases: 0,
    dueCases: 0,
    owed: 0,
    call: 12,
  },
  'calls-none': { name: 'calls', rows: [] },
  call: {
    name: 'call',
    call: 12,
    atMs,
    note: '302',
    last4: '4103',
    amount: cny(500_000),
    signals: [
      { signal: 'manyCards', count: 4, points: 120 },
      { signal: 'numberChanging', count: 3, points: 105 },
    ],
    bankCalled: true,
  },
  'call-decision': {
    name: 'call-decision',
    call: 12,
    hotline: '400 555 0186',
  },
};
