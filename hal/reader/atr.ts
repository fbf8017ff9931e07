const maximumLength = 33;

/**
 * The transmission protocol that an answer to reset offers first (ISO/IEC 7816-3 §8.2): the first TDi names it,
 * none means T=0. `undefined` when the bytes are no answer to reset at all. Whether a terminal may accept
 * this card is judged later, by EMV Book 1 §8.
 */
export function protocolOfAtr(atr: Uint8Array): 'T=0' | 'T=1' | undefined {
  const [ts, t0] = atr;
  if (t0 === undefined || (ts !== 0x3b && ts !== 0x3f) || atr.length > maximumLength)
    return undefined;
  const historicalCount = t0 & 0x0f;
  let present = t0 >> 4;
  let at = 2;
  let first: number | undefined;
  while (present !== 0) {
    at += ((present >> 0) & 1) + ((present >> 1) & 1) + ((present >> 2) & 1);
    if ((present & 8) === 0) break;
    const td = atr[at++];
    if (td === undefined) return undefined;
    first ??= td & 0x0f;
    present = td >> 4;
  }
  if (at + historicalCount > atr.length) return undefined;
  if (first === undefined || first === 0) return 'T=0';
  return first === 1 ? 'T=1' : undefined;
}
