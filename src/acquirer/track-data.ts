import { fromHex, toHex } from '../bytes.ts';

/** Bytes of a track that hold what only the issuer needs, and are sent under the track key. */
const blockLength = 8;

/**
 * Track 2 or 3 with eight bytes under the track key: packed two digits a byte (`=` is D, an odd end filled with 0),
 * the last byte stays, and the eight before it are replaced by their ciphertext. Same length, `=` again for D.
 * Undefined when the track is too short to be protected: it is then not sent at all.
 */
export function protectTrack(
  track: string,
  encrypt: (block: Uint8Array) => Uint8Array,
): string | undefined {
  const digits = track.replaceAll('=', 'D');
  const packed = fromHex(digits.length % 2 === 0 ? digits : `${digits}0`);
  const from = (packed?.length ?? 0) - 1 - blockLength;
  if (packed === undefined || from < 0) return undefined;
  const sealed = packed.slice();
  sealed.set(encrypt(packed.slice(from, from + blockLength)), from);
  return toHex(sealed).slice(0, digits.length).replaceAll('D', '=');
}
