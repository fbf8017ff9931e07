import type { Swipe } from '#hal/head/contract.ts';
import { complete, confirm, refuseContradiction } from './agreement.ts';
import { type TrackNumber, trackFormats } from './alphabet.ts';
import { track1From, track2From } from './combine.ts';
import { SwipeEvidence } from './evidence.ts';
import { agreedNumber } from './number.ts';
import type { StripeNumber, StripeRead, StripeReport, TrackReport } from './read.ts';
import { faultsOf, rounded, speedOf, weakZonesOf, wrongPart } from './report.ts';
import { beginningOf, tiltOf } from './tilt.ts';
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
  const looks = [evidence, ...previous] as const;
  const confirmed = confirm(one, two);
  complete(one, looks, two.fields && track1From(two.fields));
  complete(two, looks, one.fields && track2From(one.fields));
  complete(one, looks, two.fields && track1From(two.fields));
  complete(three, looks, undefined);
  const again = confirm(one, two);
  refuseContradiction(one, two, three);
  const alike = confirmed ?? again;
  const number = one.fields ?? two.fields ?? alike ?? agreedNumber(evidence, previous);
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

const noFaults = { latePercent: 0, missingPercent: 0, strayPercent: 0 } as const;

function reportOf(swipe: Swipe, works: readonly Work<TrackNumber>[]): StripeReport {
  const readings = works.flatMap(({ track, reading, fields }) =>
    reading === undefined ? [] : [{ track, reading, wrong: fields ? -1 : wrongPart(reading) }],
  );
  const [clearest] = readings.sort((a, b) => a.wrong - b.wrong);
  const known = clearest?.reading.frame !== undefined;
  const reversed = clearest?.reading.reversed ?? false;
  const timed = clearest !== undefined && swipe.bits.length === 0;
  return {
    direction: !known ? 'unknown' : reversed ? 'reversed' : 'forward',
    speed: timed ? speedOf(clearest.reading, trackFormats[clearest.track], reversed) : [],
    tracks: works.map((work) => trackReport(work, reversed)),
    ...tilt(swipe, works),
    lostEdges: swipe.lostEdges,
  };
}

function tilt(
  { edges }: Swipe,
  works: readonly Work<TrackNumber>[],
): Pick<StripeReport, 'tiltDegrees'> {
  const firstNs = edges[0]?.timestampsNs[0] ?? 0n;
  const tiltDegrees = tiltOf(
    works.flatMap(({ reading, track }) => {
      const timestamps = edges.find((each) => each.track === track)?.timestampsNs;
      if (reading === undefined || timestamps === undefined) return [];
      return beginningOf(reading, track, Number(timestamps[0]! - firstNs)) ?? [];
    }),
  );
  return tiltDegrees === undefined ? {} : { tiltDegrees };
}

function trackReport(
  { track, reading, result, problem }: Work<TrackNumber>,
  reversed: boolean,
): TrackReport {
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
    ...(reading === undefined ? noFaults : faultsOf(reading)),
    weakZones: reading === undefined ? [] : weakZonesOf(reading, trackFormats[track], reversed),
  };
}
