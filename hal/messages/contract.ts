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
  /** `references`: of its parts, by which the network may speak of them later, 0 to 255 each. */
  | { readonly type: 'sent'; readonly references?: readonly number[] }
  /** For good: the same message would be refused again. */
  | { readonly type: 'refused'; readonly reason: string }
  /** Nothing left the terminal, or it was surely not taken: may be tried again. */
  | { readonly type: 'notSent'; readonly reason: string }
  /** It may have been taken: said, and not repeated by itself. */
  | { readonly type: 'unknown'; readonly reason: string };

export type Incoming =
  /** The network says of a message, by its id, whether it arrived. */
  | { readonly type: 'report'; readonly id: string; readonly delivered: boolean }
  /** Of a part that was sent before this process began: by the network's reference and whom it was for. */
  | {
      readonly type: 'partReport';
      readonly reference: number;
      readonly to: string;
      readonly delivered: boolean;
    }
  | { readonly type: 'answer'; readonly from: string; readonly text: string };

/** A way to customers: a modem, a gateway, a mail server. */
export interface Messenger {
  /** What stood in its way when it last looked, as a short code; undefined while nothing does. */
  readonly trouble: string | undefined;
  /** Never throws: every end has its name. */
  send(message: Outgoing): Promise<SendEnd>;
  listen(listener: (incoming: Incoming) => void): () => void;
  close(): Promise<void>;
}
