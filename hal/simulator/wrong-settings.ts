import { readFileSync } from 'node:fs';
import type { Config } from '#src/config/schema.ts';
import type { FaultName } from './faults.ts';

const pem = (name: string): string =>
  readFileSync(new URL(`./line-certificates/${name}.pem`, import.meta.url), 'utf8');

/** The bank's certificate and key after its date: test material, good for nothing else. */
export const expiredIdentity = () => ({ cert: pem('expired.cert'), key: pem('expired.key') });

const unionPay = 'A000000333';

/** What each fault does to a good configuration; the terminal starts anew with the result. */
const changes: Partial<Record<FaultName, (config: Config) => Config>> = {
  wrongTerminalId: (config) => ({
    ...config,
    merchant: { ...config.merchant, terminalId: '99999999' },
  }),
  cardTableMissing: (config) => ({
    ...config,
    applications: config.applications.filter(({ aid }) => !aid.startsWith(unionPay)),
  }),
  cardKeysMissing: (config) => ({ ...config, caPublicKeys: [] }),
  bankNameNotFound: (config) => ({
    ...config,
    acquirer: {
      ...config.acquirer,
      // RFC 6761 §6.4: names below `invalid` are never found.
      addresses: config.acquirer.addresses.map(({ port }) => ({ host: 'bank.invalid', port })),
    },
  }),
  certificateExpired: (config) => ({
    ...config,
    acquirer: {
      ...config.acquirer,
      tls: { ca: expiredIdentity().cert, servername: 'bank.test' },
    },
  }),
};

/** The configuration as these faults have spoilt it. */
export const spoilt = (config: Config, faults: readonly FaultName[]): Config =>
  faults.reduce((all, name) => changes[name]?.(all) ?? all, config);
