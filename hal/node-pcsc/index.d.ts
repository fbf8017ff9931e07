export declare const State: {
  readonly unaware: 0x0000;
  readonly ignore: 0x0001;
  readonly changed: 0x0002;
  readonly unknown: 0x0004;
  readonly unavailable: 0x0008;
  readonly empty: 0x0010;
  readonly present: 0x0020;
  readonly exclusive: 0x0080;
  readonly inUse: 0x0100;
  readonly mute: 0x0200;
  readonly unpowered: 0x0400;
};
export declare const Share: { readonly exclusive: 1; readonly shared: 2; readonly direct: 3 };
export declare const Protocol: { readonly T0: 1; readonly T1: 2; readonly any: 3 };
export declare const Disposition: {
  readonly leave: 0;
  readonly reset: 1;
  readonly unpower: 2;
  readonly eject: 3;
};
/** The pseudo reader whose state changes when a reader comes or goes. */
export declare const anyReaderChange: string;

/** `code` is the name of the PC/SC error: `NoService`, `RemovedCard`, `CommError`, `Cancelled`, `Timeout` … */
export declare class PcscError extends Error {
  readonly code: string;
  readonly operation: string;
}

export type ReaderState = {
  readonly reader: string;
  /** Bits of {@link State}. */
  readonly state: number;
  readonly count: number;
  readonly atr: Buffer;
};

/** A connection to the daemon. It allows one wait at a time; a pending wait or command holds the others up. */
export interface Context {
  /** Empty when there is no reader. */
  listReaders(): Promise<string[]>;
  /** Until a state differs from the one given. Rejects with `Timeout`, `Cancelled`, or an error of the daemon. */
  waitForChange(
    readers: readonly {
      readonly reader: string;
      readonly state: number;
      /** The count seen last: a card that was exchanged meanwhile is then a change as well. */
      readonly count?: number;
    }[],
    timeoutMs?: number,
  ): Promise<ReaderState[]>;
  /** Resolves when no wait is pending any more. */
  cancel(): Promise<void>;
  connect(
    reader: string,
    options?: { readonly share?: number; readonly protocols?: number },
  ): Promise<Card>;
  /** Ends the wait; from now on nothing of this context keeps the process alive. */
  release(): Promise<void>;
}

export interface Card {
  /** The answer as the driver gives it: fewer than two bytes mean that the card left. */
  transmit(apdu: Uint8Array): Promise<Buffer>;
  /** `protocol`: a value of {@link Protocol}, 0 when the card has no power. */
  status(): Promise<{ readonly state: number; readonly protocol: number; readonly atr: Buffer }>;
  reconnect(options?: {
    readonly share?: number;
    readonly protocols?: number;
    readonly initialization?: number;
  }): Promise<void>;
  disconnect(disposition?: number): Promise<void>;
}

/** Whether libpcsclite can be opened here. */
export declare function available(): boolean;
/** Rejects with `NoService` when the daemon does not run or libpcsclite is missing. */
export declare function establish(): Promise<Context>;
