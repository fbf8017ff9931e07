import { defaults } from '#src/config/defaults.ts';
import type { GuidePage, SettingsRow } from '#src/desk/view/ways.ts';
import type { Screen } from '#src/desk/view.ts';
import { cny } from '#src/money.ts';
import type { Diagnosis, Remedy, RemedyKind } from '#src/recovery/evidence.ts';
import { remediesFor } from '#src/recovery/remedies.ts';
import { waysRules } from '#src/recovery/ways-rules.ts';

type Guide = Extract<Screen, { name: 'guide' }>;

const room512 = { note: '512', last4: '4417' };
const both = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const amount = cny(50000);
const dueAtMs = Date.UTC(2026, 10, 24, 6, 32);

const page = (name: GuidePage, more: Partial<Guide> = {}): Guide => ({
  name: 'guide',
  ...room512,
  page: name,
  amount,
  answers: [],
  printable: false,
  cause: 'damagedOrExpired',
  ticket: '1123-07',
  cardIn: false,
  ...more,
});

const rows: readonly SettingsRow[] = [
  { item: 'signIn', well: false, is: '', becomes: '0800', who: 'anybody' },
  { item: 'merchantData', well: true, is: '012345 12345678', who: 'outside' },
  { item: 'cardTables', well: false, is: '4', becomes: '6', who: 'technician' },
  { item: 'banks', well: true, is: '4', who: 'technician' },
  { item: 'parameters', well: false, is: '5', who: 'anybody' },
  { item: 'clock', well: false, is: '+372 s', who: 'elsewhere' },
];

const remedy = (kind: RemedyKind): Remedy => {
  const { seconds, risk, agrees, becomes } = waysRules[kind];
  return { kind, seconds, risk, agrees, ...(becomes === undefined ? {} : { becomes }) };
};

/** A bank that is silent, with everything permitted: the longest list there is. */
const silent: Diagnosis = {
  cause: 'bankSide',
  finding: 'bankSilent',
  code: 'B1',
  because: [{ type: 'linkFault', fault: 'link.answerTimeout', tries: 1, maybeSent: true }],
  alternatives: ['network'],
  remedies: remediesFor('bankSilent', [], {
    policies: { ...defaults.policies, cardAbsentPreauthAllowed: true },
    readerReady: true,
    hasStripe: true,
    ways: {
      moment: 'atHold',
      permissions: defaults.ways,
      card: { applications: 1 },
      device: 'countertop',
      secondHost: true,
      pairedDevice: true,
      mayCharge: true,
      urgent: false,
      failed: new Set(),
    },
  }),
};

/** Each way out by name, four at a time: every word of theirs is measured. */
const everyWay = (kinds: readonly RemedyKind[]): Diagnosis => ({
  ...silent,
  remedies: [remedy('readAgain'), ...kinds.map(remedy), remedy('stop')],
});

export const waysSamples: Readonly<Record<string, Screen>> = {
  'ways-long': {
    name: 'ways',
    ...room512,
    diagnosis: silent,
    typingRefused: 'notForHolds',
    later: false,
    page: 0,
  },
  'ways-next': {
    name: 'ways',
    ...room512,
    diagnosis: silent,
    typingRefused: 'issuerDecided',
    later: true,
    page: 1,
  },
  'ways-card': {
    name: 'ways',
    ...room512,
    diagnosis: everyWay(['otherApplication', 'cleanReader', 'pinAgain', 'cardAbsent']),
    typingRefused: 'notForHolds',
    later: false,
    page: 0,
  },
  'ways-settings': {
    name: 'ways',
    ...room512,
    diagnosis: everyWay([
      'repairSettings',
      'updateParameters',
      'updateSoftware',
      'compareOriginal',
    ]),
    typingRefused: 'notForHolds',
    later: false,
    page: 0,
  },
  'ways-device': {
    name: 'ways',
    ...room512,
    diagnosis: everyWay(['checkLine', 'checkParts', 'callSupervisor', 'otherHost']),
    typingRefused: 'notForHolds',
    later: false,
    page: 0,
  },
  'settings-check': { name: 'settings-check', ...room512, rows, working: false },
  'guide-clean-chip': page('cleanChip', { step: { at: 1, of: 3 } }),
  'guide-clean-stripe': page('cleanStripe', { step: { at: 2, of: 3 } }),
  'guide-clean-test': page('cleanTest', { step: { at: 3, of: 3 } }),
  'guide-clean-proved': page('cleanProved'),
  'guide-clean-failed': page('cleanFailed'),
  'guide-hotline': page('hotline', {
    bank: both('江城银行', 'Jiangcheng Bank'),
    hotline: '400 555 0186',
    answers: ['outage', 'noOutage', 'cardProblem', 'notReached'],
  }),
  'guide-parameters': page('parametersDone'),
  'guide-parameters-failed': page('parametersFailed', { figure: '97' }),
  'guide-line-cable': page('lineCable'),
  'guide-line-reception': page('lineReception'),
  'guide-line-wireless': page('lineWireless'),
  'guide-parts-cable': page('partsCable'),
  'guide-host': page('hostSwitched', { figure: '203.0.113.20:8583' }),
  'guide-host-failed': page('hostFailed', { figure: '203.0.113.20:8583' }),
  'guide-software': page('software', { figure: '0.1.0', dueAtMs }),
  'guide-software-asked': page('softwareAsked', { figure: '0.1.0', dueAtMs }),
  'guide-compare': page('compare', { figure: '25', answers: ['heldBefore', 'notHeld'] }),
  'guide-cash': page('cash', { answers: ['cash', 'transfer'] }),
  'guide-paper': page('paper', { answers: ['written'], printable: true }),
  'guide-keep-card': page('keepCard', {
    cause: 'suspectedFraud',
    answers: ['cardKept', 'cardReturned'],
  }),
  'guide-refuse': page('refuse', { printable: true }),
};
