import type { Swipe } from '#hal/head/contract.ts';
import { complete, confirm, refuseContradiction } from './agreement.ts';
import { type TrackNumber, trackFormats } from './alphabet.ts';
import { track1From, track2From } from './combine.ts';
import { SwipeEvidence } from './evidence.ts';
import { agreedNumber } from './number.ts';
import type { StripeNumber, StripeRead, TrackReport } from './read.ts';
import { rounded, speedOf, weakZonesOf } from './report.ts';
import { begin, keepEvidence, type Work, wipeReading } from './track-work.ts';

/**
 * Decodes one swipe. `previous` is the evidence of earlier swipes of the same card, latest first. A track is given
 * only when it was read beyond doubt; tracks whose numbers differ are not given at all.
 */
export function decodeSwipe(swipe: Swipe, previous: readonly SwipeEvidence[] = []): StripeRead {
  const one = begin(swipe, 1);
  const two = begin(swipe, 2);
  const three = begin(swipe, 3);
  const evidence = new SwipeEvidence();
  for (const work of [one, two, three]) keepEvidence(work, evidence);
  const confirmed = confirm(one, two);
  complete(one, [evidence, ...previous], two.fields && track1From(two.fields));
  complete(two, [evidence, ...previous], one.fields && track2From(one.fields));
  complete(one, [evidence, ...previous], two.fields && track1From(two.fields));
  complete(three, [evidence, ...previous], undefined);
  const again = confirm(one, two);
  refuseContradiction(one, two, three);
  const alike = confirmed ?? again;
  const number = one.fields ?? two.fields ?? alike ?? agreedNumber([evidence, ...previous]);
  const read = {
    tracks: {
      ...(one.fields === undefined ? {} : { track1: one.fields }),
      ...(two.fields === undefined ? {} : { track2: two.fields }),
      ...(three.fields === undefined ? {} : { track3: three.fields }),
    },
    ...(number === undefined ? {} : { number: numberOf(number) }),
    report: reportOf(swipe, [one, two, three]),
    evidence,
  };
  for (const { track, reading, fields } of [one, two, three]) {
    if (fields !== undefined) evidence.drop(track);
    wipeReading(reading);
  }
  return read;
}

const numberOf = ({ pan, expiry, serviceCode }: StripeNumber) => ({ pan, expiry, serviceCode });

/** Overwrites the edges and bits of a swipe that has been decoded. */
export function wipeSwipe(swipe: Swipe): void {
  for (const { timestampsNs } of swipe.edges) timestampsNs.fill(0n);
  for (const { bits } of swipe.bits) bits.fill(0);
}

function reportOf(swipe: Swipe, works: readonly Work<TrackNumber>[]): StripeRead['report'] {
  const clearest = works
    .filter(({ reading }) => reading !== undefined)
    .sort((a, b) => Number(b.fields !== undefined) - Number(a.fields !== undefined))[0];
  const reading = clearest?.reading;
  const timed = clearest !== undefined && reading !== undefined && swipe.bits.length === 0;
  const directions = works.flatMap((work) => (work.reading?.frame ? [work.reading.reversed] : []));
  const reversed = clearest?.fields === undefined ? directions[0] : reading?.reversed;
  return {
    direction: reversed === undefined ? 'unknown' : reversed ? 'reversed' : 'forward',
    speed: timed ? speedOf(reading, trackFormats[clearest.track]) : [],
    tracks: works.map(trackReport),
    lostEdges: swipe.lostEdges,
  };
}

function trackReport({ track, reading, result, problem }: Work<TrackNumber>): TrackReport {
  const frame = reading?.frame;
  const ended =
    frame !== undefined && frame.problem !== 'noEndSentinel' && frame.problem !== 'tooLong';
  return {
    track,
    result,
    ...(problem === undefined ? {} : { problem }),
    parityErrors: frame?.parityErrors.length ?? 0,
    lrcError: ended && frame.lrcColumns !== 0,
    jitterPercent: rounded(100 * (reading?.jitter ?? 0)),
    weakZones: reading === undefined ? [] : weakZonesOf(reading, trackFormats[track]),
  };
}
