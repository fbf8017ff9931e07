import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { duration, median, type Row } from './row.ts';

const starts = 3;
const patienceMs = 15_000;
const program = fileURLToPath(new URL('../simulate.ts', import.meta.url));
const noWarning = '--disable-warning=ExperimentalWarning';

/** Milliseconds from the command to its first line. */
async function firstLine(
  args: readonly string[],
): Promise<{ ms: number; text: string; stop: () => Promise<void> }> {
  const begin = performance.now();
  const child = spawn(process.execPath, [noWarning, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  const text = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()));
    child.once('exit', () => reject(new Error('it ended without a word')));
  });
  clearTimeout(timer);
  const stop = async () => {
    if (child.exitCode === null) child.kill('SIGTERM');
    await ended;
  };
  return { ms: performance.now() - begin, text, stop };
}

/** Milliseconds from the command to the page that answers. */
async function toPage(folder: string): Promise<number> {
  const begin = performance.now();
  const { text, stop } = await firstLine([program, '--port', '0', '--data', folder]);
  const address = /http:\S+/.exec(text)?.[0] ?? '';
  while (!(await fetch(address).then(({ ok }) => ok))) await pause(10);
  const ms = performance.now() - begin;
  await stop();
  return ms;
}

/** The second start of the simulator to its page, beside a bare start of the same Node. */
export async function benchStart(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-bench-'));
  try {
    await toPage(folder);
    const page: number[] = [];
    const bare: number[] = [];
    for (let i = 0; i < starts; i++) {
      page.push(await toPage(folder));
      const { ms, stop } = await firstLine(['-e', 'console.log(1)']);
      bare.push(ms);
      await stop();
    }
    const [ours, node] = [median(page), median(bare)];
    return [
      {
        what: 'start: second start to the page (wanted < 2 s on a quiet machine)',
        ours: duration(ours),
        peer: 'a bare start of Node',
        theirs: duration(node),
        ratio: ours / node,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
