import { concat, hex } from '#src/bytes.ts';

/** One BER-TLV object (EMV 4.4 Book 3 annex B); the tag as hex of its one or two bytes. */
export function tlv(tag: string, ...values: readonly Uint8Array[]): Uint8Array {
  const value = concat(...values);
  return concat(hex(tag), berLength(value.length), value);
}

function berLength(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  if (length <= 0xff) return Uint8Array.of(0x81, length);
  return Uint8Array.of(0x82, length >> 8, length & 0xff);
}

export type DolEntry = { readonly tag: string; readonly length: number };

/** The tags and lengths of a data object list (EMV 4.4 Book 3 §5.4), tags as upper-case hex. */
export function parseDol(dol: Uint8Array): readonly DolEntry[] {
  const entries: DolEntry[] = [];
  let at = 0;
  while (at < dol.length) {
    const start = at;
    if (((dol[at++] ?? 0) & 0x1f) === 0x1f) while (((dol[at++] ?? 0) & 0x80) !== 0);
    const tag = Buffer.from(dol.subarray(start, at)).toString('hex').toUpperCase();
    entries.push({ tag, length: dol[at++] ?? 0 });
  }
  return entries;
}

export const dolLength = (dol: readonly DolEntry[]): number =>
  dol.reduce((length, entry) => length + entry.length, 0);

/**
 * Data that a terminal built by a list, taken apart again; `undefined` when the lengths disagree.
 */
export function splitByDol(
  dol: readonly DolEntry[],
  data: Uint8Array,
): ReadonlyMap<string, Uint8Array> | undefined {
  if (dolLength(dol) !== data.length) return undefined;
  const values = new Map<string, Uint8Array>();
  let at = 0;
  for (const { tag, length } of dol) {
    values.set(tag, data.subarray(at, at + length));
    at += length;
  }
  return values;
}
