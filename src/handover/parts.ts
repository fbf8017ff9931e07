import { concat } from '../bytes.ts';

/** Counted in one character each, base 36. */
const mostParts = 35;
/**
 * Bytes in one picture: with them a code has 45 modules a side (version 7), which every panel shows with modules of
 * 0.7 mm and more, and a cheap scanner reads at once.
 */
const bytesOfPart = 81;
const form = /^HFH1:([1-9A-Z])([1-9A-Z]):([0-9A-F]{4}):([0-9A-Za-z_-]{1,400})$/;

/** CRC-16/CCITT-FALSE: tells the parts of one message from those of another. */
function sumOf(bytes: Uint8Array): string {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

const digit = (count: number): string => count.toString(36).toUpperCase();

/** A message as texts of QR codes: `HFH1:<part><of how many>:<sum of the whole>:<base64url>`. */
export function toParts(message: Uint8Array): readonly string[] {
  const count = Math.max(1, Math.ceil(message.length / bytesOfPart));
  if (count > mostParts) throw new Error('more than the pictures can carry');
  const size = Math.ceil(message.length / count);
  const sum = sumOf(message);
  return Array.from({ length: count }, (_, i) => {
    const part = Buffer.from(message.subarray(i * size, (i + 1) * size)).toString('base64url');
    return `HFH1:${digit(i + 1)}${digit(count)}:${sum}:${part}`;
  });
}

export type Collected =
  | { readonly type: 'whole'; readonly message: Uint8Array }
  /** So many of so many are here. */
  | { readonly type: 'part'; readonly have: number; readonly of: number }
  | { readonly type: 'notOurs' };

export const isPart = (text: string): boolean => form.test(text.trim());

/** Scanned texts, in any order and any number of times, until a message is whole. A part of another one begins anew. */
export class Collector {
  #name = '';
  #parts = new Map<number, Uint8Array>();

  take(text: string): Collected {
    const found = text.length > 500 ? null : form.exec(text.trim());
    const [, index = '', count = '', sum = '', letters = ''] = found ?? [];
    const bytes = new Uint8Array(Buffer.from(letters, 'base64url'));
    const [at, of] = [Number.parseInt(index, 36), Number.parseInt(count, 36)];
    if (found === null || at > of) return { type: 'notOurs' };
    const name = `${count}:${sum}`;
    if (name !== this.#name) this.#parts = new Map();
    this.#name = name;
    this.#parts.set(at, bytes);
    if (this.#parts.size < of) return { type: 'part', have: this.#parts.size, of };
    const message = concat(
      ...Array.from({ length: of }, (_, i) => this.#parts.get(i + 1) ?? new Uint8Array()),
    );
    this.#name = '';
    this.#parts = new Map();
    return sumOf(message) === sum ? { type: 'whole', message } : { type: 'notOurs' };
  }
}
