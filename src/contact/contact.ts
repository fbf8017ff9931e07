import type { Channel, ContactEvent, ContactKind, Template } from './events.ts';

export type Contact = {
  readonly kind: ContactKind;
  readonly sealed: string;
  readonly masked: string;
  readonly agreedAtMs: number;
};

/** One message of a case, as its rows say. */
export type Message = {
  readonly messageId: string;
  readonly channel: Channel;
  readonly template: Template;
  readonly language: 'zh-CN' | 'en';
  readonly state:
    | 'waiting'
    | 'trying'
    | 'sent'
    | 'delivered'
    | 'undelivered'
    | 'refused'
    | 'unknown'
    | 'givenUp';
  readonly attempts: number;
  /** Not tried before, ms since the epoch. */
  readonly nextAtMs: number;
  /** The network's references of its parts. */
  readonly references?: readonly number[];
};

/** The customer's side of a case. */
export type CustomerSide = {
  readonly contacts: readonly Contact[];
  readonly messages: readonly Message[];
  /** The personal data of this case cannot be read any more. */
  readonly erased: boolean;
};

export const nobody: CustomerSide = { contacts: [], messages: [], erased: false };

/** One row onto the customer's side. */
export function continueContact(
  side: CustomerSide,
  event: ContactEvent,
  atMs: number,
): CustomerSide {
  switch (event.kind) {
    case 'incident.contactGiven': {
      const { contact: kind, sealed, masked } = event;
      const others = side.contacts.filter((contact) => contact.kind !== kind);
      return { ...side, contacts: [...others, { kind, sealed, masked, agreedAtMs: atMs }] };
    }
    case 'incident.contactErased':
      return { ...side, contacts: [], erased: true };
    case 'incident.messageQueued': {
      const { messageId, channel, template, language } = event;
      const message = { messageId, channel, template, language };
      const waiting = { ...message, state: 'waiting', attempts: 0, nextAtMs: atMs } as const;
      return { ...side, messages: [...side.messages, waiting] };
    }
    case 'incident.messageTried':
      return changed(side, event.messageId, { state: 'trying', attempts: event.attempt });
    case 'incident.messageEnded':
      return changed(side, event.messageId, {
        state: event.end === 'notSent' ? 'waiting' : event.end,
        ...(event.nextAtMs === undefined ? {} : { nextAtMs: event.nextAtMs }),
        ...(event.references === undefined ? {} : { references: event.references }),
      });
    case 'incident.messageReported':
      return changed(side, event.messageId, {
        state: event.delivered ? 'delivered' : 'undelivered',
      });
    case 'incident.messageAnswered':
      return side;
    default:
      return event satisfies never;
  }
}

function changed(side: CustomerSide, messageId: string, change: Partial<Message>): CustomerSide {
  return {
    ...side,
    messages: side.messages.map((message) =>
      message.messageId === messageId ? { ...message, ...change } : message,
    ),
  };
}

/** Nothing of it can be sent without asking anew: given up with the contact, or still to be tried. */
export const isOpen = ({ state }: Message): boolean => state === 'waiting' || state === 'trying';

/** What tells two addresses apart at the counter, and nothing more. */
export function maskContact(kind: ContactKind, address: string): string {
  if (kind === 'phone') return `*** ${address.slice(-4)}`;
  return `${address.slice(0, 1)}***@***`;
}

/** A telephone as it is dialled from here: digits, with the country in front. Undefined when it cannot be one. */
export function phoneOf(digits: string, country: string): string | undefined {
  if (/^00\d{8,15}$/.test(digits)) return `+${digits.slice(2)}`;
  if (!/^\d{7,15}$/.test(digits)) return undefined;
  return `+${country}${digits.replace(/^0/, '')}`;
}

/** An e-mail address from a code that the customer shows; bounded, and nothing but an address. */
export function emailOf(scanned: string): string | undefined {
  const address = /^(?:mailto:)?([^?]+)/i.exec(scanned.slice(0, 300))?.[1] ?? '';
  return /^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,4}$/.test(address)
    ? address
    : undefined;
}

/** How the cases are found that have something to send, an address to match, or a key to destroy. */
export const withOpenMessages = 'contact:open';
export const withAddress = 'contact:address';
export const withErased = 'contact:erased';

export function contactKeys(side: CustomerSide | undefined): readonly string[] {
  if (side === undefined) return [];
  return [
    ...(side.messages.some(isOpen) ? [withOpenMessages] : []),
    ...(side.contacts.length > 0 ? [withAddress] : []),
    ...(side.erased ? [withErased] : []),
  ];
}
