import { passesLuhn } from '../card/pan.ts';
import { type TrackNumber, trackFormats } from './alphabet.ts';
import { combine } from './combine.ts';
import type { SwipeEvidence } from './evidence.ts';
import type { Track2 } from './parse.ts';
import type { StripeNumber } from './read.ts';
import { isConfirmed } from './reading.ts';
import { fieldsOf, type Parsed, type Work } from './track-work.ts';

/**
 * Number, expiry and service code that two tracks read alike are right, though neither could stand alone. The rest of
 * such a track (name, discretionary data) stands on no other track: it is given only when its own edges suffice.
 */
export function confirm(one: Work<1>, two: Work<2>): StripeNumber | undefined {
  const first = one.fields ?? one.unconfirmed;
  const second = two.fields ?? two.unconfirmed;
  if (first === undefined || second === undefined) return undefined;
  if (!first.pan.equals(second.pan) || first.expiry !== second.expiry) return undefined;
  if (first.serviceCode !== second.serviceCode) return undefined;
  confirmRest(one, first);
  confirmRest(two, second);
  return first;
}

function confirmRest<T extends 1 | 2>(work: Work<T>, fields: Parsed[T]): void {
  if (work.fields !== undefined || work.reading === undefined) return;
  const confirmed = sharedCharacters(work.track, fields);
  if (isConfirmed(work.reading, trackFormats[work.track], confirmed)) accept(work, fields);
}

/** 1 for each character, start sentinel first, that tracks 1 and 2 of a card have in common. */
function sharedCharacters(track: 1 | 2, { pan, expiry, serviceCode, data }: Track2): Uint8Array {
  const shared = new Uint8Array(data.length + 3);
  const digits = pan.reveal().length;
  const dates = (expiry?.length ?? 1) + (serviceCode?.length ?? 1);
  if (track === 2) return shared.fill(1, 0, digits + 2 + dates);
  const name = digits + 3;
  const afterName = data.reveal().indexOf('^', name - 1) + 1;
  return shared.fill(1, 0, name).fill(1, afterName, afterName + 1 + dates);
}

function accept<T extends TrackNumber>(work: Work<T>, fields: Parsed[T]): void {
  work.fields = fields;
  work.unconfirmed = undefined;
  work.result = 'combined';
  work.problem = undefined;
}

/**
 * Fills a track that could not be read, from what another track says and from earlier swipes, latest first. They
 * only add to what this swipe shows: where it shows nothing of the track, nothing is said of this card.
 */
export function complete<T extends TrackNumber>(
  work: Work<T>,
  [own, ...earlier]: readonly [SwipeEvidence, ...SwipeEvidence[]],
  known: Uint8Array | undefined,
): void {
  const seen = own.of(work.track);
  if (work.fields !== undefined || seen === undefined) {
    known?.fill(0);
    return;
  }
  const looks = [seen, ...earlier.flatMap((swipe) => swipe.of(work.track) ?? [])];
  for (let swipes = 1; swipes <= looks.length && work.fields === undefined; swipes++) {
    // One swipe more at a time: an earlier one may have been of another card.
    const codes = combine(looks.slice(0, swipes), known, trackFormats[work.track]);
    const fields = codes && fieldsOf(work.track, codes);
    codes?.fill(0);
    if (fields !== undefined && passesLuhn(fields.pan.reveal())) {
      accept(work, fields);
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
