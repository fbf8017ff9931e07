import { trackFormats } from '#src/stripe/alphabet.ts';
import { relativeTimes } from '#src/stripe/cells.ts';
import { frameAt, startSentinels } from '#src/stripe/characters.ts';
import { textOf } from '#src/stripe/parse.ts';

/** A short interval is one below this part of a cell; the cell follows the last ones by this weight. */
const threshold = 0.75;
const weight = 0.2;

/**
 * The plain decoder that small readers use, to measure ours against: an interval shorter than three quarters of
 * a rolling mean is half a 1. Reads track 2; `undefined` when parity or LRC are wrong.
 */
export function decodePlainly(timestampsNs: BigInt64Array): string | undefined {
  const times = relativeTimes(timestampsNs);
  let cell = ((times[8] ?? 0) - (times[0] ?? 0)) / 8;
  const bits: number[] = [];
  for (let i = 1; i < times.length; i++) {
    const interval = times[i]! - times[i - 1]!;
    if (interval > threshold * cell) {
      bits.push(0);
      cell += weight * (interval - cell);
      continue;
    }
    i++;
    const whole = (times[i] ?? 0) - times[i - 2]!;
    bits.push(1);
    cell += weight * (whole - cell);
  }
  for (const run of [Uint8Array.from(bits), Uint8Array.from(bits).reverse()]) {
    for (const start of startSentinels(run, trackFormats[2], 1)) {
      const frame = frameAt(run, start, trackFormats[2]);
      if (frame.problem === undefined) return textOf(frame.codes, trackFormats[2]);
    }
  }
  return undefined;
}
