import { type Cells, manyMissing, oneMissing } from './cells.ts';

/** What the search takes for granted; all in natural logarithms of likelihood, jitter in parts of a cell. */
export type Expectations = {
  readonly jitter: number;
  /** Cost of an edge that is missing, and of one too many. */
  readonly missingCost: number;
  readonly strayCost: number;
  /** How much of an edge's distance from its place moves the clock, and its period. */
  readonly phaseGain: number;
  readonly periodGain: number;
};

/** The last edge began a cell, or lay in its middle; the second pair has left out a stray edge since. */
const boundary = 0;
const middle = 1;
const stateCount = 4;
const isMiddle = (state: number) => (state & 1) === 1;

/** A gap of more cells than this ends the search for a common clock. */
const longestGapHalves = 160;
const gapCost = 24;

/**
 * Aiken biphase (F2F): every cell begins with an edge, a 1 has another one in its middle. Each edge is one of
 * these or a stray one, some may be missing, and of all sequences the likeliest one wins (Viterbi). Every
 * hypothesis carries a clock of its own, which follows the speed of the card.
 */
export function readCells(times: Float64Array, firstCellNs: number, expect: Expectations): Cells {
  const count = times.length;
  /** For each edge and state: the state before, and the half cells since its edge; 0 for a stray edge. */
  const before = new Uint8Array(stateCount * count);
  const halves = new Uint8Array(stateCount * count);
  let position = new Float64Array(stateCount);
  let period = new Float64Array(stateCount).fill(firstCellNs);
  const never = Number.POSITIVE_INFINITY;
  let cost = Float64Array.of(0, 1, never, never);
  let nextPosition = new Float64Array(stateCount);
  let nextPeriod = new Float64Array(stateCount);
  let nextCost = new Float64Array(stateCount);
  const sharpness = 1 / (2 * expect.jitter * expect.jitter);
  for (let i = 1; i < count; i++) {
    const age = i + 2;
    const phaseGain = Math.max(expect.phaseGain, (2 * (2 * age + 1)) / ((age + 1) * (age + 2)));
    const periodGain = Math.max(expect.periodGain, 6 / ((age + 1) * (age + 2)));
    const edge = times[i]!;
    nextCost.fill(never);
    for (let from = 0; from < stateCount; from++) {
      const fromCost = cost[from]!;
      if (fromCost === never) continue;
      const at = position[from]!;
      const cell = period[from]!;
      const way = (2 * (edge - at)) / cell;
      const nearest = Math.round(way);
      const low = Math.max(1, nearest - 1);
      const high = Math.min(longestGapHalves, nearest + 1);
      for (let steps = low; steps <= Math.max(high, low); steps++) {
        const error = (way - steps) / 2;
        const total =
          fromCost + error * error * sharpness + skipCost(isMiddle(from), steps, expect);
        const to = (from + steps) & 1;
        if (total >= nextCost[to]!) continue;
        nextCost[to] = total;
        before[stateCount * i + to] = from;
        halves[stateCount * i + to] = steps;
        const limited = Math.max(-0.5, Math.min(0.5, error)) * cell;
        nextPosition[to] = edge - limited * (1 - phaseGain);
        nextPeriod[to] = cell + (periodGain * limited * 2) / Math.max(2, steps);
      }
      const stray = 2 + (from & 1);
      const strayTotal = fromCost + expect.strayCost;
      if (strayTotal < nextCost[stray]!) {
        nextCost[stray] = strayTotal;
        before[stateCount * i + stray] = from;
        halves[stateCount * i + stray] = 0;
        nextPosition[stray] = at;
        nextPeriod[stray] = cell;
      }
    }
    [position, nextPosition] = [nextPosition, position];
    [period, nextPeriod] = [nextPeriod, period];
    [cost, nextCost] = [nextCost, cost];
  }
  let last = 0;
  for (let state = 1; state < stateCount; state++) if (cost[state]! < cost[last]!) last = state;
  return collect(times, before, halves, last);
}

/** Beginnings of cells that ought to lie between two edges so many half cells apart. */
const missingEdges = (fromMiddle: boolean, steps: number): number =>
  fromMiddle ? steps >> 1 : (steps - 1) >> 1;

const skipCost = (fromMiddle: boolean, steps: number, expect: Expectations): number =>
  Math.min(missingEdges(fromMiddle, steps) * expect.missingCost, gapCost + expect.missingCost);

/** Follows the winner back and lays the edges into cells. */
function collect(times: Float64Array, before: Uint8Array, halves: Uint8Array, last: number): Cells {
  const path = new Uint8Array(times.length);
  let state = last;
  let total = 0;
  for (let i = times.length - 1; i > 0; i--) {
    const step = halves[stateCount * i + state]!;
    path[i] = step;
    total += step;
    state = before[stateCount * i + state]!;
  }
  let half = isMiddle(state) ? middle : boundary;
  const count = (half + total) >> 1;
  const boundaryNs = new Float64Array(count + 1).fill(Number.NaN);
  const middleNs = new Float64Array(count).fill(Number.NaN);
  const doubtful = new Uint8Array(count);
  const strays: { cell: number; ns: number }[] = [];
  const lay = (time: number) => {
    if ((half & 1) === 0) boundaryNs[half >> 1] = time;
    else if (half >> 1 < count) middleNs[half >> 1] = time;
  };
  lay(times[0]!);
  for (let i = 1; i < times.length; i++) {
    const step = path[i]!;
    if (step === 0) {
      if (half >> 1 < count) strays.push({ cell: half >> 1, ns: times[i]! });
      continue;
    }
    const fromMiddle = (half & 1) === 1;
    if (step > 2 || (fromMiddle && step === 2)) {
      const end = Math.min(count - 1, (half + step - 1) >> 1);
      for (let cell = fromMiddle ? (half >> 1) + 1 : half >> 1; cell <= end; cell++) {
        doubtful[cell] = missingEdges(fromMiddle, step) === 1 ? oneMissing : manyMissing;
      }
    }
    half += step;
    lay(times[i]!);
  }
  return { count, boundaryNs, middleNs, doubtful, strays };
}
