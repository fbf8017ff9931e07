import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { it } from 'node:test';
import { chips, type Edges, watchFifo, watchLines, wordsPerEdge } from 'gpio-edges';
import { KernelFifo, type RawEdge } from './fifo.ts';

const count = 10_000;
const edges: RawEdge[] = Array.from({ length: count }, (_, i) => ({
  timestampNs: 5_000_000_000n + BigInt(i) * 50_000n,
  offset: 17 + (i % 3),
  rising: i % 2 === 0,
}));

/** Lets another process write all edges while this one's event loop stands still. */
async function stalled(
  capacity: number,
): Promise<{ edges: Edges; calls: number; fifo: KernelFifo }> {
  const fifo = await KernelFifo.make();
  const bytes = fifo.records(edges);
  const file = `${fifo.path}.bytes`;
  await writeFile(file, bytes);
  let calls = 0;
  const watched = watchFifo(fifo.path, { capacity }, () => calls++);
  execFileSync('sh', ['-c', `cat '${file}' > '${fifo.path}'`]);
  while (!watched.ended) await new Promise((resolve) => setTimeout(resolve, 5));
  await new Promise((resolve) => setTimeout(resolve, 5));
  return { edges: watched, calls, fifo };
}

function drainAll(watched: Edges): RawEdge[] {
  const words = new BigInt64Array(700 * wordsPerEdge);
  const all: RawEdge[] = [];
  for (let n = watched.drain(words); n > 0; n = watched.drain(words)) {
    for (let i = 0; i < n; i++) {
      const word = words[2 * i + 1]!;
      const offset = Number(word & 0xffffffffn);
      all.push({ timestampNs: words[2 * i]!, offset, rising: word >> 32n === 1n });
    }
  }
  return all;
}

it('a busy event loop loses no edge of 10,000, and is called a few times only', async () => {
  const { edges: watched, calls, fifo } = await stalled(16_384);
  assert.deepEqual(drainAll(watched), edges);
  assert.equal(watched.lost, 0);
  assert.ok(calls <= 2, `${calls} calls`);
  watched.close();
  await fifo.remove();
});

it('a ring that is too small keeps the beginning and counts what it lost', async () => {
  const { edges: watched, fifo } = await stalled(1024);
  assert.deepEqual(drainAll(watched), edges.slice(0, 1024));
  assert.equal(watched.lost, count - 1024);
  watched.close();
  assert.equal(watched.lost, count - 1024);
  assert.equal(watched.drain(new BigInt64Array(8)), 0);
  assert.equal(watched.ended, true);
  await fifo.remove();
});

it('a record that arrives in two pieces is one edge', async () => {
  const fifo = await KernelFifo.make();
  const watched = watchFifo(fifo.path, {}, () => {});
  const bytes = fifo.records(edges.slice(0, 2));
  await fifo.write(bytes.subarray(0, 70));
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(drainAll(watched).length, 1);
  await fifo.write(bytes.subarray(70));
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.deepEqual(drainAll(watched), edges.slice(1, 2));
  watched.close();
  await fifo.remove();
});

it('watching edges does not keep a program alive', () => {
  const program = `
    import { execFileSync } from 'node:child_process';
    import { mkdtempSync } from 'node:fs';
    import { watchFifo } from 'gpio-edges';
    const path = mkdtempSync('/tmp/edges-') + '/edges';
    execFileSync('mkfifo', [path]);
    globalThis.watched = watchFifo(path, {}, () => {});
    console.log('ready');`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    timeout: 10_000,
  });
  assert.equal(printed, 'ready\n');
});

it('lines that cannot be had say why', () => {
  assert.ok(Array.isArray(chips()));
  const refused = (options: Parameters<typeof watchLines>[0]) => {
    try {
      watchLines(options, () => {}).close();
      return 'none';
    } catch (error) {
      return error instanceof Error && 'code' in error ? error.code : 'no code';
    }
  };
  const chip = 'no-such-chip';
  assert.equal(refused({ chip, offsets: [1], edge: 'both' }), 'NoChip');
  assert.equal(refused({ chip: '/dev/null', offsets: [1], edge: 'both' }), 'NoChip');
  assert.equal(refused({ chip, offsets: [], edge: 'both' }), 'InvalidArgument');
  assert.equal(refused({ chip, offsets: [1], edge: 'up' as 'both' }), 'InvalidArgument');
  assert.equal(
    refused({ chip, offsets: [1], edge: 'both', bias: 'left' as 'up' }),
    'InvalidArgument',
  );
});
