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
  /** The edges themselves show it; otherwise an edge was lost, or came, without a trace. */
  readonly evident: boolean;
};

/** Edges lost or added without a trace where none is seen to be: this many in a track. */
const unseenOddities = 0.02;
/** A stray edge within so many standard deviations of the middle of a cell looks like one of its own. */
const likeness = 6;
/** An edge is strange when its distance alone makes it this much less likely. */
const strange = 7;
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
  const traceless = tracelessCosts(cells, jitter);
  const strayIn = new Map(cells.strays.map(({ cell, ns }) => [cell, ns]));
  for (let k = 0; k < cells.count; k++) {
    const flip = flipOf(cells, clock, k, sharpness, traceless, strayIn.get(k));
    if (flip.cost < highestCost) doubts.push(flip);
    if (k + 1 === cells.count) break;
    const cost = swapCost(cells, clock, k) * sharpness;
    if (cost < highestCost) doubts.push({ kind: 'swap', cell: k, cost, evident: true });
  }
  return doubts;
}

/** What it costs that an edge was lost, or came, without a trace. */
type Traceless = { readonly lost: number; readonly added: number };

/**
 * The more edges are seen to be lost or too many, the more are so without being seen. A scratch, which takes many
 * at once, says nothing about the rest of the stripe.
 */
function tracelessCosts(cells: Cells, jitter: number): Traceless {
  let lost = unseenOddities;
  for (let k = 0; k < cells.count; k++) {
    if (cells.doubtful[k] === oneMissing && cells.doubtful[k - 1] !== oneMissing) lost++;
  }
  const added = (cells.strays.length + unseenOddities) * Math.min(1, likeness * jitter);
  const cost = (count: number) => Math.max(coin, Math.log(cells.count / count));
  return { lost: cost(lost), added: cost(added) };
}

function flipOf(
  cells: Cells,
  clock: Clock,
  k: number,
  sharpness: number,
  traceless: Traceless,
  stray: number | undefined,
): Doubt {
  const flip = (cost: number, evident: boolean): Doubt => ({
    kind: 'flip',
    cell: k,
    cost: Math.max(coin, cost),
    evident,
  });
  if (cells.doubtful[k] === manyMissing) return flip(coin, true);
  if (cells.doubtful[k] === oneMissing) return flip(Math.min(anotherMissing, traceless.lost), true);
  const place = (clock.beginNs[k]! + clock.beginNs[k + 1]!) / 2;
  const strangeness = (seen: number) => offset(seen, place, clock.cellNs[k]!) ** 2 * sharpness;
  const seen = cells.middleNs[k]!;
  if (!Number.isNaN(seen)) {
    return flip(traceless.added - strangeness(seen), strangeness(seen) > strange);
  }
  // What was left out may have been the middle of a 1 after all.
  if (stray !== undefined) {
    return flip(Math.min(traceless.lost, strangeness(stray) - strayRarity), true);
  }
  return flip(traceless.lost, false);
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
