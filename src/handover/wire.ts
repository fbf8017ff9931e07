/** The bytes of a message as they are taken apart: every length is bounded, and what does not fit is `undefined`. */
export class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #failed = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get at(): number {
    return this.#at;
  }

  /** Everything was there, and nothing is left. */
  get whole(): boolean {
    return !this.#failed && this.#at === this.#bytes.length;
  }

  bytes(length: number): Uint8Array {
    const end = this.#at + length;
    if (this.#failed || end > this.#bytes.length) {
      this.#failed = true;
      return new Uint8Array(length);
    }
    const part = this.#bytes.slice(this.#at, end);
    this.#at = end;
    return part;
  }

  ascii(length: number): string {
    return String.fromCharCode(...this.bytes(length));
  }

  /** Big endian, up to six bytes: an integer that a number can hold. */
  number(length: number): number {
    return this.bytes(length).reduce((sum, byte) => sum * 256 + byte, 0);
  }
}

/** Big endian in so many bytes, six at most. */
export function numberBytes(value: number, length: number): Uint8Array {
  if (!Number.isSafeInteger(value) || value < 0 || value >= 256 ** length)
    throw new Error(`a number of ${length} bytes: ${value}`);
  const bytes = new Uint8Array(length);
  let rest = value;
  for (let i = length - 1; i >= 0; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return bytes;
}

/** Text of letters that one byte holds, of exactly this length. */
export function asciiBytes(text: string, length: number): Uint8Array {
  if (text.length !== length || !/^[\x20-\x7e]*$/.test(text))
    throw new Error(`${length} letters of ASCII: ${text}`);
  return new TextEncoder().encode(text);
}

/**
 * Bytes as they stand in the journal and in ids: base64url, in which no run of digits grows as long as a card's
 * number by chance.
 */
export const toText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

export const fromText = (text: string): Uint8Array =>
  new Uint8Array(Buffer.from(text, 'base64url'));
