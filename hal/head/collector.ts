import type { Swipe } from './contract.ts';

/** A card that leaves the head is quiet for this long. */
export const quietMs = 60;
const quietNs = BigInt(quietMs) * 1_000_000n;
/** Fewer edges than these are a spike on a line, not a card. */
const fewestEdges = 16;
/** No card has as many on one track: a line that swings for ever must not fill the memory. */
const mostEdges = 16_384;

type Track = 1 | 2 | 3;
export const trackNumbers: readonly Track[] = [1, 2, 3];

/** Edges of one line in the order of time; `rising` is the direction towards active. */
export type Edge = {
  readonly offset: number;
  readonly timestampNs: bigint;
  readonly rising: boolean;
};

/** Turns edges into swipes: a silence ends one, also when it is only noticed later. */
export abstract class Collector {
  #last: bigint | undefined;
  #count = 0;

  /** Hands a swipe over as soon as an edge shows that it has ended. */
  add(edge: Edge, ended: () => void): void {
    if (this.#last !== undefined && edge.timestampNs - this.#last > quietNs) ended();
    this.#last = edge.timestampNs;
    this.#count++;
    this.take(edge);
  }

  /** What came since the last swipe; `undefined` when it was no card. */
  finish(lostEdges: number): Swipe | undefined {
    const enough = this.#count >= fewestEdges;
    this.#count = 0;
    this.#last = undefined;
    const swipe = this.collected(lostEdges);
    return enough ? swipe : undefined;
  }

  protected abstract take(edge: Edge): void;
  protected abstract collected(lostEdges: number): Swipe;
}

/** A head whose lines carry the flux changes themselves, one line a track. */
export class FluxCollector extends Collector {
  readonly #trackOf: ReadonlyMap<number, Track>;
  readonly #edges = new Map<Track, bigint[]>();

  constructor(trackOf: ReadonlyMap<number, Track>) {
    super();
    this.#trackOf = trackOf;
  }

  protected take({ offset, timestampNs }: Edge): void {
    const track = this.#trackOf.get(offset);
    if (track === undefined) return;
    const edges = this.#edges.get(track) ?? [];
    if (edges.length < mostEdges) edges.push(timestampNs);
    this.#edges.set(track, edges);
  }

  protected collected(lostEdges: number): Swipe {
    const edges = trackNumbers.flatMap((track) => {
      const timestamps = this.#edges.get(track);
      return timestamps === undefined
        ? []
        : [{ track, timestampsNs: BigInt64Array.from(timestamps) }];
    });
    this.#edges.clear();
    return { edges, bits: [], lostEdges };
  }
}

export type DecodedLines = {
  /** Active while a card passes. */
  readonly cardLoad?: number;
  readonly tracks: Partial<Record<Track, { readonly clock: number; readonly data: number }>>;
};

/** A head with a decoder on board: the data line is read whenever its clock becomes active. */
export class BitCollector extends Collector {
  readonly #lines: DecodedLines;
  readonly #active: Set<number>;
  readonly #bits = new Map<Track, number[]>();

  constructor(lines: DecodedLines, active: readonly number[]) {
    super();
    this.#lines = lines;
    this.#active = new Set(active);
  }

  protected take({ offset, rising }: Edge): void {
    if (rising) this.#active.add(offset);
    else this.#active.delete(offset);
    const { cardLoad, tracks } = this.#lines;
    if (!rising || (cardLoad !== undefined && !this.#active.has(cardLoad))) return;
    for (const track of trackNumbers) {
      const lines = tracks[track];
      if (lines?.clock !== offset) continue;
      const bits = this.#bits.get(track) ?? [];
      if (bits.length < mostEdges) bits.push(this.#active.has(lines.data) ? 1 : 0);
      this.#bits.set(track, bits);
    }
  }

  protected collected(lostEdges: number): Swipe {
    const bits = trackNumbers.flatMap((track) => {
      const values = this.#bits.get(track);
      return values === undefined ? [] : [{ track, bits: Uint8Array.from(values) }];
    });
    this.#bits.clear();
    return { edges: [], bits, lostEdges };
  }
}
