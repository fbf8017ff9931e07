import type { Swipe } from '#hal/head/contract.ts';
import { passesLuhn } from '../card/pan.ts';
import { type TrackNumber, trackFormats } from './alphabet.ts';
import { relativeTimes } from './cells.ts';
import type { SwipeEvidence } from './evidence.ts';
import {
  parseTrack1,
  parseTrack2,
  parseTrack3,
  type Track1,
  type Track2,
  type Track3,
  textOf,
} from './parse.ts';
import type { TrackProblem, TrackResult } from './read.ts';
import { doubtedBits, type Reading, readBits, readEdges, shakesOf, soundOf } from './reading.ts';

export type Parsed = { 1: Track1; 2: Track2; 3: Track3 };

/** With the same number on the other track, a reading may be this likely to be wrong in its other fields. */
const mostUnconfirmedDoubt = 1e-4;

const parsers: { readonly [T in TrackNumber]: (text: string) => Parsed[T] | undefined } = {
  1: parseTrack1,
  2: parseTrack2,
  3: parseTrack3,
};

/** One track on its way from edges to fields. */
export type Work<T extends TrackNumber> = {
  readonly track: T;
  readonly reading: Reading | undefined;
  fields: Parsed[T] | undefined;
  result: TrackResult;
  problem: TrackProblem | undefined;
  /** Fields that count only if another track carries the same number. */
  unconfirmed: Parsed[T] | undefined;
};

/** Reads one track of a swipe and says what it is worth on its own. */
export function begin<T extends TrackNumber>(swipe: Swipe, track: T): Work<T> {
  const format = trackFormats[track];
  const decoded = swipe.bits.find((each) => each.track === track);
  const edges = swipe.edges.find((each) => each.track === track);
  const reading =
    decoded === undefined
      ? edges && readEdges(relativeTimes(edges.timestampsNs), format)
      : readBits(decoded.bits, format);
  const work: Work<T> = {
    track,
    reading,
    fields: undefined,
    result: reading === undefined ? 'absent' : 'unreadable',
    problem: undefined,
    unconfirmed: undefined,
  };
  if (reading !== undefined) judgeReading(work, reading);
  return work;
}

function judgeReading<T extends TrackNumber>(work: Work<T>, reading: Reading): void {
  const { verdict, frame } = reading;
  if (frame === undefined && isBlank(reading)) {
    work.result = 'blank';
    return;
  }
  if (verdict.type === 'broken') {
    work.problem = frame?.problem ?? 'noStartSentinel';
    return;
  }
  if (verdict.type === 'weak') {
    work.problem = frame?.problem ?? 'weak';
    if (frame?.problem === undefined && verdict.chance <= mostUnconfirmedDoubt) {
      work.unconfirmed = fieldsOf(work.track, frame!.codes);
    }
    return;
  }
  const fields = fieldsOf(work.track, verdict.codes);
  if (fields === undefined) {
    work.problem = 'format';
    return;
  }
  const checkDigit = passesLuhn(fields.pan.reveal());
  const trusted = verdict.type === 'sure' || verdict.weakBit;
  if (checkDigit && trusted) {
    work.fields = fields;
    work.result = verdict.type === 'sure' ? 'read' : 'repaired';
  } else {
    work.unconfirmed = fields;
    work.problem = trusted && !checkDigit ? 'luhn' : (frame?.problem ?? 'weak');
  }
}

/** The fields of a track's characters; `undefined` when they are no bank card's. */
export const fieldsOf = <T extends TrackNumber>(
  track: T,
  codes: Uint8Array,
): Parsed[T] | undefined => parsers[track](textOf(codes, trackFormats[track]));

/** Zeros only, or nearly: a card without data, or one that was never written. */
function isBlank({ cells }: Reading): boolean {
  let ones = 0;
  for (const middle of cells.middleNs) if (!Number.isNaN(middle)) ones++;
  return ones < 8;
}

/** Keeps what was seen of a track that could not be given. */
export function keepEvidence(work: Work<TrackNumber>, evidence: SwipeEvidence): void {
  const { reading, track } = work;
  const frame = reading?.frame;
  if (reading === undefined || frame === undefined || work.fields !== undefined) return;
  evidence.keep(track, {
    codes: frame.codes.slice(),
    sound: soundOf(reading, trackFormats[track]),
    ended: frame.problem !== 'noEndSentinel' && frame.problem !== 'tooLong',
    clean: frame.problem === undefined,
    shakes: shakesOf(reading, frame),
    ...doubtedBits(reading, frame),
  });
}

/** Overwrites what a reading knows of the card. */
export function wipeReading(reading: Reading | undefined): void {
  reading?.frame?.codes.fill(0);
  if (reading !== undefined && 'codes' in reading.verdict) reading.verdict.codes.fill(0);
  reading?.cells.middleNs.fill(0);
  reading?.cells.boundaryNs.fill(0);
}
