/** What a chip reader does, whichever driver stands behind it. `test/contract/reader.ts` holds every driver to it. */

export type ReaderEvent =
  | { readonly type: 'cardInserted' }
  | { readonly type: 'cardRemoved' }
  /** The reader was unplugged or its service died; `readerBack` follows by itself when it returns. */
  | { readonly type: 'readerGone' }
  | { readonly type: 'readerBack' };

export type ReaderStatus = 'empty' | 'card' | 'unresponsiveCard' | 'gone' | 'serviceDown';

export interface CardReader {
  /** Name as the system gives it, for the journal and the technician. */
  readonly name: string;
  readonly status: ReaderStatus;
  /**
   * Events arrive in order, never before this call; returns the way to stop listening. A card that is in the
   * slot already is announced to each new listener as `cardInserted`.
   */
  listen(listener: (event: ReaderEvent) => void): () => void;
  /**
   * Powers the card (cold reset) and opens it exclusively; a card whose answer EMV 4.3 Book 1 §8 does not accept gets one
   * warm reset, and is then taken when a protocol can be spoken with it at all.
   * Throws TerminalFault `reader.cardUnresponsive` (no or invalid ATR, twice; an invalid one is its `evidence`), `reader.cardRemoved`,
   * `reader.gone`, `reader.serviceDown`.
   */
  connect(): Promise<CardConnection>;
  close(): Promise<void>;
}

export interface CardConnection {
  /** Answer to reset, as received. */
  readonly atr: Uint8Array;
  readonly protocol: 'T=0' | 'T=1';
  /**
   * One command APDU to one response APDU, SW1 SW2 last (at least two bytes). 61xx and 6Cxx are passed up as they come.
   * Throws `reader.cardRemoved`, `reader.cardMute` (no answer in time), `reader.gone`, `reader.serviceDown`, `reader.protocol`.
   */
  transmit(commandApdu: Uint8Array): Promise<Uint8Array>;
  /** Warm reset; the new ATR. */
  warmReset(): Promise<Uint8Array>;
  /** Powers the card down; never throws. */
  disconnect(): Promise<void>;
}
