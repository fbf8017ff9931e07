/**
 * Walks the BER-TLV objects of field 55 (ISO 7816-4, EMV 4.4 Book 3 annex B), one level deep; zero bytes
 * between objects are filler. Tags of up to three bytes, lengths of up to 255: field 55 holds no more.
 * Calls `visit` for each object and returns undefined, or the tag (hex) at which the chain breaks.
 */
export function walkTlv(
  bytes: Uint8Array,
  visit?: (tag: number, from: number, valueFrom: number, to: number) => void,
): string | undefined {
  const end = bytes.length;
  let at = 0;
  while (at < end) {
    const first = bytes[at]!;
    if (first === 0) {
      at++;
      continue;
    }
    const from = at++;
    let tag = first;
    if ((first & 31) === 31) {
      let next = 0x80;
      for (let size = 1; (next & 0x80) !== 0; size++) {
        if (at === end || size === 3) return tagName(tag);
        next = bytes[at++]!;
        tag = (tag << 8) | next;
      }
    }
    if (at === end) return tagName(tag);
    let length = bytes[at++]!;
    if (length > 127) {
      if (length !== 0x81 || at === end) return tagName(tag);
      length = bytes[at++]!;
    }
    const to = at + length;
    if (to > end) return tagName(tag);
    if (visit !== undefined) visit(tag, from, at, to);
    at = to;
  }
  return undefined;
}

/** Undefined when field 55 is a chain of objects, else the tag at which it breaks. */
export const checkTlv = (bytes: Uint8Array): string | undefined => walkTlv(bytes);

export const tagName = (tag: number): string => {
  const text = tag.toString(16).toUpperCase();
  return text.length % 2 === 0 ? text : `0${text}`;
};
