/** How a customer can be reached. */
export const channels = ['phone', 'email'] as const;
export type ContactKind = (typeof channels)[number];

export const messageChannels = ['sms', 'email'] as const;
export type Channel = (typeof messageChannels)[number];

/** What is written to customers; the words are in `templates.ts`. */
export const templates = [
  'numberNeeded',
  'holdTaken',
  'holdExpires',
  'holdReleased',
  'caseClosed',
] as const;
export type Template = (typeof templates)[number];

type Of = { readonly incidentId: string };

/**
 * Contact with the customer. Rows are for ever, addresses are not: they stand sealed under a key of this case alone,
 * which erasing destroys; in clear is only what tells two addresses apart at the counter.
 */
export type ContactEvent =
  /** The customer agreed to be reached for this case: who asked, when, and where. */
  | (Of & {
      readonly kind: 'incident.contactGiven';
      readonly contact: ContactKind;
      readonly sealed: string;
      /** `*** 4321`, `l***@***`. */
      readonly masked: string;
      readonly operator: string;
    })
  /** The key of the case's personal data is destroyed after this row; `by`: a person, or the rule of retention. */
  | (Of & {
      readonly kind: 'incident.contactErased';
      readonly by: 'person' | 'retention';
      readonly operator: string;
    })
  | (Of & {
      readonly kind: 'incident.messageQueued';
      readonly messageId: string;
      readonly channel: Channel;
      readonly template: Template;
      readonly language: 'zh-CN' | 'en';
      readonly operator: string;
    })
  /** Durable before the first byte: a try that is cut off is known as one. */
  | (Of & {
      readonly kind: 'incident.messageTried';
      readonly messageId: string;
      readonly attempt: number;
    })
  | (Of & {
      readonly kind: 'incident.messageEnded';
      readonly messageId: string;
      readonly end: 'sent' | 'refused' | 'notSent' | 'unknown' | 'givenUp';
      readonly reason?: string;
      /** The network's, one a part: it may speak of them after a power cut. */
      readonly references?: readonly number[];
      /** When it is tried again, ms since the epoch. */
      readonly nextAtMs?: number;
    })
  | (Of & {
      readonly kind: 'incident.messageReported';
      readonly messageId: string;
      readonly delivered: boolean;
    })
  /** What the customer answered, sealed as the address is. */
  | (Of & { readonly kind: 'incident.messageAnswered'; readonly sealed: string });
