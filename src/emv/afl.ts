/** One entry of the Application File Locator, tag 94 (EMV 4.4 Book 3 §10.2). */
export type AflEntry = {
  readonly sfi: number;
  readonly first: number;
  readonly last: number;
  /** How many of the records, from the first, take part in offline data authentication. */
  readonly authenticated: number;
};

/** The entries, or undefined when one of them points outside what the book allows. */
export function parseAfl(afl: Uint8Array): AflEntry[] | undefined {
  if (afl.length === 0 || afl.length % 4 !== 0) return undefined;
  const entries: AflEntry[] = [];
  for (let at = 0; at < afl.length; at += 4) {
    const [file = 0, first = 0, last = 0, authenticated = 0] = afl.slice(at, at + 4);
    const sfi = file >> 3;
    const inRange = sfi >= 1 && sfi <= 30 && (file & 7) === 0 && first >= 1 && last >= first;
    if (!inRange || last === 255 || authenticated > last - first + 1) return undefined;
    entries.push({ sfi, first, last, authenticated });
  }
  return entries;
}
