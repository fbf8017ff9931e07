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

/** The scheme keys of the factory in place of those whose date is over, and those that are missing. `today` YYYYMMDD. */
export const restoredCaKeys = ({ caPublicKeys }: Config, today: string): Config['caPublicKeys'] => {
  const valid = caPublicKeys.filter(({ expiry }) => expiry >= today);
  const missing = defaults.caPublicKeys.filter((key) => !valid.some((one) => sameKey(one, key)));
  return [...valid, ...missing];
};

/** The configuration with what a technician restored on this terminal. */
export function withRestored(config: Config, documents: DocumentReader): Config {
  const applications = documents.get('counter', 'restored:cardTables') !== undefined;
  const keys = documents.get('counter', 'restored:caKeys') !== undefined;
  if (!applications && !keys) return config;
  return {
    ...config,
    ...(applications ? { applications: restoredApplications(config) } : {}),
    ...(keys ? { caPublicKeys: restoredCaKeys(config, '') } : {}),
  };
}
