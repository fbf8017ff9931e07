import { parseArgs } from 'node:util';
import { loadConfig } from './load.ts';
import type { Config } from './schema.ts';

const options = {
  data: { type: 'string', default: 'data' },
  config: { type: 'string' },
  profile: { type: 'string' },
  language: { type: 'string' },
  reader: { type: 'string', default: 'simulated' },
  head: { type: 'string', default: 'simulated' },
  printer: { type: 'string', default: 'simulated' },
  acquirer: { type: 'string' },
} as const;

export type Chosen = ReturnType<typeof chosenOptions>;

/** What the terminal's process was started with. Throws on an option that it has not. */
export const chosenOptions = () => parseArgs({ options, strict: true }).values;

/** The configuration file with the options over it; errors are named by path. */
export function configOf(chosen: Chosen, read: (path: string) => string): Config {
  const file: unknown = chosen.config === undefined ? {} : JSON.parse(read(chosen.config));
  const bank = addressOf(chosen.acquirer);
  const config = loadConfig(file, {
    ...(chosen.profile === undefined ? {} : { profile: chosen.profile }),
    ...(chosen.language === undefined ? {} : { language: chosen.language }),
    ...(bank === undefined ? {} : { acquirer: { addresses: [bank] } }),
  });
  if ('merchant' in config) return config;
  throw new Error(config.map(({ path, problem }) => `${path}: ${problem}`).join('\n'));
}

/** `host:port`. */
function addressOf(text: string | undefined): { host: string; port: number } | undefined {
  const at = text?.lastIndexOf(':') ?? -1;
  return text === undefined
    ? undefined
    : { host: text.slice(0, at), port: Number(text.slice(at + 1)) };
}
