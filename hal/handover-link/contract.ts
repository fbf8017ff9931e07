/**
 * Carries messages between terminals of one merchant. It knows nothing of them: each is signed, and sealed where it
 * has to be, before it comes here. Any may be lost, late or doubled.
 */
export interface HandoverLink {
  /** Whether there is a way to this terminal at all. */
  reaches(terminalId: string): boolean;
  /** Throws TerminalFault `link.*` when it surely did not leave; otherwise it may have arrived, or not. */
  send(terminalId: string, message: Uint8Array): Promise<void>;
  /** What comes in for this terminal, from whomever. The answer takes the listener away. */
  listen(listener: (message: Uint8Array) => void): () => void;
  close(): Promise<void>;
}

/** A longer one is none of ours. */
export const longestMessage = 1_024;
