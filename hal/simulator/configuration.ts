import { readFileSync } from 'node:fs';
import { loadConfig } from '#src/config/load.ts';
import type { Config } from '#src/config/schema.ts';
import type { Endpoint } from '../link/contract.ts';
import type { SimulatorOptions } from './options.ts';

/** The configuration cannot be used; one line for each problem, named by its path. */
export class BadConfig extends Error {}

type Given = Pick<SimulatorOptions, 'config' | 'profile' | 'language' | 'acquirer'>;

export type Configuration = {
  readonly config: Config;
  /** Where the terminal finds its bank; undefined: in the built-in one. */
  readonly outside: readonly Endpoint[] | undefined;
};

/** The file laid over the defaults, and the command line over both. Throws BadConfig. */
export function readConfiguration({
  config: file,
  profile,
  language,
  acquirer,
}: Given): Configuration {
  const raw = file === undefined ? {} : readJson(file);
  const config = loadConfig(raw, {
    ...(profile === undefined ? {} : { profile }),
    ...(language === undefined ? {} : { language }),
    ...(acquirer === undefined ? {} : { acquirer: { addresses: [acquirer] } }),
  });
  if (!('merchant' in config)) {
    const lines = config.map(
      ({ path, problem }) => `${file ?? 'configuration'}: ${path}: ${problem}`,
    );
    throw new BadConfig(lines.join('\n'));
  }
  const named = acquirer !== undefined || namesAddresses(raw);
  return { config, outside: named ? config.acquirer.addresses : undefined };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const what = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw new BadConfig(`${file} ${what}: ${(error as Error).message}`);
  }
}

const namesAddresses = (raw: unknown): boolean =>
  typeof raw === 'object' &&
  raw !== null &&
  'acquirer' in raw &&
  typeof raw.acquirer === 'object' &&
  raw.acquirer !== null &&
  'addresses' in raw.acquirer;
