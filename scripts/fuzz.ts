import './guard.ts';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { runTarget, targets } from '../test/fuzz/targets.ts';
import { parseArgs } from './arguments.ts';

const usage = `npm run fuzz -- [--inputs 1000000] [--seed <number>] [--only <part of a target's name>]
Damaged and random input for every parser that reads what a card, a stripe, a bank, a slip or a person gives.
Prints the seed, how the inputs ended, and how fast. Ends with 1 when one throws, breaks a promise or hangs.`;

/** One input takes microseconds; a target that makes no progress for so long hangs. */
const hangMs = 20_000;

type Job = { readonly name: string; readonly inputs: number; readonly seed: number };
type Message = { readonly tally: ReadonlyMap<string, number> } | { readonly problem: string };
type WorkerData = Job & { readonly progress: Int32Array };

function work({ name, inputs, seed, progress }: WorkerData): void {
  try {
    const tally = runTarget(name, inputs, seed, (done) => Atomics.store(progress, 0, done));
    parentPort?.postMessage({ tally } satisfies Message);
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const problem = `${(error as Error).message}\n${(cause as Error).stack ?? cause}`;
    parentPort?.postMessage({ problem } satisfies Message);
  }
}

/** In a thread of its own, so that an endless loop can be seen and ended. */
function run(job: Job): Promise<Message> {
  const progress = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { ...job, progress } satisfies WorkerData,
  });
  return new Promise((resolve) => {
    let last = { done: -1, at: performance.now() };
    const look = setInterval(() => {
      const done = Atomics.load(progress, 0);
      if (done !== last.done) last = { done, at: performance.now() };
      else if (performance.now() - last.at > hangMs)
        end({
          problem: `${job.name}: seed ${job.seed} hangs between input ${done} and ${done + 64}`,
        });
    }, 1000);
    const end = (message: Message): void => {
      clearInterval(look);
      void worker.terminate();
      resolve(message);
    };
    worker.on('message', end);
    worker.on('error', (error) => end({ problem: `${job.name}: ${error.stack ?? error.message}` }));
  });
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      inputs: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      only: { type: 'string', default: '' },
      help: { type: 'boolean', default: false },
    },
  });
  const inputs = Number(values.inputs);
  const seed = Number(values.seed);
  if (values.help || !Number.isSafeInteger(inputs) || inputs < 1 || !Number.isSafeInteger(seed)) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const chosen = Object.entries(targets).filter(([name]) =>
    name.toLowerCase().includes(values.only.toLowerCase()),
  );
  if (chosen.length === 0) {
    console.error(`--only is part of one of: ${Object.keys(targets).join(', ')}`);
    return 2;
  }
  const shares = chosen.reduce((sum, [, { share }]) => sum + share, 0);
  console.log(`seed ${seed}`);
  const start = performance.now();
  let done = 0;
  let failed = 0;
  for (const [name, { share }] of chosen) {
    const count = Math.ceil((inputs * share) / shares);
    const began = performance.now();
    const result = await run({ name, inputs: count, seed });
    if ('problem' in result) {
      failed++;
      console.error(`FAILED ${result.problem}`);
      continue;
    }
    done += count;
    const ends = [...result.tally].sort().map(([end, times]) => `${end} ${times}`);
    const rate = Math.round(count / ((performance.now() - began) / 1000));
    console.log(`${name}: ${count} inputs, ${rate}/s: ${ends.join(', ')}`);
  }
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `${done} inputs in ${seconds.toFixed(1)} s, ${Math.round(done / seconds)}/s, ${failed === 0 ? 'none threw, none hung' : `${failed} targets FAILED`}`,
  );
  return failed === 0 ? 0 : 1;
}

if (isMainThread) process.exitCode = await main();
else work(workerData as WorkerData);
