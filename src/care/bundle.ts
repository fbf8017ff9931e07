import type { Config } from '../config/schema.ts';
import type { JournalRow } from '../journal/port.ts';
import { withoutNumbers } from '../technician/without-numbers.ts';
import type { Check } from './check.ts';

/** What the desk knows for a bundle; the rest is read where the records are. */
export type BundleWish = {
  readonly config: Config;
  readonly version: string;
  readonly checks: readonly Check[];
  readonly nowMs: number;
};

/** What came of it: a file that only the vendor can open. */
export type BundleDone = {
  readonly file: string;
  readonly bytes: number;
  /** Rows of the journal in it, the newest. */
  readonly rows: number;
  /** The second place, when one is configured. */
  readonly secondPlace: 'none' | 'done' | 'failed';
};

/** Of the clear text: what is older than fits is left out. */
export const bundleLimitBytes = 5 * 1024 * 1024;

/** Names whose values say who somebody is, open something, or come from a card: none of them leaves. */
const secret =
  /^(secret|pin|token|lookup|key|cert|hash|salt|terminalMasterKey|modulus|chipData|emv|bytes|responseApdu|note|text|agent|phone|digest|customer|name)$/;

/** A value without what must not leave, and with card numbers masked wherever they stand. */
function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return withoutNumbers(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !secret.test(key));
  return Object.fromEntries(entries.map(([key, inner]) => [key, cleaned(inner)]));
}

/** Settings without keys, people's PINs and the tables that are as long as they are dull. */
function settingsOf({ people, caPublicKeys, exceptionFile, merchant, ...config }: Config): unknown {
  return {
    ...(cleaned(config) as object),
    merchant: {
      merchantId: merchant.merchantId,
      terminalId: merchant.terminalId,
      desk: withoutNumbers(merchant.desk),
    },
    people: people.map(({ id, role }) => ({ id, role })),
    caPublicKeys: caPublicKeys.map(({ rid, index, expiry }) => ({ rid, index, expiry })),
    exceptionFile: exceptionFile.cards.length,
  };
}

/**
 * The clear text of a bundle, a line of JSON each: what it is, the settings, the self-check, the counters, then rows of
 * the journal from the newest back, as many as fit.
 */
export function bundleText(
  { config, version, checks, nowMs }: BundleWish,
  counters: unknown,
  newestFirst: Iterable<JournalRow>,
): { readonly text: string; readonly rows: number } {
  const head = [
    { format: 'holdfast-support-1', version, madeAtMs: nowMs },
    { settings: settingsOf(config) },
    { selfCheck: checks },
    { counters: cleaned(counters) },
  ].map((part) => JSON.stringify(part));
  let room = bundleLimitBytes - head.reduce((sum, line) => sum + bytesOf(line), 0);
  const rows: string[] = [];
  for (const { seq, wallMs, event } of newestFirst) {
    const line = JSON.stringify({ seq, wallMs, event: cleaned(event) });
    room -= bytesOf(line);
    if (room < 0) break;
    rows.push(line);
  }
  return { text: `${[...head, ...rows].join('\n')}\n`, rows: rows.length };
}

/** With its line end. */
const bytesOf = (line: string): number => new TextEncoder().encode(line).length + 1;
