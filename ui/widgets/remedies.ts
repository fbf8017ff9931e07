import type { Evidence, Finding, RemedyKind } from '#src/recovery/evidence.ts';
import type { ColourName } from '../theme/colours.ts';

const remedyIcons: Readonly<Record<RemedyKind, string>> = {
  readAgain: 'chip',
  insertChip: 'chip',
  swipe: 'stripe',
  otherCard: 'card',
  cleanReader: 'wipe',
  tryBankAgain: 'retry',
  waitForBank: 'clock',
  callIssuer: 'phone',
  typeAgain: 'keypad',
  otherAmount: 'keypad',
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
  bulletin: 'bank',
};

const clears: readonly Evidence['type'][] = ['readerReadOther', 'otherHostAnswers'];

/** What clears somebody is green, what accuses is amber. */
export function evidenceMark({ type }: Evidence): readonly [icon: string, colour: ColourName] {
  return [evidenceIcons[type], clears.includes(type) ? 'greenText' : 'amberText'];
}
