import type { Screen } from '#src/desk/view.ts';
import { cny } from '#src/money.ts';

const day = 86_400_000;
const until = Date.UTC(2026, 11, 12, 7, 4);
const bank = { 'zh-CN': '江城银行', en: 'Jiangcheng Bank' };

const typing = {
  name: 'type-number',
  note: '808',
  last4: '4417',
  groups: [4, 4, 4, 4],
  becomes: 'numberLater',
  slips: [],
  cardToo: true,
  reading: false,
} as const;

const empty = {
  ...typing,
  digits: '',
  expiry: '',
  field: 'number',
  missingDigits: 16,
  expiryMissing: true,
  canContinue: false,
} as const;

const wrong = {
  ...typing,
  digits: '6222020000004471',
  expiry: '',
  field: 'number',
  brand: 'UnionPay',
  missingDigits: 0,
  expiryMissing: true,
  canContinue: false,
} as const;

const checking = {
  name: 'check',
  note: '808',
  last4: '4417',
  amount: cny(50_000),
  typedLast4: '4417',
  becomes: 'numberLater',
} as const;

const slip = {
  name: 'register-hold',
  code: '418502',
  date: '1112',
  last4: '4417',
  field: 'last4',
} as const;

/** 补录卡号 and 登记, with the longest words that may stand there. */
export const numberSamples: Readonly<Record<string, Screen>> = {
  'hold-no-number': {
    name: 'hold',
    holdId: 'SLIP-261112-418502-4417',
    note: '808',
    last4: '4417',
    state: 'held',
    amount: cny(50_000),
    limit: cny(57_500),
    validUntilMs: until,
    daysLeft: 9,
    days: 30,
    history: [{ atMs: until - 21 * day, what: 'registered', amount: cny(50_000) }],
    authorisationCode: '418502',
    can: {
      number: true,
      complete: true,
      increment: false,
      cancel: true,
      void: false,
      print: false,
    },
    numberMissing: true,
    owed: false,
  },
  'hold-number-given': {
    name: 'hold',
    holdId: 'SLIP-261112-418502-4417',
    note: '808',
    last4: '4417',
    state: 'held',
    amount: cny(50_000),
    limit: cny(57_500),
    validUntilMs: until,
    daysLeft: 9,
    days: 30,
    history: [
      { atMs: until - 21 * day, what: 'registered', amount: cny(50_000) },
      { atMs: until - 9 * day, what: 'numberGiven', amount: cny(50_000) },
    ],
    authorisationCode: '418502',
    can: {
      number: false,
      complete: true,
      increment: false,
      cancel: true,
      void: false,
      print: false,
    },
    numberMissing: false,
    owed: false,
  },
  'home-no-number': {
    name: 'home',
    merchantName: { 'zh-CN': '清河宾馆', en: 'Qinghe Hotel' },
    desk: '2',
    operatorName: { 'zh-CN': '李娜', en: 'Li Na' },
    open: { count: 12, total: cny(1_234_500) },
    withoutNumber: 11,
    next: [],
    openCases: 0,
    dueCases: 0,
    owed: 0,
  },
  'register-hold': { ...slip, validUntilMs: until, canContinue: true },
  'register-hold-empty': {
    name: 'register-hold',
    code: '',
    date: '',
    last4: '',
    field: 'code',
    canContinue: false,
  },
  'register-hold-ran-out': { ...slip, field: 'date', problem: 'ranOut', canContinue: false },
  'register-hold-amount': {
    name: 'amount',
    purpose: 'registered',
    amount: cny(50_000),
    presets: [],
    note: '808',
    field: 'amount',
    canSubmit: true,
    maximum: cny(999_999_999_999),
    tooMuch: false,
  },
  'give-number': empty,
  'give-number-reading': { ...empty, reading: true },
  'give-number-swapped': {
    ...wrong,
    problem: 'luhn',
    slips: [
      { type: 'swapped', at: 7 },
      { type: 'swapped', at: 11 },
      { type: 'swapped', at: 13 },
    ],
  },
  'give-number-one-digit': {
    ...wrong,
    problem: 'differsFromHold',
    slips: [{ type: 'oneDigit', at: 16 }],
  },
  'give-number-other-card': { ...wrong, bank, problem: 'differsFromHold' },
  'give-number-long': {
    ...wrong,
    digits: '6222020000000000217',
    groups: [4, 4, 4, 4, 3],
    bank,
    expiry: '10',
    field: 'expiry',
  },
  'give-number-typing-off': { ...empty, problem: 'typingOff' },
  'give-number-chip-unread': { ...empty, problem: 'chipUnread' },
  'give-number-stripe-of-chip': { ...empty, problem: 'chipCardSwiped' },
  'give-number-order': { ...wrong, expiry: '2810', field: 'expiry', problem: 'expiryOrder' },
  'check-number': {
    ...checking,
    lastFourMatch: true,
    compared: true,
    cardSeen: false,
    onPhone: false,
    supervisor: { needed: false },
    canContinue: false,
  },
  'check-number-phone': {
    ...checking,
    lastFourMatch: false,
    compared: false,
    cardSeen: false,
    onPhone: true,
    supervisor: { needed: true },
    canContinue: false,
  },
  'notice-other-card': {
    name: 'notice',
    notice: { type: 'otherCard', given: '1234', known: '5678', by: 'last4' },
    primary: 'ok',
    cardIn: true,
  },
  'notice-number-given': {
    name: 'notice',
    notice: { type: 'numberGiven', last4: '4417', amount: cny(50_000) },
    primary: 'ok',
    cardIn: true,
  },
};
