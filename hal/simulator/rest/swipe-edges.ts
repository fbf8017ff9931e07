import { z } from 'zod';
import type { Swipe, TrackEdges } from '../../head/contract.ts';
import { Problem } from '../problem.ts';

const mostEdges = 20_000;
const latestNs = 2n ** 63n - 1n;

/** Edges as a head would give them. What is wrong with a timestamp is said by `swipeOfEdges`, with its place. */
export const edgesBody = z.strictObject({
  edges: z
    .array(
      z.strictObject({
        track: z.union([z.literal(1), z.literal(2), z.literal(3)]),
        timestampsNs: z
          .array(z.union([z.number(), z.string().max(19)]))
          .max(mostEdges)
          .describe('flux changes in nanoseconds, whole and ascending; as text where too long'),
      }),
    )
    .max(3),
  lostEdges: z.int().min(0).max(1_000_000).optional().describe('edges that the ring lost'),
});

type EdgesBody = z.output<typeof edgesBody>;

/** Throws a Problem that names the first edge no head could give. */
export function swipeOfEdges({ edges, lostEdges = 0 }: EdgesBody): Swipe {
  const tracks = edges.map(({ track, timestampsNs }) => trackOf(track, timestampsNs));
  const twice = edges.find(({ track }, i) => edges.findIndex((e) => e.track === track) !== i);
  if (twice !== undefined) throw trackTwice(twice.track);
  if (tracks.every(({ timestampsNs }) => timestampsNs.length === 0)) throw noEdges();
  return { edges: tracks, bits: [], lostEdges };
}

function trackOf(track: TrackEdges['track'], given: readonly (number | string)[]): TrackEdges {
  const timestampsNs = new BigInt64Array(given.length);
  for (const [i, value] of given.entries()) {
    const whole = typeof value === 'number' ? Number.isSafeInteger(value) : /^\d+$/.test(value);
    const ns = whole ? BigInt(value) : -1n;
    if (ns < 0n || ns > latestNs) throw badTimestamp(track, i);
    if (i > 0 && ns < timestampsNs[i - 1]!) throw notAscending(track, i);
    timestampsNs[i] = ns;
  }
  return { track, timestampsNs };
}

const badTimestamp = (track: number, index: number) =>
  new Problem(
    400,
    'badTimestamp',
    { en: 'A timestamp is no time', zh: '时间戳不对' },
    {
      en: `Track ${track}, edge ${index}: whole nanoseconds from 0 to ${latestNs} are wanted.`,
      zh: `第 ${track} 磁道第 ${index} 个跳变：要 0 到 ${latestNs} 的整数纳秒。`,
    },
    { track, index },
  );

const notAscending = (track: number, index: number) =>
  new Problem(
    400,
    'notAscending',
    { en: 'Time runs backwards', zh: '时间倒退了' },
    {
      en: `Track ${track}: edge ${index} is earlier than the one before. A head gives them in order.`,
      zh: `第 ${track} 磁道：第 ${index} 个跳变比前一个还早。磁头按先后给出。`,
    },
    { track, index },
  );

const trackTwice = (track: number) =>
  new Problem(
    400,
    'trackTwice',
    { en: 'A track is given twice', zh: '同一磁道给了两次' },
    { en: `Track ${track} stands there twice.`, zh: `第 ${track} 磁道出现了两次。` },
    { track },
  );

const noEdges = () =>
  new Problem(
    400,
    'noEdges',
    { en: 'Nothing passed the head', zh: '没有东西经过磁头' },
    {
      en: 'There is no edge on any track: a head would not even have noticed.',
      zh: '各磁道都没有跳变：磁头不会有任何反应。',
    },
  );
