import type { Swipe, TrackEdges } from '#hal/head/contract.ts';
import {
  bitMm,
  cardLengthMm,
  firstDataBitMm,
  mmPerInch,
  type TrackFormat,
  type TrackNumber,
  trackFormats,
} from '#src/stripe/alphabet.ts';
import { type Noise, seededNoise } from './swipe-noise.ts';

/** What stands on a card's tracks, with or without sentinels: `6222…=3012…` or `;6222…=3012…?`. */
export type StripeTexts = {
  readonly track1?: string;
  readonly track2?: string;
  readonly track3?: string;
};

export type SwipeOptions = {
  readonly speedInchesPerSecond?: number;
  /** Standard deviation of each edge, in percent of a bit's length. */
  readonly jitterPercent?: number;
  /** The card runs through the head with its other end first. */
  readonly reversed?: boolean;
  readonly seed?: number;
  /** Speed at the end as a multiple of the speed at the start: 2 is twice as fast. */
  readonly acceleration?: number;
  /** A hand that jerks: the card's pace swings by this share, once in so many millimetres. */
  readonly jerk?: { readonly share: number; readonly everyMm: number };
  /** Zero bits before and after the data; by default they fill the card. */
  readonly leadingZeros?: number;
  readonly trailingZeros?: number;
  /** Probability of each edge to be lost, and of a stray one after it. */
  readonly missingEdges?: number;
  readonly noiseEdges?: number;
  /** Parts of the stripe that give no edges, measured from the leading edge. */
  readonly dropOuts?: readonly { readonly fromMm: number; readonly toMm: number }[];
};

const sentinels: Readonly<Record<TrackNumber, string>> = { 1: '%', 2: ';', 3: ';' };

/** Bits of a track in the order of the stripe, sentinels and check character included. */
export function trackBits(track: TrackNumber, text: string): number[] {
  const format = trackFormats[track];
  const inner = text.startsWith(sentinels[track]) ? text.slice(1) : text;
  const whole = sentinels[track] + (inner.endsWith('?') ? inner : `${inner}?`);
  const dataBits = format.bitsPerCharacter - 1;
  const codes = [...whole].map((character) => character.charCodeAt(0) - format.base);
  if (codes.some((code) => code < 0 || code >= 1 << dataBits)) {
    throw new Error(`track ${track} cannot hold this text`);
  }
  codes.push(codes.reduce((sum, code) => sum ^ code, 0));
  return codes.flatMap((code) => {
    const bits = Array.from({ length: dataBits }, (_, i) => (code >> i) & 1);
    return [...bits, 1 - (bits.reduce((sum, bit) => sum + bit, 0) & 1)];
  });
}

/** The edges that a head gives for one pass of a card; the same options give the same edges. */
export function makeSwipe(texts: StripeTexts, options: SwipeOptions = {}): Swipe {
  const noise = seededNoise(options.seed ?? 1);
  const edges: TrackEdges[] = [];
  for (const track of [1, 2, 3] as const) {
    const text = texts[`track${track}`];
    if (text === undefined) continue;
    const positions = fluxChanges(trackFormats[track], trackBits(track, text), options, noise);
    edges.push({ track, timestampsNs: pass(positions, options) });
  }
  return { edges, bits: [], lostEdges: 0 };
}

/** The same pass through a head that decodes by itself. */
export function makeDecodedSwipe(texts: StripeTexts, reversed = false): Swipe {
  const bits = ([1, 2, 3] as const).flatMap((track) => {
    const text = texts[`track${track}`];
    if (text === undefined) return [];
    const zeros = Array<number>(20).fill(0);
    const run = [...zeros, ...trackBits(track, text), ...zeros];
    return [{ track, bits: Uint8Array.from(reversed ? run.reverse() : run) }];
  });
  return { edges: [], bits, lostEdges: 0 };
}

/** Millimetres from the leading edge of every flux change: one between two bits, one in the middle of a 1. */
function fluxChanges(
  format: TrackFormat,
  data: readonly number[],
  options: SwipeOptions,
  noise: Noise,
): number[] {
  const pitch = bitMm(format);
  const leading = options.leadingZeros ?? Math.floor(firstDataBitMm / pitch) - 2;
  const end = firstDataBitMm + data.length * pitch;
  const trailing =
    options.trailingZeros ?? Math.max(0, Math.floor((cardLengthMm - end) / pitch) - 2);
  const start = firstDataBitMm - leading * pitch;
  const jitter = ((options.jitterPercent ?? 1) / 100) * pitch;
  const positions: number[] = [];
  const put = (at: number) => {
    if (options.dropOuts?.some(({ fromMm, toMm }) => at >= fromMm && at < toMm)) return;
    if (noise.uniform() >= (options.missingEdges ?? 0))
      positions.push(at + jitter * noise.gaussian());
    if (noise.uniform() < (options.noiseEdges ?? 0)) positions.push(at + pitch * noise.uniform());
  };
  const total = leading + data.length + trailing;
  for (let i = 0; i < total; i++) {
    put(start + i * pitch);
    if (data[i - leading] === 1) put(start + (i + 0.5) * pitch);
  }
  put(start + total * pitch);
  return positions.sort((a, b) => a - b);
}

/** When each position passes the head, for a speed that grows evenly along the card. */
function pass(positions: readonly number[], options: SwipeOptions): BigInt64Array {
  const mmPerNs = ((options.speedInchesPerSecond ?? 20) * mmPerInch) / 1e9;
  const gain = (options.acceleration ?? 1) - 1;
  const { share = 0, everyMm = 1 } = options.jerk ?? {};
  const turn = (2 * Math.PI) / everyMm;
  const swing = (mm: number) => (share / turn) * Math.sin(turn * mm);
  const way = options.reversed ? positions.map((at) => cardLengthMm - at).reverse() : positions;
  const timeAt = (mm: number) => {
    const part = mm / cardLengthMm;
    const stretch = Math.abs(gain) < 1e-9 ? part : Math.log(1 + gain * part) / gain;
    return (stretch * cardLengthMm + swing(mm)) / mmPerNs;
  };
  const begin = 1_000_000_000n;
  return BigInt64Array.from(way, (mm) => begin + BigInt(Math.round(timeAt(mm))));
}
