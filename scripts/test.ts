import './guard.ts';
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/**
 * Runs the tests, each file in a process of its own, and ends with node's own summary.
 * `npm test` runs all but `test/long`, which has a command of its own; `npm test -- test/flow` or a file name runs a
 * part; other options go to node.
 */
const long = 'test/long';

const given = process.argv.slice(2);
const options = given.filter((argument) => argument.startsWith('-'));
const places = given.filter((argument) => !argument.startsWith('-'));
const files = (places.length === 0 ? ['test'] : places)
  .flatMap((place) => (place.endsWith('.ts') ? [place] : globSync(`${place}/**/*.test.ts`)))
  .filter((file) => places.length > 0 || !file.startsWith(`${long}/`))
  .sort();
if (files.length === 0) {
  process.stderr.write(`no test files in ${places.join(' ')}\n`);
  process.exit(1);
}

const tests = spawn(
  process.execPath,
  [
    '--disable-warning=ExperimentalWarning',
    '--test',
    // A terminal that is driven from outside waits more than it works.
    `--test-concurrency=${2 * availableParallelism()}`,
    '--test-timeout=300000',
    ...options,
    ...files,
  ],
  { stdio: ['ignore', 'inherit', 'inherit'] },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => tests.kill(signal));
tests.on('exit', (code) => process.exit(code ?? 1));
