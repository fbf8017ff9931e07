import type { HoldRow, Screen } from '#src/desk/view.ts';
import { cny } from '#src/money.ts';

/** The longest that people type and the largest that a hold can be. */
const long = 'Presidential Suite of the East Wing 总统套房东翼';
const most = cny(999_999_999);

const row = (index: number): HoldRow => ({
  holdId: `h${index}`,
  note: index % 5 === 0 ? long : String(1000 + index),
  ...(index % 7 !== 3 && { last4: String(1000 + index * 37).slice(-4) }),
  amount: index % 4 === 0 ? most : cny(50_000 + index * 100),
  daysLeft: Math.floor(index / 2),
  numberMissing: index % 7 === 3,
  owed: index % 11 === 5 && index % 4 !== 0,
});

const rows = Array.from({ length: 50 }, (_, index) => row(index));

const shop = {
  name: 'home',
  merchantName: {
    'zh-CN': '青禾国际度假酒店及会议中心有限公司',
    en: 'Qinghe International Resort and Conference Centre',
  },
  desk: '12',
  operatorName: { 'zh-CN': '欧阳明月', en: 'Alexandra Featherstonehaugh' },
} as const;

/** Everything at once, as long and as large as it comes. */
export const strainSamples: Readonly<Record<string, Screen>> = {
  'home-strain': {
    ...shop,
    expiring: { count: 12, first: row(0) },
    open: { count: 50, total: cny(99_999_999_999) },
    withoutNumber: 7,
    next: [row(0), row(4)],
    openCases: 23,
    dueCases: 12,
    trouble: 'noNetwork',
    care: { count: 12, first: 'cardTables' },
    owed: 5,
    call: 118,
  },
  'holds-strain': { name: 'holds', total: cny(99_999_999_999), rows, more: 240 },
  'hold-strain': {
    name: 'hold',
    holdId: 'h0',
    note: long,
    last4: '4417',
    state: 'held',
    amount: most,
    limit: cny(1_149_999_999),
    validUntilMs: Date.UTC(2026, 11, 23, 6, 32),
    daysLeft: 1,
    days: 30,
    history: [
      { atMs: Date.UTC(2026, 10, 1, 6, 0), what: 'preauth', amount: cny(500_000_000) },
      { atMs: Date.UTC(2026, 10, 2, 6, 0), what: 'increment', amount: cny(499_999_999) },
    ],
    authorisationCode: 'A1B2C3',
    can: {
      number: true,
      complete: true,
      increment: true,
      cancel: true,
      void: false,
      print: true,
      handOver: 'give',
    },
    numberMissing: true,
    owed: false,
  },
  'held-strain': {
    name: 'held',
    note: long,
    last4: '4417',
    amount: most,
    validUntilMs: Date.UTC(2026, 11, 23, 6, 32),
    days: 30,
    authorisationCode: 'A1B2C3',
    print: 'failed',
    cardIn: false,
  },
  'complete-strain': {
    name: 'complete',
    note: long,
    last4: '4471',
    amount: most,
    held: most,
    limit: cny(1_149_999_999),
    goesBack: cny(0),
    overLimit: false,
    canSubmit: true,
  },
  'cancel-strain': {
    name: 'cancel',
    note: long,
    last4: '4471',
    what: 'cancellation',
    amount: most,
    supervisorNext: true,
  },
  'cases-strain': {
    name: 'cases',
    rows: rows.map(({ holdId, note, amount }) => ({
      incidentId: holdId,
      ticket: `1123-${holdId}`,
      ...(note !== undefined && { note }),
      atMs: Date.UTC(2026, 10, 20, 1, 0),
      amount,
      cause: 'damagedOrExpired' as const,
      finding: 'chipDamaged' as const,
      state: 'waiting' as const,
      due: { atMs: Date.UTC(2026, 10, 22, 1, 0), overdue: true, days: 21 },
    })),
  },
};
