import type { Pan } from '../card/pan.ts';
import type { TrackNumber } from './alphabet.ts';
import type { FrameProblem } from './characters.ts';
import type { SwipeEvidence } from './evidence.ts';
import type { Track1, Track2, Track3 } from './parse.ts';

/** What one swipe gave: the tracks that were read beyond doubt, and how well each was read. */
export type StripeRead = {
  readonly tracks: {
    readonly track1?: Track1;
    readonly track2?: Track2;
    readonly track3?: Track3;
  };
  /** The card's number when it is beyond doubt, also where no track could be read to its end. */
  readonly number?: StripeNumber;
  readonly report: StripeReport;
  /** For the next swipe of the same card, when this one did not do; wipe it when it is not needed any more. */
  readonly evidence: SwipeEvidence;
};

export type StripeNumber = {
  readonly pan: Pan;
  /** YYMM. */
  readonly expiry: string | undefined;
  readonly serviceCode: string | undefined;
};

/**
 * `weak`: the characters fit, but the edges leave doubt; `format`: well read, but no bank card's track; `luhn`: well
 * read, but the number's check digit is wrong; `disagreement`: two tracks carry different numbers.
 */
export type TrackProblem = FrameProblem | 'format' | 'luhn' | 'weak' | 'disagreement';

/**
 * `repaired`: one weak bit was put right by parity and LRC; `combined`: put together with another track or an
 * earlier swipe; `absent`: no edges came; `blank`: a clock without data.
 */
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
  /** How late the edges in the middle of ones come, in percent of a bit: a smeared signal peaks late. */
  readonly latePercent: number;
  /** Share of bits beside an edge that was not seen, and of edges that were too many. */
  readonly missingPercent: number;
  readonly strayPercent: number;
  /** Worst first, at most five. */
  readonly weakZones: readonly WeakZone[];
};

export type SpeedPoint = { readonly mm: number; readonly inchesPerSecond: number };

export type StripeReport = {
  readonly direction: 'forward' | 'reversed' | 'unknown';
  /** In the order of the pass; empty when the head decodes by itself. */
  readonly speed: readonly SpeedPoint[];
  readonly tracks: readonly TrackReport[];
  /**
   * How far the card leaned, by where the data of two tracks begin; positive when the tracks nearer to the card's
   * edge are behind. Absent when fewer than two tracks could be followed.
   */
  readonly tiltDegrees?: number;
  /** Flux changes that the terminal itself lost: not the card's fault. */
  readonly lostEdges: number;
};
