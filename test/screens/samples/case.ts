import { templates } from '#src/contact/events.ts';
import type { Screen } from '#src/desk/view.ts';
import { lessons, phrases, spokenOutcomes } from '#src/incident/events.ts';
import { cny } from '#src/money.ts';

/** Shop time of the pictures, as in `samples.ts`. */
const at = (month: number, day: number, hour: number, minute: number): number =>
  Date.UTC(2026, month - 1, day, hour - 8, minute);

const room = { note: '808', last4: '4417' } as const;

const line = {
  incidentId: 'i7',
  ticket: '1123-07',
  amount: cny(50_000),
  diagnosis: {
    cause: 'network',
    finding: 'noLine',
    code: 'N1',
    because: [],
    alternatives: [],
    remedies: [],
  },
  timeline: [
    { atMs: at(11, 2, 21, 40), what: 'opened', finding: 'noLine' },
    { atMs: at(11, 3, 9, 15), what: 'spoken', who: 'customer', how: 'phone', outcome: 'noAnswer' },
    { atMs: at(11, 3, 9, 16), what: 'phrase', phrase: 'bankTicketFigure', text: '603127' },
    { atMs: at(11, 3, 9, 17), what: 'document', document: 'incident' },
    { atMs: at(11, 20, 10, 5), what: 'waiting', who: 'customer', dueAtMs: at(12, 2, 9, 0) },
  ],
} as const;

/** A case and its follow-up. */
export const caseSamples: Readonly<Record<string, Screen>> = {
  'case-waiting': {
    name: 'case',
    ...room,
    ...line,
    state: 'waiting',
    waitsFor: 'customer',
    due: { atMs: at(12, 2, 9, 0), overdue: false, days: -9 },
    wantsNumber: true,
  },
  'case-overdue': {
    name: 'case',
    ...room,
    ...line,
    state: 'waiting',
    waitsFor: 'technician',
    due: { atMs: at(11, 22, 9, 0), overdue: true, days: 1 },
    wantsNumber: false,
  },
  'case-steps': {
    name: 'case-choice',
    ...room,
    question: 'step',
    choices: [
      'step:note',
      'step:spoke',
      'step:cameBack',
      'step:wait',
      'step:openHold',
      'step:report',
      'step:lesson',
      'step:print',
      'step:reopen',
    ],
  },
  'case-phrases': {
    name: 'case-choice',
    ...room,
    question: 'phrase',
    choices: phrases.map((phrase) => `phrase:${phrase}` as const),
  },
  'case-outcomes': {
    name: 'case-choice',
    question: 'outcome',
    choices: spokenOutcomes.map((outcome) => `outcome:${outcome}` as const),
  },
  'case-wait-for': {
    name: 'case-choice',
    question: 'waitFor',
    choices: ['who:customer', 'who:issuer', 'who:technician', 'who:bank'],
  },
  'case-until': {
    name: 'case-choice',
    question: 'until',
    choices: [
      'until:inAnHour',
      'until:thisEvening',
      'until:tomorrow',
      'until:inThreeDays',
      'until:inAWeek',
    ],
  },
  'case-parties': {
    name: 'case-choice',
    question: 'party',
    choices: ['party:bank', 'party:headOffice', 'party:vendor'],
  },
  'case-lessons': {
    name: 'case-choice',
    question: 'lesson',
    choices: lessons.map((lesson) => `lesson:${lesson}` as const),
  },
  'case-figure': { name: 'case-figure', phrase: 'bankTicketFigure', digits: '603127' },
  'case-contact': {
    name: 'case-contact',
    ...room,
    kind: 'phone',
    typed: '13800004321',
    canContinue: true,
  },
  'case-contact-empty': {
    name: 'case-contact',
    ...room,
    kind: 'phone',
    typed: '',
    canContinue: false,
  },
  'case-contact-email': {
    name: 'case-contact',
    ...room,
    kind: 'email',
    typed: 'guest.808@example.com',
    canContinue: true,
  },
  'case-call': { name: 'case-call', ...room, phone: '+8613800004321' },
  'case-customer': {
    name: 'case-choice',
    ...room,
    question: 'customer',
    choices: [
      'contact:call',
      'contact:sms',
      'contact:email',
      'contact:newPhone',
      'contact:newEmail',
      'contact:export',
      'contact:erase',
    ],
    saving: 'done',
  },
  'case-templates': {
    name: 'case-choice',
    question: 'template',
    choices: templates.map((template) => `template:${template}` as const),
  },
  'case-speech': {
    name: 'case-choice',
    question: 'speech',
    choices: ['speech:zh-CN', 'speech:en'],
  },
  'case-messages': {
    name: 'case',
    ...room,
    ...line,
    state: 'open',
    wantsNumber: false,
    timeline: [
      { atMs: at(11, 3, 9, 15), what: 'contact', contact: 'phone', masked: '*** 4321' },
      {
        atMs: at(11, 3, 9, 16),
        what: 'message',
        channel: 'sms',
        template: 'numberNeeded',
        messageEnd: 'unknown',
      },
      { atMs: at(11, 3, 9, 20), what: 'answer', text: 'OK' },
      { atMs: at(11, 4, 9, 20), what: 'erased' },
    ],
  },
  'why-lesson': {
    name: 'why',
    ...room,
    amount: cny(50_000),
    money: 'nothingHeld',
    cardIn: false,
    lesson: 'askForPhoneEarly',
    diagnosis: {
      ...line.diagnosis,
      cause: 'damagedOrExpired',
      finding: 'chipDead',
      because: [{ type: 'noAtr', card: 'c', tries: 2 }],
      remedies: [{ kind: 'otherCard', seconds: 60, risk: 'asAnyHold', agrees: ['customer'] }],
    },
  },
  privacy: { name: 'privacy', keepDays: 30 },
  'cases-due': {
    name: 'cases',
    rows: [
      {
        incidentId: 'i1',
        ticket: '1120-01',
        note: '1207',
        atMs: at(11, 20, 9, 0),
        amount: cny(50_000),
        cause: 'network',
        finding: 'noLine',
        state: 'waiting',
        due: { atMs: at(11, 22, 9, 0), overdue: true, days: 1 },
      },
      {
        incidentId: 'i2',
        ticket: '1121-02',
        note: '808',
        atMs: at(11, 21, 9, 0),
        amount: cny(50_000),
        cause: 'deviceFault',
        finding: 'readerFault',
        state: 'waiting',
        due: { atMs: at(11, 26, 9, 0), overdue: false, days: -3 },
      },
      {
        incidentId: 'i3',
        ticket: '1122-01',
        atMs: at(11, 22, 9, 0),
        amount: cny(120_000),
        cause: 'bankSide',
        finding: 'bankSilent',
        state: 'reported',
        result: 'held',
      },
    ],
  },
};
