import type { Pan } from '../card/pan.ts';
import type { DomainEvent } from './events.ts';

/** One durable row: an event, when it happened, and its place in the chain. */
export type JournalRow = {
  readonly seq: number;
  /** UUID of the row: effects refer to it, so that doing them twice is noticed. */
  readonly id: string;
  readonly bootId: string;
  readonly monoNs: bigint;
  readonly wallMs: number;
  readonly event: DomainEvent;
  /** SHA-256 chain, hex. */
  readonly hash: string;
};

/** What is appended in one transaction: durable when the call returns, or it throws and nothing is. */
export type Append = {
  readonly events: readonly DomainEvent[];
  /** Card numbers to seal in the same transaction, by the token that the events name. */
  readonly seal?: readonly { readonly token: string; readonly pan: Pan }[];
};

/** The journal as the flows see it. Throws TerminalFault `journal.diskFull`, `journal.readOnly`, `journal.corrupt`. */
export interface Journal {
  append(append: Append): readonly JournalRow[];
  /** Rows after a sequence number, oldest first. */
  read(afterSeq: number, limit?: number): readonly JournalRow[];
}

/** The vault: card numbers sealed for exactly as long as a hold lives. */
export interface Vault {
  /** The number of a token, or undefined when it is not (or no longer) here. */
  open(token: string): Pan | undefined;
  /** Destroys the number: row gone, key of its epoch gone when it was the last, WAL truncated. */
  shred(token: string): void;
  /** Keyed hash by which the same number is recognised without opening anything; before the dash, its key's name. */
  lookup(pan: Pan): string;
}
