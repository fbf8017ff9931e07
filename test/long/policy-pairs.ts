import { defaults } from '#src/config/defaults.ts';
import { diagnose } from '#src/recovery/diagnose.ts';
import type { Cause, Evidence, Finding, RemedyKind } from '#src/recovery/evidence.ts';
import { everyCode, everyFinding, offersOf } from '#src/recovery/ways-table.ts';

/** Whose a headline is, by the letter of its code. */
const causeOfFinding: Readonly<Record<Finding, Cause>> = {
  chipDirty: 'damagedOrExpired',
  chipDead: 'damagedOrExpired',
  chipDamaged: 'damagedOrExpired',
  cardExpired: 'damagedOrExpired',
  stripeDamaged: 'damagedOrExpired',
  cardPulled: 'operator',
  insertChip: 'operator',
  numberTypedWrong: 'operator',
  swipedBadly: 'operator',
  cardBlocked: 'unsupportedCard',
  cardNotAccepted: 'unsupportedCard',
  readerFault: 'deviceFault',
  readerGone: 'deviceFault',
  headDirty: 'deviceFault',
  headSilent: 'deviceFault',
  noLine: 'network',
  lineBroke: 'network',
  lineNotTrusted: 'bankSide',
  bankSilent: 'bankSide',
  bankDown: 'bankSide',
  badAnswer: 'bankSide',
  refused: 'refusedByIssuer',
  keepCard: 'suspectedFraud',
  askSupervisor: 'suspectedFraud',
  settingsRefused: 'settings',
  settingsWrong: 'settings',
  cardWithheld: 'withheld',
  numberMissing: 'withheld',
  unknown: 'unknown',
};

const context = { policies: defaults.policies, readerReady: true, hasStripe: true };
const entries = ['chip', 'stripe', 'keyed'] as const;

/** Every pair of cause and way that the policy table can offer at a hold on an e-signature terminal. */
export function policyPairs(): ReadonlySet<string> {
  const pairs = new Set<string>();
  const add = (cause: Cause, offers: readonly RemedyKind[]) => {
    for (const remedy of offers) pairs.add(`${cause} ${remedy}`);
  };
  for (const finding of everyFinding)
    add(causeOfFinding[finding], offersOf(finding, 'atHold', 'esign'));
  for (const code of everyCode)
    for (const entry of entries) {
      const evidence: Evidence[] = [{ type: 'answerCode', code, entry }];
      const { cause, finding } = diagnose(evidence, context);
      add(cause, offersOf(finding, 'atHold', 'esign', code));
    }
  return pairs;
}
