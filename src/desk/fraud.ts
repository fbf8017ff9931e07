import { contradictedKey, decidedAbout, nextAlert, openAbout } from '../fraud/alerts.ts';
import type { AlertAbout } from '../fraud/events.ts';
import { isAlarming, isEvidence, type Seen, type Suspicion, suspicionOf } from '../fraud/score.ts';
import type { OutboxItem } from '../journal/outbox.ts';
import type { Hold } from '../preauth/hold.ts';
import type { Evidence } from '../recovery/evidence.ts';
import type { Wish } from './case.ts';
import { append, type Facts, type Flow, facts } from './flow.ts';
import { holdOf, openHolds } from './queries.ts';

const hourMs = 3_600_000;

/** What is known of a wish, or of a hold whose number is given later. */
type Watched = Pick<
  Wish,
  'watch' | 'evidence' | 'later' | 'amount' | 'note' | 'card' | 'incidentId'
>;

/** By what a customer is recognised later: the room, and cards by their keyed hash. */
const subjectsOf = ({ watch, note, card }: Watched): readonly string[] => [
  ...new Set([
    ...watch.cards,
    ...(card?.lookup === undefined ? [] : [card.lookup]),
    ...(note === undefined ? [] : [`note:${note}`]),
  ]),
];

const isAbout = (hold: Hold, subjects: readonly string[]): boolean =>
  (hold.card !== undefined && subjects.includes(hold.card.lookup)) ||
  (hold.note !== undefined && subjects.includes(`note:${hold.note}`));

/** How often each signal was seen around this wish; what a supervisor let pass does not count any more. */
function seenOf(wish: Watched, now: Facts): Seen {
  const { watch, evidence, later } = wish;
  const { documents, nowMs, config } = now;
  const subjects = subjectsOf(wish);
  const earliestMs = nowMs - config.fraud.lookBackHours * hourMs;
  const last = decidedAbout(subjects, documents, earliestMs)
    .flatMap(({ decisions }) => decisions.slice(-1))
    .reduce<{ decision: string; atMs: number } | undefined>(
      (newest, one) => (newest === undefined || one.atMs > newest.atMs ? one : newest),
      undefined,
    );
  const sinceMs = last?.decision === 'goOn' ? Math.max(earliestMs, last.atMs) : earliestMs;
  const recent = (hold: Hold): boolean => hold.openedAtMs >= sinceMs && hold.state !== 'refused';
  const most = config.policies.maximumHoldMinorUnits;
  const nearLimit = (most * config.fraud.nearLimitPercent) / 100;
  const ofCard = [...watch.cards].map(
    (lookup) => documents.find('hold', lookup).filter(({ body }) => recent(body as Hold)).length,
  );
  return {
    manyCards: watch.refused.size,
    numberChanging: watch.typed.size,
    againstSlip: later === undefined ? 0 : contradictions(later.holdId, now),
    amountsSplit: openHolds(now).filter(
      (hold) => recent(hold) && isAbout(hold, subjects) && hold.amount.minorUnits >= nearLimit,
    ).length,
    sameNumberOften: Math.max(0, ...ofCard),
    chipAvoided: chipAvoided(evidence.slice(watch.evidenceLetPass)),
    voiceCodeRefused: refusedSales(now, sinceMs).filter((hold) => isAbout(hold, subjects)).length,
    captureCode: watch.captureCodes,
    listedCard: watch.listed,
    refusedBefore: last?.decision === 'refuse' ? 1 : 0,
  };
}

/** Swipes of a chip card whose chip was never tried. */
const chipAvoided = (evidence: readonly Evidence[]): number =>
  evidence.some(({ type }) => type === 'noAtr' || type === 'chipFailed')
    ? 0
    : evidence.filter(({ type }) => type === 'stripeOfChipCard').length;

/** A supervisor looked in the middle of the wish: what was seen so far counts no more, what comes does. */
export function letPass({ watch, evidence }: Wish): void {
  watch.refused.clear();
  watch.typed.clear();
  watch.evidenceLetPass = evidence.length;
  delete watch.alert;
}

const contradictions = (holdId: string, { documents }: Facts): number =>
  (documents.get('counter', contradictedKey(holdId))?.body as number | undefined) ?? 0;

/** Sales by phone whose code the bank did not know. */
const refusedSales = (now: Facts, sinceMs: number): readonly Hold[] =>
  now.documents
    .list('outbox', ['refused'])
    .map(({ body }) => body as OutboxItem)
    .filter(({ request, owedAtMs }) => request.kind === 'offlineAdvice' && owedAtMs >= sinceMs)
    .flatMap(({ holdId }) => holdOf(now, holdId) ?? []);

const suspicionAbout = (wish: Watched, now: Facts): Suspicion =>
  suspicionOf(seenOf(wish, now), now.config.fraud);

/** As evidence once it is enough for an alert; a capture code is evidence of its own. */
export function fraudEvidence(wish: Watched, now: Facts): Evidence[] {
  const suspicion = suspicionAbout(wish, now);
  if (!isEvidence(suspicion, now.config.fraud)) return [];
  return suspicion.signals.flatMap(({ signal, count }) =>
    signal === 'captureCode' ? [] : [{ type: 'fraudSignal', signal, count } as const],
  );
}

/** Brings it to the supervisor, without a word or a sound where the customer is. Once, and again when it grows. */
export function* raiseAlert(wish: Watched): Flow<void> {
  const now = yield* facts();
  const suspicion = suspicionAbout(wish, now);
  const before = wish.watch.alert ?? openAbout(subjectsOf(wish), now.documents);
  if (!isAlarming(suspicion, now.config.fraud) || suspicion.points <= (before?.points ?? 0)) return;
  const { alertId, call } = before ?? nextAlert(now.documents);
  wish.watch.alert = { alertId, call, points: suspicion.points };
  const { operator } = now;
  yield* append({
    events: [
      { kind: 'fraud.alerted', alertId, call, operator, about: aboutOf(wish), ...suspicion },
    ],
  });
}

const aboutOf = (wish: Watched): AlertAbout => ({
  amount: wish.amount,
  ...(wish.note === undefined ? {} : { note: wish.note }),
  ...(wish.card?.last4 === undefined ? {} : { last4: wish.card.last4 }),
  ...(wish.card?.firstDigits === undefined ? {} : { firstDigits: wish.card.firstDigits }),
  ...(wish.incidentId === undefined ? {} : { incidentId: wish.incidentId }),
  subjects: subjectsOf(wish),
});
