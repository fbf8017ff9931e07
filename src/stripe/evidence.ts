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
};

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
