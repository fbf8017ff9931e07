import { answerCode } from '../acquirer/answer-codes.ts';
import type { Evidence } from './evidence.ts';
import { type Scene, sameCard, sceneOf, stageOf } from './scene.ts';
import { bankWeights } from './weights/bank.ts';
import { cardsInARow, cardWeights } from './weights/card.ts';
import { lineWeights } from './weights/line.ts';
import { peopleWeights } from './weights/people.ts';
import type { NamedCause, Weight, Weights } from './weights/weight.ts';

/** One line of the sum: which evidence gave how many points to which cause, and why. */
export type Contribution = Weight & {
  /** Absent when several pieces together say it. */
  readonly evidence?: Evidence;
};

export type Score = { readonly cause: NamedCause; readonly points: number };

export type Weighing = {
  readonly scene: Scene;
  readonly contributions: readonly Contribution[];
  /** Likeliest first; only causes that something speaks for. */
  readonly scores: readonly Score[];
};

const table: Weights<Evidence['type']> = {
  ...cardWeights,
  ...lineWeights,
  ...bankWeights,
  ...peopleWeights,
};

/** The same failure again says half as much as the last one; another, earlier failure hardly anything. */
const again = 0.5;
const earlier = 0.15;

/** Adds up what each piece of evidence says for and against each cause. Pure; the order matters only between failures. */
export function weigh(evidence: readonly Evidence[], hasStripe: boolean = true): Weighing {
  const scene = sceneOf(evidence, hasStripe);
  const contributions: Contribution[] = evidence.flatMap((item, at) => {
    const factor = factorOf(item, at, scene);
    if (factor === 0) return [];
    // Each row takes the evidence of its own type: the table is typed so, a lookup by union is not.
    const row = table[item.type] as (one: Evidence, scene: Scene) => readonly (Weight | false)[];
    return row(item, scene)
      .filter((weight) => weight !== false)
      .filter(({ points }) => points !== 0)
      .map((weight) => ({ ...weight, points: weight.points * factor, evidence: item }));
  });
  const counted = evidence.findLast(({ type }) => type === 'differentCardsFailed') ?? scene.newest;
  for (const weight of cardsInARow(scene))
    contributions.push(counted === undefined ? weight : { ...weight, evidence: counted });
  return { scene, contributions, scores: scoresOf(contributions) };
}

function scoresOf(contributions: readonly Contribution[]): readonly Score[] {
  const sums = new Map<NamedCause, number>();
  for (const { cause, points } of contributions) sums.set(cause, (sums.get(cause) ?? 0) + points);
  return [...sums]
    .map(([cause, points]) => ({ cause, points }))
    .filter(({ points }) => points > 0)
    .sort((one, other) => other.points - one.points || (one.cause < other.cause ? -1 : 1));
}

function factorOf(item: Evidence, at: number, scene: Scene): number {
  const { newest, evidence } = scene;
  const stage = stageOf(item);
  if (stage === 'none') return said(item, at, evidence) ? 0 : 1;
  if (newest === undefined || item === newest) return 1;
  if (item.type === 'answerCode' && answerCode(item.code).family === 'capture') return 1;
  if (stage !== scene.stage || !sameCard(item, newest)) return 0;
  if (item.type !== newest.type) return earlier;
  const since = evidence.slice(at + 1).filter(({ type }) => type === item.type).length;
  return again ** since;
}

/** Failures of a card that somebody did give. */
const cardWasGiven: ReadonlySet<Evidence['type']> = new Set<Evidence['type']>([
  'noAtr',
  'badAtr',
  'chipFailed',
  'cardPulled',
  'stripeFailed',
  'stripeOfChipCard',
  'cardDeclined',
  'answerCode',
]);

/** An answer or a check that was given again later counts once: the last time. */
function said(item: Evidence, at: number, evidence: readonly Evidence[]): boolean {
  const later = evidence.slice(at + 1);
  switch (item.type) {
    case 'said':
      return (
        later.some((each) => each.type === 'said' && each.question === item.question) ||
        (item.question === 'customerUnwilling' && later.some(({ type }) => cardWasGiven.has(type)))
      );
    case 'linkProbe':
      return later.some((each) => each.type === 'linkProbe' && each.check === item.check);
    case 'settingsProblem':
      return later.some((each) => each.type === 'settingsProblem' && each.item === item.item);
    case 'testCard':
      return later.some((each) => each.type === 'testCard' && each.by === item.by);
    case 'cardExpired':
    case 'readerReadOther':
    case 'otherHostAnswers':
    case 'bulletin':
      return later.some(({ type }) => type === item.type);
    default:
      return false;
  }
}
