import type { DocumentReader } from '../journal/documents.ts';
import type { DomainEvent } from '../journal/events.ts';
import type { Hold } from '../preauth/hold.ts';
import type { Certificate } from './certificate.ts';
import type { HandoverFacts, HoldFacts } from './facts.ts';
import { makeOffer, type Refusal } from './offer.ts';
import type { Party } from './party.ts';
import { type Given, handoverOf } from './projector.ts';
import { toText } from './wire.ts';
import { makeQuestion, type Question, readAnswer, readOutOfService } from './words.ts';

/** What may be written, or why not; `known`: it stands there already, and nothing has to be written. */
export type Step =
  | { readonly type: 'write'; readonly events: readonly DomainEvent[]; readonly handoverId: string }
  | { readonly type: 'known'; readonly handoverId: string }
  | { readonly type: 'refused'; readonly why: Refusal };

export const isRefused = <T extends object>(found: T | Refusal): found is Refusal =>
  typeof found === 'string';

/** Only a hold at rest is given: nothing of it is on its way to the bank, and its days are not over. */
export const mayGive = (hold: Hold, nowMs: number): boolean =>
  hold.state === 'held' &&
  hold.original !== undefined &&
  hold.validUntilMs !== undefined &&
  hold.validUntilMs > nowMs;

/** What goes along: never the number, which the other terminal gets from the card. */
export function factsOfHold(hold: Hold): HoldFacts | undefined {
  const { holdId, label, amount, original, validUntilMs, card, known, note } = hold;
  if (original === undefined || validUntilMs === undefined) return undefined;
  const last4 = card?.last4 ?? known?.last4;
  const expiry = card?.expiry ?? known?.expiry;
  return {
    type: 'hold',
    holdId,
    label,
    amount,
    original,
    validUntilMs,
    known: {
      ...(last4 === undefined ? {} : { last4 }),
      ...(expiry === undefined ? {} : { expiry }),
    },
    ...(note === undefined ? {} : { note }),
  };
}

type Giving = {
  readonly party: Party;
  readonly facts: HandoverFacts;
  readonly to: Certificate;
  /** 48 random bytes: the name of the giving, and the secret of its box. */
  readonly random: Uint8Array;
  readonly nowMs: number;
  readonly lifeMs: number;
  readonly operator: string;
};

/** The rows of a giving. They are written first; the offer in them is shown or sent after that. */
export function give({ party, facts, to, random, nowMs, lifeMs, operator }: Giving): {
  readonly handoverId: string;
  readonly events: readonly DomainEvent[];
} {
  const id = random.subarray(0, 16);
  const handoverId = toText(id);
  const [issuedAtMs, expiresAtMs] = [nowMs, nowMs + lifeMs];
  const offer = makeOffer({
    identity: party.identity,
    certificate: party.certificate,
    to,
    handoverId: id,
    secret: random.subarray(16, 48),
    issuedAtMs,
    expiresAtMs,
    facts,
  });
  const given: DomainEvent = {
    kind: 'handover.given',
    handoverId,
    facts,
    to: to.terminalId,
    desk: to.desk,
    issuedAtMs,
    expiresAtMs,
    offer: toText(offer),
    operator,
  };
  const { type } = facts;
  const events: readonly DomainEvent[] =
    type === 'hold'
      ? [given, { kind: 'hold.givenAway', holdId: facts.holdId, handoverId }]
      : [given];
  return { handoverId, events };
}

/** The question about an offer that was given: how it stands, or to have it back. */
export const questionOf = (given: Given, wants: Question['wants'], party: Party): Uint8Array =>
  makeQuestion(
    {
      handoverId: given.handoverId,
      from: party.terminalId,
      to: given.to,
      wants,
      issuedAtMs: given.issuedAtMs,
    },
    party.identity,
  );

/** The receiver's word about something that was given. Hearing it twice, late or out of order does no harm. */
export function hearAnswer(bytes: Uint8Array, party: Party, documents: DocumentReader): Step {
  const answer = readAnswer(bytes, party.terminalId, party.peers);
  if (isRefused(answer)) return { type: 'refused', why: answer };
  const { handoverId, says, minorUnits, from } = answer;
  const given = handoverOf(documents, handoverId);
  if (given?.side !== 'given') return { type: 'refused', why: 'unknownHere' };
  if (given.to !== from) return { type: 'refused', why: 'otherTerminal' };
  if (says === 'refused') return takeBack(given, 'receiver');
  const events: DomainEvent[] = given.state === 'given' ? delivered(given) : [];
  const heard = given.state === 'given' || given.state === 'delivered' || given.state === 'ended';
  if (says !== 'taken' && heard && given.end !== says)
    events.push({ kind: 'handover.ended', handoverId, end: says, minorUnits });
  return events.length === 0
    ? { type: 'known', handoverId }
    : { type: 'write', events, handoverId };
}

function delivered({ handoverId, facts }: Given): DomainEvent[] {
  return [
    { kind: 'handover.delivered', handoverId },
    ...(facts.type === 'hold'
      ? [{ kind: 'hold.movedAway', holdId: facts.holdId, handoverId } as const]
      : []),
  ];
}

function takeBack(given: Given, proof: 'receiver' | 'merchant'): Step {
  const { handoverId, facts, state } = given;
  if (state !== 'given') return { type: 'known', handoverId };
  return {
    type: 'write',
    handoverId,
    events: [
      { kind: 'handover.takenBack', handoverId, proof },
      ...(facts.type === 'hold'
        ? [{ kind: 'hold.takenBack', holdId: facts.holdId, handoverId } as const]
        : []),
    ],
  };
}

/** Head office says that the receiver is out of service for good: the hold comes back without its word. */
export function hearOutOfService(bytes: Uint8Array, party: Party, documents: DocumentReader): Step {
  const word = readOutOfService(bytes, party.merchantKey);
  if (isRefused(word)) return { type: 'refused', why: word };
  const given = handoverOf(documents, word.handoverId);
  if (given?.side !== 'given') return { type: 'refused', why: 'unknownHere' };
  if (given.to !== word.terminalId) return { type: 'refused', why: 'otherTerminal' };
  return takeBack(given, 'merchant');
}
