export type SlotEvent = {
  readonly type: 'inserted' | 'removed' | 'readerGone' | 'serviceDown' | 'readerBack';
};

/**
 * The byte-level port of the simulated chip reader: what the contacts of a slot carry. The simulated world
 * stands behind it, possibly in another process; the driver in front of it behaves like any reader.
 */
export interface SimulatedSlot {
  /** Changes from now on, in order; returns the way to stop listening. */
  listen(listener: (event: SlotEvent) => void): () => void;
  status(): 'empty' | 'card' | 'gone' | 'serviceDown';
  /** Cold reset: the answer to reset, empty when the card gives none. */
  powerOn(): Promise<Uint8Array>;
  /** Warm reset: the answer to reset, empty when the card gives none. */
  warmReset(): Promise<Uint8Array>;
  /** Command APDU to response APDU; fewer than two bytes mean that the card left. A mute card never answers. */
  transmit(commandApdu: Uint8Array): Promise<Uint8Array>;
  powerOff(): Promise<void>;
}
