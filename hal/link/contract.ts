import type { LinkCheck, LinkProbe } from '#src/recovery/evidence.ts';

export type Endpoint = { readonly host: string; readonly port: number };

/** Which bytes may have reached the other side when an exchange failed: decides whether a reversal is owed. */
export type LinkProgress = 'nothingSent' | 'maybeSent';

/** One request frame to one answer frame; frames are whole, without the 2-byte length. */
export interface HostLink {
  /**
   * Throws LinkFault: `link.nameNotFound`, `link.connectRefused`, `link.unreachable`, `link.connectTimeout`, `link.tls`,
   * `link.reset`, `link.answerTimeout`, `link.badFrame`. `accepts` picks the answer that belongs to this request: others
   * (late answers to earlier ones) are handed to `onLate` and do not end the exchange.
   */
  exchange(request: Uint8Array, accepts: (answer: Uint8Array) => boolean): Promise<Uint8Array>;
  onLate(listener: (answer: Uint8Array) => void): void;
  /** Is the way to the host open? Connects and closes; answers the same faults. */
  probe(): Promise<void>;
  /** The next of the host's addresses comes first from now on; that address. */
  useNext(): Endpoint;
  close(): Promise<void>;
}

/** Finds out how far the way to the host goes, beside any exchange. */
export interface LineProber {
  /** What can be asked of this line; the bank's echo is a message, and not among them. */
  readonly checks: readonly LinkCheck[];
  /** Each within its time limit; never throws for a line that fails. */
  check(check: LinkCheck): Promise<LinkProbe>;
}
