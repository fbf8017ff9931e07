import type { Check } from '#src/care/check.ts';
import { situations, stepsOf } from '#src/care/plan.ts';
import { defaults } from '#src/config/defaults.ts';
import type { Screen } from '#src/desk/view.ts';
import { cny } from '#src/money.ts';

/** Shop time of the pictures, in Shanghai. */
const at = (day: number, hour: number, minute = 0): number =>
  Date.UTC(2026, 10, day, hour - 8, minute);

const tables = {
  item: 'cardTables',
  applications: 6,
  keys: 4,
  expired: 0,
  damaged: 0,
  lacking: [],
  until: '20301231',
  outdated: false,
  wanted: false,
  updateRefused: false,
} as const;

const well: readonly Check[] = [
  { ...tables, well: true },
  { item: 'banks', well: true, banks: 4 },
  { item: 'keys', well: true, signedInSinceMs: at(23, 8, 2) },
  { item: 'merchant', well: true, terminalId: '12345678' },
  { item: 'clock', well: true, offsetSeconds: 1 },
  { item: 'line', well: true },
  { item: 'reader', well: true },
  { item: 'head', well: true },
  { item: 'pinPad', well: true },
  { item: 'messages', well: true },
  {
    item: 'cleaning',
    well: true,
    reads: 312,
    sinceMs: at(3, 9),
    now: { chip: 5 },
    before: { chip: 33 },
  },
  { item: 'paper', well: true, paper: 'ok' },
  { item: 'storage', well: true, freePercent: 71 },
  {
    item: 'backup',
    well: false,
    repair: { to: 'backUp', by: 'anybody' },
    atMs: at(14, 14),
    failed: false,
  },
  { item: 'drill', well: true, atMs: at(11, 14), ok: true, seconds: 3 },
  { item: 'version', well: true, version: '0.9.4' },
];

const bad: readonly Check[] = [
  {
    ...tables,
    well: false,
    repair: { to: 'cardTables', by: 'technician' },
    expired: 2,
    lacking: ['UnionPay'],
  },
  {
    item: 'banks',
    well: false,
    repair: { to: 'banks', by: 'technician' },
    banks: 4,
    doubled: '622200',
  },
  { item: 'keys', well: false, repair: { to: 'signIn', by: 'anybody' } },
  {
    item: 'merchant',
    well: false,
    repair: { to: 'none', by: 'bank' },
    terminalId: '00000000',
    problem: 'empty',
  },
  { item: 'clock', well: false, repair: { to: 'none', by: 'technician' }, offsetSeconds: -7_000 },
  { item: 'line', well: false, repair: { to: 'testLine', by: 'anybody' } },
  { item: 'reader', well: false, repair: { to: 'none', by: 'shop' } },
  { item: 'head', well: false, repair: { to: 'none', by: 'technician' } },
  { item: 'pinPad', well: false, repair: { to: 'none', by: 'shop' } },
  {
    item: 'messages',
    well: false,
    repair: { to: 'none', by: 'shop' },
    channel: 'sms',
    trouble: 'noSignal',
  },
  {
    item: 'cleaning',
    well: false,
    repair: { to: 'clean', by: 'anybody' },
    reads: 812,
    now: { chip: 5, stripe: 40 },
    why: 'stripeTrouble',
    weakTrack: 2,
  },
  { item: 'paper', well: false, repair: { to: 'none', by: 'shop' }, paper: 'out' },
  { item: 'storage', well: false, repair: { to: 'none', by: 'technician' }, freePercent: 3 },
  {
    item: 'backup',
    well: false,
    repair: { to: 'backUp', by: 'anybody' },
    atMs: at(23, 14),
    failed: false,
    secondPlace: 'full',
  },
  {
    item: 'drill',
    well: false,
    repair: { to: 'drill', by: 'anybody' },
    atMs: at(11, 14),
    ok: false,
    goodFromMs: at(11, 14),
  },
  { item: 'version', well: false, repair: { to: 'askUpdate', by: 'anybody' }, version: '0.9.4' },
];

/** The stick is not in, and the newest backup is damaged. */
const withoutStick: readonly Check[] = well.map((check) => {
  if (check.item === 'backup')
    return {
      ...check,
      well: false,
      repair: { to: 'putStick', by: 'anybody' },
      secondPlace: 'missing',
    };
  if (check.item === 'drill')
    return {
      ...check,
      well: false,
      repair: { to: 'drill', by: 'anybody' },
      ok: false,
      goodFromMs: at(14, 9),
    };
  return check;
});

/** The care of the terminal. */
export const careSamples: Readonly<Record<string, Screen>> = {
  status: { name: 'status', checks: well },
  'status-stick': { name: 'status', checks: withoutStick },
  'status-bad': { name: 'status', checks: bad, working: { item: 'backup', seconds: 12 } },
  support: { name: 'support' },
  'support-done': {
    name: 'support',
    end: {
      type: 'done',
      file: 'support-12345678-20261123T063200.age',
      bytes: 812_345,
      rows: 4_210,
      secondPlace: 'failed',
    },
  },
  'support-stopped': { name: 'support', end: { type: 'stopped', fault: 'support.numberFound' } },
  inspection: {
    name: 'inspection',
    rows: [
      {
        task: 'seal',
        everyDays: 1,
        state: 'trouble',
        daysLeft: 1,
        lastMs: at(23, 9),
        operator: '01',
      },
      { task: 'paper', everyDays: 1, state: 'due', daysLeft: 0, lastMs: at(22, 9), operator: '01' },
      { task: 'cleanReader', everyDays: 7, state: 'later', daysLeft: 1 },
      { task: 'testHold', everyDays: 30, state: 'later', daysLeft: 12 },
      {
        task: 'own',
        name: { 'zh-CN': '备用机充电', en: 'Charge the spare one' },
        everyDays: 90,
        state: 'later',
        daysLeft: 40,
      },
    ],
  },
  'inspect-task': {
    name: 'inspect-task',
    row: {
      task: 'seal',
      everyDays: 1,
      state: 'due',
      daysLeft: 0,
      lastMs: at(22, 9),
      operator: '01',
    },
  },
  emergency: { name: 'emergency', situations },
  'emergency-steps': {
    name: 'emergency-steps',
    situation: 'fraud',
    steps: stepsOf('fraud', defaults),
    contacts: defaults.care.emergency.contacts,
  },
  'emergency-phones': { name: 'emergency-phones', contacts: defaults.care.emergency.contacts },
  'emergency-phone': {
    name: 'emergency-phone',
    contact: { id: 'manager', name: { 'zh-CN': '店长', en: 'Manager' }, phone: '' },
    digits: '40055501',
  },
  'home-trouble': {
    name: 'home',
    merchantName: { 'zh-CN': '清河宾馆', en: 'Qinghe Hotel' },
    desk: '2',
    operatorName: { 'zh-CN': '李娜', en: 'Li Na' },
    open: { count: 7, total: cny(580_000) },
    withoutNumber: 0,
    next: [],
    openCases: 0,
    dueCases: 0,
    trouble: 'noNetwork',
    owed: 0,
  },
  'home-care': {
    name: 'home',
    merchantName: { 'zh-CN': '清河宾馆', en: 'Qinghe Hotel' },
    desk: '2',
    operatorName: { 'zh-CN': '李娜', en: 'Li Na' },
    open: { count: 7, total: cny(580_000) },
    withoutNumber: 0,
    next: [],
    openCases: 0,
    dueCases: 0,
    care: { count: 2, first: 'cardTables' },
    owed: 0,
  },
};
