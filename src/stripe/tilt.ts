import { bitMm, type TrackNumber, trackFormats } from './alphabet.ts';
import type { Reading } from './reading.ts';
import { rounded } from './report.ts';

/** Where a track's data began to pass: `ns` since the swipe's first edge, and how fast the card was there. */
type Beginning = {
  readonly track: TrackNumber;
  readonly ns: number;
  readonly mmPerNs: number;
  readonly reversed: boolean;
};

/** A frame with more wrong characters than this part is no trace of where the data begin. */
const mostWrongPart = 0.1;
const fewestCharacters = 10;
/** No slot lets a card lean more: tracks that seem to were not followed from their beginning. */
const mostDegrees = 30;

/** `firstEdgeNs`: of the track, since the swipe's first edge. `undefined` when the data could not be followed. */
export function beginningOf(
  reading: Reading,
  track: TrackNumber,
  firstEdgeNs: number,
): Beginning | undefined {
  const { frame, cells, clock, reversed } = reading;
  if (frame === undefined || frame.codes.length < fewestCharacters) return undefined;
  if (frame.parityErrors.length > mostWrongPart * frame.codes.length) return undefined;
  const edge = reversed ? cells.count - frame.start : frame.start;
  const mmPerNs = bitMm(trackFormats[track]) / clock.cellNs[edge]!;
  return { track, ns: firstEdgeNs + clock.beginNs[edge]!, mmPerNs, reversed };
}

/** Between the middles of two neighbouring tracks (ISO/IEC 7811-6). */
const betweenTracksMm = 3.3;

/** The angle between the card and the head, from the two outermost tracks that could be followed. */
export function tiltOf(beginnings: readonly Beginning[]): number | undefined {
  const first = beginnings[0];
  const last = beginnings.at(-1);
  if (first === undefined || last === undefined || first === last) return undefined;
  if (first.reversed !== last.reversed) return undefined;
  const aheadMm = ((last.ns - first.ns) * (first.mmPerNs + last.mmPerNs)) / 2;
  const acrossMm = (last.track - first.track) * betweenTracksMm;
  const degrees = rounded((Math.atan2(-aheadMm, acrossMm) * 180) / Math.PI);
  return Math.abs(degrees) > mostDegrees ? undefined : degrees + 0;
}
