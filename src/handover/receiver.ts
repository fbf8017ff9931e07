import type { DocumentReader } from '../journal/documents.ts';
import type { DomainEvent } from '../journal/events.ts';
import type { Hold, HoldState } from '../preauth/hold.ts';
import type { HandoverEnd } from './events.ts';
import { isRefused, type Step } from './giver.ts';
import { clocksApartMs, freshness, type Offer, type Refusal, readOffer } from './offer.ts';
import type { Party } from './party.ts';
import { type Handover, handoverOf, restoredAtName, type Taken } from './projector.ts';
import { makeAnswer, readQuestion, type Saying } from './words.ts';

/** An offer for this terminal, from one of its merchant's. Whether it may be taken is asked when it is. */
export const understand = (bytes: Uint8Array, party: Party, nowMs: number): Offer | Refusal =>
  readOffer(bytes, { ...party, nowMs });

/** A hold that another book may bring to life here: one that was never here, was only registered, or has left. */
const mayArrive: ReadonlySet<HoldState | 'none'> = new Set(['none', 'held', 'movedAway']);

/**
 * Records that came from a backup may have forgotten what they took: of an offer from before that, nothing is taken
 * and nothing is said.
 */
const mayBeForgotten = (issuedAtMs: number, documents: DocumentReader): boolean => {
  const restoredAtMs = documents.get('counter', restoredAtName)?.body as number | undefined;
  return restoredAtMs !== undefined && issuedAtMs <= restoredAtMs + clocksApartMs;
};

/** The rows of taking, or why not. Nothing may come between this look and the writing. */
export function take(
  offer: Offer,
  documents: DocumentReader,
  nowMs: number,
  operator: string,
): Step {
  const { handoverId, facts, from } = offer;
  const before = handoverOf(documents, handoverId);
  if (before?.side === 'taken' && before.state === 'taken') return { type: 'known', handoverId };
  if (before !== undefined) return { type: 'refused', why: 'givenBack' };
  const fresh = freshness(offer, nowMs);
  if (fresh !== 'fresh') return { type: 'refused', why: fresh };
  if (mayBeForgotten(offer.issuedAtMs, documents)) return { type: 'refused', why: 'beforeRestore' };
  const taken: DomainEvent = {
    kind: 'handover.taken',
    handoverId,
    facts,
    from: from.terminalId,
    desk: from.desk,
    operator,
  };
  if (facts.type === 'case') return { type: 'write', events: [taken], handoverId };
  const hold = documents.get('hold', facts.holdId)?.body as Hold | undefined;
  if (!mayArrive.has(hold?.state ?? 'none')) return { type: 'refused', why: 'alreadyHere' };
  const { type: _, ...rest } = facts;
  return {
    type: 'write',
    handoverId,
    events: [taken, { kind: 'hold.takenOver', handoverId, ...rest }],
  };
}

/** The rows of refusing for ever; known when it was refused before; an offer that was taken cannot be. */
export function refuse(
  { handoverId, from, issuedAtMs }: Pick<Offer, 'handoverId' | 'issuedAtMs'> & { from: string },
  documents: DocumentReader,
): Step {
  const before = handoverOf(documents, handoverId);
  if (before?.side === 'given') return { type: 'refused', why: 'otherTerminal' };
  if (before !== undefined) return { type: 'known', handoverId };
  if (mayBeForgotten(issuedAtMs, documents)) return { type: 'refused', why: 'beforeRestore' };
  return {
    type: 'write',
    handoverId,
    events: [{ kind: 'handover.refused', handoverId, from }],
  };
}

/** What a question of the giver leads to; the answer is made after the rows are written. */
export function hearQuestion(bytes: Uint8Array, party: Party, documents: DocumentReader): Step {
  const question = readQuestion(bytes, party.terminalId, party.peers);
  if (isRefused(question)) return { type: 'refused', why: question };
  const { handoverId, from, wants } = question;
  const before = handoverOf(documents, handoverId);
  if (before?.side === 'taken' && before.from !== from)
    return { type: 'refused', why: 'otherTerminal' };
  if (wants === 'takeBack') return refuse(question, documents);
  return before === undefined
    ? { type: 'refused', why: 'unknownHere' }
    : { type: 'known', handoverId };
}

const ends: Readonly<Partial<Record<HoldState, HandoverEnd>>> = {
  completed: 'completed',
  voiceCharged: 'completed',
  cancelled: 'cancelled',
  expired: 'expired',
};

/** How it stands here. */
export function stateOf(
  taken: Taken,
  documents: DocumentReader,
): { readonly says: Saying; readonly minorUnits: number } {
  if (taken.state === 'refused') return { says: 'refused', minorUnits: 0 };
  const { facts, end } = taken;
  if (facts?.type === 'case') {
    const minorUnits = end === 'held' ? facts.amount.minorUnits : 0;
    return { says: end ?? 'taken', minorUnits };
  }
  const hold = documents.get('hold', facts?.holdId ?? '')?.body as Hold | undefined;
  const says = hold === undefined ? undefined : ends[hold.state];
  const charged = says === 'completed' ? (hold?.completion?.amount.minorUnits ?? 0) : 0;
  return { says: says ?? 'taken', minorUnits: charged };
}

/** This terminal's signed word about something that it took or refused: while that stands, the same bytes. */
export function answerOf(
  handover: Handover | undefined,
  party: Party,
  documents: DocumentReader,
): Uint8Array | undefined {
  if (handover?.side !== 'taken') return undefined;
  const { handoverId, from, atMs } = handover;
  const stands = stateOf(handover, documents);
  const answer = { handoverId, from: party.terminalId, to: from, ...stands, atMs };
  return makeAnswer(answer, party.identity);
}
