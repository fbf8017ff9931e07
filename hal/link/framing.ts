/** Frames on a stream: 2 bytes of length, most significant first, then the frame. */
export function withLength(frame: Uint8Array): Uint8Array {
  if (frame.length === 0 || frame.length > 0xffff) throw new Error('not a frame');
  const bytes = new Uint8Array(2 + frame.length);
  bytes[0] = frame.length >> 8;
  bytes[1] = frame.length & 255;
  bytes.set(frame, 2);
  return bytes;
}

/**
 * Cuts a stream into frames, in whatever pieces it comes. A length of zero is a sign of life and carries
 * nothing; one above `maximum` is refused before a byte of it is kept.
 */
export class FrameReader {
  readonly #maximum: number;
  #pieces: Uint8Array[] = [];
  #size = 0;

  constructor(maximum: number) {
    this.#maximum = maximum;
  }

  /** The frames that are whole now, or `tooLong`. */
  push(piece: Uint8Array): readonly Uint8Array[] | 'tooLong' {
    this.#pieces.push(piece);
    this.#size += piece.length;
    const frames: Uint8Array[] = [];
    while (this.#size >= 2) {
      const bytes = this.#joined();
      const length = (bytes[0]! << 8) | bytes[1]!;
      if (length > this.#maximum) return 'tooLong';
      if (bytes.length < 2 + length) break;
      // A copy: pieces of a socket are views of memory that it uses again.
      if (length > 0) frames.push(new Uint8Array(bytes.subarray(2, 2 + length)));
      this.#pieces = [bytes.subarray(2 + length)];
      this.#size -= 2 + length;
    }
    return frames;
  }

  /** The stream ended here: was it in the middle of a frame? */
  get cutInFrame(): boolean {
    return this.#size > 0;
  }

  #joined(): Uint8Array {
    const [first] = this.#pieces;
    if (this.#pieces.length === 1 && first !== undefined) return first;
    const all = new Uint8Array(this.#size);
    let at = 0;
    for (const piece of this.#pieces) {
      all.set(piece, at);
      at += piece.length;
    }
    this.#pieces = [all];
    return all;
  }
}
