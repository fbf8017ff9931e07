import { concat, fromHex, toHex } from '../bytes.ts';

/** One BER-TLV data object (EMV 4.4 Book 3 annex B). */
export type Tlv = {
  /** Upper-case hex of the tag bytes, `9F26`. */
  readonly tag: string;
  readonly value: Uint8Array;
  /** The objects inside, when the tag says constructed. */
  readonly children?: readonly Tlv[];
  /** Tag, length and value as they stood. */
  readonly encoded: Uint8Array;
};

type TlvProblem =
  /** The bytes end inside a tag, a length or a value. */
  | 'truncated'
  /** More than four tag bytes. */
  | 'tagTooLong'
  /** Indefinite length, or more than three length bytes. */
  | 'lengthForm'
  | 'tooDeep'
  | 'tooMany'
  | 'tooLong';

export type TlvError = { readonly problem: TlvProblem; readonly offset: number };

/** Bounds of one parse: bytes in all, nesting of constructed objects, data objects in all. */
export type TlvLimits = {
  readonly bytes: number;
  readonly depth: number;
  readonly objects: number;
};

const defaultLimits: TlvLimits = { bytes: 4096, depth: 8, objects: 256 };

/**
 * The data objects of `bytes`, with `00` padding before, between and after them (Book 3 annex B.1),
 * or where and why they are none. Never throws; bounded by `limits`.
 */
export function parseTlv(bytes: Uint8Array, limits: TlvLimits = defaultLimits): Tlv[] | TlvError {
  if (bytes.length > limits.bytes) return { problem: 'tooLong', offset: limits.bytes };
  return parseLevel({ bytes, limits, objects: 0 }, 0, bytes.length, 0);
}

export const isTlvError = (result: readonly Tlv[] | TlvError): result is TlvError =>
  'problem' in result;

type Parse = { readonly bytes: Uint8Array; readonly limits: TlvLimits; objects: number };

function parseLevel(parse: Parse, start: number, end: number, depth: number): Tlv[] | TlvError {
  if (depth > parse.limits.depth) return { problem: 'tooDeep', offset: start };
  const found: Tlv[] = [];
  let at = start;
  while (at < end) {
    if (parse.bytes[at] === 0) {
      at++;
      continue;
    }
    if (++parse.objects > parse.limits.objects) return { problem: 'tooMany', offset: at };
    const header = parseHeader(parse.bytes, at, end);
    if ('problem' in header) return header;
    const tlv = parseObject(parse, at, header, depth);
    if ('problem' in tlv) return tlv;
    found.push(tlv);
    at = header.valueEnd;
  }
  return found;
}

type Header = { readonly tag: string; readonly valueStart: number; readonly valueEnd: number };

function parseObject(parse: Parse, at: number, header: Header, depth: number): Tlv | TlvError {
  const { tag, valueStart, valueEnd } = header;
  const value = parse.bytes.slice(valueStart, valueEnd);
  const encoded = parse.bytes.slice(at, valueEnd);
  if (!isConstructed(tag)) return { tag, value, encoded };
  const children = parseLevel(parse, valueStart, valueEnd, depth + 1);
  return isTlvError(children) ? children : { tag, value, encoded, children };
}

function parseHeader(bytes: Uint8Array, start: number, end: number): Header | TlvError {
  const tagEnd = endOfTag(bytes, start, end);
  if (tagEnd === undefined) {
    return { problem: end - start > 4 ? 'tagTooLong' : 'truncated', offset: start };
  }
  const first = bytes[tagEnd];
  if (first === undefined || tagEnd >= end) return { problem: 'truncated', offset: tagEnd };
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || lengthBytes > 3) return { problem: 'lengthForm', offset: tagEnd };
  const valueStart = tagEnd + 1 + lengthBytes;
  if (valueStart > end) return { problem: 'truncated', offset: tagEnd };
  let length = first < 0x80 ? first : 0;
  for (let i = tagEnd + 1; i < valueStart; i++) length = length * 256 + (bytes[i] ?? 0);
  if (valueStart + length > end) return { problem: 'truncated', offset: valueStart };
  return { tag: toHex(bytes.subarray(start, tagEnd)), valueStart, valueEnd: valueStart + length };
}

/** Where the tag that starts at `start` ends; undefined when it does not end within four bytes. */
export function endOfTag(bytes: Uint8Array, start: number, end: number): number | undefined {
  const first = bytes[start];
  if (first === undefined || start >= end) return undefined;
  if ((first & 0x1f) !== 0x1f) return start + 1;
  for (let i = start + 1; i < Math.min(end, start + 4); i++) {
    if (((bytes[i] ?? 0) & 0x80) === 0) return i + 1;
  }
  return undefined;
}

/** Bit 6 of the first tag byte (Book 3 annex B.1). */
export const isConstructed = (tag: string): boolean =>
  (Number.parseInt(tag.slice(0, 2), 16) & 0x20) !== 0;

/** One data object: tag as hex, length in the shortest form, value. */
export function encodeTlv(tag: string, value: Uint8Array): Uint8Array {
  const tagBytes = fromHex(tag);
  if (tagBytes === undefined || value.length > 0xffff) throw new Error('not a data object');
  return concat(tagBytes, encodeLength(value.length), value);
}

function encodeLength(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  return length < 0x100
    ? Uint8Array.of(0x81, length)
    : Uint8Array.of(0x82, length >> 8, length & 0xff);
}

/**
 * The one object that the bytes are, padding aside; undefined when they are none, several or no
 * TLV.
 */
export function singleObject(bytes: Uint8Array): Tlv | undefined {
  const objects = parseTlv(bytes);
  return isTlvError(objects) || objects.length !== 1 ? undefined : objects[0];
}

/** The first object with this tag, itself or inside the others, in reading order. */
export function findTlv(objects: readonly Tlv[], tag: string): Tlv | undefined {
  for (const object of objects) {
    const found = object.tag === tag ? object : findTlv(object.children ?? [], tag);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The primitive objects in reading order, templates opened. */
export function primitives(objects: readonly Tlv[]): Tlv[] {
  return objects.flatMap((object) =>
    object.children === undefined ? [object] : primitives(object.children),
  );
}
