import type { Config } from '../config/schema.ts';

export type Interface = 'chip' | 'stripe';

/** How one read ended: `g` good, `w` good although a track was weak, `r` good after a failed try, `u` not at all. */
export type ReadEnd = 'g' | 'w' | 'r' | 'u';

/** Reads of one interface since the last cleaning. */
export type InterfaceReads = {
  readonly reads: number;
  readonly retried: number;
  readonly unread: number;
  readonly weak: number;
  /** The last ones, oldest first, a letter each. */
  readonly recent: string;
};

/** In whole percent of the last reads; absent while there are too few to say. */
export type Trouble = { readonly chip?: number; readonly stripe?: number };

export type ReadCounters = {
  readonly sinceMs: number;
  readonly chip: InterfaceReads;
  readonly stripe: InterfaceReads;
  /** Weak swipes by track 1, 2, 3, and by centimetre of the card. */
  readonly tracks: readonly number[];
  readonly placesCm: readonly number[];
  /** How it stood before the last cleaning. */
  readonly before?: Trouble;
};

const remembered = 40;
/** Fewer reads say nothing: one dirty card of one guest would ask for a cleaning. */
const enough = 12;
const centimetres = 9;

const none: InterfaceReads = { reads: 0, retried: 0, unread: 0, weak: 0, recent: '' };

export const newCounters = (sinceMs: number): ReadCounters => ({
  sinceMs,
  chip: none,
  stripe: none,
  tracks: [0, 0, 0],
  placesCm: Array.from({ length: centimetres }, () => 0),
});

const times = (ends: string, end: ReadEnd): number => ends.split(end).length - 1;

export function countReads(before: InterfaceReads, ends: string): InterfaceReads {
  return {
    reads: before.reads + ends.length,
    retried: before.retried + times(ends, 'r'),
    unread: before.unread + times(ends, 'u'),
    weak: before.weak + times(ends, 'w'),
    recent: (before.recent + ends).slice(-remembered),
  };
}

/** Adds one to each place that is named; a place that is not there is left out. */
export const addPlaces = (before: readonly number[], places: readonly number[]): number[] =>
  before.map((count, at) => count + places.filter((place) => place === at).length);

/** Of the last reads, how many did not come well at the first try. */
export function troubleOf({ recent }: InterfaceReads): number | undefined {
  if (recent.length < enough) return undefined;
  return Math.round(((recent.length - times(recent, 'g')) / recent.length) * 100);
}

export function troubles({ chip, stripe }: ReadCounters): Trouble {
  const [chipTrouble, stripeTrouble] = [troubleOf(chip), troubleOf(stripe)];
  return {
    ...(chipTrouble === undefined ? {} : { chip: chipTrouble }),
    ...(stripeTrouble === undefined ? {} : { stripe: stripeTrouble }),
  };
}

/** Why the reader asks to be cleaned; undefined while it need not be. */
export function cleaningWanted(
  counters: ReadCounters,
  { afterReads, troublePercent }: Config['care']['cleaning'],
): 'chipTrouble' | 'stripeTrouble' | 'manyReads' | undefined {
  const { chip = 0, stripe = 0 } = troubles(counters);
  if (chip >= troublePercent && chip >= stripe) return 'chipTrouble';
  if (stripe >= troublePercent) return 'stripeTrouble';
  return counters.chip.reads + counters.stripe.reads >= afterReads ? 'manyReads' : undefined;
}

/** The track and the centimetre of the card that were weak most often; undefined while none stands out. */
export function weakestOf({ tracks, placesCm }: ReadCounters): {
  readonly track?: number;
  readonly placeCm?: number;
} {
  const top = (counts: readonly number[]): number | undefined => {
    const most = Math.max(...counts);
    return most < 3 ? undefined : counts.indexOf(most);
  };
  const [track, placeCm] = [top(tracks), top(placesCm)];
  return {
    ...(track === undefined ? {} : { track: track + 1 }),
    ...(placeCm === undefined ? {} : { placeCm }),
  };
}
