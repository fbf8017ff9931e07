import { type ParseArgsConfig, parseArgs as parse } from 'node:util';

/** The arguments of a script; a wrong one ends it with a sentence and code 2. */
export function parseArgs<const T extends ParseArgsConfig>(config: T): ReturnType<typeof parse<T>> {
  try {
    return parse(config);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}
