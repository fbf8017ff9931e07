import type { Interface, ReadEnd } from '../../care/counters.ts';
import { takesNoRow } from '../../fault.ts';
import type { WeakTrack } from '../../stripe/weakness.ts';
import { append, type Flow } from '../flow.ts';

/** Reads that are not journalled yet: those of the customer who is here. */
export type PendingReads = {
  readonly ends: Record<Interface, ReadEnd[]>;
  readonly tracks: number[];
  readonly placesCm: number[];
};

export const noReads = (): PendingReads => ({
  ends: { chip: [], stripe: [] },
  tracks: [],
  placesCm: [],
});

/** A read that succeeds after a failed one of the same customer needed a second try. */
export function countRead(pending: PendingReads, by: Interface, read: boolean): void {
  const ends = pending.ends[by];
  const again = ends.at(-1) === 'u';
  ends.push(read ? (again ? 'r' : 'g') : 'u');
}

/** The swipe that was just looked at: which tracks were weak, and where; one that was read all the same counts as weak. */
export function countWeak(
  pending: PendingReads,
  weak: readonly WeakTrack[] | undefined,
  read: boolean,
): void {
  if (weak === undefined || weak.length === 0) return;
  const { stripe } = pending.ends;
  if (read && stripe.at(-1) === 'g') stripe.splice(-1, 1, 'w');
  for (const { track, zone } of weak) {
    pending.tracks.push(track);
    if (zone !== undefined) pending.placesCm.push(Math.floor((zone.fromMm + zone.toMm) / 20));
  }
}

/** One row for what a customer's cards did; a journal that takes none leaves it uncounted: it decides nothing. */
export function* journalReads(pending: PendingReads): Flow<void> {
  const { ends, tracks, placesCm } = pending;
  const [chip, stripe] = [ends.chip.join(''), ends.stripe.join('')];
  if (chip === '' && stripe === '') return;
  try {
    yield* append({
      events: [
        { kind: 'care.counted', chip, stripe, tracks: [...tracks], placesCm: [...placesCm] },
      ],
    });
  } catch (error) {
    if (!takesNoRow(error)) throw error;
  }
  for (const list of [ends.chip, ends.stripe, tracks, placesCm]) list.length = 0;
}
