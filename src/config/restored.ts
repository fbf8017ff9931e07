import { isIntact } from '../emv/ca-public-keys.ts';
import type { DocumentReader } from '../journal/documents.ts';
import { defaults } from './defaults.ts';
import type { Config } from './schema.ts';

type CaPublicKey = Config['caPublicKeys'][number];

const sameKey = (a: CaPublicKey, b: CaPublicKey): boolean => a.rid === b.rid && a.index === b.index;

/** The card tables with everything that the factory's have and these lack. */
export const restoredApplications = ({ applications }: Config): Config['applications'] => {
  const known = new Set(applications.map(({ aid }) => aid));
  return [...applications, ...defaults.applications.filter(({ aid }) => !known.has(aid))];
};

/**
 * The scheme keys of the factory in place of those that are damaged or whose date is over, and those that are
 * missing. A key that is over at the factory too stays away. `today` YYYYMMDD.
 */
export const restoredCaKeys = ({ caPublicKeys }: Config, today: string): Config['caPublicKeys'] => {
  const valid = caPublicKeys.filter((key) => key.expiry >= today && isIntact(key));
  const missing = defaults.caPublicKeys.filter((key) => !valid.some((one) => sameKey(one, key)));
  return [...valid, ...missing];
};

/** Each first digits belong to one bank, the one that is named first; a table that is empty is the factory's. */
export const restoredBanks = ({ hotlines }: Config): Config['hotlines'] => {
  const known = new Set<string>();
  const once = hotlines.map((entry) => ({
    ...entry,
    bins: entry.bins.filter((bin) => !known.has(bin) && known.add(bin)),
  }));
  const left = once.filter(({ bins }) => bins.length > 0);
  return left.length > 0 ? left : defaults.hotlines;
};

/** A repair as it is kept: the day on which it was made, YYYYMMDD. */
const repaired = (documents: DocumentReader, item: string): string | undefined => {
  const body = documents.get('counter', `restored:${item}`)?.body;
  return body === undefined ? undefined : typeof body === 'string' ? body : '';
};

/** The configuration with what a technician restored on this terminal. */
export function withRestored(config: Config, documents: DocumentReader): Config {
  const applications = repaired(documents, 'cardTables') !== undefined;
  const keysOf = repaired(documents, 'caKeys');
  const banks = repaired(documents, 'banks') !== undefined;
  if (!applications && keysOf === undefined && !banks) return config;
  return {
    ...config,
    ...(applications ? { applications: restoredApplications(config) } : {}),
    ...(keysOf === undefined ? {} : { caPublicKeys: restoredCaKeys(config, keysOf) }),
    ...(banks ? { hotlines: restoredBanks(config) } : {}),
  };
}
