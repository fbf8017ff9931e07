import type { Screen } from '#src/desk/view.ts';
import { toParts } from '#src/handover/parts.ts';
import { cny } from '#src/money.ts';

const message = Uint8Array.from({ length: 600 }, (_, i) => (i * 37) % 256);
const first = (parts: readonly string[]) => ({ text: parts[0] ?? '', part: 1, of: parts.length });
const code = first(toParts(message));
const answer = first(toParts(message.subarray(0, 114)));
const what = { what: 'hold', amount: cny(50_000), desk: '1', note: '512', last4: '4417' } as const;
const wish = { what: 'case', amount: cny(80_000), desk: '大堂吧', note: '808' } as const;

/** 换终端, at the desk that gives and at the one that takes. */
export const handoverSamples: Readonly<Record<string, Screen>> = {
  'hand-over-to': {
    name: 'hand-over-to',
    amount: cny(50_000),
    desks: ['1', '3', '大堂吧'],
    note: '512',
    last4: '4417',
  },
  'hand-over': {
    name: 'hand-over',
    ...what,
    phase: 'waiting',
    code,
    secondsLeft: 272,
    lifeSeconds: 300,
    waitedSeconds: 28,
  },
  'hand-over-case': {
    name: 'hand-over',
    ...wish,
    phase: 'waiting',
    code,
    secondsLeft: 3_599,
    lifeSeconds: 3_600,
    waitedSeconds: 1,
  },
  'hand-over-asking': { name: 'hand-over', ...what, phase: 'asking', code: answer },
  'hand-over-taken': {
    name: 'hand-over',
    ...what,
    phase: 'taken',
    atMs: Date.UTC(2026, 10, 23, 6, 33),
  },
  'hand-over-charged': {
    name: 'hand-over',
    ...what,
    phase: 'ended',
    end: 'completed',
    charged: cny(42_000),
  },
  'hand-over-nothing': {
    name: 'hand-over',
    ...wish,
    phase: 'ended',
    end: 'nothing',
    charged: cny(0),
  },
  'hand-over-back': { name: 'hand-over', ...what, phase: 'back' },
  'take-over-collecting': { name: 'take-over', phase: 'collecting', have: 2, of: 4 },
  'take-over': { name: 'take-over', ...what, desk: '2', phase: 'offer', secondsLeft: 268 },
  'take-over-case': { name: 'take-over', ...wish, phase: 'offer', secondsLeft: 59 },
  'take-over-taken': {
    name: 'take-over',
    ...what,
    desk: '2',
    phase: 'answer',
    says: 'taken',
    code: answer,
  },
  'take-over-refused': {
    name: 'take-over',
    ...wish,
    phase: 'answer',
    says: 'refused',
    code: answer,
  },
  'take-over-charged': {
    name: 'take-over',
    ...what,
    desk: '2',
    phase: 'answer',
    says: 'completed',
    code: answer,
  },
  'notice-hand-over-refused': {
    name: 'notice',
    notice: { type: 'handoverRefused', why: 'fromTheFuture' },
    primary: 'ok',
    cardIn: false,
  },
  'hold-elsewhere': {
    name: 'hold',
    holdId: 'h-elsewhere',
    note: '512',
    last4: '4417',
    state: 'elsewhere',
    amount: cny(50_000),
    limit: cny(57_500),
    validUntilMs: Date.UTC(2026, 11, 2),
    daysLeft: 9,
    days: 30,
    history: [
      { atMs: Date.UTC(2026, 10, 2, 6, 0), what: 'preauth', amount: cny(50_000) },
      { atMs: Date.UTC(2026, 10, 23, 6, 0), what: 'givenAway', amount: cny(50_000) },
    ],
    can: {
      number: false,
      complete: false,
      increment: false,
      cancel: false,
      void: false,
      print: true,
      handOver: 'see',
    },
    numberMissing: false,
    owed: false,
  },
  'holds-away': {
    name: 'holds',
    total: cny(50_000),
    search: '4417',
    rows: [
      {
        holdId: 'h-given',
        note: '512',
        last4: '4417',
        amount: cny(50_000),
        daysLeft: 9,
        numberMissing: false,
        owed: false,
        away: true,
      },
    ],
  },
  'hold-to-give': {
    name: 'hold',
    holdId: 'h-give',
    note: '512',
    last4: '4417',
    state: 'held',
    amount: cny(50_000),
    limit: cny(57_500),
    validUntilMs: Date.UTC(2026, 11, 2),
    daysLeft: 9,
    days: 30,
    history: [{ atMs: Date.UTC(2026, 10, 2, 6, 0), what: 'preauth', amount: cny(50_000) }],
    can: {
      number: false,
      complete: true,
      increment: true,
      cancel: true,
      void: false,
      print: true,
      handOver: 'give',
    },
    numberMissing: false,
    owed: false,
  },
};
