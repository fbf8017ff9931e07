import type { Interface } from '../care/counters.ts';
import type { Evidence } from '../recovery/evidence.ts';
import { readerFailed } from '../recovery/scene.ts';
import { countRead, noReads, type PendingReads } from './care/reads.ts';
import type { Wish } from './case.ts';
import type { Facts } from './flow.ts';
import type { TimedLook } from './head-health.ts';
import { incidents } from './queries.ts';

type Good = { readonly lookup: string; readonly atMs: number };

const goodCardsKept = 3;

/** What the chip reader and the head did lately: clears or accuses them. Over all wishes of a day. */
export type ReaderHealth = {
  /** The last cards that each read well, newest first. */
  readonly good: Readonly<Record<Interface, Good[]>>;
  /** Different cards that failed since the last good read, each with how it failed. */
  readonly failedCards: Map<string, string>;
  /** The last swipes that showed something weak, oldest first. */
  readonly swipes: TimedLook[];
  /** Counted, and not journalled yet. */
  readonly reads: PendingReads;
};

const interfaces: Partial<Record<Evidence['type'], Interface>> = {
  noAtr: 'chip',
  badAtr: 'chip',
  chipFailed: 'chip',
  stripeFailed: 'stripe',
};

/** Evidence about the reader that a failed read brings along. */
export function healthEvidence(wish: Wish, evidence: Evidence, nowMs: number): Evidence[] {
  const by = interfaces[evidence.type];
  if (by === undefined || !readerFailed(evidence)) return [];
  const { health } = wish;
  countRead(health.reads, by, false);
  noteFailedCard(wish, evidence);
  const failed = [...health.failedCards.values()].filter((how) => interfaceOf(how) === by).length;
  // Weak on three cards by now: what it read well before that is no excuse.
  if (evidence.type === 'stripeFailed' && evidence.headDirty === true && failed < 2) return [];
  const good = health.good[by].find(({ lookup }) => lookup !== wish.card?.lookup);
  const known = wish.evidence.some(
    (item) => item.type === 'readerReadOther' && (item.by ?? 'chip') === by,
  );
  if (failed >= 2) return [{ type: 'differentCardsFailed', cards: failed }];
  if (good === undefined || known) return [];
  const minutesAgo = Math.max(0, Math.floor((nowMs - good.atMs) / 60_000));
  return [{ type: 'readerReadOther', minutesAgo, ...(by === 'stripe' ? { by } : {}) }];
}

const interfaceOf = (how: string): Interface => (how.startsWith('stripe') ? 'stripe' : 'chip');

/**
 * Counts different cards. Within a wish they are told apart by "another card"; the first card of a new wish that
 * fails just like an earlier one may be that card again, so it is not counted.
 */
function noteFailedCard(wish: Wish, evidence: Evidence): void {
  const { failedCards } = wish.health;
  const key = wish.card?.lookup ?? `${wish.startedAtMs}/${wish.cardNumber}`;
  noteCard(failedCards, key, howOf(evidence), wish.cardNumber === 1);
}

const howOf = (evidence: Evidence): string =>
  evidence.type === 'chipFailed' ? `chip ${evidence.failure}` : evidence.type;

function noteCard(failed: Map<string, string>, key: string, how: string, first: boolean): void {
  const perhapsSeen = first && [...failed.values()].includes(how);
  if (!failed.has(key) && !perhapsSeen) failed.set(key, how);
}

/** A card was read well: what read it is cleared. */
export function readWell(
  health: ReaderHealth,
  lookup: string,
  nowMs: number,
  by: Interface = 'chip',
): void {
  countRead(health.reads, by, true);
  const others = health.good[by].filter((each) => each.lookup !== lookup);
  health.good[by].splice(0, goodCardsKept, { lookup, atMs: nowMs }, ...others.slice(0, 2));
  for (const [card, how] of health.failedCards)
    if (interfaceOf(how) === by) health.failedCards.delete(card);
}

/** Cases older than this say nothing of the reader's state today. */
const rememberedMs = 12 * 3_600_000;

/** After a start: different cards that failed lately and were not followed by a hold, as the cases tell them. */
export function rememberedHealth(now: Facts): ReaderHealth {
  const failedCards = new Map<string, string>();
  const recent = incidents(now)
    .filter(({ openedAtMs }) => now.nowMs - openedAtMs < rememberedMs)
    .sort((one, other) => one.openedAtMs - other.openedAtMs);
  for (const { incidentId, holdId, evidence } of recent) {
    if (holdId !== undefined) failedCards.clear();
    else
      for (const item of evidence)
        if (readerFailed(item) && 'card' in item && item.card !== undefined)
          noteCard(failedCards, `${incidentId}/${item.card}`, howOf(item), item.card === 'card-1');
  }
  return { good: { chip: [], stripe: [] }, failedCards, swipes: [], reads: noReads() };
}
