import { newWishWatch, type WishWatch } from '../fraud/wish-watch.ts';
import type { DomainEvent, IncidentResult } from '../journal/events.ts';
import type { Money } from '../money.ts';
import type { Diagnosis, Evidence, RemedyKind } from '../recovery/evidence.ts';
import { besides, stillTrue } from './besides.ts';
import { append, type Flow, facts } from './flow.ts';
import { raiseAlert } from './fraud.ts';
import { incidents } from './queries.ts';
import { healthEvidence, type ReaderHealth } from './reader-health.ts';
import { caseOfHold, reopenedEvents } from './reopen.ts';
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
  /** Pieces of evidence that are about the cards before this one. */
  evidenceOfEarlierCards: number;
  /** What a number was typed for last. */
  typedFor?: 'cardAbsent' | 'offlineSale';
  /** How the card at hand was read last. */
  readBy?: 'chip' | 'stripe';
  tries: number;
  bankTries: number;
  bankAwaySinceMs?: number;
  card?: SeenCard;
  /** The customer's, by the card. */
  language: Language | undefined;
  reversalOwed: boolean;
  /** What the supervisor may have to look at. */
  readonly watch: WishWatch;
  /** Ways that were walked for this wish and did not help. */
  readonly failed: Set<RemedyKind>;
  /** Of the stripe that was read last, as ISO 7813 has it. */
  serviceCode?: string;
  /** Applications that the chip offered, and by name the one that was taken and the one not to take again. */
  applications: number;
  applicationTried?: string;
  applicationLeftOut?: string;
  /** The wish is about a hold that stands already. */
  readonly later?: {
    readonly holdId: string;
    readonly urgent: boolean;
    /** What a completion of it was to charge; absent when it was to be anything else. */
    readonly charge?: Money;
  };
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
  evidenceOfEarlierCards: 0,
  tries: 0,
  bankTries: 0,
  language: undefined,
  reversalOwed: false,
  failed: new Set(),
  watch: newWishWatch(),
  applications: 0,
});

/** Name of the card being tried, for evidence: its number's hash when it is known, else its turn. */
export const cardName = (wish: Wish): string => wish.card?.lookup ?? `card-${wish.cardNumber}`;

/** What was seen since this card is the one that is tried: what failed before was another card's failure. */
export const evidenceOfCard = (wish: Wish): readonly Evidence[] =>
  wish.evidence.slice(wish.evidenceOfEarlierCards);

/** How the wish is named on a screen. */
export const namedOf = (wish: Wish): { note?: string; last4?: string } => ({
  ...(wish.note === undefined ? {} : { note: wish.note }),
  ...(wish.card?.last4 === undefined ? {} : { last4: wish.card.last4 }),
});

/** Takes new evidence into the wish and diagnoses it; no case comes of this alone. */
export function* look(wish: Wish, ...seen: readonly Evidence[]): Flow<Diagnosis> {
  const now = yield* facts();
  wish.evidence = stillTrue(wish, now);
  for (const evidence of seen) {
    const health = healthEvidence(wish, evidence, now.nowMs);
    wish.evidence.push(evidence, ...health);
    wish.evidence.push(...besides(wish, now));
  }
  wish.diagnosis = diagnosisOf(wish, now);
  return wish.diagnosis;
}

/** The same, and into the case: opens or continues the incident, and journals it. */
export function* fail(wish: Wish, evidence: Evidence): Flow<Diagnosis> {
  const diagnosis = yield* look(wish, evidence);
  yield* record(wish, evidence, diagnosis);
  return diagnosis;
}

/** Journals a failure that was looked at: opens or continues the incident. */
export function* record(wish: Wish, evidence: Evidence, diagnosis: Diagnosis): Flow<void> {
  const { incidentId } = wish;
  if (incidentId === undefined) {
    yield* openCase(wish);
    delete wish.way;
    yield* raiseAlert(wish);
    return;
  }
  const events: DomainEvent[] = [];
  if (wish.way !== undefined)
    events.push({ kind: 'incident.remedyEnded', incidentId, remedy: wish.way, end: 'failed' });
  events.push({ kind: 'incident.evidence', incidentId, evidence, diagnosis });
  delete wish.way;
  yield* append({ events });
  yield* raiseAlert(wish);
}

/** More was learned without a new failure: a check of the line, an answer of the cashier. */
export function* learn(wish: Wish, ...seen: readonly Evidence[]): Flow<Diagnosis> {
  const diagnosis = yield* look(wish, ...seen);
  const { incidentId } = wish;
  if (incidentId !== undefined)
    yield* append({
      events: seen.map((evidence) => ({
        kind: 'incident.evidence',
        incidentId,
        evidence,
        diagnosis,
      })),
    });
  return diagnosis;
}

/** The case of a wish that has a diagnosis; one that is open stays as it is. */
export function* openCase(wish: Wish): Flow<void> {
  const { diagnosis } = wish;
  if (wish.incidentId !== undefined || diagnosis === undefined) return;
  const now = yield* facts();
  const { operator } = now;
  const before = wish.later === undefined ? undefined : caseOfHold(wish.later.holdId, now);
  if (before !== undefined) {
    wish.incidentId = before.incidentId;
    const events = [...reopenedEvents(before, 'failedAgain', now), ...lastSeen(wish, diagnosis)];
    yield* append({ events });
    return;
  }
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

/** The newest evidence of a wish, as a row of the case that it continues. */
function lastSeen({ incidentId, evidence }: Wish, diagnosis: Diagnosis): DomainEvent[] {
  const last = evidence.at(-1);
  return incidentId === undefined || last === undefined
    ? []
    : [{ kind: 'incident.evidence', incidentId, evidence: last, diagnosis }];
}

/** The ways anew, after one of them was walked. */
export function* rethink(wish: Wish): Flow<void> {
  const now = yield* facts();
  wish.evidence = stillTrue(wish, now);
  if (wish.diagnosis !== undefined || wish.evidence.length > 0)
    wish.diagnosis = diagnosisOf(wish, now);
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
