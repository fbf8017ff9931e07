import { hearAnswer, hearOutOfService, questionOf } from '../handover/giver.ts';
import type { Party } from '../handover/party.ts';
import { type Given, handoverOf } from '../handover/projector.ts';
import { answerOf, hearQuestion, understand } from '../handover/receiver.ts';
import { fromText } from '../handover/wire.ts';
import { kindOf } from '../handover/words.ts';
import { append, type Flow, facts, start, wait } from './flow.ts';
import { caseEvents } from './hand-over.ts';

/** An offer that is not answered is sent again so often, and a result is asked for. */
const againMs = 3_000;
const statusMs = 40_000;
/** At most so many at a time: a shop has a few. */
const mostAtOnce = 20;

/**
 * What the terminals of a shop say to each other by network or stick while nobody touches anything: offers go out
 * until they are answered, questions are answered, results come back. Taking is the desk's business alone.
 */
export function* messenger(): Flow<never> {
  let nextMs = 0;
  let nextStatusMs = 0;
  for (;;) {
    const { nowMs, party } = yield* facts();
    if (party === undefined) {
      yield* wait();
      continue;
    }
    if (nowMs >= nextMs || nextMs > nowMs + againMs) {
      yield* sayAgain(nowMs >= nextStatusMs);
      nextMs = nowMs + againMs;
      if (nowMs >= nextStatusMs || nextStatusMs > nowMs + statusMs) nextStatusMs = nowMs + statusMs;
    }
    const event = yield* wait(nowMs + againMs);
    if (event.type === 'message') yield* heard(event.message);
  }
}

/** Sent and forgotten: whether it arrives is seen by what comes back. */
export function* sendTo(terminalId: string, message: Uint8Array): Flow<void> {
  const { reaches } = yield* facts();
  if (reaches(terminalId)) yield* start({ type: 'sendMessage', terminalId, message });
}

function* sayAgain(askResults: boolean): Flow<void> {
  const { documents, nowMs, party } = yield* facts();
  if (party === undefined) return;
  const open = documents.list('handover', ['given.given'], mostAtOnce);
  for (const { body } of open) {
    const given = body as Given;
    if (given.expiresAtMs > nowMs) yield* sendTo(given.to, offerOf(given));
    else if (askResults) yield* sendTo(given.to, questionOf(given, 'status', party));
  }
  if (!askResults) return;
  for (const { body } of documents.list('handover', ['given.delivered'], mostAtOnce)) {
    const given = body as Given;
    yield* sendTo(given.to, questionOf(given, 'status', party));
  }
}

const offerOf = ({ offer }: Given): Uint8Array => fromText(offer);

/** What is not ours or not true is dropped: a network is full of strangers. */
function* heard(message: Uint8Array): Flow<void> {
  const { party, documents, nowMs } = yield* facts();
  if (party === undefined) return;
  switch (kindOf(message)) {
    case 'offer': {
      const offer = understand(message, party, nowMs);
      if (typeof offer === 'string') return;
      if (handoverOf(documents, offer.handoverId) === undefined)
        yield { type: 'tellDesk', event: { type: 'offered', message } };
      else yield* sayHow(offer.handoverId, party);
      return;
    }
    case 'question': {
      const step = hearQuestion(message, party, documents);
      if (step.type === 'refused') return;
      if (step.type === 'write') yield* append({ events: step.events });
      yield* sayHow(step.handoverId, party);
      return;
    }
    case 'answer':
    case 'outOfService':
      yield* heardWord(message, party);
  }
}

function* heardWord(message: Uint8Array, party: Party): Flow<void> {
  const { documents } = yield* facts();
  const step =
    kindOf(message) === 'answer'
      ? hearAnswer(message, party, documents)
      : hearOutOfService(message, party, documents);
  if (step.type !== 'write') return;
  yield* append({ events: [...step.events, ...(yield* caseEvents(step))] });
}

/** This terminal's word to the one that gave it. */
export function* sayHow(handoverId: string, party: Party): Flow<void> {
  const { documents } = yield* facts();
  const handover = handoverOf(documents, handoverId);
  const answer = answerOf(handover, party, documents);
  if (handover?.side === 'taken' && answer !== undefined) yield* sendTo(handover.from, answer);
}
