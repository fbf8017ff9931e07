import { answerCodes } from '../acquirer/answer-codes.ts';
import type { FaultCode } from '../fault.ts';
import type { Cause, Evidence, EvidenceOf, Finding } from './evidence.ts';

type Rule = {
  readonly finding: Finding;
  readonly cause: Cause;
  readonly alternatives?: readonly Cause[];
  /** The evidence that speaks for this finding, strongest first; empty when it does not hold. */
  readonly speaksFor: (evidence: readonly Evidence[]) => readonly Evidence[];
};

type Type = Evidence['type'];

/** Evidence that only comments on a failure; the failure itself is the newest of the others. */
const commenting = new Set<Type>([
  'readerReadOther',
  'differentCardsFailed',
  'otherHostAnswers',
  'bulletin',
  'cardExpired',
]);

const newest = (evidence: readonly Evidence[]): Evidence | undefined =>
  evidence.findLast(({ type }) => !commenting.has(type));

/** Holds when the newest failure is of this type and fits. */
const newestIs =
  <T extends Type>(
    type: T,
    fits: (item: EvidenceOf<T>, all: readonly Evidence[]) => boolean = () => true,
  ) =>
  (evidence: readonly Evidence[]): readonly Evidence[] => {
    const item = newest(evidence);
    return item?.type === type && fits(item as EvidenceOf<T>, evidence) ? [item] : [];
  };

const has = (evidence: readonly Evidence[], type: Type): readonly Evidence[] => {
  const item = evidence.findLast((each) => each.type === type);
  return item === undefined ? [] : [item];
};

/** The chip answered and then fell silent, lost bytes or was pulled: what dirt and a bad seat look like. */
const breaksOff = new Set(['cardMute', 'protocolError', 'malformedResponse']);
/** The chip says it must not be used, or its data cannot be used: no wiping helps. */
const broken = new Set([
  'mandatoryDataMissing',
  'dataConflict',
  'tooManyRecords',
  'tooLong',
  'statusRefused',
  'conditionsNotSatisfied',
]);

const serviceFaults = new Set<FaultCode>([
  'reader.serviceDown',
  'reader.gone',
  'head.gone',
  'pinPad.gone',
]);
const beforeTheHost = new Set<FaultCode>([
  'link.nameNotFound',
  'link.connectRefused',
  'link.unreachable',
  'link.connectTimeout',
  'link.tls',
]);

const family = (code: string): string | undefined => answerCodes.get(code)?.family;

/** Read from the top: the first rule that holds is the finding. Devices first, because they taint all the rest. */
export const findings: readonly Rule[] = [
  {
    finding: 'readerGone',
    cause: 'deviceFault',
    speaksFor: newestIs('readerFault', ({ fault }) => serviceFaults.has(fault)),
  },
  {
    finding: 'readerFault',
    cause: 'deviceFault',
    alternatives: ['damagedOrExpired'],
    speaksFor: (evidence) => {
      const failed = evidence.findLast((item) => item.type === 'differentCardsFailed');
      const last = newest(evidence);
      const atReader =
        last !== undefined && ['noAtr', 'badAtr', 'chipFailed', 'stripeFailed'].includes(last.type);
      return atReader && failed?.type === 'differentCardsFailed' && failed.cards >= 3
        ? [failed, last]
        : [];
    },
  },
  {
    finding: 'readerFault',
    cause: 'deviceFault',
    alternatives: ['damagedOrExpired'],
    speaksFor: newestIs('readerFault'),
  },
  { finding: 'cardPulled', cause: 'operator', speaksFor: newestIs('cardPulled') },
  {
    finding: 'insertChip',
    cause: 'operator',
    speaksFor: newestIs(
      'stripeOfChipCard',
      (_, all) =>
        !all.some(({ type }) => type === 'noAtr' || type === 'badAtr' || type === 'chipFailed'),
    ),
  },
  {
    finding: 'chipDead',
    cause: 'damagedOrExpired',
    speaksFor: (evidence) => {
      const item = newestIs('stripeOfChipCard')(evidence);
      return item.length > 0
        ? [
            ...has(evidence, 'noAtr'),
            ...has(evidence, 'badAtr'),
            ...has(evidence, 'chipFailed'),
            ...item,
          ]
        : [];
    },
  },
  {
    finding: 'chipDead',
    cause: 'damagedOrExpired',
    alternatives: ['deviceFault'],
    speaksFor: newestIs('noAtr'),
  },
  {
    finding: 'chipDamaged',
    cause: 'damagedOrExpired',
    alternatives: ['deviceFault'],
    speaksFor: newestIs('badAtr'),
  },
  {
    finding: 'cardBlocked',
    cause: 'unsupportedCard',
    speaksFor: newestIs(
      'chipFailed',
      ({ failure }) => failure === 'cardBlocked' || failure === 'applicationBlocked',
    ),
  },
  {
    finding: 'cardNotAccepted',
    cause: 'unsupportedCard',
    alternatives: ['settings'],
    speaksFor: newestIs('chipFailed', ({ failure }) => failure === 'noCommonApplication'),
  },
  {
    finding: 'cardExpired',
    cause: 'damagedOrExpired',
    speaksFor: (evidence) => {
      const expired = has(evidence, 'cardExpired');
      const last = newest(evidence);
      const refused =
        last?.type === 'answerCode' || (last?.type === 'chipFailed' && last.failure === 'expired');
      return expired.length > 0 &&
        refused &&
        (last.type !== 'answerCode' ||
          family(last.code) === 'expired' ||
          family(last.code) === 'refused')
        ? [...expired, last]
        : [];
    },
  },
  {
    finding: 'cardExpired',
    cause: 'damagedOrExpired',
    speaksFor: newestIs('chipFailed', ({ failure }) => failure === 'expired'),
  },
  {
    finding: 'chipDirty',
    cause: 'damagedOrExpired',
    alternatives: ['deviceFault'],
    speaksFor: newestIs('chipFailed', ({ failure }) => breaksOff.has(failure)),
  },
  {
    finding: 'chipDamaged',
    cause: 'damagedOrExpired',
    alternatives: ['unsupportedCard'],
    speaksFor: newestIs('chipFailed', ({ failure }) => broken.has(failure)),
  },
  {
    finding: 'stripeDamaged',
    cause: 'damagedOrExpired',
    alternatives: ['deviceFault', 'operator'],
    speaksFor: newestIs('stripeFailed'),
  },
  {
    finding: 'noLine',
    cause: 'network',
    alternatives: ['bankSide', 'settings'],
    speaksFor: newestIs('linkFault', ({ fault }) => beforeTheHost.has(fault)),
  },
  {
    finding: 'bankSilent',
    cause: 'bankSide',
    alternatives: ['network'],
    speaksFor: newestIs('linkFault', ({ fault }) => fault === 'link.answerTimeout'),
  },
  {
    finding: 'lineBroke',
    cause: 'network',
    alternatives: ['bankSide'],
    speaksFor: newestIs('linkFault'),
  },
  {
    finding: 'badAnswer',
    cause: 'bankSide',
    alternatives: ['settings'],
    speaksFor: newestIs('badAnswer'),
  },
  {
    finding: 'bankDown',
    cause: 'bankSide',
    speaksFor: newestIs('answerCode', ({ code }) => family(code) === 'bankSide'),
  },
  {
    finding: 'cardExpired',
    cause: 'damagedOrExpired',
    speaksFor: newestIs('answerCode', ({ code }) => family(code) === 'expired'),
  },
  {
    finding: 'keepCard',
    cause: 'suspectedFraud',
    speaksFor: newestIs('answerCode', ({ code }) => family(code) === 'capture'),
  },
  {
    finding: 'settingsRefused',
    cause: 'settings',
    speaksFor: newestIs(
      'answerCode',
      ({ code }) => family(code) === 'settings' || family(code) === 'signInAgain',
    ),
  },
  {
    finding: 'cardNotAccepted',
    cause: 'unsupportedCard',
    speaksFor: newestIs('answerCode', ({ code }) => family(code) === 'unsupported'),
  },
  {
    finding: 'insertChip',
    cause: 'operator',
    speaksFor: newestIs('answerCode', ({ code }) => family(code) === 'fallbackRefused'),
  },
  { finding: 'numberTypedWrong', cause: 'operator', speaksFor: newestIs('typed') },
  { finding: 'refused', cause: 'refusedByIssuer', speaksFor: newestIs('answerCode') },
];

/** Short codes for the hotline; the letter is the cause. */
const codes: Readonly<Record<Finding, string>> = {
  chipDirty: 'D2',
  chipDead: 'D1',
  chipDamaged: 'D3',
  cardExpired: 'D4',
  stripeDamaged: 'D5',
  cardPulled: 'O1',
  insertChip: 'O2',
  numberTypedWrong: 'O3',
  cardBlocked: 'U1',
  cardNotAccepted: 'U2',
  readerFault: 'F1',
  readerGone: 'F2',
  noLine: 'N1',
  lineBroke: 'N2',
  bankSilent: 'B1',
  bankDown: 'B2',
  badAnswer: 'B3',
  refused: 'R1',
  keepCard: 'S1',
  settingsRefused: 'T1',
  unknown: 'X0',
};

export const codeOf = (finding: Finding): string => codes[finding];
