import type { Config } from '../config/schema.ts';
import type { Cause, Diagnosis, Evidence, Finding } from './evidence.ts';
import { codeOf, findings } from './findings.ts';
import { remediesFor } from './remedies.ts';

export type DiagnosisContext = {
  readonly policies: Config['policies'];
  readonly readerReady: boolean;
  readonly hasStripe: boolean;
};

/**
 * Names one cause from what the terminal saw. Pure and explained: `because` holds the evidence that speaks for it,
 * strongest first, and what clears somebody else. The newest failure decides; earlier ones weigh in where the
 * table of findings says so. A cause that nothing speaks for is `unknown`.
 */
export function diagnose(evidence: readonly Evidence[], context: DiagnosisContext): Diagnosis {
  for (const rule of findings) {
    const because = rule.speaksFor(evidence);
    if (because.length === 0) continue;
    return finish(rule.finding, rule.cause, because, evidence, context, rule.alternatives ?? []);
  }
  return finish('unknown', 'unknown', evidence.slice(-1), evidence, context, [
    'damagedOrExpired',
    'deviceFault',
  ]);
}

function finish(
  finding: Finding,
  cause: Cause,
  because: readonly Evidence[],
  evidence: readonly Evidence[],
  context: DiagnosisContext,
  alternatives: readonly Cause[],
): Diagnosis {
  const clearing = evidence.filter(
    ({ type }) => type === 'readerReadOther' || type === 'otherHostAnswers' || type === 'bulletin',
  );
  return {
    cause,
    finding,
    code: codeOf(finding),
    because: [...because, ...clearing.filter((item) => !because.includes(item))],
    alternatives,
    remedies: remediesFor(finding, evidence, context),
  };
}
