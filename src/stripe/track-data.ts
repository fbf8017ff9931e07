import { inspect } from 'node:util';

/** The characters of a track, sentinels and check character left out. Whatever prints it sees a mask. */
export class TrackData {
  readonly #characters: Uint8Array;

  /** Takes over the buffer and wipes it later. */
  constructor(characters: Uint8Array) {
    this.#characters = characters;
  }

  get length(): number {
    return this.#characters.length;
  }

  /** The track for the message to the host, and for nothing else. */
  reveal(): string {
    return String.fromCharCode(...this.#characters);
  }

  wipe(): void {
    this.#characters.fill(0);
  }

  toString(): string {
    return `track data of ${this.length} characters`;
  }

  toJSON(): string {
    return this.toString();
  }

  [inspect.custom](): string {
    return `TrackData(${this.length} characters)`;
  }
}
