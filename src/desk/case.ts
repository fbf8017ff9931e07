import type { DomainEvent, IncidentResult } from '../journal/events.ts';
import type { Money } from '../money.ts';
import type { Diagnosis, Evidence, RemedyKind } from '../recovery/evidence.ts';
import { append, type Flow, facts } from './flow.ts';
import type { TimedLook } from './head-health.ts';
import { incidents } from './queries.ts';
import { localTime } from './time.ts';
import type { Language } from './view.ts';
import { diagnosisOf } from './ways/context.ts';

/** What is known of the card in front of us, even when its number could not be captured whole. */
export type SeenCard = {
  readonly lookup?: string;
  readonly firstDigits?: string;
  readonly last4?: string;
  readonly expiry?: string;
};

/**
 * One wish of a customer (a hold of this amount) and everything that was tried for it. The case opens with the
 * first failure; a wish that is granted at once leaves none.
 */
export type Wish = {
  readonly amount: Money;
  readonly note?: string;
  readonly startedAtMs: number;
  /** The desk's own memory of the reader, over all wishes. */
  readonly health: ReaderHealth;
  evidence: Evidence[];
  diagnosis?: Diagnosis;
  incidentId?: string;
  way?: RemedyKind;
  /** Which of the customer's cards is being tried: counts up with "another card". */
  cardNumber: number;
  tries: number;
  bankTries: number;
  bankAwaySinceMs?: number;
  card?: SeenCard;
  /** The customer's, by the card. */
  language: Language | undefined;
  reversalOwed: boolean;
  /** Ways that were walked for this wish and did not help. */
  readonly failed: Set<RemedyKind>;
  /** Of the stripe that was read last, as ISO 7813 has it. */
  serviceCode?: string;
  /** Applications that the chip offered, and by name the one that was taken and the one not to take again. */
  applications: number;
  applicationTried?: string;
  applicationLeftOut?: string;
  /** The wish is about a hold that stands already. */
  readonly later?: { readonly holdId: string; readonly urgent: boolean };
};

/** What the reader did lately: clears or accuses it. */
export type ReaderHealth = {
  lastGood?: { readonly lookup: string; readonly atMs: number };
  /** Different cards that failed since the last good read, each with how it failed. */
  readonly failedCards: Map<string, string>;
  /** The last swipes that showed something weak, oldest first. */
  readonly swipes: TimedLook[];
};

export const newWish = (
  amount: Money,
  note: string | undefined,
  startedAtMs: number,
  health: ReaderHealth,
): Wish => ({
  amount,
  ...(note === undefined ? {} : { note }),
  startedAtMs,
  health,
  evidence: [],
  cardNumber: 1,
  tries: 0,
  bankTries: 0,
  language: undefined,
  reversalOwed: false,
  failed: new Set(),
  applications: 0,
});

/** Name of the card being tried, for evidence: its number's hash when it is known, else its turn. */
export const cardName = (wish: Wish): string => wish.card?.lookup ?? `card-${wish.cardNumber}`;

/** Takes new evidence into the wish and diagnoses it; no case comes of this alone. */
export function* look(wish: Wish, evidence: Evidence): Flow<Diagnosis> {
  const now = yield* facts();
  wish.evidence.push(evidence, ...healthEvidence(wish, evidence, now.nowMs));
  wish.diagnosis = diagnosisOf(wish, now);
  return wish.diagnosis;
}

/** The same, and into the case: opens or continues the incident, and journals it. */
export function* fail(wish: Wish, evidence: Evidence): Flow<Diagnosis> {
  const diagnosis = yield* look(wish, evidence);
  const { incidentId } = wish;
  if (incidentId === undefined) {
    yield* openCase(wish);
    delete wish.way;
    return diagnosis;
  }
  const events: DomainEvent[] = [];
  if (wish.way !== undefined)
    events.push({ kind: 'incident.remedyEnded', incidentId, remedy: wish.way, end: 'failed' });
  events.push({ kind: 'incident.evidence', incidentId, evidence, diagnosis });
  delete wish.way;
  yield* append({ events });
  return diagnosis;
}

/** The case of a wish that has a diagnosis; one that is open stays as it is. */
export function* openCase(wish: Wish): Flow<void> {
  const { diagnosis } = wish;
  if (wish.incidentId !== undefined || diagnosis === undefined) return;
  const { operator } = yield* facts();
  const incidentId = yield* newIncidentId();
  wish.incidentId = incidentId;
  yield* append({
    events: [
      {
        kind: 'incident.opened',
        incidentId,
        amount: wish.amount,
        ...(wish.note === undefined ? {} : { note: wish.note }),
        operator,
        diagnosis,
      },
      ...(wish.later === undefined
        ? []
        : [{ kind: 'incident.linked', incidentId, holdId: wish.later.holdId } as const]),
    ],
  });
}

/** The ways anew, after one of them was walked. */
export function* rethink(wish: Wish): Flow<void> {
  if (wish.diagnosis !== undefined) wish.diagnosis = diagnosisOf(wish, yield* facts());
}

const readerEvidence = new Set<Evidence['type']>(['noAtr', 'badAtr', 'chipFailed', 'stripeFailed']);

function healthEvidence(wish: Wish, evidence: Evidence, nowMs: number): Evidence[] {
  if (!readerEvidence.has(evidence.type)) return [];
  const { health } = wish;
  noteFailedCard(wish, evidence);
  const known = new Set(wish.evidence.map(({ type }) => type));
  const out: Evidence[] = [];
  if (health.failedCards.size >= 2)
    out.push({ type: 'differentCardsFailed', cards: health.failedCards.size });
  else if (health.lastGood !== undefined && !known.has('readerReadOther'))
    out.push({
      type: 'readerReadOther',
      minutesAgo: Math.max(0, Math.floor((nowMs - health.lastGood.atMs) / 60_000)),
    });
  return out;
}

/**
 * Counts different cards. Within a wish they are told apart by "another card"; the first card of a new wish that
 * fails just like an earlier one may be that card again, so it is not counted.
 */
function noteFailedCard(wish: Wish, evidence: Evidence): void {
  const { failedCards } = wish.health;
  const key = wish.card?.lookup ?? `${wish.startedAtMs}/${wish.cardNumber}`;
  if (failedCards.has(key)) return;
  const how = evidence.type === 'chipFailed' ? `chip ${evidence.failure}` : evidence.type;
  const perhapsSeen = wish.cardNumber === 1 && [...failedCards.values()].includes(how);
  if (!perhapsSeen) failedCards.set(key, how);
}

/** A card was read well: the reader is cleared. */
export function readWell(health: ReaderHealth, lookup: string, nowMs: number): void {
  health.lastGood = { lookup, atMs: nowMs };
  health.failedCards.clear();
}

export function* newIncidentId(): Flow<string> {
  const now = yield* facts();
  const { date, yymmdd } = localTime(now.nowMs, now.config.timeZone);
  const prefix = `${now.config.merchant.terminalId.trim()}-${yymmdd.slice(0, 2)}-${date}-`;
  const today = incidents(now).filter(({ incidentId }) => incidentId.startsWith(prefix)).length;
  return prefix + String(today + 1).padStart(2, '0');
}

export function* startRemedy(wish: Wish, remedy: RemedyKind): Flow<void> {
  wish.way = remedy;
  if (wish.incidentId === undefined) return;
  yield* append({
    events: [{ kind: 'incident.remedyStarted', incidentId: wish.incidentId, remedy }],
  });
}

/** A way came to its end and the wish is still open. One whose end stands in the journal already is left alone. */
export function* endRemedy(
  wish: Wish,
  end: 'done' | 'failed' | 'givenUp',
  detail?: string,
): Flow<void> {
  const { incidentId, way } = wish;
  delete wish.way;
  if (incidentId === undefined || way === undefined) return;
  yield* append({
    events: [
      {
        kind: 'incident.remedyEnded',
        incidentId,
        remedy: way,
        end,
        ...(detail === undefined ? {} : { detail }),
      },
    ],
  });
}

/** Rows that end a case well, to go into the same transaction as what ended it. */
export function resolvedEvents(wish: Wish, result: IncidentResult, holdId?: string): DomainEvent[] {
  const { incidentId, way } = wish;
  if (incidentId === undefined) return [];
  return [
    ...(way === undefined
      ? []
      : [{ kind: 'incident.remedyEnded', incidentId, remedy: way, end: 'done' } as const]),
    ...(holdId === undefined ? [] : [{ kind: 'incident.linked', incidentId, holdId } as const]),
    { kind: 'incident.resolved', incidentId, result },
  ];
}

/** The cashier stopped: the case stays open until somebody closes it with a result. */
export function* giveUp(wish: Wish): Flow<void> {
  if (wish.incidentId === undefined) return;
  yield* append({
    events: [
      {
        kind: 'incident.remedyEnded',
        incidentId: wish.incidentId,
        remedy: wish.way ?? 'stop',
        end: 'givenUp',
      },
    ],
  });
}
