import type { Swipe } from '#hal/head/contract.ts';
import type { SwipeFacts } from '../desk/flow.ts';
import { decodeSwipe, wipeSwipe } from '../stripe/decode.ts';
import type { SwipeEvidence } from '../stripe/evidence.ts';
import type { StripeRead, StripeReport } from '../stripe/read.ts';
import { leaned, weakTracksOf } from '../stripe/weakness.ts';

/** Inches a second that a head is made for. */
const slowest = 5;
const fastest = 50;

/** Earlier swipes of a card that are worth keeping. */
const remembered = 3;

/** Swipes of one card, read together: what one left unread the next may complete. Held in memory, wiped soon. */
export class SwipeMemory {
  #evidence: SwipeEvidence[] = [];

  /** Decodes a swipe with what earlier ones of the same card left, and wipes the edges. */
  take(swipe: Swipe): SwipeFacts {
    const read = decodeSwipe(swipe, this.#evidence);
    wipeSwipe(swipe);
    const facts = factsOf(read);
    for (const track of Object.values(read.tracks)) track.data.wipe();
    if (facts.type === 'read') {
      read.evidence.wipe();
      this.forget();
    } else this.#keep(read.evidence);
    return facts;
  }

  forget(): void {
    for (const evidence of this.#evidence) evidence.wipe();
    this.#evidence = [];
  }

  #keep(evidence: SwipeEvidence): void {
    this.#evidence.unshift(evidence);
    this.#evidence.splice(remembered).forEach((old) => {
      old.wipe();
    });
  }
}

/** A number with its expiry and service code is a read: from track 2, from track 1, or from two looks that agree. */
function factsOf({ tracks: { track1, track2 }, number, report }: StripeRead): SwipeFacts {
  const track = track2 ?? track1 ?? number;
  if (track?.expiry === undefined || track.serviceCode === undefined) return unread(report);
  return {
    type: 'read',
    pan: track.pan,
    expiry: track.expiry,
    serviceCode: track.serviceCode,
    ...(track2 === undefined ? {} : { track2: track2.data.reveal() }),
    weak: weakTracksOf(report),
  };
}

function unread(report: StripeReport): SwipeFacts {
  const { tracks, speed, lostEdges } = report;
  const failed = tracks.filter(({ result }) => result === 'unreadable');
  const speeds = speed.map(({ inchesPerSecond }) => inchesPerSecond);
  const weak = weakTracksOf(report);
  // A place is named only where the card is worn: shaking and gaps all along have no place.
  const zone = weak.find(
    (each) => each.kind === 'worn' && failed.some(({ track }) => track === each.track),
  )?.zone;
  const tooSlow = speeds.length > 0 && Math.min(...speeds) < slowest;
  const tooFast = speeds.length > 0 && Math.max(...speeds) > fastest;
  return {
    type: 'unread',
    tracks: failed.map(({ track }) => track),
    parityErrors: failed.reduce((sum, { parityErrors }) => sum + parityErrors, 0),
    ...(tooSlow ? { speed: 'tooSlow' } : tooFast ? { speed: 'tooFast' } : {}),
    ...(zone === undefined ? {} : { zone }),
    otherTracksFine: tracks.some(({ result }) => result === 'read'),
    weak,
    ...(leaned(report) ? { tilted: true } : {}),
    ...(lostEdges > 0 ? { lostEdges } : {}),
  };
}
