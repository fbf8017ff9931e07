import type { Swipe } from '#hal/head/contract.ts';
import { type TrackFormat, type TrackNumber, trackFormats } from './alphabet.ts';
import { type Cells, firstCellTimes, readCells, relativeTimes } from './cells.ts';
import { type Frame, frameAt, startSentinels } from './characters.ts';
import { parseTrack1, parseTrack2, parseTrack3, textOf } from './parse.ts';
import type { StripeRead, TrackReport } from './read.ts';

/** Decodes one swipe of a card. Track buffers are wiped before it returns. */
export function decodeSwipe(swipe: Swipe): StripeRead {
  const decoded = ([1, 2, 3] as const).map((track) => decodeTrack(swipe, track));
  const tracks: { -readonly [K in keyof StripeRead['tracks']]: StripeRead['tracks'][K] } = {};
  const reports: TrackReport[] = [];
  for (const { format, frame, jitter } of decoded) {
    const text =
      frame === undefined || frame.problem !== undefined ? '' : textOf(frame.codes, format);
    let parsed = false;
    if (text !== '' && format.track === 1) {
      const track = parseTrack1(text);
      parsed = typeof track !== 'string';
      if (typeof track !== 'string') tracks.track1 = track;
    }
    if (text !== '' && format.track === 2) {
      const track = parseTrack2(text);
      parsed = typeof track !== 'string';
      if (typeof track !== 'string') tracks.track2 = track;
    }
    if (text !== '' && format.track === 3) {
      const track = parseTrack3(text);
      parsed = typeof track !== 'string';
      if (typeof track !== 'string') tracks.track3 = track;
    }
    reports.push({
      track: format.track,
      result: parsed ? 'read' : frame === undefined ? 'absent' : 'unreadable',
      ...(frame?.problem === undefined ? {} : { problem: frame.problem }),
      parityErrors: frame?.parityErrors.length ?? 0,
      lrcError: frame?.lrcError ?? false,
      jitterPercent: 100 * jitter,
      weakZones: [],
    });
  }
  return {
    tracks,
    report: { direction: 'unknown', speed: [], tracks: reports, lostEdges: swipe.lostEdges },
  };
}

type Decoded = { format: TrackFormat; frame: Frame | undefined; jitter: number };

function decodeTrack(swipe: Swipe, track: TrackNumber): Decoded {
  const format = trackFormats[track];
  let best: Decoded = { format, frame: undefined, jitter: 0 };
  for (const cells of candidates(swipe, track)) {
    for (const bits of [cells.bits, cells.bits.toReversed()]) {
      for (const start of startSentinels(bits, format)) {
        const frame = frameAt(bits, start, format);
        if (frame.problem === undefined) return { format, frame, jitter: cells.jitter };
        if (best.frame === undefined || frame.parityErrors < best.frame.parityErrors) {
          best = { format, frame, jitter: cells.jitter };
        }
      }
    }
  }
  return best;
}

function candidates(swipe: Swipe, track: TrackNumber): Cells[] {
  const decoded = swipe.bits.find((each) => each.track === track);
  if (decoded !== undefined) {
    return [{ bits: decoded.bits, boundariesNs: new Float64Array(), jitter: 0 }];
  }
  const edges = swipe.edges.find((each) => each.track === track);
  if (edges === undefined || edges.timestampsNs.length < 10) return [];
  const times = relativeTimes(edges.timestampsNs);
  return firstCellTimes(times).map((cell) => readCells(times, cell));
}
