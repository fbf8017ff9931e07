/** What a magnetic head does: it delivers flux changes; decoding is `src/stripe`. */

/** Flux changes of one swipe on one track: nanosecond timestamps, ascending. */
export type TrackEdges = { readonly track: 1 | 2 | 3; readonly timestampsNs: BigInt64Array };

/** Decoded lines of a head with a decoder on board: bit values at each clock, per track. */
export type TrackBits = { readonly track: 1 | 2 | 3; readonly bits: Uint8Array };

export type Swipe = {
  readonly edges: readonly TrackEdges[];
  readonly bits: readonly TrackBits[];
  /** Edges that the ring could not hold; 0 on a healthy terminal. */
  readonly lostEdges: number;
};

export interface MagneticHead {
  /** `none`: the terminal has no head. */
  readonly kind: 'f2f' | 'decoded' | 'none';
  /** Whether its lines are there; a head that is there may still be dirty or stuck. */
  readonly present: boolean;
  /** One call a swipe, after the last edge has been quiet for 60 ms. */
  listen(listener: (swipe: Swipe) => void): () => void;
  close(): Promise<void>;
}
