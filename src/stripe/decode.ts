import type { Swipe } from '#hal/head/contract.ts';
import { passesLuhn } from '../card/pan.ts';
import { type TrackNumber, trackFormats } from './alphabet.ts';
import { relativeTimes } from './cells.ts';
import { combine, track1From, track2From } from './combine.ts';
import { SwipeEvidence } from './evidence.ts';
import {
  parseTrack1,
  parseTrack2,
  parseTrack3,
  type Track1,
  type Track2,
  type Track3,
  textOf,
} from './parse.ts';
import type { StripeRead, TrackProblem, TrackReport, TrackResult } from './read.ts';
import { type Reading, readBits, readEdges, soundOf } from './reading.ts';
import { rounded, speedOf, weakZonesOf } from './report.ts';

type Parsed = { 1: Track1; 2: Track2; 3: Track3 };

/** With the same number on the other track, a reading may be this likely to be wrong in its other fields. */
const mostUnconfirmedDoubt = 1e-5;

const parsers: { readonly [T in TrackNumber]: (text: string) => Parsed[T] | undefined } = {
  1: parseTrack1,
  2: parseTrack2,
  3: parseTrack3,
};

/** One track on its way from edges to fields. */
type Work<T extends TrackNumber> = {
  readonly track: T;
  readonly reading: Reading | undefined;
  fields: Parsed[T] | undefined;
  result: TrackResult;
  problem: TrackProblem | undefined;
  /** Fields that count only if another track carries the same number. */
  unconfirmed: Parsed[T] | undefined;
};

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
  confirm(one, two);
  complete(one, [evidence, ...previous], two.fields && track1From(two.fields));
  complete(two, [evidence, ...previous], one.fields && track2From(one.fields));
  complete(one, [evidence, ...previous], two.fields && track1From(two.fields));
  complete(three, [evidence, ...previous], undefined);
  confirm(one, two);
  refuseContradiction(one, two, three);
  const read = {
    tracks: {
      ...(one.fields === undefined ? {} : { track1: one.fields }),
      ...(two.fields === undefined ? {} : { track2: two.fields }),
      ...(three.fields === undefined ? {} : { track3: three.fields }),
    },
    report: reportOf(swipe, [one, two, three]),
    evidence,
  };
  for (const { reading } of [one, two, three]) wipeReading(reading);
  return read;
}

/** Overwrites the edges and bits of a swipe that has been decoded. */
export function wipeSwipe(swipe: Swipe): void {
  for (const { timestampsNs } of swipe.edges) timestampsNs.fill(0n);
  for (const { bits } of swipe.bits) bits.fill(0);
}

function begin<T extends TrackNumber>(swipe: Swipe, track: T): Work<T> {
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

const fieldsOf = <T extends TrackNumber>(track: T, codes: Uint8Array): Parsed[T] | undefined =>
  parsers[track](textOf(codes, trackFormats[track]));

/** Zeros only, or nearly: a card without data, or one that was never written. */
function isBlank({ cells }: Reading): boolean {
  let ones = 0;
  for (const middle of cells.middleNs) if (!Number.isNaN(middle)) ones++;
  return ones < 8;
}

function keepEvidence(work: Work<TrackNumber>, evidence: SwipeEvidence): void {
  const { reading, track } = work;
  const frame = reading?.frame;
  if (reading === undefined || frame === undefined || work.fields !== undefined) return;
  if (frame.problem === 'noEndSentinel' || frame.problem === 'tooLong') return;
  evidence.keep(track, {
    codes: frame.codes.slice(),
    sound: soundOf(reading, trackFormats[track]),
    clean: frame.problem === undefined,
  });
}

/** A number that two tracks read alike is right, though neither could stand alone. */
function confirm(one: Work<1>, two: Work<2>): void {
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

function complete<T extends TrackNumber>(
  work: Work<T>,
  evidence: readonly SwipeEvidence[],
  known: Uint8Array | undefined,
): void {
  if (work.fields !== undefined) return;
  const looks = evidence.flatMap((swipe) => swipe.of(work.track) ?? []);
  const codes = combine(looks, known);
  known?.fill(0);
  if (codes === undefined) return;
  const fields = fieldsOf(work.track, codes);
  codes.fill(0);
  if (fields === undefined || !passesLuhn(fields.pan.reveal())) return;
  accept(work as Work<TrackNumber>, fields);
}

/** Two numbers on one card: neither is given. Track 3 may stand back alone. */
function refuseContradiction(one: Work<1>, two: Work<2>, three: Work<3>): void {
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

function wipeReading(reading: Reading | undefined): void {
  reading?.frame?.codes.fill(0);
  if (reading !== undefined && 'codes' in reading.verdict) reading.verdict.codes.fill(0);
  reading?.cells.middleNs.fill(0);
  reading?.cells.boundaryNs.fill(0);
}
