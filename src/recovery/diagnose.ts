import type { Config } from '../config/schema.ts';
import type { Cause, Diagnosis, Evidence, NextTest } from './evidence.ts';
import { codeOf, findingOf } from './findings.ts';
import { nextTestFor } from './next-test.ts';
import { remediesFor, type WaysFacts } from './remedies.ts';
import { type Contribution, type Score, type Weighing, weigh } from './weigh.ts';

export type DiagnosisContext = {
  readonly policies: Config['policies'];
  readonly readerReady: boolean;
  readonly hasStripe: boolean;
  /** Without them the plainest are taken: nothing permitted, nothing there. */
  readonly ways?: WaysFacts;
};

/** A cause is said when something clear speaks for it, and it is twice as likely as the next. */
export const leastPoints = 1;
export const leastMargin = 0.7;
/** Within this of the likeliest a cause is named as an alternative: up to seven times less likely. */
const alternativeWithin = 2;
/** Beyond this lead there is nothing left to ask. */
const settledMargin = 2;
const mostAlternatives = 3;

/**
 * Names the cause that the evidence speaks for, adding up log-odds (`weights/`). Pure and explained: `because` holds
 * the evidence that speaks for it, strongest first, then what clears the others. When no cause leads clearly it is
 * `unknown`, with the one question or test that would settle it.
 */
export function diagnose(evidence: readonly Evidence[], context: DiagnosisContext): Diagnosis {
  const weighing = weigh(evidence, context.hasStripe);
  const cause = decide(weighing.scores);
  const finding = findingOf(cause, weighing.scene);
  const nextTest = testOf(cause, weighing);
  return {
    cause,
    finding,
    code: codeOf(finding),
    because: reasonsOf(cause, weighing),
    alternatives: alternativesOf(cause, weighing.scores),
    ...(nextTest === undefined ? {} : { nextTest }),
    remedies: remediesFor(finding, evidence, context),
  };
}

function decide([first, second]: readonly Score[]): Cause {
  if (first === undefined || first.points < leastPoints) return 'unknown';
  return first.points - (second?.points ?? 0) >= leastMargin ? first.cause : 'unknown';
}

function alternativesOf(cause: Cause, scores: readonly Score[]): readonly Cause[] {
  const best = scores[0]?.points ?? 0;
  return scores
    .filter((score) => score.cause !== cause && score.points >= best - alternativeWithin)
    .slice(0, mostAlternatives)
    .map((score) => score.cause);
}

/** Of a cause that leads by far nothing is asked; capture codes are never discussed in front of the customer. */
function testOf(cause: Cause, { scores, scene }: Weighing): NextTest | undefined {
  const [first, second] = scores;
  if (cause === 'suspectedFraud') return undefined;
  if (first === undefined) return nextTestFor('unknown', 'unknown', scene);
  if (cause !== 'unknown' && first.points - (second?.points ?? 0) >= settledMargin)
    return undefined;
  return nextTestFor(first.cause, second?.cause ?? 'unknown', scene);
}

/** What speaks for the cause, strongest first, and what speaks against the others. Of no cause: what there is. */
function reasonsOf(cause: Cause, { contributions, scores, scene }: Weighing): readonly Evidence[] {
  const rivals = new Set(
    cause === 'unknown' ? scores.slice(0, 2).map((score) => score.cause) : [cause],
  );
  const speaking = strongest(
    contributions.filter(({ cause: of, points }) => rivals.has(of as never) && points > 0),
  );
  const clearing = strongest(contributions.filter(({ points }) => points < 0)).filter(
    (item) => !speaking.includes(item) && (cause !== 'unknown' || item !== scene.newest),
  );
  const reasons = [...speaking, ...clearing];
  return reasons.length > 0 || scene.evidence.length === 0 ? reasons : scene.evidence.slice(-1);
}

/** The evidence of these contributions, each once, by how much it says. */
function strongest(contributions: readonly Contribution[]): readonly Evidence[] {
  const sums = new Map<Evidence, number>();
  for (const { evidence, points } of contributions)
    if (evidence !== undefined)
      sums.set(evidence, Math.max(sums.get(evidence) ?? 0, Math.abs(points)));
  return [...sums].sort(([, one], [, other]) => other - one).map(([evidence]) => evidence);
}
