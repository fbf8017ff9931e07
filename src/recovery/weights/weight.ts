import type { Cause, Evidence, EvidenceOf } from '../evidence.ts';
import type { Scene } from '../scene.ts';

/** A cause that evidence can speak for. */
export type NamedCause = Exclude<Cause, 'unknown'>;

/**
 * What one piece of evidence says for a cause (or, below zero, against it), in natural log-odds: 0.7 makes a cause
 * twice as likely, 2.3 ten times. `why` is for engineers; people read the evidence itself in their words.
 */
export type Weight = {
  readonly cause: NamedCause;
  readonly points: number;
  readonly why: string;
};

export type Weigh<T extends Evidence['type']> = (
  item: EvidenceOf<T>,
  scene: Scene,
) => readonly (Weight | false)[];

export type Weights<T extends Evidence['type']> = { readonly [K in T]: Weigh<K> };

export const says = (cause: NamedCause, points: number, why: string): Weight => ({
  cause,
  points,
  why,
});
