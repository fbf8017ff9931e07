import type { DomainEvent } from '#src/journal/events.ts';

/** Ways to break the terminal on purpose: a checker that does not find each of them proves nothing. */
export const weaknesses = [
  /** The row that a reversal is owed is not written. */
  'noReversalRow',
  /** The request leaves before its row is durable: a power cut soon after forgets it. */
  'sentBeforeWritten',
  /** The customer is told of an approval before its row is durable. */
  'saidBeforeWritten',
  /** What was last written is gone after a power cut. */
  'unsynced',
  /** The trace number of a message that belongs to no hold is forgotten with the power. */
  'tracesForgotten',
  /** A line of the timeline names the number. */
  'numberInTrace',
  /** A destroyed number stays where it was. */
  'numberKept',
] as const;

export type Weakness = (typeof weaknesses)[number];

/** The row from which on a power cut takes the journal away under a weakness. */
export const forgets = (
  weakness: Weakness | undefined,
  events: readonly DomainEvent[],
): boolean => {
  const has = (kind: DomainEvent['kind']) => events.some((event) => event.kind === kind);
  switch (weakness) {
    case 'unsynced':
      return true;
    case 'sentBeforeWritten':
      return has('transaction.requested');
    case 'saidBeforeWritten':
      return has('transaction.approved');
    case 'tracesForgotten':
      return has('bank.requested');
    default:
      return false;
  }
};

/** For so long a row that is forgotten under a weakness is not safe, ms. */
export const unsafeMs = 2_000;

/** The rows that are written under a weakness. */
export const writtenUnder = (
  weakness: Weakness | undefined,
  events: readonly DomainEvent[],
): readonly DomainEvent[] =>
  weakness === 'noReversalRow' ? events.filter(({ kind }) => kind !== 'reversal.owed') : events;
