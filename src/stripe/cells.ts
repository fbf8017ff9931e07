/**
 * Cells of one track as they passed the head. Cell `k` begins with the edge `boundaryNs[k]` and is a 1 when it
 * has one in its middle, `middleNs[k]`; NaN stands for an edge that is not there.
 */
export type Cells = {
  readonly count: number;
  /** One more than cells: the last one ends the last cell. */
  readonly boundaryNs: Float64Array;
  readonly middleNs: Float64Array;
  /** {@link oneMissing} or {@link manyMissing} where the beginning of a cell was not seen, else 0. */
  readonly doubtful: Uint8Array;
  /** Edges that were taken for noise and left out, with the cells in which they lie. */
  readonly strays: readonly { readonly cell: number; readonly ns: number }[];
};

/** The cells on both sides of one edge that is missing. */
export const oneMissing = 1;
/** Cells of a gap: nobody knows what they hold. */
export const manyMissing = 2;

/** Timestamps as nanoseconds since the first edge. */
export function relativeTimes(timestampsNs: BigInt64Array): Float64Array {
  const halves = new Uint32Array(
    timestampsNs.buffer,
    timestampsNs.byteOffset,
    2 * timestampsNs.length,
  );
  const low = halves[0] ?? 0;
  const high = halves[1] ?? 0;
  const times = new Float64Array(timestampsNs.length);
  for (let i = 0; i < times.length; i++) {
    times[i] = (halves[2 * i + 1]! - high) * 4294967296 + (halves[2 * i]! - low);
  }
  return times;
}

/** The same pass as seen by somebody who lets time run backwards. */
export function backwards(times: Float64Array): Float64Array {
  const end = times[times.length - 1] ?? 0;
  const out = new Float64Array(times.length);
  for (let i = 0; i < times.length; i++) out[i] = end - times[times.length - 1 - i]!;
  return out;
}

/** Turns the result of decoding {@link backwards} times round again. */
export function turned(cells: Cells, lastEdgeNs: number): Cells {
  const turn = (ns: number) => lastEdgeNs - ns;
  return {
    count: cells.count,
    boundaryNs: cells.boundaryNs.map(turn).reverse(),
    middleNs: cells.middleNs.map(turn).reverse(),
    doubtful: cells.doubtful.slice().reverse(),
    strays: cells.strays.map(({ cell, ns }) => ({ cell: cells.count - 1 - cell, ns: turn(ns) })),
  };
}

const intervalsLookedAt = 16;

/**
 * How long a cell may last at the beginning: the longer of the two lengths among the first intervals.
 * Where all are alike they are zeros, or else ones, so both are worth a try.
 */
export function firstCellTimes(times: Float64Array): readonly number[] {
  const intervals: number[] = [];
  for (let i = 1; i < times.length && i <= intervalsLookedAt; i++) {
    intervals.push(times[i]! - times[i - 1]!);
  }
  intervals.sort((a, b) => a - b);
  const median = intervals[intervals.length >> 1];
  if (median === undefined || median <= 0) return [];
  const long = intervals.filter((interval) => interval > 1.4 * median);
  if (long.length >= 3) return [long[long.length >> 1]!, median];
  return [median, 2 * median];
}

/** Bits of a head that decodes by itself, as cells of equal length. */
export function cellsOfBits(bits: Uint8Array): Cells {
  const boundaryNs = Float64Array.from({ length: bits.length + 1 }, (_, k) => k);
  const middleNs = Float64Array.from(bits, (bit, k) => (bit === 1 ? k + 0.5 : Number.NaN));
  return {
    count: bits.length,
    boundaryNs,
    middleNs,
    doubtful: new Uint8Array(bits.length),
    strays: [],
  };
}
