import type { TrackFormat } from './alphabet.ts';
import type { Frame } from './characters.ts';
import type { Doubt } from './doubts.ts';

/**
 * How likely a reading that passes every check may be wrong, by its own edges. Luhn and the format of the track
 * sort out nine in ten of those that are left.
 */
const mostDoubt = 1e-6;
/** A repair must be this much likelier than every other one, as a natural logarithm. */
const repairLead = 13;
/** The same where another track has to confirm the number. */
const confirmedLead = 9;
/** Two flips in one character that are rarer than this change no verdict, even if all characters had them. */
const negligible = 1e-9;
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
  const { problem } = frame;
  if (problem !== undefined && problem !== 'parity' && problem !== 'lrc') return { type: 'broken' };
  if (frame.parityErrors.length > 2) return { type: 'broken' };
  const changes = changesOf(frame, format, doubts, placeOf);
  // Changes that upset no check at all stay hidden, whether something else is put right or not.
  const chance = chanceOfPairs(changes, 0);
  if (problem !== undefined) return repair(frame, format, changes, chance);
  return chance <= mostDoubt ? { type: 'sure', codes: frame.codes } : { type: 'weak', chance };
}

/**
 * Another track carries the characters `known` (1 for each that it confirms). Is what it cannot confirm beyond doubt
 * by itself? A repair without a weak bit must lie among them, and so must all but a negligible doubt.
 */
export function confirmedBy(
  known: Uint8Array,
  { frame, verdict }: { readonly frame: Frame; readonly verdict: Verdict },
  format: TrackFormat,
  doubts: readonly Doubt[],
  placeOf: (doubt: Doubt) => number,
): boolean {
  if (verdict.type === 'broken') return false;
  const knows = (bit: number) => known[Math.floor(bit / format.bitsPerCharacter)] === 1;
  if (verdict.type === 'repaired' && !verdict.weakBit) {
    const differs = (i: number) => verdict.codes[i] !== frame.codes[i];
    const wrong = [...verdict.codes.keys()].filter(differs).concat(frame.parityErrors);
    if (!wrong.every((i) => known[i] === 1)) return false;
  }
  const open = doubts.filter((doubt) => {
    const bit = placeOf(doubt) - frame.start;
    return !knows(bit) && !(doubt.kind === 'swap' && knows(bit + 1));
  });
  return chanceOfPairs(changesOf(frame, format, open, placeOf), 0) <= mostDoubt;
}

/** What a doubt, or two of them in one character, would change if it came true. */
type Change = {
  readonly odds: number;
  /** Which checks it would upset: parities and LRC columns, as one number that adds up by exclusive or. */
  readonly upsets: number;
  readonly first: Doubt;
  readonly place: number;
  readonly single: boolean;
};

/** Any number for each character that no few others add up to. */
const parityOf = (character: number): number => (Math.imul(character + 1, 0x9e3779b1) >>> 0) & ~127;

function changesOf(
  frame: Frame,
  format: TrackFormat,
  doubts: readonly Doubt[],
  placeOf: (doubt: Doubt) => number,
): Change[] {
  const length = format.bitsPerCharacter;
  const changes: Change[] = [];
  let flips: Change[] = [];
  let flipsIn = -1;
  const upsetBy = (bit: number) => {
    const character = Math.floor(bit / length);
    const column = bit - character * length;
    return parityOf(character) ^ (column === length - 1 ? 0 : 1 << column);
  };
  for (const doubt of doubts) {
    const place = placeOf(doubt) - frame.start;
    if (place < 0 || place >= frame.bitCount) continue;
    const odds = Math.exp(-doubt.cost);
    if (doubt.kind === 'swap') {
      const upsets = upsetBy(place) ^ upsetBy(place + 1);
      changes.push({ odds, upsets, first: doubt, place, single: true });
      continue;
    }
    const flip = { odds, upsets: upsetBy(place), first: doubt, place, single: true };
    const character = Math.floor(place / length);
    if (character !== flipsIn) flips = [];
    flipsIn = character;
    for (const other of flips) {
      const both = odds * other.odds;
      if (both < negligible) continue;
      const upsets = flip.upsets ^ other.upsets;
      changes.push({ odds: both, upsets, first: doubt, place, single: false });
    }
    flips.push(flip);
    changes.push(flip);
  }
  return changes;
}

/**
 * The chance of two changes that together upset exactly these checks: none, where every check is right and the
 * reading is wrong all the same.
 */
function chanceOfPairs(changes: readonly Change[], target: number): number {
  const odds = new Map<number, number>();
  let same = 0;
  for (const change of changes) {
    odds.set(change.upsets, (odds.get(change.upsets) ?? 0) + change.odds);
    same += change.odds * change.odds;
  }
  let chance = target === 0 ? -same : 0;
  for (const [upsets, sum] of odds) chance += sum * (odds.get(upsets ^ target) ?? 0);
  return Math.max(0, chance / 2);
}

/** One bit, or one pair of neighbours, whose change makes every parity and the LRC right. */
function repair(
  frame: Frame,
  format: TrackFormat,
  changes: readonly Change[],
  hidden: number,
): Verdict {
  let target = frame.lrcColumns;
  for (const character of frame.parityErrors) target ^= parityOf(character);
  let best: Change | undefined;
  let others = 0;
  for (const change of changes) {
    if (change.upsets !== target) continue;
    others += change.odds;
    if (change.single && change.odds > (best?.odds ?? 0)) best = change;
  }
  if (best === undefined) return { type: 'broken' };
  others += chanceOfPairs(changes, target) - best.odds;
  const lead = Math.log(best.odds) - Math.log(Math.max(1e-30, others));
  const { evident, cost } = best.first;
  const trusted = lead >= repairLead && hidden <= mostDoubt;
  const weakBit = evident && cost <= weakestCost && trusted;
  if (!weakBit && lead < confirmedLead) return { type: 'weak', chance: 1 };
  return { type: 'repaired', codes: changed(frame, format, best), weakBit };
}

function changed(frame: Frame, format: TrackFormat, { first, place }: Change): Uint8Array {
  const length = format.bitsPerCharacter;
  const codes = frame.codes.slice();
  for (let bit = place; bit <= (first.kind === 'flip' ? place : place + 1); bit++) {
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
    if (doubt.cost > weakestCost || !doubt.evident) continue;
    const place = placeOf(doubt) - frame.start;
    for (let bit = place; bit <= (doubt.kind === 'flip' ? place : place + 1); bit++) {
      const character = Math.floor(bit / format.bitsPerCharacter);
      if (character >= 0 && character < sound.length) sound[character] = 0;
    }
  }
  return sound;
}
