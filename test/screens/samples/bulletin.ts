import type { BulletinRow } from '#src/desk/view/bulletin.ts';
import type { Screen } from '#src/desk/view.ts';
import { cny } from '#src/money.ts';

const at = (day: number, hour: number): number => Date.UTC(2026, 10, day, hour - 8, 5);

const outage: BulletinRow = {
  id: 'bank-18',
  kind: 'outage',
  title: { 'zh-CN': '10:05 起停机', en: 'Down since 10:05' },
  state: 'inForce',
  fromMs: at(23, 10),
  read: false,
};
const maintenance: BulletinRow = {
  id: 'bank-17',
  kind: 'maintenance',
  title: { 'zh-CN': '夜间系统维护', en: 'Maintenance at night' },
  state: 'ahead',
  fromMs: at(25, 1),
  untilMs: at(25, 3),
  read: true,
};
const rule: BulletinRow = {
  id: 'bank-16',
  kind: 'rules',
  title: { 'zh-CN': '押金最长 25 天', en: 'Holds end after 25 days' },
  state: 'inForce',
  fromMs: at(1, 0),
  read: true,
};
const cards: BulletinRow = {
  id: 'vendor-3',
  kind: 'newCards',
  title: { 'zh-CN': '云岭农商新卡号段', en: 'New cards of Yunling Rural Bank' },
  state: 'withdrawn',
  fromMs: at(2, 8),
  read: true,
};
const bank = { 'zh-CN': '江城银行', en: 'Jiangcheng Bank' };
const said = {
  'zh-CN': '今天 10:05 起主机停机，预计 15:00 恢复。刷卡会没有应答，请先等一等，或打客服电话。',
  en: 'Our computer is down since 10:05 and should be back by 15:00. Cards get no answer: please wait, or call the hotline.',
};
const about = { issuer: 'bank', issuerName: bank, bins: [], changes: {} } as const;

/** What banks announce. */
export const bulletinSamples: Readonly<Record<string, Screen>> = {
  bulletins: { name: 'bulletins', rows: [outage, maintenance, rule, cards] },
  'bulletins-none': { name: 'bulletins', rows: [] },
  'bulletins-looking': { name: 'bulletins', rows: [rule], looking: 3 },
  'bulletins-refused': {
    name: 'bulletins',
    rows: [rule],
    refused: { file: 'bulletin-19.json', problem: 'signature', atMs: at(23, 11) },
  },
  'bulletins-not-allowed': {
    name: 'bulletins',
    rows: [rule],
    looked: { taken: 0, refused: { file: 'bulletin-19.json', problem: 'notAllowed' } },
  },
  'bulletins-new': { name: 'bulletins', rows: [outage, rule], looked: { taken: 1 } },
  bulletin: { name: 'bulletin', ...outage, ...about, number: 18, text: said },
  'bulletin-rule': {
    name: 'bulletin',
    ...rule,
    ...about,
    number: 16,
    text: {
      'zh-CN': '按发卡行新规定执行，已经押的不变。',
      en: 'By the new rule of the issuers. Holds that stand are not changed.',
    },
    changes: {
      validityDays: 25,
      completionLimitPercent: 110,
      maximumHoldMinorUnits: 3_000_000,
      defaultHotline: '95516',
      hotlines: [{ bins: ['622233'], bank, phone: '400 555 0199' }],
    },
    maximumHold: cny(3_000_000),
    bins: ['622233', '622234'],
  },
  'home-bulletin': {
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
    bulletin: cards.title,
  },
  'present-card-bulletin': {
    name: 'present-card',
    amount: cny(50_000),
    ask: 'insertOrSwipe',
    attempt: 1,
    reading: false,
    bulletin: {
      'zh-CN': '银行主机今天下午停机维护中请稍候',
      en: 'The computer of the bank is down now',
    },
  },
  'bulletin-ahead': { name: 'bulletin', ...maintenance, ...about, number: 17, text: said },
};
