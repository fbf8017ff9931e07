import { bitMm, cardLengthMm, firstDataBitMm, mmPerInch, type TrackFormat } from './alphabet.ts';
import { offset } from './clock.ts';
import type { SpeedPoint, TrackReport, WeakZone } from './read.ts';
import type { Reading } from './reading.ts';

const speedPoints = 12;
const zoneMm = 2;
const mostZones = 5;
/** An edge this far from its place, in parts of a cell, is nearer to being read wrong than right. */
const farOff = 0.25;
/** Part of a zone's cells that must be bad before the zone is. */
const badPart = 0.12;

/** A frame with more wrong characters than this part does not show where the data begin. */
const mostWrongPart = 0.2;

export const wrongPart = ({ frame }: Reading): number =>
  frame === undefined ? 1 : frame.parityErrors.length / Math.max(1, frame.codes.length);

const isFollowed = (reading: Reading, reversed: boolean): boolean =>
  reading.reversed === reversed && wrongPart(reading) <= mostWrongPart;

/**
 * Millimetres from the card's leading edge to the beginning of a cell. `reversed` is the direction of the whole
 * swipe; a track whose own data were not followed is taken to lie evenly on the card.
 */
function placeMm(
  reading: Reading,
  format: TrackFormat,
  reversed: boolean,
): (cell: number) => number {
  const { cells, frame } = reading;
  const pitch = bitMm(format);
  if (frame === undefined || !isFollowed(reading, reversed)) {
    const middle = cells.count / 2;
    const direction = reversed ? -pitch : pitch;
    return (cell) => cardLengthMm / 2 + (cell - middle) * direction;
  }
  if (!reversed) return (cell) => firstDataBitMm + (cell - frame.start) * pitch;
  return (cell) => firstDataBitMm + (cells.count - 1 - frame.start - cell) * pitch;
}

/** How fast the card passed, in the order of the pass. */
export function speedOf(reading: Reading, format: TrackFormat, reversed: boolean): SpeedPoint[] {
  const { cells, clock } = reading;
  const mm = placeMm(reading, format, reversed);
  return Array.from({ length: speedPoints }, (_, i) => {
    const cell = Math.round(((i + 0.5) * cells.count) / speedPoints);
    const inches = bitMm(format) / mmPerInch;
    const inchesPerSecond = (inches * 1e9) / clock.cellNs[cell]!;
    return { mm: rounded(mm(cell)), inchesPerSecond: rounded(inchesPerSecond) };
  });
}

/** One decimal is more than a head can tell. */
export const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Where on the card edges are missing, too many or far from their place; worst first. */
export function weakZonesOf(reading: Reading, format: TrackFormat, reversed: boolean): WeakZone[] {
  const zones = new Float64Array(Math.ceil(cardLengthMm / zoneMm));
  const mm = placeMm(reading, format, reversed);
  const mark = (cell: number, weight: number) => {
    const zone = Math.floor(mm(cell) / zoneMm);
    if (zone >= 0 && zone < zones.length) zones[zone]! += weight;
  };
  const { cells, clock } = reading;
  for (let k = 0; k < cells.count; k++) {
    const cell = clock.cellNs[k]!;
    const middle = (clock.beginNs[k]! + clock.beginNs[k + 1]!) / 2;
    const off = (seen: number, place: number) => Math.abs(offset(seen, place, cell)) > farOff;
    if (cells.doubtful[k] !== 0) mark(k, 1);
    if (off(cells.boundaryNs[k]!, clock.beginNs[k]!)) mark(k, 0.5);
    if (off(cells.middleNs[k]!, middle)) mark(k, 0.5);
  }
  for (const { cell } of cells.strays) mark(cell, 1);
  const { frame } = reading;
  for (const character of (isFollowed(reading, reversed) && frame?.parityErrors) || []) {
    const bit = frame!.start + character * format.bitsPerCharacter;
    for (let i = 0; i < format.bitsPerCharacter; i++) {
      mark(reading.reversed ? cells.count - 1 - bit - i : bit + i, 0.5);
    }
  }
  return merged(zones, (badPart * zoneMm) / bitMm(format));
}

function merged(zones: Float64Array, threshold: number): WeakZone[] {
  const found: { fromMm: number; toMm: number; weight: number }[] = [];
  for (const [i, weight] of zones.entries()) {
    if (weight < threshold) continue;
    const last = found.at(-1);
    if (last?.toMm === i * zoneMm) {
      last.toMm += zoneMm;
      last.weight += weight;
    } else found.push({ fromMm: i * zoneMm, toMm: (i + 1) * zoneMm, weight });
  }
  return found
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostZones)
    .map(({ fromMm, toMm }) => ({ fromMm, toMm }));
}

/** The shares of a track's edges that are late, missing or too many, in percent. */
export function faultsOf({
  cells,
  clock,
}: Reading): Pick<TrackReport, 'latePercent' | 'missingPercent' | 'strayPercent'> {
  let late = 0;
  let ones = 0;
  let missing = 0;
  for (let k = 0; k < cells.count; k++) {
    if (cells.doubtful[k] !== 0) missing++;
    const middle = (clock.beginNs[k]! + clock.beginNs[k + 1]!) / 2;
    const away = offset(cells.middleNs[k]!, middle, clock.cellNs[k]!);
    if (Number.isNaN(away)) continue;
    late += away;
    ones++;
  }
  const percent = (part: number, of: number) => rounded((100 * part) / Math.max(1, of));
  return {
    latePercent: percent(late, ones),
    missingPercent: percent(missing, cells.count),
    strayPercent: percent(cells.strays.length, cells.count + ones),
  };
}
