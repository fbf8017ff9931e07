import type {
  Cause,
  Evidence,
  LinkCheck,
  LinkProblem,
  QuestionKind,
  SettingsItem,
  TestKind,
} from '#src/recovery/evidence.ts';

type Told =
  | 'linkProbe'
  | 'settingsProblem'
  | 'nothingPresented'
  | 'testCard'
  | 'said'
  | 'fraudSignal';

type By<K extends string, V = string> = { readonly [Key in K]: V };

/** What the diagnosis says beyond its headlines: checks, answers of people, and what would settle it. */
export type WhyTexts = {
  readonly evidence: {
    readonly [T in Told]: (evidence: Extract<Evidence, { type: T }>) => string;
  };
  readonly check: By<LinkCheck>;
  readonly checkFailed: By<LinkCheck>;
  readonly problem: By<LinkProblem>;
  readonly setting: By<SettingsItem>;
  /** Asked in full, on a screen of its own. */
  readonly question: By<QuestionKind>;
  /** Why it is asked. */
  readonly tellsApart: (one: string, other: string) => string;
  /** The same on a button. */
  readonly ask: By<QuestionKind>;
  readonly test: By<TestKind>;
  readonly said: By<QuestionKind, By<'yes' | 'no'>>;
  readonly maybe: (causes: readonly Cause[], name: (cause: Cause) => string) => string;
  /** On a button that shares its row. */
  readonly otherWays: (count: number) => string;
  readonly stop: string;
  readonly yes: string;
  readonly no: string;
  readonly notSure: string;
  readonly askTitle: string;
  readonly presentTestCard: Readonly<Record<'chip' | 'stripe', string>>;
  readonly insertTestCardHint: string;
  readonly testing: string;
  readonly noCard: string;
};
