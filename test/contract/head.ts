import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { MagneticHead, Swipe } from '#hal/head/contract.ts';

export type HeadHarness = {
  readonly kind: MagneticHead['kind'];
  open(): Promise<MagneticHead>;
  /** Lets a card pass; resolves when the last edge is on its way. */
  swipe(swipe: Swipe): Promise<void>;
  close(): Promise<void>;
};

const flux = (shift: bigint): Swipe => ({
  edges: ([1, 2, 3] as const).map((track) => ({
    track,
    timestampsNs: BigInt64Array.from({ length: 90 }, (_, i) => shift + BigInt(track + 300_000 * i)),
  })),
  bits: [],
  lostEdges: 0,
});

const decoded = (seed: number): Swipe => ({
  edges: [],
  bits: ([1, 2, 3] as const).map((track) => ({
    track,
    bits: Uint8Array.from({ length: 60 }, (_, i) => (seed >> ((i + track) % 7)) & 1),
  })),
  lostEdges: 0,
});

/** Every head driver keeps these promises. */
export function headContract(name: string, harness: HeadHarness): void {
  describe(`a magnetic head (${name}, ${harness.kind})`, () => {
    const samples =
      harness.kind === 'f2f'
        ? [flux(10_000_000_000n), flux(20_000_000_000n)]
        : [decoded(0b1011001), decoded(0b0110101)];
    let head: MagneticHead;

    const heard = () => {
      const swipes: Swipe[] = [];
      let notify = () => {};
      const stop = head.listen((swipe) => {
        swipes.push(swipe);
        notify();
      });
      const count = async (wanted: number) => {
        while (swipes.length < wanted) {
          const next = new Promise<void>((resolve) => {
            notify = resolve;
          });
          const alive = setTimeout(() => notify(), 5000);
          await next;
          clearTimeout(alive);
          if (swipes.length < wanted && alive.hasRef() === false) break;
        }
        return swipes;
      };
      return { swipes, count, stop };
    };

    afterEach(async () => {
      await head.close();
      await harness.close();
    });

    it('says what it delivers', async () => {
      head = await harness.open();
      assert.equal(head.kind, harness.kind);
    });

    it('hands each pass of a card over once and whole, all tracks together', async () => {
      head = await harness.open();
      const { count } = heard();
      for (const [i, sample] of samples.entries()) {
        await harness.swipe(sample);
        assert.deepEqual((await count(i + 1)).at(-1), sample);
      }
    });

    it('tells every listener, and none that stopped', async () => {
      head = await harness.open();
      const first = heard();
      const second = heard();
      const stopped = heard();
      stopped.stop();
      await harness.swipe(samples[0]!);
      await first.count(1);
      await second.count(1);
      assert.equal(stopped.swipes.length, 0);
    });

    it('says nothing after it was closed', async () => {
      head = await harness.open();
      const { swipes } = heard();
      await head.close();
      await harness.swipe(samples[0]!);
      await new Promise((resolve) => setTimeout(resolve, 120));
      assert.equal(swipes.length, 0);
    });
  });
}
