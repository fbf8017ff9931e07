/** One comparison of the bench: our figure beside a named peer or a physical limit, measured in the same run. */
export type Row = {
  readonly what: string;
  readonly ours: string;
  readonly peer: string;
  readonly theirs: string;
  readonly ratio: number;
  /** What the ratio should be, in words; absent where the peer only gives the scale. */
  readonly wanted?: string;
};

/** NaN of nothing. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export const perSecond = (value: number): string => `${Math.round(value)}/s`;

/** Milliseconds, or microseconds below a tenth of one. */
export const duration = (ms: number): string =>
  ms < 0.1 ? `${(ms * 1000).toFixed(1)} µs` : `${ms.toFixed(2)} ms`;
