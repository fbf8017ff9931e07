import { fallbackAllowed } from '../capture/policy.ts';
import type { DiagnosisContext } from './diagnose.ts';
import type { Evidence, Finding, Remedy, RemedyKind } from './evidence.ts';

/** What each way costs; the screen says it in words. */
const cost: Readonly<Record<RemedyKind, number>> = {
  readAgain: 15,
  insertChip: 10,
  swipe: 10,
  otherCard: 60,
  cleanReader: 180,
  tryBankAgain: 15,
  waitForBank: 40,
  callIssuer: 300,
  typeAgain: 40,
  otherAmount: 20,
  stop: 0,
};

/** Best way first. What the rules refuse is struck out by {@link allowed}. */
const ways: Readonly<Record<Finding, readonly RemedyKind[]>> = {
  chipDirty: ['readAgain', 'swipe', 'otherCard', 'callIssuer'],
  chipDead: ['otherCard', 'swipe', 'readAgain', 'callIssuer'],
  chipDamaged: ['otherCard', 'readAgain', 'swipe', 'callIssuer'],
  cardPulled: ['readAgain', 'otherCard', 'callIssuer'],
  cardExpired: ['otherCard'],
  stripeDamaged: ['readAgain', 'insertChip', 'otherCard', 'callIssuer'],
  insertChip: ['insertChip', 'otherCard'],
  cardBlocked: ['otherCard'],
  cardNotAccepted: ['otherCard', 'callIssuer'],
  readerFault: ['cleanReader', 'readAgain', 'callIssuer'],
  readerGone: ['readAgain', 'callIssuer'],
  noLine: ['waitForBank', 'tryBankAgain', 'callIssuer'],
  lineBroke: ['tryBankAgain', 'waitForBank', 'callIssuer'],
  bankSilent: ['waitForBank', 'tryBankAgain', 'callIssuer'],
  bankDown: ['waitForBank', 'callIssuer', 'otherCard'],
  badAnswer: ['tryBankAgain', 'waitForBank', 'callIssuer'],
  numberTypedWrong: ['typeAgain'],
  refused: ['otherCard', 'otherAmount', 'callIssuer'],
  keepCard: ['stop'],
  settingsRefused: ['tryBankAgain', 'callIssuer'],
  settingsWrong: ['otherCard', 'tryBankAgain', 'callIssuer'],
  swipedBadly: ['readAgain', 'insertChip', 'otherCard', 'callIssuer'],
  headDirty: ['readAgain', 'insertChip', 'otherCard', 'callIssuer'],
  lineNotTrusted: ['waitForBank', 'tryBankAgain', 'callIssuer'],
  cardWithheld: ['readAgain', 'otherCard'],
  askSupervisor: ['stop'],
  unknown: ['readAgain', 'otherCard', 'callIssuer'],
};

/** The first failures of a dirty chip are worth a second read; a third is not. */
const readsWorthTrying = 3;

/** Codes that end all talk about typing and calling: the issuer has decided. */
const finalFindings = new Set<Finding>([
  'keepCard',
  'askSupervisor',
  'cardExpired',
  'cardBlocked',
  'refused',
]);

/** Ordered ways for a finding, after the rules of the merchant, the profile and the card. Never empty. */
export function remediesFor(
  finding: Finding,
  evidence: readonly Evidence[],
  context: DiagnosisContext,
): readonly Remedy[] {
  const referral: readonly RemedyKind[] = referred(evidence) ? ['callIssuer'] : [];
  const kinds = [...referral, ...ways[finding]]
    .filter((kind, at, all) => all.indexOf(kind) === at)
    .filter((kind) => allowed(kind, finding, evidence, context));
  const worn = kinds[0] === 'readAgain' && chipTries(evidence) >= readsWorthTrying;
  const ordered = worn ? [...kinds.slice(1), 'readAgain' as const] : kinds;
  return [...ordered.filter((kind) => kind !== 'stop'), 'stop' as const].map((kind) => ({
    kind,
    seconds: cost[kind],
    ...(kind === 'callIssuer' ? { becomes: 'offlineSale' as const } : {}),
    supervisor: kind === 'callIssuer' && context.policies.supervisorForOfflineSale,
  }));
}

function allowed(
  kind: RemedyKind,
  finding: Finding,
  evidence: readonly Evidence[],
  { policies, hasStripe }: DiagnosisContext,
): boolean {
  switch (kind) {
    case 'callIssuer':
      return (
        policies.voiceAuthorisationAllowed && (!finalFindings.has(finding) || referred(evidence))
      );
    case 'swipe':
      return hasStripe && fallbackAllowed(evidence, policies.stripeFallback);
    default:
      return true;
  }
}

const referred = (evidence: readonly Evidence[]): boolean => {
  const last = evidence.findLast((item) => item.type === 'answerCode');
  return last?.type === 'answerCode' && (last.code === '01' || last.code === '02');
};

const chipTries = (evidence: readonly Evidence[]): number =>
  evidence.filter(({ type }) => type === 'noAtr' || type === 'badAtr' || type === 'chipFailed')
    .length;
