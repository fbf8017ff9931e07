import './guard.ts';
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Course, runSeed } from '../test/seeds/course.ts';
import { type Weakness, weaknesses } from '../test/seeds/weakness.ts';
import { parseArgs } from './arguments.ts';

/** Fewer are not worth another process. */
const seedsAWorker = 50;

const usage = `npm run seeds -- [count] [--from <seed>] [--workers <n>] [--weakness <name>|all [--until-found]]
npm run seeds -- --seed <n> [--trace] [--weakness <name>]
Runs the whole terminal in virtual time against a model of network, bank, card, disk, paper, clock and people; all
that goes wrong is drawn from the seed. Prints seeds, steps a second and violations, each with the seed that
replays it. --weakness breaks the terminal on purpose, and the violations must be found: ${weaknesses.join(', ')}.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    from: { type: 'string', default: '1' },
    workers: { type: 'string', default: String(availableParallelism()) },
    trace: { type: 'boolean', default: false },
    weakness: { type: 'string' },
    'until-found': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const print = (text: string) => process.stdout.write(`${text}\n`);

function weaknessOf(name: string | undefined): Weakness | undefined {
  if (name === undefined) return undefined;
  const found = weaknesses.find((known) => known === name);
  if (found === undefined) throw new Error(`no such weakness: ${name}`);
  return found;
}

async function replay(seed: number): Promise<void> {
  const course = await runSeed(seed, { weakness: weaknessOf(values.weakness), keepLines: true });
  if (values.trace) for (const line of course.lines) print(line);
  tell(course);
  print(`seed ${seed}: ${course.steps} steps, ${course.starts} starts, hash ${course.hash}`);
  process.exitCode = course.violations.length === 0 ? 0 : 1;
}

function tell({ seed, violations }: Course): void {
  for (const { what, detail } of violations) print(`seed ${seed}: ${what}: ${detail}`);
}

type Sum = {
  seeds: number;
  steps: number;
  starts: number;
  holds: number;
  suspended: number;
  violations: number;
};

const zero = (): Sum => ({ seeds: 0, steps: 0, starts: 0, holds: 0, suspended: 0, violations: 0 });

async function runMany(from: number, count: number, weakness: Weakness | undefined): Promise<Sum> {
  const sum = zero();
  for (let seed = from; seed < from + count; seed++) {
    const course = await runSeed(seed, { weakness });
    sum.steps += course.steps;
    sum.starts += course.starts;
    sum.holds += course.holds;
    sum.suspended += course.suspended;
    sum.violations += course.violations.length;
    if (weakness === undefined) tell(course);
    sum.seeds++;
    if (values['until-found'] && sum.violations > 0) break;
  }
  return sum;
}

/** In processes of its own, one a processor; what they find is printed as they find it. */
async function runInParallel(from: number, count: number, workers: number): Promise<Sum> {
  const share = Math.ceil(count / workers);
  const parts = Array.from({ length: workers }, (_, at) => {
    const first = from + at * share;
    return runInChild(first, Math.min(share, from + count - first));
  });
  const sum = zero();
  for (const part of await Promise.all(parts))
    for (const key of Object.keys(sum) as (keyof Sum)[]) sum[key] += part[key];
  return sum;
}

function runInChild(from: number, count: number): Promise<Sum> {
  if (count <= 0) return Promise.resolve(zero());
  const child = fork(fileURLToPath(import.meta.url), [String(count), '--from', String(from)]);
  return new Promise((resolve, reject) => {
    child.once('message', (sum) => resolve(sum as Sum));
    child.once('exit', (code) =>
      reject(new Error(`the process for seeds from ${from} on ended with ${code}`)),
    );
  });
}

const lineOf = (sum: Sum, seconds: number): string =>
  `${sum.seeds} seeds, ${sum.steps} steps (${Math.round(sum.steps / seconds)} steps/s), ` +
  `${sum.starts} starts, ${sum.holds} holds at the bank, ` +
  `${sum.suspended} reversals kept for the supervisor: ${sum.violations} violations`;

async function main(): Promise<void> {
  if (values.help) {
    print(usage);
    return;
  }
  const numbers = [positionals[0] ?? 1_000, values.from, values.seed ?? 1, values.workers].map(
    Number,
  );
  const known = [...weaknesses, 'all', undefined].some((name) => name === values.weakness);
  if (!known || numbers.some((number) => !Number.isInteger(number) || number < 0)) {
    process.stderr.write(`${usage}\n`);
    process.exitCode = 2;
    return;
  }
  const [count = 0, from = 0, seed = 0] = numbers;
  if (values.seed !== undefined) return replay(seed);
  const broken =
    values.weakness === 'all'
      ? weaknesses
      : values.weakness === undefined
        ? []
        : [weaknessOf(values.weakness)];
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1_000;
  if (broken.length === 0) {
    const workers = Math.min(Number(values.workers), Math.ceil(count / seedsAWorker));
    const isChild = process.send !== undefined;
    const sum =
      isChild || workers < 2
        ? await runMany(from, count, undefined)
        : await runInParallel(from, count, workers);
    if (isChild) process.send?.(sum);
    else print(lineOf(sum, seconds()));
    process.exitCode = sum.violations === 0 ? 0 : 1;
  }
  for (const weakness of broken) {
    const sum = await runMany(from, count, weakness);
    const found = sum.violations === 0 ? 'NOT FOUND' : 'found';
    print(`${weakness}: ${found}, ${lineOf(sum, seconds())}`);
    if (sum.violations === 0) process.exitCode = 1;
  }
  if (process.connected) process.disconnect();
}

await main();
