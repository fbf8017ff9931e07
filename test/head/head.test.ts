import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { MagneticHead, Swipe } from '#hal/head/contract.ts';
import { type HeadWiring, openGpioHead } from '#hal/head/gpio.ts';
import { openHeadLater } from '#hal/head/later.ts';
import { openSimulatedHead } from '#hal/head/simulated.ts';
import { isFault } from '#src/fault.ts';
import { type HeadHarness, headContract } from '../contract/head.ts';
import { KernelFifo, type RawEdge } from './fifo.ts';

function simulatedHarness(kind: MagneticHead['kind']): HeadHarness {
  const listeners = new Set<(swipe: Swipe) => void>();
  return {
    kind,
    open: async () =>
      openSimulatedHead(
        {
          listen: (listener) => {
            listeners.add(listener);
            return () => void listeners.delete(listener);
          },
        },
        kind,
      ),
    swipe: async (swipe) => {
      for (const listener of listeners) listener(swipe);
    },
    close: async () => {},
  };
}

const clockOf = { 1: 11, 2: 12, 3: 13 } as const;
const dataOf = { 1: 21, 2: 22, 3: 23 } as const;
const cardLoad = 30;

/** What the lines of a head do while a card passes. */
function lineEdges(swipe: Swipe): RawEdge[] {
  const flux = swipe.edges.flatMap(({ track, timestampsNs }) =>
    [...timestampsNs].map((timestampNs, i) => ({
      timestampNs,
      offset: clockOf[track],
      rising: i % 2 === 0,
    })),
  );
  if (swipe.bits.length === 0) {
    return flux.sort((a, b) => Number(a.timestampNs - b.timestampNs));
  }
  let now = BigInt(Date.now()) * 1_000_000n;
  const level = new Map<number, boolean>();
  const edges: RawEdge[] = [];
  const drive = (offset: number, rising: boolean) => {
    if ((level.get(offset) ?? false) === rising) return;
    level.set(offset, rising);
    now += 10_000n;
    edges.push({ timestampNs: now, offset, rising });
  };
  drive(clockOf[1], true);
  drive(clockOf[1], false);
  drive(cardLoad, true);
  for (let i = 0; i < (swipe.bits[0]?.bits.length ?? 0); i++) {
    for (const { track, bits } of swipe.bits) {
      drive(dataOf[track], bits[i] === 1);
      drive(clockOf[track], true);
      drive(clockOf[track], false);
    }
  }
  drive(cardLoad, false);
  for (const track of [1, 2, 3] as const) drive(dataOf[track], false);
  return edges;
}

function wiringOf(kind: HeadWiring['kind'], fifo: string): HeadWiring {
  if (kind === 'f2f') return { kind, fifo, tracks: clockOf };
  const pair = (track: 1 | 2 | 3) => ({ clock: clockOf[track], data: dataOf[track] });
  return { kind, fifo, cardLoad, tracks: { 1: pair(1), 2: pair(2), 3: pair(3) } };
}

function gpioHarness(kind: HeadWiring['kind']): HeadHarness {
  let fifo: KernelFifo;
  return {
    kind,
    open: async () => {
      fifo = await KernelFifo.make();
      return openGpioHead(wiringOf(kind, fifo.path));
    },
    swipe: (swipe) => fifo.write(fifo.records(lineEdges(swipe))),
    close: () => fifo.remove(),
  };
}

for (const kind of ['f2f', 'decoded'] as const) {
  headContract('simulated', simulatedHarness(kind));
  headContract('GPIO', gpioHarness(kind));
}

const run = (from: bigint, count: number): RawEdge[] =>
  Array.from({ length: count }, (_, i) => ({
    timestampNs: from + BigInt(i) * 100_000n,
    offset: clockOf[2],
    rising: i % 2 === 0,
  }));

async function withHead(
  work: (fifo: KernelFifo, next: () => Promise<Swipe>, head: MagneticHead) => Promise<void>,
): Promise<void> {
  const fifo = await KernelFifo.make();
  const head = openGpioHead(wiringOf('f2f', fifo.path));
  const swipes: Swipe[] = [];
  let notify = () => {};
  head.listen((swipe) => {
    swipes.push(swipe);
    notify();
  });
  const next = async () => {
    const alive = setInterval(() => {}, 1000);
    while (swipes.length === 0) {
      await new Promise<void>((resolve) => {
        notify = resolve;
      });
    }
    clearInterval(alive);
    return swipes.shift()!;
  };
  try {
    await work(fifo, next, head);
  } finally {
    await head.close();
    await fifo.remove();
  }
}

it('two swipes that a busy program sees at once are still two', () =>
  withHead(async (fifo, next) => {
    const bytes = fifo.records([...run(1_000_000_000n, 40), ...run(1_100_000_000n, 50)]);
    await fifo.write(bytes);
    assert.equal((await next()).edges[0]?.timestampsNs.length, 40);
    assert.equal((await next()).edges[0]?.timestampsNs.length, 50);
  }));

it('edges that the kernel dropped are counted and said with the swipe', () =>
  withHead(async (fifo, next) => {
    const edges = run(1_000_000_000n, 40);
    const gap = edges.map((edge, i) => ({ ...edge, number: i < 20 ? i + 1 : i + 8 }));
    await fifo.write(fifo.records(gap));
    assert.equal((await next()).lostEdges, 7);
    await fifo.write(fifo.records(run(2_000_000_000n, 40)));
    assert.equal((await next()).lostEdges, 0);
  }));

it('a spike on a line is no card', () =>
  withHead(async (fifo, next) => {
    await fifo.write(fifo.records(run(1_000_000_000n, 5)));
    await new Promise((resolve) => setTimeout(resolve, 100));
    await fifo.write(fifo.records(run(2_000_000_000n, 40)));
    assert.equal((await next()).edges[0]?.timestampsNs.length, 40);
  }));

it('a line that swings for ever does not fill the memory', () =>
  withHead(async (fifo, next) => {
    await fifo.write(fifo.records(run(1_000_000_000n, 20_000)));
    assert.equal((await next()).edges[0]?.timestampsNs.length, 16_384);
  }));

it('a head whose chip was taken away is back when the chip is', { timeout: 10_000 }, () =>
  withHead(async (fifo, next) => {
    await fifo.hold();
    await fifo.write(fifo.records(run(1_000_000_000n, 40)));
    await fifo.release();
    assert.equal((await next()).edges[0]?.timestampsNs.length, 40);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    await fifo.write(fifo.records(run(9_000_000_000n, 30)));
    assert.equal((await next()).edges[0]?.timestampsNs.length, 30);
  }),
);

it('a head that is not there yet keeps no terminal from starting, and is heard once it is', async () => {
  let there = false;
  let swipe: (swipe: Swipe) => void = () => undefined;
  const head = openHeadLater({
    kind: 'f2f',
    againMs: 5,
    open: () =>
      there
        ? openSimulatedHead({
            listen: (listener) => {
              swipe = listener;
              return () => undefined;
            },
          })
        : openGpioHead({ kind: 'f2f', chip: 'no-such-chip', tracks: { 2: 4 } }),
  });
  assert.equal(head.present, false);
  const heard: Swipe[] = [];
  head.listen((one) => heard.push(one));
  there = true;
  while (!head.present) await new Promise((resolve) => setTimeout(resolve, 5));
  swipe({ edges: [], bits: [], lostEdges: 0 });
  assert.equal(heard.length, 1);
  await head.close();
});

it('a head without its chip is a fault of the terminal', () => {
  for (const wiring of [
    { kind: 'f2f', chip: 'no-such-chip', tracks: { 2: 4 } },
    { kind: 'f2f', fifo: '/nowhere/edges', tracks: { 2: 4 } },
  ] as const) {
    assert.throws(
      () => openGpioHead(wiring),
      (error) => isFault(error, 'head.gone'),
    );
  }
});
