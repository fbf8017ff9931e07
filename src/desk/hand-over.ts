import type { Certificate } from '../handover/certificate.ts';
import { receiversOf } from '../handover/enrolled.ts';
import type { HandoverFacts } from '../handover/facts.ts';
import { give, hearAnswer, hearOutOfService, questionOf } from '../handover/giver.ts';
import { Collector, toParts } from '../handover/parts.ts';
import type { Party } from '../handover/party.ts';
import { type Given, handoverOf } from '../handover/projector.ts';
import { fromText } from '../handover/wire.ts';
import { kindOf } from '../handover/words.ts';
import type { DomainEvent } from '../journal/events.ts';
import type { Money } from '../money.ts';
import { actionOf, leaves } from './amount.ts';
import { append, type Facts, type Flow, facts, random, show, start, tone, wait } from './flow.ts';
import { incidentOf } from './queries.ts';
import type { CodePart, HandoverNotice } from './view/handover.ts';
import type { ScreenOf } from './view.ts';

/** Each picture stands so long: a scanner reads one in a third of it. */
const pictureMs = 600;
/** By network, the question to have it back is repeated so often. */
const askAgainMs = 3_000;

/** Which of the pictures is shown at this moment. */
export function codeAt(message: Uint8Array, nowMs: number): CodePart {
  const parts = toParts(message);
  const at = Math.floor(nowMs / pictureMs) % parts.length;
  return { text: parts[at] ?? '', part: at + 1, of: parts.length };
}

export const nextPicture = (message: Uint8Array, nowMs: number): number =>
  nowMs + (toParts(message).length > 1 ? pictureMs : 1_000);

/** What is said of a hand-over on every screen of it. */
export function whatOf(handover: { readonly facts: HandoverFacts; readonly desk: string }) {
  const { facts: given, desk } = handover;
  const last4 = given.type === 'hold' ? given.known.last4 : undefined;
  return {
    what: given.type,
    amount: given.amount,
    desk,
    ...(given.note === undefined ? {} : { note: given.note }),
    ...(last4 === undefined ? {} : { last4 }),
  } as const;
}

/** 换终端: which desk gets it. It is given when the desk is touched; undefined when the cashier went back. */
export function* handOver(what: HandoverFacts): Flow<string | undefined> {
  for (;;) {
    const now = yield* facts();
    const { party, config } = now;
    if (party === undefined || config.handover === undefined) return undefined;
    const desks = receiversOf(party, now.nowMs);
    const { amount } = what;
    const { note, last4 } = {
      note: undefined,
      last4: undefined,
      ...whatOf({ facts: what, desk: '' }),
    };
    yield* show({
      name: 'hand-over-to',
      amount,
      desks: desks.map(({ desk }) => desk),
      ...(note === undefined ? {} : { note }),
      ...(last4 === undefined ? {} : { last4 }),
    });
    const action = actionOf(yield* wait());
    if (action?.type === 'back' || action?.type === 'cancel') return undefined;
    const to = action?.type === 'choose' ? desks[action.index] : undefined;
    if (to === undefined) continue;
    const handoverId = yield* giveTo(party, what, to, config.handover.validMinutes * 60_000);
    yield* showGiven(handoverId);
    return handoverId;
  }
}

/** Written first; only then is there an offer to show. */
function* giveTo(party: Party, what: HandoverFacts, to: Certificate, lifeMs: number): Flow<string> {
  const bytes = yield* random(48);
  const { nowMs, operator } = yield* facts();
  const given = give({ party, facts: what, to, random: bytes, nowMs, lifeMs, operator });
  yield* append({ events: given.events });
  return given.handoverId;
}

/** How something that was given stands: its picture until it is taken, then who has it and what came of it. */
export function* showGiven(handoverId: string): Flow<void> {
  const collector = new Collector();
  let asking = false;
  let nextAskMs = 0;
  for (;;) {
    const now = yield* facts();
    const given = handoverOf(now.documents, handoverId);
    if (given?.side !== 'given' || now.party === undefined) return;
    asking ||= given.expiresAtMs <= now.nowMs;
    const message = asking ? questionOf(given, 'takeBack', now.party) : fromText(given.offer);
    yield* show(givenScreen(given, asking, message, now));
    if (asking && given.state === 'given' && now.nowMs >= nextAskMs && now.reaches(given.to)) {
      nextAskMs = now.nowMs + askAgainMs;
      yield* start({ type: 'sendMessage', terminalId: given.to, message });
    }
    // Its state may change behind this screen, when the other desk is heard by network or stick.
    const event = yield* wait(nextPicture(message, now.nowMs));
    if (event.type === 'scanned') {
      const found = collector.take(event.text);
      if (found.type === 'whole') yield* hear(found.message);
      if (found.type === 'notOurs') yield* refused('malformed');
      continue;
    }
    const action = actionOf(event);
    if (action?.type === 'takeBack' && given.state === 'given') asking = true;
    if (action?.type === 'back' || action?.type === 'cancel') return;
    if (leaves(action) && given.state !== 'given') return;
  }
}

function givenScreen(
  given: Given,
  asking: boolean,
  message: Uint8Array,
  { nowMs, config }: Facts,
): ScreenOf<'hand-over'> {
  const screen = { name: 'hand-over', ...whatOf(given) } as const;
  switch (given.state) {
    case 'delivered':
      return { ...screen, phase: 'taken', atMs: given.deliveredAtMs ?? nowMs };
    case 'ended': {
      const charged: Money = {
        minorUnits: given.minorUnits ?? 0,
        currency: config.acquirer.currency,
      };
      return { ...screen, phase: 'ended', end: given.end ?? 'nothing', charged };
    }
    case 'takenBack':
      return { ...screen, phase: 'back' };
    default: {
      const code = codeAt(message, nowMs);
      if (asking) return { ...screen, phase: 'asking', code };
      const seconds = (ms: number): number => Math.max(0, Math.ceil(ms / 1_000));
      return {
        ...screen,
        phase: 'waiting',
        code,
        secondsLeft: seconds(given.expiresAtMs - nowMs),
        lifeSeconds: seconds(given.expiresAtMs - given.issuedAtMs),
        waitedSeconds: seconds(nowMs - given.issuedAtMs),
      };
    }
  }
}

/** The word of the receiver or of head office; the id of what it is about, or undefined when it was refused. */
export function* hear(message: Uint8Array): Flow<string | undefined> {
  const { party, documents } = yield* facts();
  if (party === undefined) return undefined;
  const step =
    kindOf(message) === 'outOfService'
      ? hearOutOfService(message, party, documents)
      : hearAnswer(message, party, documents);
  if (step.type === 'refused') {
    yield* refused(step.why);
    return undefined;
  }
  if (step.type === 'write') {
    yield* append({ events: [...step.events, ...(yield* caseEvents(step))] });
    yield* tone('ok');
  }
  return step.handoverId;
}

/** A case that was given is resolved by the hold that the other desk got. */
export function* caseEvents(step: {
  readonly events: readonly DomainEvent[];
  readonly handoverId: string;
}): Flow<readonly DomainEvent[]> {
  const now = yield* facts();
  const given = handoverOf(now.documents, step.handoverId);
  const held = step.events.some((event) => event.kind === 'handover.ended' && event.end === 'held');
  if (!held || given?.side !== 'given' || given.facts.type !== 'case') return [];
  const { incidentId } = given.facts;
  if (incidentOf(now, incidentId)?.result !== undefined) return [];
  return [{ kind: 'incident.resolved', incidentId, result: 'held' }];
}

/** Why it was not taken, until it is read. */
export function* refused(why: HandoverNotice['why']): Flow<void> {
  yield* tone('warning');
  for (;;) {
    const { cardIn } = yield* facts();
    yield* show({
      name: 'notice',
      notice: { type: 'handoverRefused', why },
      primary: 'ok',
      cardIn,
    });
    if (leaves(actionOf(yield* wait()))) return;
  }
}
