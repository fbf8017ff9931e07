import { defaults } from '#src/config/defaults.ts';
import type { Screen } from '#src/desk/view.ts';
import { cny } from '#src/money.ts';
import { diagnose } from '#src/recovery/diagnose.ts';
import type { Evidence } from '#src/recovery/evidence.ts';

const context = { policies: defaults.policies, readerReady: true, hasStripe: true };
const room = { note: '512', last4: '4417' };

const seen = (...evidence: Evidence[]) => ({
  name: 'why' as const,
  ...room,
  amount: cny(50000),
  diagnosis: diagnose(evidence, context),
  money: 'nothingHeld' as const,
  cardIn: false,
});

const noAtr = (card: string): Evidence => ({ type: 'noAtr', card, tries: 1 });
const refused: Evidence = {
  type: 'linkFault',
  fault: 'link.connectRefused',
  tries: 3,
  maybeSent: false,
};

const unclear = seen(noAtr('card-1'), noAtr('card-2'));
const expired = seen({ type: 'answerCode', code: '54', entry: 'chip', inDate: true });

/** Pictures of the diagnosis: from what the terminal saw, as the scorer answers it. */
export const whySamples: Readonly<Record<string, Screen>> = {
  'why-unknown': unclear,
  'why-long': seen(
    {
      type: 'stripeFailed',
      tracks: [2],
      parityErrors: 7,
      tries: 2,
      otherTracksFine: true,
      zone: { fromMm: 62, toMm: 71 },
    },
    { type: 'readerReadOther', minutesAgo: 23, by: 'stripe' },
    { type: 'said', question: 'otherCardWorked', answer: 'yes' },
  ),
  'why-probed': seen(
    refused,
    { type: 'linkProbe', check: 'interface', ok: true, tookMs: 1 },
    { type: 'linkProbe', check: 'connect', ok: false, problem: 'refused', tookMs: 3 },
    { type: 'linkProbe', check: 'otherHost', ok: true, tookMs: 12 },
  ),
  'why-greeting': {
    ...seen({ type: 'linkFault', fault: 'link.answerTimeout', tries: 1, maybeSent: true }),
    money: 'undoOwed',
    secondsChecking: 4,
  },
  'why-settings': seen(
    {
      type: 'chipFailed',
      card: 'card-1',
      failure: 'noCommonApplication',
      step: 'select',
      tries: 1,
      bytes: '',
    },
    { type: 'settingsProblem', item: 'applications', detail: 'UnionPay' },
  ),
  'why-certificate': seen(
    { type: 'linkFault', fault: 'link.tls', tries: 1, maybeSent: false },
    { type: 'linkProbe', check: 'tls', ok: false, problem: 'certificateExpired', tookMs: 41 },
    { type: 'linkProbe', check: 'otherHost', ok: true, tookMs: 12 },
  ),
  'why-withheld': seen(
    { type: 'nothingPresented', seconds: 74 },
    { type: 'said', question: 'customerUnwilling', answer: 'yes' },
  ),
  'why-swiped-badly': seen({
    type: 'stripeFailed',
    tracks: [2],
    parityErrors: 2,
    tries: 1,
    otherTracksFine: false,
    speed: 'tooSlow',
  }),
  'why-head': seen({
    type: 'stripeFailed',
    tracks: [1, 2],
    parityErrors: 9,
    tries: 1,
    otherTracksFine: false,
    headDirty: true,
  }),
  'why-supervisor': seen({ type: 'fraudSignal', signal: 'manyCards', count: 4 }),
  'why-question': {
    name: 'why-question',
    ...room,
    amount: cny(50000),
    diagnosis: expired.diagnosis,
    question: 'printedDateGood',
  },
  'why-question-slip': {
    name: 'why-question',
    ...room,
    amount: cny(50000),
    diagnosis: seen({ type: 'answerCode', code: '25' }).diagnosis,
    question: 'slipAgrees',
  },
  'test-card': { name: 'test-card', by: 'chip', reading: false, secondsSoFar: 0 },
  'test-card-stripe': { name: 'test-card', by: 'stripe', reading: false, secondsSoFar: 0 },
  'test-card-reading': { name: 'test-card', by: 'chip', reading: true, secondsSoFar: 2 },
};
