import type { KernelFailureCode } from '../emv/contract.ts';
import type { Evidence, EvidenceOf, LinkCheck, SettingsItem } from './evidence.ts';

/** How far the wish had come when the newest failure struck: at the card, at the keys, at the bank. */
export type Stage = 'card' | 'typing' | 'bank' | 'none';

type Type = Evidence['type'];

/** Types that are failures of their own; the others comment on one. */
const stages: Partial<Record<Type, Stage>> = {
  noAtr: 'card',
  badAtr: 'card',
  chipFailed: 'card',
  cardPulled: 'card',
  stripeFailed: 'card',
  stripeOfChipCard: 'card',
  cardDeclined: 'card',
  readerFault: 'card',
  nothingPresented: 'card',
  typed: 'typing',
  linkFault: 'bank',
  answerCode: 'bank',
  badAnswer: 'bank',
};

export const stageOf = ({ type }: Evidence): Stage => stages[type] ?? 'none';

/** The chip answered and then fell silent or lost bytes: what dirt and a bad seat look like. */
const breaksOff = new Set<KernelFailureCode>(['cardMute', 'protocolError', 'malformedResponse']);

export const brokeOff = ({ failure }: EvidenceOf<'chipFailed'>): boolean => breaksOff.has(failure);

/** A failure that the reader or the head may have caused; a card that was read and refused says they are well. */
export const readerFailed = (item: Evidence): boolean =>
  item.type === 'noAtr' ||
  item.type === 'badAtr' ||
  item.type === 'stripeFailed' ||
  (item.type === 'chipFailed' && brokeOff(item));

/** A swipe took place and nothing of it arrived: the stripe faced away, is erased, or the line of the head is dead. */
export const withoutSignal = ({ tracks, parityErrors }: EvidenceOf<'stripeFailed'>): boolean =>
  tracks.length === 0 && parityErrors === 0;

/** Chip reader and head are two devices: what clears or accuses one says nothing of the other. */
export const interfaceOf = (item: Evidence | undefined): 'chip' | 'stripe' =>
  item?.type === 'stripeFailed' ? 'stripe' : 'chip';

const chipFailures = new Set<Type>(['noAtr', 'badAtr', 'chipFailed']);

/** The evidence as the weighing reads it: the newest failure, and what stands beside it. */
export type Scene = {
  readonly evidence: readonly Evidence[];
  readonly newest: Evidence | undefined;
  readonly stage: Stage;
  /** Different cards that failed one after the other, and none was read in between. */
  readonly cardsFailed: number;
  /** The chip of the card at hand failed in this case. */
  readonly chipFailed: boolean;
  /** Chip and stripe of the card at hand both failed: two devices, one card. */
  readonly bothFailed: boolean;
  /** The number was typed. */
  readonly keyed: boolean;
  readonly settings: ReadonlySet<SettingsItem>;
  /** The terminal has a magnetic head. */
  readonly hasStripe: boolean;
};

export const latest = <T extends Type>(
  evidence: readonly Evidence[],
  type: T,
): EvidenceOf<T> | undefined =>
  evidence.findLast((item): item is EvidenceOf<T> => item.type === type);

/** A check of the line as it was made last. */
export const lastProbe = (
  evidence: readonly Evidence[],
  check: LinkCheck,
): EvidenceOf<'linkProbe'> | undefined =>
  evidence.findLast(
    (item): item is EvidenceOf<'linkProbe'> => item.type === 'linkProbe' && item.check === check,
  );

export const cardOf = (item: Evidence): string | undefined =>
  'card' in item ? item.card : undefined;

/** Is this failure about the card at hand? One that names no card is taken to be. */
export const sameCard = (item: Evidence, newest: Evidence): boolean => {
  const [one, other] = [cardOf(item), cardOf(newest)];
  return one === undefined || other === undefined || one === other || turnAndHash(one, other);
};

/** A card is named by its turn until its number is known, then by its hash: these two may be one. */
const turnAndHash = (one: string, other: string): boolean => isTurn(one) !== isTurn(other);
const isTurn = (name: string): boolean => /^card-\d+$/.test(name);

export function sceneOf(evidence: readonly Evidence[], hasStripe: boolean = true): Scene {
  const newest = evidence.findLast((item) => stageOf(item) !== 'none');
  const own = evidence.filter((item) => newest !== undefined && sameCard(item, newest));
  const chipFailed = own.some(({ type }) => chipFailures.has(type));
  const stripeFailed = own.some(({ type }) => type === 'stripeFailed');
  const code = latest(evidence, 'answerCode');
  return {
    evidence,
    hasStripe,
    newest,
    stage: newest === undefined ? 'none' : stageOf(newest),
    cardsFailed: cardsFailed(evidence, interfaceOf(newest)),
    chipFailed,
    bothFailed: chipFailed && stripeFailed,
    keyed:
      code?.entry === undefined ? latest(evidence, 'typed') !== undefined : code.entry === 'keyed',
    settings: new Set(
      evidence.flatMap((item) => (item.type === 'settingsProblem' ? [item.item] : [])),
    ),
  };
}

/** At this device, as the desk counted them over all wishes, or as the evidence itself names them. */
function cardsFailed(evidence: readonly Evidence[], device: 'chip' | 'stripe'): number {
  const from = evidence.findLastIndex(
    (item) =>
      (item.type === 'readerReadOther' || (item.type === 'testCard' && item.read)) &&
      (item.by ?? 'chip') === device,
  );
  const named = evidence
    .slice(from + 1)
    .filter((item) => readerFailed(item) && interfaceOf(item) === device)
    .flatMap((item) => cardOf(item) ?? []);
  const turns = new Set(named.filter(isTurn)).size;
  const hashes = new Set(named.filter((name) => !isTurn(name))).size;
  return Math.max(turns, hashes, latest(evidence, 'differentCardsFailed')?.cards ?? 0);
}
