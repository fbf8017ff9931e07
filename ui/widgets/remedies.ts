import type { Evidence, Finding, RemedyKind } from '#src/recovery/evidence.ts';
import type { ColourName } from '../theme/colours.ts';

const remedyIcons: Readonly<Record<RemedyKind, string>> = {
  readAgain: 'chip',
  insertChip: 'chip',
  swipe: 'stripe',
  otherApplication: 'card',
  otherCard: 'card',
  cleanReader: 'wipe',
  pinAgain: 'keypad',
  otherAmount: 'keypad',
  typeAgain: 'keypad',
  tryBankAgain: 'retry',
  waitForBank: 'clock',
  checkLine: 'network-off',
  checkParts: 'reader',
  otherHost: 'network',
  askHotline: 'phone',
  callIssuer: 'phone',
  cardAbsent: 'keypad',
  numberLater: 'keypad',
  repairSettings: 'settings',
  updateParameters: 'download',
  updateSoftware: 'download',
  compareOriginal: 'search',
  handOver: 'handover',
  paperSlip: 'paper',
  cashDeposit: 'note',
  callSupervisor: 'person',
  keepCard: 'info',
  refuse: 'person',
  stop: 'cross',
};

const wipeFirst: readonly Finding[] = ['chipDirty', 'chipDead', 'stripeDamaged'];

export const remedyIcon = (kind: RemedyKind, finding: Finding): string =>
  kind === 'readAgain' && wipeFirst.includes(finding) ? 'wipe' : remedyIcons[kind];

const evidenceIcons: Readonly<Record<Evidence['type'], string>> = {
  noAtr: 'chip',
  badAtr: 'chip',
  chipFailed: 'chip',
  cardPulled: 'chip',
  stripeFailed: 'stripe',
  cardDeclined: 'chip',
  stripeOfChipCard: 'stripe',
  cardExpired: 'calendar',
  readerReadOther: 'check',
  differentCardsFailed: 'reader',
  readerFault: 'reader',
  linkFault: 'network-off',
  otherHostAnswers: 'check',
  answerCode: 'bank',
  badAnswer: 'bank',
  typed: 'keypad',
  numberMissing: 'card',
  bulletin: 'bank',
  linkProbe: 'network-off',
  settingsProblem: 'settings',
  nothingPresented: 'card',
  testCard: 'reader',
  said: 'info',
  fraudSignal: 'info',
};

/** Evidence that clears somebody: another card read, a check that went well. */
const clears = (evidence: Evidence): boolean =>
  evidence.type === 'readerReadOther' ||
  evidence.type === 'otherHostAnswers' ||
  (evidence.type === 'linkProbe' && evidence.ok) ||
  (evidence.type === 'testCard' && evidence.read);

/** What clears somebody is green, what accuses is amber, what people said is plain. */
export function evidenceMark(evidence: Evidence): readonly [icon: string, colour: ColourName] {
  if (clears(evidence)) return ['check', 'greenText'];
  const plain = evidence.type === 'said' || evidence.type === 'fraudSignal';
  return [evidenceIcons[evidence.type], plain ? 'ink2' : 'amberText'];
}
