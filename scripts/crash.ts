import './guard.ts';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { finderOf } from '#db/scan/finder.ts';
import type { JournalRow } from '#src/journal/port.ts';
import { parseArgs } from './arguments.ts';
import { Disk, layOut, models } from './crash/disk.ts';
import { hear, judge, nothingHeard, type Verdict } from './crash/judge.ts';
import { record, type Step } from './crash/recording.ts';
import { scenarios } from './crash/scenarios.ts';
import { crashPan, openCrashStore, type Weakness } from './crash/world.ts';

const usage = `npm run crash -- [--scenario <name>]… [--seed <n>] [--every <n>]
Records the system calls of each scenario, cuts the run off after every one of them in three ways (process
killed; everything unsynced lost; writes torn at sectors and in part left out), starts the terminal on what is
left, and compares with what the bank and the customer have heard. --every takes each n-th point only.
Then it proves itself: with three weaknesses built in it must find losses. Needs strace.`;

const program = fileURLToPath(new URL('./crash/run-scenario.ts', import.meta.url));

type Recording = {
  /** What the world had heard before the recording. */
  readonly heardBefore: readonly string[];
  readonly before: ReadonlyMap<string, Buffer>;
  readonly steps: readonly Step[];
  /** The whole journal of the run. */
  readonly run: readonly JournalRow[];
};

function recordScenario(work: string, name: string, weakness: Weakness): Recording {
  const folder = join(work, 'data');
  rmSync(folder, { recursive: true, force: true });
  const heardBefore = name === 'firstStart' ? [] : prepare(name, folder);
  const before = filesOf(folder);
  const log = join(work, 'strace.log');
  const steps = record(
    [program, 'recorded', name, folder, weakness],
    folder,
    [...before.keys()],
    log,
  );
  const copy = join(work, 'whole');
  rmSync(copy, { recursive: true, force: true });
  cpSync(folder, copy, { recursive: true });
  const store = openCrashStore(copy);
  const run = store.journal.read(0);
  store.close();
  return { heardBefore, before, steps, run };
}

function prepare(name: string, folder: string): readonly string[] {
  const { status, stdout } = spawnSync(process.execPath, [program, 'before', name, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${name} could not be prepared`);
  return stdout.trim().split('\n');
}

function filesOf(folder: string): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return files;
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (path.endsWith('-shm') || !statSync(join(folder, path)).isFile()) continue;
    files.set(path, readFileSync(join(folder, path)));
  }
  return files;
}

type Count = Record<Verdict, number> & {
  points: number;
  states: number;
  /** Bytes that went into files, and places among them where the card's number stood. */
  written: number;
  leaked: number;
};

const zero = (): Count => ({
  points: 0,
  states: 0,
  fine: 0,
  lost: 0,
  duplicated: 0,
  unreconciled: 0,
  corrupt: 0,
  written: 0,
  leaked: 0,
});

/** xorshift32: the same seed tears the same writes. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const finder = finderOf([{ what: 'the number', value: crashPan().reveal() }]);

/** Cuts one recording off after each step. */
async function replay(
  work: string,
  recording: Recording,
  seed: number,
  every: number,
): Promise<Count> {
  const disk = new Disk(recording.before);
  const heard = nothingHeard();
  for (const line of recording.heardBefore) hear(heard, line);
  const count = zero();
  const random = randomFrom(seed);
  for (const bytes of recording.before.values()) count.leaked += finder.find(bytes).length;
  const folder = join(work, 'cut');
  for (const [at, step] of recording.steps.entries()) {
    const bytes = disk.take(step, finder.longest);
    count.written += step.type === 'write' ? step.data.length : 0;
    count.leaked += finder.find(bytes).length;
    if (step.type === 'said') hear(heard, step.line);
    if (at % every !== 0) continue;
    count.points++;
    for (const model of models) {
      layOut(disk.after(model, random), folder);
      count[await judge(folder, heard, recording.run)]++;
      count.states++;
    }
  }
  return count;
}

function add(sum: Count, more: Count): void {
  for (const key of Object.keys(sum) as (keyof Count)[]) sum[key] += more[key];
}

const words = (count: Count): string =>
  `${count.lost} lost, ${count.duplicated} duplicated, ${count.unreconciled} unreconciled, ${count.corrupt} corrupt`;

const proofs: readonly (readonly [Weakness, string, string])[] = [
  ['normalSync', 'preauth', 'synchronous=NORMAL'],
  ['reversalMissing', 'reversal', 'the reversal’s row left out'],
  ['answerBeforeWrite', 'preauth', 'the message before its row'],
];

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      scenario: { type: 'string', multiple: true, default: Object.keys(scenarios) },
      seed: { type: 'string', default: '1' },
      every: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const [seed, every] = [Number(values.seed), Number(values.every)];
  const unknown = values.scenario.find((name) => scenarios[name] === undefined);
  if (unknown !== undefined || !Number.isInteger(seed) || !Number.isInteger(every) || every < 1) {
    console.error(`${usage}\nScenarios: ${Object.keys(scenarios).join(', ')}`);
    return 2;
  }
  const fast = statSync('/dev/shm', { throwIfNoEntry: false })?.isDirectory() === true;
  const work = mkdtempSync(join(fast ? '/dev/shm' : tmpdir(), 'holdfast-crash-'));
  try {
    const sum = zero();
    for (const name of values.scenario) {
      const count = await replay(work, recordScenario(work, name, 'none'), seed, every);
      console.log(`${name}: ${count.points} points, ${words(count)}`);
      add(sum, count);
    }
    const kinds = values.scenario.length;
    const points = Number((sum.points / kinds).toFixed(2));
    const shape = `${points} points × ${models.length} models × ${kinds} scenarios`;
    console.log(`${shape} = ${sum.states} states: ${words(sum)} (seed ${seed})`);
    console.log(
      `${sum.written} bytes written to files: the number of the card in ${sum.leaked} places`,
    );
    const blind = await prove(work, seed, every);
    return sum.fine === sum.states && sum.leaked === 0 && blind === 0 ? 0 : 1;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Number of weaknesses that the replay did not see. */
async function prove(work: string, seed: number, every: number): Promise<number> {
  let blind = 0;
  for (const [weakness, name, what] of proofs) {
    const count = await replay(work, recordScenario(work, name, weakness), seed, every);
    const found = count.states - count.fine;
    if (found === 0) blind++;
    console.log(`with ${what}: ${words(count)}${found === 0 ? ' — NOT FOUND' : ''}`);
  }
  return blind;
}

process.exitCode = await main();
