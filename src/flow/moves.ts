import type { DomainEvent, EventKind } from '../journal/events.ts';

/** Rows after which a screen that says what is still open says something else. */
const outboxMoves: ReadonlySet<EventKind> = new Set<EventKind>([
  'reversal.settled',
  'reversal.suspended',
  'advice.suspended',
  'advice.settled',
  'advice.refused',
  'hold.expired',
  'care.checked',
  'bulletin.received',
  'bulletin.refused',
  'incident.messageAnswered',
]);

export const moves = (events: readonly DomainEvent[]): boolean =>
  events.some(({ kind }) => outboxMoves.has(kind));
