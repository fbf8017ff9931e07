import type { Offer } from '../handover/offer.ts';
import { Collector } from '../handover/parts.ts';
import type { Party } from '../handover/party.ts';
import { handoverOf, type Taken } from '../handover/projector.ts';
import { answerOf, hearQuestion, refuse, stateOf, take, understand } from '../handover/receiver.ts';
import { kindOf } from '../handover/words.ts';
import { actionOf } from './amount.ts';
import { append, type Facts, type Flow, facts, show, tone, wait } from './flow.ts';
import { codeAt, hear, nextPicture, refused, showGiven, whatOf } from './hand-over.ts';
import { showHold } from './hold.ts';
import { sayHow } from './messenger.ts';
import { rememberedHealth } from './reader-health.ts';
import { takeHold } from './take-hold.ts';

/** A picture of another terminal was scanned: the rest of them, and then what they say. */
export function* receive(firstText: string): Flow<void> {
  const message = yield* collect(firstText);
  const { party } = yield* facts();
  if (message === undefined || party === undefined) return;
  switch (kindOf(message)) {
    case 'offer':
      yield* offered(message, party);
      return;
    case 'question':
      yield* questioned(message, party);
      return;
    case 'answer':
    case 'outOfService': {
      const handoverId = yield* hear(message);
      if (handoverId !== undefined) yield* showGiven(handoverId);
      return;
    }
    default:
      yield* refused('malformed');
  }
}

function* collect(firstText: string): Flow<Uint8Array | undefined> {
  const collector = new Collector();
  let text: string | undefined = firstText;
  for (;;) {
    if ((yield* facts()).party === undefined) {
      yield* refused('otherMerchant');
      return undefined;
    }
    const found = text === undefined ? undefined : collector.take(text);
    if (found?.type === 'whole') return found.message;
    if (found?.type === 'notOurs') {
      yield* refused('malformed');
      return undefined;
    }
    if (found?.type === 'part')
      yield* show({ name: 'take-over', phase: 'collecting', have: found.have, of: found.of });
    const event = yield* wait();
    text = event.type === 'scanned' ? event.text : undefined;
    const action = actionOf(event);
    if (action?.type === 'back' || action?.type === 'cancel') return undefined;
  }
}

/** Who gives what: taken here, or never. Leaving it open decides nothing. */
export function* offered(message: Uint8Array, party: Party): Flow<void> {
  for (;;) {
    const now = yield* facts();
    const offer = understand(message, party, now.nowMs);
    if (typeof offer === 'string') return yield* refused(offer);
    if (handoverOf(now.documents, offer.handoverId) !== undefined)
      return yield* showAnswer(offer.handoverId);
    if (offer.expiresAtMs <= now.nowMs) return yield* refused('expired');
    yield* show({
      name: 'take-over',
      phase: 'offer',
      ...whatOf({ facts: offer.facts, desk: offer.from.desk }),
      secondsLeft: Math.ceil((offer.expiresAtMs - now.nowMs) / 1_000),
    });
    const action = actionOf(yield* wait(now.nowMs + 1_000));
    if (action?.type === 'back' || action?.type === 'cancel') return;
    const takes = action?.type === 'primary' || action?.type === 'enter';
    if (takes || action?.type === 'notHere') return yield* decide(offer, takes);
  }
}

/** The look and the row are one step: nothing happens between them. */
function* decide(offer: Offer, takes: boolean): Flow<void> {
  const { documents, nowMs, operator, party } = yield* facts();
  const step = takes
    ? take(offer, documents, nowMs, operator)
    : refuse({ ...offer, from: offer.from.terminalId }, documents);
  if (step.type === 'refused') return yield* refused(step.why);
  if (step.type === 'write') yield* append({ events: step.events });
  yield* tone('ok');
  if (party !== undefined) yield* sayHow(offer.handoverId, party);
  yield* showAnswer(offer.handoverId);
}

function* questioned(message: Uint8Array, party: Party): Flow<void> {
  const step = hearQuestion(message, party, (yield* facts()).documents);
  if (step.type === 'refused') return yield* refused(step.why);
  if (step.type === 'write') yield* append({ events: step.events });
  yield* showAnswer(step.handoverId);
}

/** This terminal's word, for the other one to scan; then on with what was taken. */
export function* showAnswer(handoverId: string): Flow<void> {
  for (;;) {
    const now = yield* facts();
    const taken = handoverOf(now.documents, handoverId);
    if (taken?.side !== 'taken' || now.party === undefined) return;
    const answer = answerOf(taken, now.party, now.documents);
    if (answer === undefined) return;
    const { says } = stateOf(taken, now.documents);
    yield* show({
      name: 'take-over',
      phase: 'answer',
      says,
      code: codeAt(answer, now.nowMs),
      ...whatOf(withFacts(taken, now)),
    });
    const action = actionOf(yield* wait(nextPicture(answer, now.nowMs)));
    if (action?.type === 'back' || action?.type === 'cancel') return;
    if (action?.type !== 'primary' && action?.type !== 'enter') continue;
    if (says !== 'taken' || taken.facts === undefined) return;
    if (taken.facts.type === 'hold') return yield* showHold(taken.facts.holdId);
    yield* goOn(taken);
  }
}

/** A refused one has said nothing of what it was about. */
function withFacts({ desk, from, facts: given, handoverId }: Taken, { party, config }: Facts) {
  const name = party?.peers.find(({ terminalId }) => terminalId === from)?.desk;
  const amount = { minorUnits: 0, currency: config.acquirer.currency };
  return {
    desk: desk ?? name ?? from,
    facts: given ?? ({ type: 'case', incidentId: handoverId, amount, code: '' } as const),
  };
}

/** The hold that the other desk could not get is taken here; its end goes back to that desk. */
function* goOn({ handoverId, facts: given }: Taken): Flow<void> {
  if (given === undefined) return;
  const { amount, note } = given;
  const health = rememberedHealth(yield* facts());
  const end = yield* takeHold(health, { amount, ...(note === undefined ? {} : { note }) });
  yield* append({
    events: [{ kind: 'handover.settled', handoverId, end: end === 'granted' ? 'held' : 'nothing' }],
  });
}

/** An offer came by network or stick while the desk was idle; one that was left open is not shown again by itself. */
export function* offeredAtHome(message: Uint8Array, told: Set<string>): Flow<void> {
  const { party, nowMs } = yield* facts();
  const offer = party === undefined ? 'otherMerchant' : understand(message, party, nowMs);
  if (party === undefined || typeof offer === 'string' || told.has(offer.handoverId)) return;
  told.add(offer.handoverId);
  yield* tone('ok');
  yield* offered(message, party);
}
