import { passesLuhn } from '../card/pan.ts';
import type { TrackNumber } from './alphabet.ts';
import { combine } from './combine.ts';
import type { SwipeEvidence } from './evidence.ts';
import type { Track1, Track2, Track3 } from './parse.ts';
import { fieldsOf, type Parsed, type Work } from './track-work.ts';

/** A number that two tracks read alike is right, though neither could stand alone. */
export function confirm(one: Work<1>, two: Work<2>): void {
  const first = one.fields ?? one.unconfirmed;
  const second = two.fields ?? two.unconfirmed;
  if (first === undefined || second === undefined) return;
  if (!first.pan.equals(second.pan) || first.expiry !== second.expiry) return;
  for (const work of [one, two]) {
    if (work.fields !== undefined) continue;
    accept(work as Work<TrackNumber>, work === one ? first : second);
  }
}

function accept(work: Work<TrackNumber>, fields: Track1 | Track2 | Track3): void {
  work.fields = fields as Parsed[TrackNumber];
  work.unconfirmed = undefined;
  work.result = 'combined';
  work.problem = undefined;
}

/** Fills a track that could not be read, from what another track says and from earlier swipes, latest first. */
export function complete<T extends TrackNumber>(
  work: Work<T>,
  evidence: readonly SwipeEvidence[],
  known: Uint8Array | undefined,
): void {
  if (work.fields !== undefined) return;
  const looks = evidence.flatMap((swipe) => swipe.of(work.track) ?? []);
  for (let swipes = 1; swipes <= looks.length && work.fields === undefined; swipes++) {
    // One swipe more at a time: an earlier one may have been of another card.
    const codes = combine(looks.slice(0, swipes), known);
    const fields = codes && fieldsOf(work.track, codes);
    codes?.fill(0);
    if (fields !== undefined && passesLuhn(fields.pan.reveal())) {
      accept(work as Work<TrackNumber>, fields);
    }
  }
  known?.fill(0);
}

/** Two numbers on one card: neither is given. Track 3 may stand back alone. */
export function refuseContradiction(one: Work<1>, two: Work<2>, three: Work<3>): void {
  if (one.fields !== undefined && two.fields !== undefined) {
    if (!one.fields.pan.equals(two.fields.pan)) for (const work of [one, two]) refuse(work);
  }
  const pan = (one.fields ?? two.fields)?.pan;
  if (three.fields !== undefined && pan !== undefined && !three.fields.pan.equals(pan))
    refuse(three);
}

function refuse<T extends TrackNumber>(work: Work<T>): void {
  work.fields?.data.wipe();
  work.fields = undefined;
  work.result = 'unreadable';
  work.problem = 'disagreement';
}
