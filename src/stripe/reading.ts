import type { TrackFormat } from './alphabet.ts';
import { backwards, type Cells, cellsOfBits, firstCellTimes, turned } from './cells.ts';
import { type Frame, frameAt, startSentinels } from './characters.ts';
import { type Clock, jitterOf, offset, smoothClock } from './clock.ts';
import { type Doubt, doubtsOf, settle } from './doubts.ts';
import type { KnownCharacters } from './evidence.ts';
import { confirmedBy, judge, soundCharacters, type Verdict } from './judge.ts';
import { type Expectations, readCells } from './trellis.ts';

/** The best that could be made of one track of one pass. */
export type Reading = {
  readonly cells: Cells;
  readonly clock: Clock;
  /** In parts of a cell. */
  readonly jitter: number;
  readonly doubts: readonly Doubt[];
  /** The data runs against time. */
  readonly reversed: boolean;
  readonly frame: Frame | undefined;
  readonly verdict: Verdict;
};

/** Fewer edges than these are no track. */
const fewestEdges = 24;
/** Jitter is seen a little smaller than it is, and no pass is as steady as it may look. */
const jitterMargin = 1.12;
const leastJitter = 0.045;
/** Above this, edges jump over the quarter cell that tells a 0 from a 1 too often. */
const mostJitter = 0.12;
/** Above this more than one bit may be wrong, so that none is put right. */
const mostJitterOfRepair = 0.1;
/** Above this, what looks like an edge lost without a trace is jitter. */
const mostJitterOfTraceless = 0.07;
const startsLookedAt = 4;
/** Of a bank card's track: sentinels, check character, 12 digits, separator, expiry. */
const fewestCharacters = 20;
/** Edges missing or too many that a readable track may have, whatever its length and by its length. */
const mostOddities = 2;
const mostOdditiesPerCharacter = 0.05;

/** Edges jitter and little else; or some are missing and others too many. */
const steady: Expectations = {
  jitter: 0.08,
  missingCost: 16,
  strayCost: 18,
  phaseGain: 0.3,
  periodGain: 0.05,
};
const damaged = (jitter: number): Expectations => ({
  jitter: Math.max(0.03, Math.min(0.08, 1.3 * jitter)),
  missingCost: 7,
  strayCost: 8,
  phaseGain: 0.3,
  periodGain: 0.05,
});
/** The hand jerks: the speed changes by several percent from each cell to the next, up and down within a swipe. */
const jerky: Expectations = { ...steady, phaseGain: 0.7, periodGain: 0.4 };

/** Reads a track from its flux changes; `undefined` when there are none to speak of. */
export function readEdges(times: Float64Array, format: TrackFormat): Reading | undefined {
  if (times.length < fewestEdges) return undefined;
  const best = readSteadily(times, format);
  if (best !== undefined && rank(best) > 2 && isLong(best)) return best;
  return readQuickly(times, format) ?? best;
}

/** Shorter ones are no bank card's, and where the clock lost the track a few characters can fit by accident. */
const isLong = ({ frame }: Reading): boolean =>
  frame !== undefined && frame.codes.length >= fewestCharacters;

function readSteadily(times: Float64Array, format: TrackFormat): Reading | undefined {
  const last = times[times.length - 1]!;
  let best: Reading | undefined;
  for (const turn of [false, true]) {
    const seen = turn ? backwards(times) : times;
    for (const expect of [() => steady, () => damaged(best?.jitter ?? 0.05)]) {
      const expectations = expect();
      for (const firstCell of firstCellTimes(seen)) {
        const found = readCells(seen, firstCell, expectations);
        const reading = readingOf(turn ? turned(found, last) : found, format);
        if (best === undefined || rank(reading) > rank(best)) best = reading;
        if (best.verdict.type === 'sure') return best;
        if (reading.frame?.problem !== 'noEndSentinel' && reading.frame !== undefined) break;
      }
    }
    if (best !== undefined && rank(best) >= 2) return best;
  }
  return best;
}

/**
 * Where the steady clock lost the track. A quick clock follows jitter, too, so that its cells count only when they
 * are beyond doubt; what a track without them lacks is told by the steady clock.
 */
function readQuickly(times: Float64Array, format: TrackFormat): Reading | undefined {
  const last = times[times.length - 1]!;
  for (const turn of [false, true]) {
    const seen = turn ? backwards(times) : times;
    for (const firstCell of firstCellTimes(seen)) {
      const found = readCells(seen, firstCell, jerky);
      const reading = readingOf(turn ? turned(found, last) : found, format);
      if (reading.verdict.type === 'sure' && isLong(reading)) return reading;
    }
  }
  return undefined;
}

/** Reads a track from the bits of a head with a decoder of its own. */
export function readBits(bits: Uint8Array, format: TrackFormat): Reading | undefined {
  if (bits.length < fewestEdges) return undefined;
  const cells = cellsOfBits(bits);
  const beginNs = cells.boundaryNs;
  const clock = { beginNs, cellNs: new Float64Array(beginNs.length).fill(1) };
  return bestFrame({ cells, clock, jitter: 0, doubts: [] }, format);
}

type Unframed = Pick<Reading, 'cells' | 'clock' | 'jitter' | 'doubts'>;

function readingOf(cells: Cells, format: TrackFormat): Reading {
  const first = smoothClock(cells);
  const changes = settle(cells, first);
  const clock = changes === 0 ? first : smoothClock(cells);
  const jitter = jitterOf(cells, clock);
  const doubts = doubtsOf(cells, clock, Math.max(leastJitter, jitter * jitterMargin));
  return bestFrame({ cells, clock, jitter, doubts }, format);
}

/** Bit of the frame's direction at which a doubt's cell stands. */
const placing =
  (cells: Cells, reversed: boolean) =>
  ({ kind, cell }: Doubt): number =>
    reversed ? cells.count - 1 - cell - (kind === 'swap' ? 1 : 0) : cell;

/** Tries both directions and every start sentinel. */
function bestFrame(unframed: Unframed, format: TrackFormat): Reading {
  const { cells, doubts } = unframed;
  const run = Uint8Array.from(cells.middleNs, (middle) => (Number.isNaN(middle) ? 0 : 1));
  let best: Reading = { ...unframed, reversed: false, frame: undefined, verdict: broken };
  for (const reversed of [false, true]) {
    if (reversed) run.reverse();
    const placeOf = placing(cells, reversed);
    for (const start of startSentinels(run, format, startsLookedAt)) {
      const frame = frameAt(run, start, format);
      const found = judge(frame, format, doubts, placeOf);
      const verdict = isRough(unframed, frame, reversed, found) ? rough : found;
      const reading = { ...unframed, reversed, frame, verdict };
      if (rank(reading) > rank(best)) best = reading;
    }
    if (best.verdict.type === 'sure') break;
  }
  run.fill(0);
  return best;
}

const rough: Verdict = { type: 'weak', chance: 1 };

/** So much is wrong with the edges that right checks are no proof any more. */
function isRough(
  { cells, jitter }: Unframed,
  frame: Frame,
  reversed: boolean,
  verdict: Verdict,
): boolean {
  if (verdict.type === 'broken') return false;
  if (jitter > mostJitter) return true;
  if (verdict.type === 'repaired') {
    if (jitter > (verdict.weakBit ? mostJitterOfRepair : mostJitterOfTraceless)) return true;
  }
  const bits = frame.bitCount;
  const from = reversed ? cells.count - frame.start - bits : frame.start;
  const inside = (cell: number) => cell >= from && cell < from + bits;
  let odd = 0;
  for (const { cell } of cells.strays) if (inside(cell)) odd++;
  for (let k = from; k < from + bits; k++) {
    if (cells.doubtful[k] !== 0 && !(cells.doubtful[k - 1] ?? 0)) odd++;
  }
  return odd > mostOddities + frame.codes.length * mostOdditiesPerCharacter;
}

const broken: Verdict = { type: 'broken' };

/** Orders readings: sure, repaired, weak, and the broken ones by how much of them is right. */
function rank({ verdict, frame }: Reading): number {
  if (verdict.type === 'sure') return 5;
  if (verdict.type === 'repaired') return verdict.weakBit ? 4 : 3;
  if (verdict.type === 'weak') return 2;
  if (frame === undefined) return 0;
  // Half of the characters of a wrong direction or place have the right parity, too.
  return 0.001 + Math.max(0, frame.codes.length - 2 * frame.parityErrors.length) / 200;
}

/** Which characters of a reading's frame stand on their own. */
export function soundOf(reading: Reading, format: TrackFormat): Uint8Array {
  const { frame, doubts, cells, reversed } = reading;
  if (frame === undefined) return new Uint8Array();
  return soundCharacters(frame, format, doubts, placing(cells, reversed));
}

/** How far the edge at the beginning of each bit was from its place, in the direction of the data. */
export function shakesOf(reading: Reading, { start, bitCount }: Frame): Float32Array {
  const { cells, clock, reversed } = reading;
  return Float32Array.from({ length: bitCount }, (_, bit) => {
    const edge = reversed ? cells.count - start - bit : start + bit;
    const away = offset(cells.boundaryNs[edge]!, clock.beginNs[edge]!, clock.cellNs[edge]!);
    return reversed ? -away : away;
  });
}

/** The bits of a frame with what their own edges leave in doubt; infinite where they leave none. */
export function doubtedBits(
  { cells, doubts, reversed }: Reading,
  { start, bitCount }: Frame,
): Pick<KnownCharacters, 'bits' | 'flipCosts' | 'swapCosts'> {
  const place = placing(cells, reversed);
  const flipCosts = new Float32Array(bitCount).fill(Number.POSITIVE_INFINITY);
  const swapCosts = flipCosts.slice();
  for (const doubt of doubts) {
    if (!doubt.evident) continue;
    const costs = doubt.kind === 'swap' ? swapCosts : flipCosts;
    const bit = place(doubt) - start;
    if (bit >= 0 && bit < bitCount) costs[bit] = doubt.cost;
  }
  const bits = Uint8Array.from({ length: bitCount }, (_, bit) => {
    const cell = reversed ? cells.count - 1 - start - bit : start + bit;
    return Number.isNaN(cells.middleNs[cell]!) ? 0 : 1;
  });
  return { bits, flipCosts, swapCosts };
}

/** Is all of a reading beyond doubt once another track confirms these characters of its frame? */
export function isConfirmed(
  { frame, verdict, doubts, cells, reversed }: Reading,
  format: TrackFormat,
  known: Uint8Array,
): boolean {
  if (frame === undefined) return false;
  return confirmedBy(known, { frame, verdict }, format, doubts, placing(cells, reversed));
}
