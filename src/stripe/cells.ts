/** Bits as they pass the head, with the moment at which each began; one moment more than bits. */
export type Cells = {
  readonly bits: Uint8Array;
  readonly boundariesNs: Float64Array;
  /** Root mean square of the edges' distance from where the clock expected them, in parts of a cell. */
  readonly jitter: number;
};

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

/**
 * How long a cell may last at the beginning of a swipe: the longer of the two lengths among the first
 * intervals. Where all are alike they are zeros, or else ones, so both are worth a try.
 */
export function firstCellTimes(times: Float64Array): readonly number[] {
  const intervals: number[] = [];
  for (let i = 1; i < times.length && i <= 16; i++) intervals.push(times[i]! - times[i - 1]!);
  intervals.sort((a, b) => a - b);
  const median = intervals[intervals.length >> 1];
  if (median === undefined || median <= 0) return [];
  const long = intervals.filter((interval) => interval > 1.4 * median);
  if (long.length >= 2) return [long[long.length >> 1]!, median];
  return [median, 2 * median];
}

const boundary = 0;
const middle = 1;
/** The clock follows the card's speed with at least these gains. */
const steadyPhaseGain = 0.3;
const steadyPeriodGain = 0.05;

/**
 * Aiken biphase (F2F): every cell begins with an edge, a 1 has another one in its middle. Each edge is
 * either of them, and of all sequences the likeliest one wins (Viterbi). Both hypotheses carry a clock of
 * their own, which follows the speed of the card.
 */
export function readCells(times: Float64Array, firstCellNs: number): Cells {
  const count = times.length;
  const cameFrom = new Uint8Array(2 * count);
  let position = [0, 0] as [number, number];
  let period = [firstCellNs, firstCellNs] as [number, number];
  let cost = [0, 0.5] as [number, number];
  for (let i = 1; i < count; i++) {
    const gainAge = i + 1;
    const phaseGain = Math.max(
      steadyPhaseGain,
      (2 * (2 * gainAge + 1)) / ((gainAge + 1) * (gainAge + 2)),
    );
    const periodGain = Math.max(steadyPeriodGain, 6 / ((gainAge + 1) * (gainAge + 2)));
    const edge = times[i]!;
    const zero = edge - position[boundary] - period[boundary];
    const firstHalf = edge - position[boundary] - period[boundary] / 2;
    const secondHalf = edge - position[middle] - period[middle] / 2;
    const zeroCost = cost[boundary] + (zero / period[boundary]) ** 2;
    const oneCost = cost[middle] + (secondHalf / period[middle]) ** 2;
    const fromMiddle = oneCost < zeroCost;
    const source = fromMiddle ? middle : boundary;
    cameFrom[2 * i + boundary] = source;
    cameFrom[2 * i + middle] = boundary;
    const follow = (from: 0 | 1, error: number): [number, number] => {
      const limit = period[from] / 2;
      if (Math.abs(error) > limit) return [edge, period[from]];
      return [edge - (1 - phaseGain) * error, period[from] + periodGain * error];
    };
    const [boundaryAt, boundaryPeriod] = follow(source, fromMiddle ? secondHalf : zero);
    const [middleAt, middlePeriod] = follow(boundary, firstHalf);
    cost = [Math.min(zeroCost, oneCost), cost[boundary] + (firstHalf / period[boundary]) ** 2];
    position = [boundaryAt, middleAt];
    period = [boundaryPeriod, middlePeriod];
  }
  const last = cost[boundary] <= cost[middle] ? boundary : middle;
  return trace(times, cameFrom, last, cost[last]);
}

function trace(times: Float64Array, cameFrom: Uint8Array, last: 0 | 1, cost: number): Cells {
  const bits: number[] = [];
  const boundaries: number[] = [];
  let state = last;
  for (let i = times.length - 1; i > 0; i--) {
    const previous = cameFrom[2 * i + state] === middle ? middle : boundary;
    if (state === boundary) {
      bits.push(previous);
      boundaries.push(times[i]!);
    }
    state = previous;
  }
  boundaries.push(times[0] ?? 0);
  return {
    bits: Uint8Array.from(bits.reverse()),
    boundariesNs: Float64Array.from(boundaries.reverse()),
    jitter: Math.sqrt(cost / Math.max(1, times.length)),
  };
}
