import './guard.ts';
import { parseArgs } from 'node:util';
import { type Course, runSeed } from '../test/seeds/course.ts';
import { type Weakness, weaknesses } from '../test/seeds/weakness.ts';

const usage = `npm run seeds -- [count] [--from <seed>] [--weakness <name>|all [--until-found]]
npm run seeds -- --seed <n> [--trace] [--weakness <name>]
Runs the whole terminal in virtual time against a model of network, bank, card, disk, paper, clock and people; all
that goes wrong is drawn from the seed. Prints seeds, steps a second and violations, each with the seed that
replays it. --weakness breaks the terminal on purpose, and the violations must be found: ${weaknesses.join(', ')}.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    from: { type: 'string', default: '1' },
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

type Sum = { readonly violations: number; readonly line: string };

async function runMany(from: number, count: number, weakness: Weakness | undefined): Promise<Sum> {
  const began = performance.now();
  const sum = { seeds: 0, steps: 0, starts: 0, holds: 0, suspended: 0, violations: 0 };
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
  const perSecond = Math.round((sum.steps * 1_000) / (performance.now() - began));
  const line =
    `${sum.seeds} seeds, ${sum.steps} steps (${perSecond} steps/s), ${sum.starts} starts, ` +
    `${sum.holds} holds at the bank, ${sum.suspended} reversals kept for the supervisor: ` +
    `${sum.violations} violations`;
  return { violations: sum.violations, line };
}

async function main(): Promise<void> {
  if (values.help) {
    print(usage);
    return;
  }
  if (values.seed !== undefined) return replay(Number(values.seed));
  const count = Number(positionals[0] ?? 1_000);
  const from = Number(values.from);
  if (!Number.isInteger(count) || !Number.isInteger(from)) throw new Error(usage);
  const broken =
    values.weakness === 'all'
      ? weaknesses
      : values.weakness === undefined
        ? []
        : [weaknessOf(values.weakness)];
  if (broken.length === 0) {
    const { line, violations } = await runMany(from, count, undefined);
    print(line);
    process.exitCode = violations === 0 ? 0 : 1;
  }
  for (const weakness of broken) {
    const { line, violations } = await runMany(from, count, weakness);
    print(`${weakness}: ${violations === 0 ? 'NOT FOUND' : 'found'}, ${line}`);
    if (violations === 0) process.exitCode = 1;
  }
}

await main();
