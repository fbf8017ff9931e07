import type { Cells } from './cells.ts';

/** The clock of a whole pass: where each cell begins and how long it lasts, when every edge has been heard. */
export type Clock = {
  readonly beginNs: Float64Array;
  readonly cellNs: Float64Array;
};

/** Cells on each side that take part in the estimate of one beginning. */
const reach = 10;
const weights = smoothingWeights();

/**
 * Weights of a least-squares parabola over the neighbours, at its middle (Savitzky and Golay 1964): a parabola
 * follows a card that gains speed evenly without lagging behind.
 */
function smoothingWeights(): Float64Array {
  const n = reach;
  const scale = (2 * n - 1) * (2 * n + 1) * (2 * n + 3);
  return Float64Array.from({ length: n + 1 }, (_, i) => {
    return (3 * (3 * n * n + 3 * n - 1 - 5 * i * i)) / scale;
  });
}

/** Smooths the beginnings of the cells over their neighbours on both sides. */
export function smoothClock(cells: Cells): Clock {
  const size = cells.count + 1;
  const padded = new Float64Array(size + 2 * reach);
  fill(cells.boundaryNs, padded);
  const beginNs = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    const at = k + reach;
    let sum = weights[0]! * padded[at]!;
    for (let i = 1; i <= reach; i++) sum += weights[i]! * (padded[at - i]! + padded[at + i]!);
    beginNs[k] = sum;
  }
  const cellNs = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    const from = Math.max(0, k - 3);
    const to = Math.min(size - 1, k + 3);
    cellNs[k] = (beginNs[to]! - beginNs[from]!) / Math.max(1, to - from);
  }
  return { beginNs, cellNs };
}

/** Missing beginnings lie evenly between their neighbours; beyond the ends the card goes on as it was. */
function fill(boundaryNs: Float64Array, padded: Float64Array): void {
  const size = boundaryNs.length;
  let known = -1;
  for (let k = 0; k < size; k++) {
    const seen = boundaryNs[k]!;
    if (Number.isNaN(seen)) continue;
    const before = known < 0 ? seen : boundaryNs[known]!;
    for (let gap = known + 1; gap < k; gap++) {
      padded[reach + gap] =
        known < 0 ? Number.NaN : before + ((seen - before) * (gap - known)) / (k - known);
    }
    padded[reach + k] = seen;
    known = k;
  }
  const first = boundaryNs.findIndex((seen) => !Number.isNaN(seen));
  const step = (from: number, direction: 1 | -1) => {
    const other = Math.max(
      0,
      Math.min(known, from + direction * Math.min(2 * reach, known - first)),
    );
    return (padded[reach + from]! - padded[reach + other]!) / Math.max(1, Math.abs(other - from));
  };
  const firstStep = step(first, 1);
  const lastStep = step(known, -1);
  for (let k = reach + first - 1; k >= 0; k--) {
    const mirror = 2 * (reach + first) - k;
    padded[k] =
      mirror <= reach + known
        ? 2 * padded[reach + first]! - padded[mirror]!
        : padded[k + 1]! + firstStep;
  }
  for (let k = reach + known + 1; k < padded.length; k++) {
    const mirror = 2 * (reach + known) - k;
    padded[k] =
      mirror >= reach + first
        ? 2 * padded[reach + known]! - padded[mirror]!
        : padded[k - 1]! + lastStep;
  }
}

/** Distance of a seen edge from its place, in parts of a cell. */
export const offset = (seen: number, place: number, cell: number): number => (seen - place) / cell;

/**
 * Root mean square of the edges' distances between two cells, in parts of a cell. An edge was never further
 * away than the search allows, so much jitter looks a little less than it is.
 */
export function jitterOf(cells: Cells, clock: Clock, from = 0, to = cells.count): number {
  let sum = 0;
  let edges = 0;
  const add = (distance: number) => {
    if (!Number.isFinite(distance)) return;
    sum += distance * distance;
    edges++;
  };
  for (let k = Math.max(0, from); k < Math.min(cells.count, to); k++) {
    const cell = clock.cellNs[k]!;
    add(offset(cells.boundaryNs[k]!, clock.beginNs[k]!, cell));
    add(offset(cells.middleNs[k]!, (clock.beginNs[k]! + clock.beginNs[k + 1]!) / 2, cell));
  }
  return edges === 0 ? 0 : Math.sqrt(sum / edges);
}
