/** A message to a customer, on its way out. */
export type Outgoing = {
  /** UUID: the same message has the same one, so that whoever takes it twice notices. */
  readonly id: string;
  /** Telephone with its `+` and country, or an e-mail address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};

/** How a try ended; `reason` is a short code for the timeline, never an address. */
export type SendEnd =
  | { readonly type: 'sent' }
  /** For good: the same message would be refused again. */
  | { readonly type: 'refused'; readonly reason: string }
  /** Nothing left the terminal, or it was surely not taken: may be tried again. */
  | { readonly type: 'notSent'; readonly reason: string }
  /** It may have been taken: said, and not repeated by itself. */
  | { readonly type: 'unknown'; readonly reason: string };

export type Incoming =
  /** The network says of a message, by its id, whether it arrived. */
  | { readonly type: 'report'; readonly id: string; readonly delivered: boolean }
  | { readonly type: 'answer'; readonly from: string; readonly text: string };

/** A way to customers: a modem, a gateway, a mail server. */
export interface Messenger {
  /** Never throws: every end has its name. */
  send(message: Outgoing): Promise<SendEnd>;
  listen(listener: (incoming: Incoming) => void): () => void;
  close(): Promise<void>;
}
