import type { TrackNumber } from './alphabet.ts';
import type { FrameProblem } from './characters.ts';
import type { ParseProblem, Track1, Track2, Track3 } from './parse.ts';

/** What one swipe gave: the tracks that were read beyond doubt, and how well each was read. */
export type StripeRead = {
  readonly tracks: {
    readonly track1?: Track1;
    readonly track2?: Track2;
    readonly track3?: Track3;
  };
  readonly report: StripeReport;
};

/**
 * `weak`: the characters fit, but the edges leave doubt; `unsteady`: the edges make no bits;
 * `disagreement`: two tracks carry different numbers.
 */
export type TrackProblem = FrameProblem | ParseProblem | 'weak' | 'disagreement';

/** `absent`: no edges came; `blank`: a clock without data. */
export type TrackResult = 'read' | 'repaired' | 'combined' | 'unreadable' | 'blank' | 'absent';

export type WeakZone = {
  /** From the card's leading edge. */
  readonly fromMm: number;
  readonly toMm: number;
};

export type TrackReport = {
  readonly track: TrackNumber;
  readonly result: TrackResult;
  readonly problem?: TrackProblem;
  readonly parityErrors: number;
  readonly lrcError: boolean;
  /** Standard deviation of the edges, in percent of a bit. */
  readonly jitterPercent: number;
  /** Worst first, at most five. */
  readonly weakZones: readonly WeakZone[];
};

export type SpeedPoint = { readonly mm: number; readonly inchesPerSecond: number };

export type StripeReport = {
  readonly direction: 'forward' | 'reversed' | 'unknown';
  /** In the order of the pass; empty when the head decodes by itself. */
  readonly speed: readonly SpeedPoint[];
  readonly tracks: readonly TrackReport[];
  readonly lostEdges: number;
};
