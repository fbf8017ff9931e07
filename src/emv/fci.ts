import { isTlvError, parseTlv, primitives, type Tlv } from '../tlv/tlv.ts';
import type { Candidate } from './contract.ts';

/** File Control Information of a SELECT (EMV 4.4 Book 1 §11.3.4). */
export type Fci = {
  /** Tag 84. */
  readonly dfName: Uint8Array;
  /** Primitive objects of the proprietary template A5, the first of each tag. */
  readonly data: ReadonlyMap<string, Uint8Array>;
};

/** The FCI, or undefined when 6F, 84 or A5 are missing or the bytes are no TLV. */
export function parseFci(response: Uint8Array): Fci | undefined {
  const objects = parseTlv(response);
  if (isTlvError(objects)) return undefined;
  const template = objects.find((object) => object.tag === '6F');
  const dfName = template?.children?.find((object) => object.tag === '84')?.value;
  const proprietary = template?.children?.find((object) => object.tag === 'A5');
  if (dfName === undefined || !isDfName(dfName) || proprietary === undefined) return undefined;
  return { dfName, data: firstOfEach(primitives([proprietary])) };
}

/** Five to sixteen bytes (ISO/IEC 7816-4): others cannot be an application's name. */
export const isDfName = (name: Uint8Array): boolean => name.length >= 5 && name.length <= 16;

export function firstOfEach(objects: readonly Tlv[]): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  for (const { tag, value } of objects) if (!found.has(tag)) found.set(tag, value);
  return found;
}

/**
 * What the cardholder is shown of an application, from an FCI or a directory entry. The preferred
 * name counts only when its code table is Latin-1 (9F11 = 01), the one the terminal can draw (Book
 * 1 §12.4).
 */
export function candidateFrom(
  dfName: Uint8Array,
  data: ReadonlyMap<string, Uint8Array>,
): Candidate {
  const priority = data.get('87')?.[0] ?? 0;
  const preferred = data.get('9F11')?.[0] === 1 ? printable(data.get('9F12')) : '';
  return {
    dfName,
    label: printable(data.get('50')),
    ...(preferred === '' ? {} : { preferredName: preferred }),
    priority: priority & 0x0f,
    confirmationRequired: (priority & 0x80) !== 0,
  };
}

/** Text of an `ans` object: Latin-1, control characters dropped, at most 16 characters. */
export const printable = (bytes: Uint8Array | undefined): string =>
  Array.from((bytes ?? new Uint8Array(0)).slice(0, 16), (byte) => String.fromCharCode(byte))
    .filter((character) => /[\x20-\x7e\xa0-\xff]/.test(character))
    .join('')
    .trim();
