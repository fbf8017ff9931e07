import { concat, toHex } from '../bytes.ts';
import { tagFormat } from './tags.ts';
import { endOfTag, isConstructed } from './tlv.ts';

/**
 * One entry of a data object list: what the card asks for, and in how many bytes (EMV 4.4 Book 3
 * §5.4).
 */
export type DolEntry = { readonly tag: string; readonly length: number };

const maximumEntries = 128;

/** The entries, or undefined when the bytes are not a list of tags and one-byte lengths. */
export function parseDol(bytes: Uint8Array): DolEntry[] | undefined {
  const entries: DolEntry[] = [];
  let at = 0;
  while (at < bytes.length) {
    const tagEnd = endOfTag(bytes, at, bytes.length);
    const length = tagEnd === undefined ? undefined : bytes[tagEnd];
    if (tagEnd === undefined || length === undefined || entries.length === maximumEntries) {
      return undefined;
    }
    entries.push({ tag: toHex(bytes.subarray(at, tagEnd)), length });
    at = tagEnd + 1;
  }
  return entries;
}

/** Bytes that the list asks for in all. */
export const dolLength = (entries: readonly DolEntry[]): number =>
  entries.reduce((sum, entry) => sum + entry.length, 0);

/**
 * The concatenated values, without tags and lengths. What nobody knows, and every template, is
 * zeros; what does not fit is cut or padded by its format (Book 3 §5.4).
 */
export function buildDol(
  entries: readonly DolEntry[],
  lookUp: (tag: string) => Uint8Array | undefined,
): Uint8Array {
  return concat(
    ...entries.map(({ tag, length }) => {
      const value = isConstructed(tag) ? undefined : lookUp(tag);
      return value === undefined ? new Uint8Array(length) : fit(value, length, tagFormat(tag));
    }),
  );
}

function fit(value: Uint8Array, length: number, format: string): Uint8Array {
  const surplus = value.length - length;
  if (surplus >= 0) return format === 'n' ? value.slice(surplus) : value.slice(0, length);
  const padded = new Uint8Array(length);
  if (format === 'cn') padded.fill(0xff);
  padded.set(value, format === 'n' ? -surplus : 0);
  return padded;
}
