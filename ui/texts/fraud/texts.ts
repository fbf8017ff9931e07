import type { Decision } from '#src/fraud/events.ts';
import type { Signal } from '#src/fraud/score.ts';

/** Words for the supervisor alone. */
export type FraudTexts = {
  readonly title: string;
  readonly none: string;
  readonly call: (number: number) => string;
  readonly signal: Readonly<Record<Signal, (count: number) => string>>;
  readonly amount: string;
  readonly mayBeHonest: string;
  readonly doTitle: string;
  readonly dos: readonly string[];
  readonly neverTitle: string;
  readonly nevers: readonly string[];
  readonly bankCalled: string;
  readonly next: string;
  readonly question: string;
  readonly decision: Readonly<Record<Decision, string>>;
  readonly hint: (hotline: string) => Readonly<Record<Decision, string>>;
};
