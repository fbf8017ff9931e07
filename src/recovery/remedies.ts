import { answerCodes } from '../acquirer/answer-codes.ts';
import { fallbackAllowed } from '../capture/policy.ts';
import type { Config } from '../config/schema.ts';
import type { DiagnosisContext } from './diagnose.ts';
import type { Agreeing, Evidence, Finding, Remedy, RemedyKind } from './evidence.ts';
import { sceneOf } from './scene.ts';
import { type DeviceClass, separateParts } from './ways-device.ts';
import { finalFindings, type Need, waysRules } from './ways-rules.ts';
import { type Moment, offersOf } from './ways-table.ts';

/** What the ways depend on beside the evidence and the policies: moment, permissions, card and devices. */
export type WaysFacts = {
  readonly moment: Moment;
  readonly permissions: Config['ways'];
  readonly card: {
    /** ISO 7813, when a stripe was read. */
    readonly serviceCode?: string;
    /** Applications on the chip that this terminal takes, as far as they were seen. */
    readonly applications: number;
    /** Where the evidence of this card begins; from the start when nothing is said. */
    readonly evidenceFrom?: number;
  };
  readonly device: DeviceClass;
  readonly secondHost: boolean;
  readonly pairedDevice: boolean;
  /** Later: a completion was wanted, and the hold may be charged by phone. */
  readonly mayCharge: boolean;
  /** The hold ends within a day: waiting steps back. */
  readonly urgent: boolean;
  /** Ways that were walked in this case and did not help. */
  readonly failed: ReadonlySet<RemedyKind>;
};

/** Nothing is permitted and nothing is there: what a diagnosis without a desk is made with. */
const plainFacts: WaysFacts = {
  moment: 'atHold',
  permissions: {
    cashDeposit: false,
    emergencySlip: false,
    technicianHours: 24,
  },
  card: { applications: 0 },
  device: 'esign',
  secondHost: false,
  pairedDevice: false,
  mayCharge: false,
  urgent: false,
  failed: new Set(),
};

/** The first failures of a dirty chip are worth a second read; a third is not. */
const readsWorthTrying = 3;
const waiting: ReadonlySet<RemedyKind> = new Set(['waitForBank', 'tryBankAgain']);

type Situation = {
  readonly finding: Finding;
  readonly evidence: readonly Evidence[];
  readonly context: DiagnosisContext;
  readonly facts: WaysFacts;
};

/** How each need is seen. */
const met: Readonly<Record<Need, (situation: Situation) => boolean>> = {
  stripe: ({ evidence, context, facts }) =>
    context.hasStripe &&
    (/^[^26]/.test(facts.card.serviceCode ?? '') ||
      fallbackAllowed(
        evidence.slice(facts.card.evidenceFrom ?? 0),
        context.policies.stripeFallback,
      )),
  chip: ({ facts }) => !/^[^26]/.test(facts.card.serviceCode ?? ''),
  otherApplication: ({ facts }) => facts.card.applications > 1,
  voicePermission: ({ context }) => context.policies.voiceAuthorisationAllowed,
  chargeWanted: ({ facts }) => facts.moment === 'atHold' || facts.mayCharge,
  cardAbsentPermission: ({ context }) => context.policies.cardAbsentPreauthAllowed,
  cashPermission: ({ facts }) => facts.permissions.cashDeposit,
  paperPermission: ({ facts }) => facts.permissions.emergencySlip,
  secondHost: ({ facts }) => facts.secondHost,
  pairedDevice: ({ facts }) => facts.pairedDevice,
  separateParts: ({ facts }) => separateParts[facts.device],
  suspectedOnly: ({ finding, evidence }) =>
    finding === 'askSupervisor' && !captured(evidence) && !listed(evidence),
  issuerUndecided: ({ finding, evidence }) => !finalFindings.has(finding) || referred(evidence),
  noFraud: ({ finding, evidence }) =>
    finding !== 'keepCard' && finding !== 'askSupervisor' && !captured(evidence),
  standingHold: ({ facts }) => facts.moment === 'later',
  typed: ({ evidence }) => {
    const { newest } = sceneOf(evidence);
    return newest?.type === 'typed' || (newest?.type === 'answerCode' && newest.entry === 'keyed');
  },
};

/**
 * The ways out of a finding, best first, after the rules of the merchant, the profile, the card and the moment.
 * Never empty: `stop` is always the last.
 */
export function remediesFor(
  finding: Finding,
  evidence: readonly Evidence[],
  context: DiagnosisContext,
): readonly Remedy[] {
  const facts = context.ways ?? plainFacts;
  const situation: Situation = { finding, evidence, context, facts };
  const offered = offersOf(finding, facts.moment, facts.device, newestCode(evidence))
    .filter((kind, at, all) => all.indexOf(kind) === at)
    .filter((kind) => waysRules[kind].needs.every((need) => met[need](situation)));
  const stepsBack = (kind: RemedyKind): boolean =>
    (facts.failed.has(kind) && !waysRules[kind].repeats) ||
    (facts.urgent && waiting.has(kind)) ||
    (kind === 'readAgain' && kind === offered[0] && chipTries(evidence) >= readsWorthTrying);
  return [
    ...offered.filter((kind) => !stepsBack(kind)),
    ...offered.filter(stepsBack),
    'stop' as const,
  ].map((kind) => remedyOf(kind, context));
}

function remedyOf(kind: RemedyKind, { policies }: DiagnosisContext): Remedy {
  const { seconds, risk, agrees, becomes } = waysRules[kind];
  const asked = (who: Agreeing): boolean =>
    who !== 'supervisor' || kind !== 'callIssuer' || policies.supervisorForOfflineSale;
  return {
    kind,
    seconds,
    risk,
    agrees: agrees.filter(asked),
    ...(becomes === undefined ? {} : { becomes }),
  };
}

function newestCode(evidence: readonly Evidence[]): string | undefined {
  const last = sceneOf(evidence).newest;
  return last?.type === 'answerCode' ? last.code : undefined;
}

const referred = (evidence: readonly Evidence[]): boolean => {
  const last = evidence.findLast((item) => item.type === 'answerCode');
  return last?.type === 'answerCode' && (last.code === '01' || last.code === '02');
};

/** A bank that wants the card kept is obeyed for the rest of the case, whatever is tried after it. */
const captured = (evidence: readonly Evidence[]): boolean =>
  evidence.some(
    (item) => item.type === 'answerCode' && answerCodes.get(item.code)?.family === 'capture',
  );

const listed = (evidence: readonly Evidence[]): boolean =>
  evidence.some((item) => item.type === 'fraudSignal' && item.signal === 'listedCard');

const chipTries = (evidence: readonly Evidence[]): number =>
  evidence.filter(({ type }) => type === 'noAtr' || type === 'badAtr' || type === 'chipFailed')
    .length;
