import type { Incoming, Outgoing, SendEnd } from '#hal/messages/contract.ts';
import {
  type Message,
  nobody,
  withAddress,
  withErased,
  withOpenMessages,
} from '../contact/contact.ts';
import { messageSubject, messageText, type TemplateFacts } from '../contact/templates.ts';
import type { Incident } from '../incident/incident.ts';
import { retentionDue } from '../privacy/retention.ts';
import {
  append,
  destroyPersonal,
  type Facts,
  type Flow,
  facts,
  openPersonal,
  start,
  type Task,
  wait,
} from './flow.ts';
import { type HeardParts, takeIncoming } from './from-customers.ts';
import { casesWith, holdOf } from './queries.ts';
import { localTime } from './time.ts';

const pauseMs = 5_000;
const retentionMs = 3_600_000;

/**
 * Messages to customers, and their answers: its own conversation, while the desk goes on. A message that may have
 * left is never sent again by itself.
 */
export function* toCustomers(): Flow<never> {
  yield* sayCutOff();
  yield* destroyErased();
  const heard: HeardParts = new Map();
  let nextRetentionMs = 0;
  for (;;) {
    const came: Incoming[] = [];
    const now = yield* facts();
    if (now.nowMs >= nextRetentionMs) {
      yield* keepRetention();
      nextRetentionMs = now.nowMs + retentionMs;
    }
    for (const incident of casesWith(withOpenMessages, now))
      for (const message of incident.customer?.messages ?? [])
        if (message.state === 'waiting' && message.nextAtMs <= (yield* facts()).nowMs)
          yield* deliver(incident, message, came);
    for (const incoming of came) yield* takeIncoming(incoming, heard);
    const event = yield* wait((yield* facts()).nowMs + pauseMs);
    if (event.type === 'messageCame') yield* takeIncoming(event.incoming, heard);
  }
}

/** The power went while a message was on its way: nobody knows whether it left. */
function* sayCutOff(): Flow<void> {
  for (const { incidentId, customer } of casesWith(withOpenMessages, yield* facts()))
    for (const { messageId, state } of customer?.messages ?? [])
      if (state === 'trying')
        yield* append({
          events: [
            {
              kind: 'incident.messageEnded',
              incidentId,
              messageId,
              end: 'unknown',
              reason: 'powerCut',
            },
          ],
        });
}

/** The row was written and the power went before the key: the key goes now. */
function* destroyErased(): Flow<void> {
  for (const { incidentId } of casesWith(withErased, yield* facts()))
    yield* destroyPersonal(incidentId);
}

/** 保存期限: what a closed case keeps no longer is erased by itself, with a row. */
function* keepRetention(): Flow<void> {
  const now = yield* facts();
  for (const { incidentId } of retentionDue(casesWith(withAddress, now), now)) {
    const { operator } = now;
    yield* append({
      events: [{ kind: 'incident.contactErased', incidentId, by: 'retention', operator }],
    });
    yield* destroyPersonal(incidentId);
  }
}

function* deliver(incident: Incident, message: Message, came: Incoming[]): Flow<void> {
  const { incidentId } = incident;
  const { messageId, channel } = message;
  const attempt = message.attempts + 1;
  const outgoing = yield* outgoingOf(incident, message);
  if (outgoing === undefined) {
    const end = { end: 'givenUp', reason: 'noAddress' } as const;
    yield* append({
      events: [{ kind: 'incident.messageEnded', incidentId, messageId, ...end }],
    });
    return;
  }
  yield* append({ events: [{ kind: 'incident.messageTried', incidentId, messageId, attempt }] });
  const end = yield* sent({ type: 'writeToCustomer', channel, message: outgoing }, came);
  const ended = endOf(end, attempt, yield* facts());
  yield* append({ events: [{ kind: 'incident.messageEnded', incidentId, messageId, ...ended }] });
}

/** The end of a try; what comes from customers meanwhile is kept for afterwards. */
function* sent(task: Task, came: Incoming[]): Flow<SendEnd> {
  const id = yield* start(task);
  for (;;) {
    const event = yield* wait();
    if (event.type === 'messageCame') came.push(event.incoming);
    if (event.type !== 'taskDone' || event.task !== id) continue;
    const { result } = event;
    if (result.type === 'writeToCustomer') return result.end;
    return { type: 'unknown', reason: result.type === 'fault' ? result.fault : 'noAnswer' };
  }
}

/** What was surely not sent is tried again, later each time, and not for ever. */
function endOf(end: SendEnd, attempt: number, { nowMs, config }: Facts) {
  if (end.type === 'sent') {
    const { references } = end;
    return { end: 'sent', ...(references === undefined ? {} : { references }) } as const;
  }
  const { reason } = end;
  if (end.type !== 'notSent') return { end: end.type, reason } as const;
  const { tries, firstRetrySeconds } = config.contact;
  if (attempt >= tries) return { end: 'givenUp', reason } as const;
  const nextAtMs = nowMs + firstRetrySeconds * 1_000 * 4 ** (attempt - 1);
  return { end: 'notSent', reason, nextAtMs } as const;
}

/** The message with its address, which is opened for this moment alone. */
function* outgoingOf(incident: Incident, message: Message): Flow<Outgoing | undefined> {
  const kind = message.channel === 'sms' ? 'phone' : 'email';
  const { contacts } = incident.customer ?? nobody;
  const contact = contacts.find((one) => one.kind === kind);
  if (contact === undefined) return undefined;
  const to = yield* openPersonal(incident.incidentId, contact.sealed);
  if (to === undefined) return undefined;
  const told = templateFacts(incident, message.language, yield* facts());
  return {
    id: message.messageId,
    to,
    subject: messageSubject(message.language, told),
    text: messageText(message.template, message.language, told),
  };
}

/** What a template may say of a case. */
export function templateFacts(
  incident: Incident,
  language: 'zh-CN' | 'en',
  now: Facts,
): TemplateFacts {
  const hold = incident.holdId === undefined ? undefined : holdOf(now, incident.holdId);
  return {
    merchant: now.config.merchant.name[language],
    amount: hold?.amount ?? incident.amount,
    ticket: incident.ticket,
    ...(hold?.card === undefined ? {} : { last4: hold.card.last4 }),
    ...(hold?.validUntilMs === undefined ? {} : { until: dateOf(hold.validUntilMs, now) }),
  };
}

function dateOf(ms: number, { config }: Facts): string {
  const [year, month, day] = localTime(ms, config.timeZone).yymmdd.match(/../g) ?? [];
  return `20${year}-${month}-${day}`;
}
