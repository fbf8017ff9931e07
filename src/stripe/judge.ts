import type { TrackFormat } from './alphabet.ts';
import type { Frame } from './characters.ts';
import type { Doubt } from './doubts.ts';

/**
 * How likely a reading that passes every check may be wrong, by its own edges. Luhn and the format of the track
 * sort out nine in ten of those that are left.
 */
const mostDoubt = 1e-7;
/** A repair must be this much likelier than every other one, as a natural logarithm. */
const repairLead = 13;
/** A bit is weak when its own edges say so; above this cost they do not. */
const weakestCost = 9;

export type Verdict =
  | { readonly type: 'sure'; readonly codes: Uint8Array }
  /**
   * Reads only with one bit changed. `weakBit`: its edges show that it is weak, so that a correct check digit
   * is enough. Otherwise an edge went without a trace, and another track must confirm the number.
   */
  | { readonly type: 'repaired'; readonly codes: Uint8Array; readonly weakBit: boolean }
  /** The checks are right, or could be made right, but with this chance of being wrong all the same. */
  | { readonly type: 'weak'; readonly chance: number }
  | { readonly type: 'broken' };

/** `placeOf`: bit of the frame's direction at which a doubt's cell (for a swap, the first of both) stands. */
export function judge(
  frame: Frame,
  format: TrackFormat,
  doubts: readonly Doubt[],
  placeOf: (doubt: Doubt) => number,
): Verdict {
  if (frame.problem === undefined) {
    const chance = undetectedChance(frame, format, doubts, placeOf);
    return chance <= mostDoubt ? { type: 'sure', codes: frame.codes } : { type: 'weak', chance };
  }
  if (frame.problem !== 'parity' && frame.problem !== 'lrc') return { type: 'broken' };
  if (frame.parityErrors.length > 2) return { type: 'broken' };
  return repair(frame, format, doubts, placeOf);
}

/**
 * Parity and LRC miss an error only when two characters change in the same columns, each by an even count of
 * bits: one swap, or two flips. The chance that any two characters do.
 */
function undetectedChance(
  frame: Frame,
  format: TrackFormat,
  doubts: readonly Doubt[],
  placeOf: (doubt: Doubt) => number,
): number {
  const length = format.bitsPerCharacter;
  const parityBit = length - 1;
  const sums = new Float64Array(1 << parityBit);
  const squares = new Float64Array(1 << parityBit);
  const flips: { character: number; column: number; odds: number }[] = [];
  const add = (columns: number, odds: number) => {
    sums[columns]! += odds;
    squares[columns]! += odds * odds;
  };
  const mask = (column: number) => (column === parityBit ? 0 : 1 << column);
  for (const doubt of doubts) {
    const place = placeOf(doubt) - frame.start;
    const character = Math.floor(place / length);
    if (place < 0 || character >= frame.codes.length) continue;
    const column = place - character * length;
    const odds = Math.exp(-doubt.cost);
    if (doubt.kind === 'flip') {
      for (const other of flips) {
        if (other.character !== character) continue;
        add(mask(other.column) ^ mask(column), other.odds * odds);
      }
      flips.push({ character, column, odds });
      if (flips.length > length) flips.shift();
    } else if (column < parityBit) add(mask(column) ^ mask(column + 1), odds);
  }
  let chance = 0;
  for (let columns = 0; columns < sums.length; columns++) {
    chance += (sums[columns]! ** 2 - squares[columns]!) / 2;
  }
  return chance;
}

/** One bit, or one pair of neighbours, whose change makes every parity and the LRC right. */
function repair(
  frame: Frame,
  format: TrackFormat,
  doubts: readonly Doubt[],
  placeOf: (doubt: Doubt) => number,
): Verdict {
  let best: { doubt: Doubt; place: number } | undefined;
  let others = 0;
  let rest = 0;
  const end = frame.codes.length * format.bitsPerCharacter;
  for (const doubt of doubts) {
    const place = placeOf(doubt) - frame.start;
    if (place < 0 || place >= end) continue;
    const odds = Math.exp(-doubt.cost);
    if (!explains(frame, format, doubt, place)) {
      rest += odds;
    } else if (best === undefined || doubt.cost < best.doubt.cost) {
      if (best !== undefined) others += Math.exp(-best.doubt.cost);
      best = { doubt, place };
    } else others += odds;
  }
  if (best === undefined) return { type: 'broken' };
  const lead = -best.doubt.cost - Math.log(others + rest * rest + 1e-30);
  const weakBit = best.doubt.cost <= weakestCost && lead >= repairLead;
  // Without a trace there is nothing to weigh, so hardly anything else may be in doubt.
  const alone = weakBit || (others === 0 && rest < 0.02);
  if (!alone) return { type: 'weak', chance: 1 };
  return { type: 'repaired', codes: changed(frame, format, best.doubt, best.place), weakBit };
}

function explains(frame: Frame, format: TrackFormat, doubt: Doubt, place: number): boolean {
  const length = format.bitsPerCharacter;
  const character = Math.floor(place / length);
  const column = place - character * length;
  const parityBit = length - 1;
  const [firstError, secondError] = frame.parityErrors;
  if (doubt.kind === 'flip') {
    const columns = column === parityBit ? 0 : 1 << column;
    return firstError === character && secondError === undefined && columns === frame.lrcColumns;
  }
  if (column === parityBit) {
    return firstError === character && secondError === character + 1 && frame.lrcColumns === 1;
  }
  const columns = (1 << column) | (column + 1 === parityBit ? 0 : 1 << (column + 1));
  return firstError === undefined && columns === frame.lrcColumns;
}

function changed(frame: Frame, format: TrackFormat, doubt: Doubt, place: number): Uint8Array {
  const length = format.bitsPerCharacter;
  const codes = frame.codes.slice();
  for (let bit = place; bit <= (doubt.kind === 'flip' ? place : place + 1); bit++) {
    if (bit % length < length - 1) codes[Math.floor(bit / length)]! ^= 1 << (bit % length);
  }
  return codes;
}

/** Characters of a frame that stand on their own: right parity, and no doubt worth the name inside. */
export function soundCharacters(
  frame: Frame,
  format: TrackFormat,
  doubts: readonly Doubt[],
  placeOf: (doubt: Doubt) => number,
): Uint8Array {
  const sound = new Uint8Array(frame.codes.length).fill(1);
  for (const character of frame.parityErrors) sound[character] = 0;
  for (const doubt of doubts) {
    if (doubt.cost > weakestCost) continue;
    const place = placeOf(doubt) - frame.start;
    for (let bit = place; bit <= (doubt.kind === 'flip' ? place : place + 1); bit++) {
      const character = Math.floor(bit / format.bitsPerCharacter);
      if (character >= 0 && character < sound.length) sound[character] = 0;
    }
  }
  return sound;
}
