import type { Incoming } from '#hal/messages/contract.ts';
import { isOpen, type Message, withAddress } from '../contact/contact.ts';
import type { Incident } from '../incident/incident.ts';
import { append, type Facts, type Flow, facts, openPersonal, sealPersonal } from './flow.ts';
import { casesWith, incidents } from './queries.ts';

const longestAnswer = 500;

/** Parts of a message that are known to have arrived, of messages that an earlier start sent. */
export type HeardParts = Map<string, Set<number>>;

type Of<T extends Incoming['type']> = Extract<Incoming, { readonly type: T }>;

/** A report belongs to a message, an answer to the newest case of this address. */
export function* takeIncoming(incoming: Incoming, heard: HeardParts): Flow<void> {
  switch (incoming.type) {
    case 'report':
      return yield* takeReport(incoming);
    case 'partReport':
      return yield* takePartReport(incoming, heard);
    case 'answer':
      return yield* takeAnswer(incoming);
  }
}

const newestFirst = (now: Facts): readonly Incident[] =>
  casesWith(withAddress, now).toSorted((a, b) => b.openedAtMs - a.openedAtMs);

function* takeReport({ id: messageId, delivered }: Of<'report'>): Flow<void> {
  const known = incidents(yield* facts()).find(({ customer }) =>
    customer?.messages.some((message) => message.messageId === messageId && !isOpen(message)),
  );
  if (known === undefined) return;
  const { incidentId } = known;
  yield* append({
    events: [{ kind: 'incident.messageReported', incidentId, messageId, delivered }],
  });
}

/** Of what was sent before a power cut: a message has arrived with its last part, and has not with the first that did not. */
function* takePartReport(report: Of<'partReport'>, heard: HeardParts): Flow<void> {
  const found = yield* sentAs(report);
  if (found === undefined) return;
  const { messageId, references = [] } = found.message;
  const parts = heard.get(messageId) ?? new Set();
  heard.set(messageId, parts.add(report.reference));
  if (report.delivered && !references.every((reference) => parts.has(reference))) return;
  heard.delete(messageId);
  yield* takeReport({ type: 'report', id: messageId, delivered: report.delivered });
}

/** The newest text to this address with this reference: the network counts them from 0 to 255, round and round. */
function* sentAs({
  reference,
  to,
}: Of<'partReport'>): Flow<{ readonly message: Message } | undefined> {
  for (const { incidentId, customer } of newestFirst(yield* facts())) {
    const message = customer?.messages.findLast(
      ({ state, references }) => state === 'sent' && references?.includes(reference) === true,
    );
    if (message !== undefined && (yield* isOf(incidentId, customer, to))) return { message };
  }
  return undefined;
}

function* isOf(incidentId: string, customer: Incident['customer'], address: string): Flow<boolean> {
  for (const { sealed } of customer?.contacts ?? [])
    if ((yield* openPersonal(incidentId, sealed)) === address) return true;
  return false;
}

function* takeAnswer({ from, text }: Of<'answer'>): Flow<void> {
  for (const { incidentId, customer } of newestFirst(yield* facts())) {
    if (!(yield* isOf(incidentId, customer, from))) continue;
    const sealed = yield* sealPersonal(incidentId, withoutDigits(text));
    yield* append({ events: [{ kind: 'incident.messageAnswered', incidentId, sealed }] });
    return;
  }
}

/** An answer may hold a card number: long rows of digits are not kept, not even sealed. */
const withoutDigits = (text: string): string =>
  text.slice(0, longestAnswer).replace(/\d(?:[ -]?\d){11,}/g, '****');
