import { type Needle, needlesOf, type Secret } from './needles.ts';

/** What was found: never the secret itself. */
export type Find = { readonly what: string; readonly form: string; readonly at: number };

/** The longest needle that a finder knows: what is read in pieces must overlap by as much. */
export type Finder = { readonly longest: number; find(bytes: Buffer): readonly Find[] };

/**
 * Looks for all secrets in one pass: the first two bytes say whether a place is worth a look, the first four which
 * needles may begin there.
 */
export function finderOf(secrets: readonly Secret[]): Finder {
  const promising = new Uint8Array(65_536);
  const byStart = new Map<number, Needle[]>();
  let longest = 0;
  for (const needle of secrets.flatMap(needlesOf)) {
    const { bytes } = needle;
    promising[bytes.readUInt16BE(0)] = 1;
    const start = bytes.readUInt32BE(0);
    byStart.set(start, [...(byStart.get(start) ?? []), needle]);
    longest = Math.max(longest, bytes.length);
  }
  return {
    longest,
    find(bytes) {
      const finds: Find[] = [];
      for (let at = 0; at + 4 <= bytes.length; at++) {
        if (promising[((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)] !== 1) continue;
        for (const { what, form, bytes: needle } of byStart.get(bytes.readUInt32BE(at)) ?? [])
          if (bytes.subarray(at, at + needle.length).equals(needle)) finds.push({ what, form, at });
      }
      return finds;
    },
  };
}
