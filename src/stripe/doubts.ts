import { type Cells, manyMissing, oneMissing } from './cells.ts';
import { type Clock, offset } from './clock.ts';

/**
 * Another way to read a few edges. `cost` is how much less likely it is than the reading at hand, as a natural
 * logarithm: 0 is a coin's toss, 14 is one in a million.
 */
export type Doubt = {
  /** A 1 and a 0 beside each other change places, or one bit is another. */
  readonly kind: 'swap' | 'flip';
  readonly cell: number;
  readonly cost: number;
};

/** An edge that is missing or too many without leaving a trace: as good as never. */
const traceless = 16;
/** Where one edge is missing, so may another be. */
const anotherMissing = 6;
/** In a gap either bit is possible. */
const coin = 0.7;
/** How much rarer a stray edge is than one in its place. */
const strayRarity = 6;
/** Doubts above this are not worth a thought. */
const highestCost = 20;

/** All doubts about a reading, given how much its edges jitter. */
export function doubtsOf(cells: Cells, clock: Clock, jitter: number): Doubt[] {
  const doubts: Doubt[] = [];
  const sharpness = 1 / (2 * jitter * jitter);
  const strayIn = new Map(cells.strays.map(({ cell, ns }) => [cell, ns]));
  for (let k = 0; k < cells.count; k++) {
    const flip = flipCost(cells, clock, k, sharpness, strayIn.get(k));
    if (flip < highestCost) doubts.push({ kind: 'flip', cell: k, cost: flip });
    if (k + 1 === cells.count) break;
    const swap = swapCost(cells, clock, k) * sharpness;
    if (swap < highestCost) doubts.push({ kind: 'swap', cell: k, cost: swap });
  }
  return doubts;
}

function flipCost(
  cells: Cells,
  clock: Clock,
  k: number,
  sharpness: number,
  stray: number | undefined,
): number {
  if (cells.doubtful[k] === manyMissing) return coin;
  if (cells.doubtful[k] === oneMissing) return anotherMissing;
  const place = (clock.beginNs[k]! + clock.beginNs[k + 1]!) / 2;
  const strangeness = (seen: number) => offset(seen, place, clock.cellNs[k]!) ** 2 * sharpness;
  const seen = cells.middleNs[k]!;
  if (!Number.isNaN(seen)) return Math.max(coin, traceless - strangeness(seen));
  // What was left out may have been the middle of a 1 after all.
  return stray === undefined ? traceless : Math.max(coin, strangeness(stray) - strayRarity);
}

/**
 * 10 and 01 have the same number of edges: the two inner ones move by half a cell. The difference of the
 * squared distances; NaN where there is nothing to swap.
 */
function swapCost(cells: Cells, clock: Clock, k: number): number {
  const first = cells.middleNs[k]!;
  const second = cells.middleNs[k + 1]!;
  const between = cells.boundaryNs[k + 1]!;
  const oneFirst = !Number.isNaN(first);
  if (oneFirst === !Number.isNaN(second) || Number.isNaN(between)) return Number.NaN;
  const cell = clock.cellNs[k]!;
  const begin = clock.beginNs[k + 1]!;
  const early = (clock.beginNs[k]! + begin) / 2;
  const late = (begin + clock.beginNs[k + 2]!) / 2;
  const square = (seen: number, place: number) => offset(seen, place, cell) ** 2;
  if (oneFirst) {
    return (
      square(first, begin) + square(between, late) - square(first, early) - square(between, begin)
    );
  }
  return (
    square(between, early) + square(second, begin) - square(between, begin) - square(second, late)
  );
}

/** Swaps bits wherever that is likelier under the smoothed clock than what the search found; how often. */
export function settle(cells: Cells, clock: Clock): number {
  let swaps = 0;
  for (let k = 0; k + 1 < cells.count; k++) {
    if (!(swapCost(cells, clock, k) < 0)) continue;
    swaps++;
    const oneFirst = !Number.isNaN(cells.middleNs[k]!);
    const between = cells.boundaryNs[k + 1]!;
    if (oneFirst) {
      cells.boundaryNs[k + 1] = cells.middleNs[k]!;
      cells.middleNs[k] = Number.NaN;
      cells.middleNs[k + 1] = between;
    } else {
      cells.boundaryNs[k + 1] = cells.middleNs[k + 1]!;
      cells.middleNs[k + 1] = Number.NaN;
      cells.middleNs[k] = between;
    }
  }
  return swaps;
}
