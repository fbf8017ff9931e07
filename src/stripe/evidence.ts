import { inspect } from 'node:util';
import type { TrackNumber } from './alphabet.ts';

/** What is known of a track's characters, from its start sentinel on. */
export type KnownCharacters = {
  readonly codes: Uint8Array;
  /** 1 for a character that stands on its own: right parity and steady edges. */
  readonly sound: Uint8Array;
  /** The end sentinel was seen, so that the length is known. */
  readonly ended: boolean;
  /** Every parity and the LRC are right. */
  readonly clean: boolean;
  /** How far the edge before each bit was from its place, in parts of a cell; NaN where none was seen. */
  readonly shakes: Float32Array;
  /** Parity bits included, and what it costs that each was another one, alone or by changing places with the next. */
  readonly bits: Uint8Array;
  readonly flipCosts: Float32Array;
  readonly swapCosts: Float32Array;
};

/** A bit that was misread shows it by its edges: a doubt above this is none (1 in 400). */
const mostExplained = 6;

/**
 * Could a swipe of these bits have given this look? Each bit that differs must be one whose own edges leave it in
 * doubt; where a parity is wrong, one bit of the character may differ without a trace. Else it was another card.
 */
export function explains(
  { bits, flipCosts, swapCosts }: KnownCharacters,
  wanted: Uint8Array,
  bitsPerCharacter: number,
): boolean {
  let tracelessIn = -1;
  for (let i = 0; i < bits.length; i++) {
    if (bits[i] === wanted[i]) continue;
    const swapped = bits[i + 1] !== wanted[i + 1] && bits[i] === wanted[i + 1];
    if (swapped && swapCosts[i]! <= mostExplained) {
      i++;
      continue;
    }
    if (flipCosts[i]! <= mostExplained) continue;
    const character = Math.floor(i / bitsPerCharacter);
    const start = character * bitsPerCharacter;
    const ones = bits.subarray(start, start + bitsPerCharacter).reduce((sum, bit) => sum + bit, 0);
    if (character === tracelessIn || ones % 2 === 1) return false;
    tracelessIn = character;
  }
  return true;
}

/** Two looks whose edges go astray alike to this degree (a correlation) show the same fault twice. */
const mostAlike = 0.5;

/**
 * Do two looks at one track confirm each other? Not when the same edges are off in the same way: a stripe that was
 * written or worn badly is misread twice alike, and so are edges that are played twice.
 */
export function areIndependent(a: KnownCharacters, b: KnownCharacters): boolean {
  let both = 0;
  let ofA = 0;
  let ofB = 0;
  for (let i = 0; i < Math.min(a.shakes.length, b.shakes.length); i++) {
    const product = a.shakes[i]! * b.shakes[i]!;
    if (Number.isNaN(product)) continue;
    both += product;
    ofA += a.shakes[i]! ** 2;
    ofB += b.shakes[i]! ** 2;
  }
  return ofA > 0 && ofB > 0 && both / Math.sqrt(ofA * ofB) <= mostAlike;
}

/**
 * What a swipe left of tracks that could not be read, for the next swipe of the same card. It holds card data:
 * keep it in memory only, and {@link SwipeEvidence.wipe} it when the card was read or is not coming again.
 */
export class SwipeEvidence {
  readonly #tracks = new Map<TrackNumber, KnownCharacters>();

  keep(track: TrackNumber, known: KnownCharacters): void {
    this.#tracks.set(track, known);
  }

  of(track: TrackNumber): KnownCharacters | undefined {
    return this.#tracks.get(track);
  }

  /** The track was read after all: nothing of it is needed any more. */
  drop(track: TrackNumber): void {
    const known = this.#tracks.get(track);
    known?.codes.fill(0);
    known?.sound.fill(0);
    known?.shakes.fill(0);
    known?.bits.fill(0);
    known?.flipCosts.fill(0);
    known?.swapCosts.fill(0);
    this.#tracks.delete(track);
  }

  wipe(): void {
    for (const track of [...this.#tracks.keys()]) this.drop(track);
  }

  toJSON(): string {
    return `evidence of ${this.#tracks.size} tracks`;
  }

  [inspect.custom](): string {
    return `SwipeEvidence(${this.#tracks.size} tracks)`;
  }
}
