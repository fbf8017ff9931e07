import { mkdirSync, writeFileSync } from 'node:fs';
import { makeSwipe } from '#hal/simulator/swipes.ts';
import { decodeSwipe } from '#src/stripe/decode.ts';
import { decodePlainly } from '../../test/stripe/baseline.ts';
import { testNumber, textsOf } from '../../test/stripe/cards.ts';
import { type Curve, drawSvg, drawText } from './curve.ts';
import { duration, median, type Row } from './row.ts';

const jitters = [0, 2, 4, 6, 8, 10] as const;
const swipesEach = 1000;
const warmUp = 200;
const limitMs = 1;
const folder = '.cache/bench';

/** One jitter: reads and wrong reads of so many swipes, and each decoder's times in milliseconds. */
type Point = {
  readonly jitterPercent: number;
  readonly ours: Count;
  readonly bothTracks: Count;
  readonly plain: Count;
};

class Count {
  read = 0;
  wrong = 0;
  readonly times: number[] = [];

  add(given: string | undefined, wanted: string, ms: number): void {
    this.times.push(ms);
    if (given === wanted) this.read++;
    else if (given !== undefined) this.wrong++;
  }

  get percent(): number {
    return (100 * this.read) / this.times.length;
  }
}

function timed<T>(work: () => T): readonly [T, number] {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}

/** Swipes of 5 to 50 in/s, both ways, slowing down and speeding up; every edge is off by a gaussian. */
function measure(jitterPercent: number, count: number): Point {
  const point = {
    jitterPercent,
    ours: new Count(),
    bothTracks: new Count(),
    plain: new Count(),
  };
  for (let i = 1; i <= count; i++) {
    const pan = testNumber(i * 7919);
    const { track1, track2 } = textsOf(pan, String(1_000_000_000 + ((i * 104_729) % 9_000_000)));
    const options = {
      seed: i,
      jitterPercent,
      speedInchesPerSecond: 5 + (i % 46),
      reversed: i % 2 === 1,
      acceleration: 0.5 + (i % 7) / 3,
    };
    const swipe = makeSwipe({ track2 }, options);
    const [edges] = swipe.edges;
    if (edges === undefined) throw new Error('a swipe without edges');
    const [plain, plainMs] = timed(() => decodePlainly(edges.timestampsNs));
    const [one, oneMs] = timed(() => decodeSwipe(swipe));
    const whole = makeSwipe({ track1, track2 }, options);
    const [two, twoMs] = timed(() => decodeSwipe(whole));
    point.plain.add(plain?.split('=')[0], pan, plainMs);
    point.ours.add(one.number?.pan.reveal(), pan, oneMs);
    point.bothTracks.add(two.number?.pan.reveal(), pan, twoMs);
  }
  return point;
}

function print(points: readonly Point[]): void {
  const columns = (...cells: readonly string[]) =>
    console.log(cells.map((cell, at) => cell.padStart(at === 0 ? 6 : 16)).join(''));
  console.log(`Swipes read of ${swipesEach}, in %, and wrong numbers given`);
  columns('jitter', 'tracks 1 and 2', 'track 2', 'plain threshold', 'wrong, ours', 'wrong, plain');
  for (const { jitterPercent, ours, bothTracks, plain } of points)
    columns(
      `${jitterPercent} %`,
      ...[bothTracks, ours, plain].map(({ percent }) => percent.toFixed(1)),
      String(ours.wrong + bothTracks.wrong),
      String(plain.wrong),
    );
}

/**
 * How many swipes are read as the edges scatter, beside the plain adaptive threshold on the same edges, printed, drawn
 * and kept as `.cache/bench/stripe.svg`; and what one swipe costs.
 */
export function benchStripe(): readonly Row[] {
  measure(4, warmUp);
  const points = jitters.map((jitter) => measure(jitter, swipesEach));
  const curveOf = (name: string, mark: string, pick: (point: Point) => Count): Curve => ({
    name,
    mark,
    points: points.map((point) => ({ x: point.jitterPercent, y: pick(point).percent })),
  });
  const curves = [
    curveOf('plain adaptive threshold, track 2', 'p', ({ plain }) => plain),
    curveOf('Holdfast, tracks 1 and 2', 'b', ({ bothTracks }) => bothTracks),
    curveOf('Holdfast, track 2 alone', 'h', ({ ours }) => ours),
  ];
  const axes = { x: 'jitter of each edge, σ in % of a cell', y: '% of swipes read' };
  print(points);
  console.log(`\n${drawText(curves, axes)}\n`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/stripe.svg`, drawSvg(curves, axes));
  console.log(`Drawn in ${folder}/stripe.svg\n`);
  return points
    .filter(({ jitterPercent }) => jitterPercent === 2 || jitterPercent === 6)
    .flatMap(rowsOf);
}

function rowsOf({ jitterPercent, ours, bothTracks, plain }: Point): Row[] {
  const own = median(ours.times);
  const whole = median(bothTracks.times);
  const theirs = median(plain.times);
  return [
    {
      what: `stripe: one swipe, track 2, jitter ${jitterPercent} %`,
      ours: duration(own),
      peer: 'plain adaptive threshold',
      theirs: duration(theirs),
      ratio: own / theirs,
    },
    {
      what: `stripe: one swipe, tracks 1 and 2, jitter ${jitterPercent} %`,
      ours: duration(whole),
      peer: 'what a swipe may take',
      theirs: duration(limitMs),
      ratio: whole / limitMs,
      wanted: '≤ 1',
    },
  ];
}
