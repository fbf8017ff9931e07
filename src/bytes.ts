const digits = '0123456789ABCDEF';

/** Upper-case hex of the bytes, without separators. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += digits.charAt(byte >> 4) + digits.charAt(byte & 15);
  return text;
}

/** Bytes of a hex text; spaces allowed; `undefined` when it is not hex or has an odd number of digits. */
export function fromHex(text: string): Uint8Array | undefined {
  const packed = text.replace(/\s+/g, '');
  if (packed.length % 2 !== 0 || !/^[0-9A-Fa-f]*$/.test(packed)) return undefined;
  const bytes = new Uint8Array(packed.length / 2);
  for (let i = 0; i < bytes.length; i++)
    bytes[i] = Number.parseInt(packed.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

/** Bytes of a hex constant of our own: a wrong one is a bug. */
export function hex(text: string): Uint8Array {
  const bytes = fromHex(text);
  if (bytes === undefined) throw new Error('not hex');
  return bytes;
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
