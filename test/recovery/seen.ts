import type {
  Cause,
  Evidence,
  EvidenceOf,
  Finding,
  QuestionKind,
  TestKind,
} from '#src/recovery/evidence.ts';

/** What was seen at a counter, what it is, and what would settle it where it cannot be known. */
export type Situation = {
  readonly what: string;
  readonly evidence: readonly Evidence[];
  readonly cause: Cause;
  readonly finding?: Finding;
  /** The question or test that must be asked next. */
  readonly next?: QuestionKind | TestKind;
};

export const at = (
  what: string,
  evidence: readonly Evidence[],
  cause: Cause,
  rest: { readonly finding?: Finding; readonly next?: QuestionKind | TestKind } = {},
): Situation => ({ what, evidence, cause, ...rest });

export const noAtr = (card = 'card-1', tries = 1): Evidence => ({ type: 'noAtr', card, tries });

export const badAtr = (card = 'card-1', tries = 1): Evidence => ({
  type: 'badAtr',
  card,
  atr: '3F00',
  tries,
});

export const chip = (
  failure: EvidenceOf<'chipFailed'>['failure'],
  rest: Partial<EvidenceOf<'chipFailed'>> = {},
): Evidence => ({
  type: 'chipFailed',
  card: 'card-1',
  failure,
  step: 'readRecords',
  tries: 1,
  bytes: '',
  ...rest,
});

export const pulled = (tries = 1): Evidence => ({ type: 'cardPulled', step: 'readRecords', tries });

export const swipe = (rest: Partial<EvidenceOf<'stripeFailed'>> = {}): Evidence => ({
  type: 'stripeFailed',
  tracks: [2],
  parityErrors: 3,
  tries: 1,
  otherTracksFine: false,
  ...rest,
});

export const chipCardSwiped: Evidence = { type: 'stripeOfChipCard', serviceCode: '201' };
export const readOther = (minutesAgo = 4, by?: 'stripe'): Evidence => ({
  type: 'readerReadOther',
  minutesAgo,
  ...(by === undefined ? {} : { by }),
});
export const inARow = (cards: number): Evidence => ({ type: 'differentCardsFailed', cards });
export const part = (fault: EvidenceOf<'readerFault'>['fault']): Evidence => ({
  type: 'readerFault',
  fault,
});
export const testCard = (read: boolean): Evidence => ({ type: 'testCard', read });
export const testSwipe = (read: boolean): Evidence => ({ type: 'testCard', read, by: 'stripe' });

export const line = (fault: EvidenceOf<'linkFault'>['fault'], tries = 1): Evidence => ({
  type: 'linkFault',
  fault,
  tries,
  maybeSent: fault === 'link.answerTimeout',
});

export const probe = (
  check: EvidenceOf<'linkProbe'>['check'],
  problem?: EvidenceOf<'linkProbe'>['problem'],
): Evidence => ({
  type: 'linkProbe',
  check,
  ok: problem === undefined,
  ...(problem === undefined ? {} : { problem }),
  tookMs: 12,
});

export const code = (value: string, rest: Partial<EvidenceOf<'answerCode'>> = {}): Evidence => ({
  type: 'answerCode',
  code: value,
  ...rest,
});

export const expired: Evidence = { type: 'cardExpired', expiry: '2311' };
export const typed = (problem: EvidenceOf<'typed'>['problem'], corrections = 0): Evidence => ({
  type: 'typed',
  problem,
  corrections,
});
export const setting = (
  item: EvidenceOf<'settingsProblem'>['item'],
  detail?: string,
): Evidence => ({
  type: 'settingsProblem',
  item,
  ...(detail === undefined ? {} : { detail }),
});
export const said = (question: QuestionKind, answer: 'yes' | 'no'): Evidence => ({
  type: 'said',
  question,
  answer,
});
export const bulletin: Evidence = { type: 'bulletin', text: 'maintenance', until: '15:00' };
export const nothing = (seconds = 70): Evidence => ({ type: 'nothingPresented', seconds });
export const signal = (kind: EvidenceOf<'fraudSignal'>['signal'], count = 3): Evidence => ({
  type: 'fraudSignal',
  signal: kind,
  count,
});
