import type { ContactEvent } from '../contact/events.ts';
import type { Incident, IncidentLine } from './incident.ts';

const kinds: ReadonlySet<string> = new Set<ContactEvent['kind']>([
  'incident.contactGiven',
  'incident.contactErased',
  'incident.messageQueued',
  'incident.messageTried',
  'incident.messageEnded',
  'incident.messageReported',
  'incident.messageAnswered',
]);

export const isContactEvent = (event: { readonly kind: string }): event is ContactEvent =>
  kinds.has(event.kind);

/** A row of the contact with the customer as a line of the case's timeline; `messageTried` has none. */
export function contactLine(
  { customer }: Incident,
  event: Exclude<ContactEvent, { kind: 'incident.messageTried' }>,
): Omit<IncidentLine, 'atMs'> {
  const about = (messageId: string): Pick<IncidentLine, 'channel' | 'template'> => {
    const message = customer?.messages.find((one) => one.messageId === messageId);
    return message === undefined ? {} : { channel: message.channel, template: message.template };
  };
  switch (event.kind) {
    case 'incident.contactGiven':
      return { what: 'contact', contact: event.contact, masked: event.masked };
    case 'incident.contactErased':
      return { what: 'erased' };
    case 'incident.messageQueued':
      return {
        what: 'message',
        channel: event.channel,
        template: event.template,
        messageEnd: 'queued',
      };
    case 'incident.messageEnded':
      return { what: 'message', ...about(event.messageId), messageEnd: event.end };
    case 'incident.messageReported':
      return {
        what: 'message',
        ...about(event.messageId),
        messageEnd: event.delivered ? 'delivered' : 'undelivered',
      };
    case 'incident.messageAnswered':
      return { what: 'answer', sealed: event.sealed };
    default:
      return event satisfies never;
  }
}
