import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Incoming, Messenger } from '#hal/messages/contract.ts';

/** One way to customers, and what stands behind it in the test. */
export type MessengerBench = {
  readonly messenger: Messenger;
  readonly to: string;
  /** What came to the customer so far. */
  readonly arrived: () => readonly { readonly to: string; readonly text: string }[];
  /** How the other side behaves from now on. */
  readonly behave: (how: 'well' | 'away' | 'refuses' | 'silentAfterAll') => Promise<void> | void;
  readonly reports: boolean;
};

export const texts = {
  short: 'Room 808: please bring the card.',
  chinese: '【海风酒店】您的押金 ¥500.00 还缺卡号，请带卡来前台一趟。',
  long: `【海风酒店】${'押金还缺卡号，请带卡来前台。'.repeat(12)}🙂完`,
} as const;

const id = '6f0e1f3a-1111-4222-8333-444455556666';

/** Every driver of `Messenger` passes this. */
export function messengerContract(open: () => Promise<MessengerBench>): void {
  const run = (name: string, work: (bench: MessengerBench) => Promise<void>): void =>
    void it(name, async () => {
      const bench = await open();
      try {
        await work(bench);
      } finally {
        await bench.messenger.close();
      }
    });

  for (const [name, text] of Object.entries(texts))
    run(`a ${name} message comes as it was written`, async ({ messenger, to, arrived }) => {
      const { type } = await messenger.send({ id, to, subject: '主题 1', text });
      assert.equal(type, 'sent');
      assert.deepEqual(
        arrived().map((message) => [message.to, message.text]),
        [[to, text]],
      );
    });

  run('nothing is sent while the other side is away, and it says so', async (bench) => {
    await bench.behave('away');
    const end = await bench.messenger.send({ id, to: bench.to, subject: 's', text: 't' });
    assert.equal(end.type, 'notSent');
    assert.notEqual(bench.messenger.trouble, undefined, 'and what stands in the way is known');
    assert.deepEqual(bench.arrived(), []);
    await bench.behave('well');
    const again = await bench.messenger.send({ id, to: bench.to, subject: 's', text: 't' });
    assert.equal(again.type, 'sent');
    assert.equal(bench.messenger.trouble, undefined);
  });

  run('a refusal is for good', async (bench) => {
    await bench.behave('refuses');
    const end = await bench.messenger.send({ id, to: bench.to, subject: 's', text: 't' });
    assert.equal(end.type, 'refused');
  });

  run('silence after everything was handed over is not known to be anything', async (bench) => {
    await bench.behave('silentAfterAll');
    const end = await bench.messenger.send({ id, to: bench.to, subject: 's', text: 't' });
    assert.equal(end.type, 'unknown');
  });

  run('reports come with the id of the message, once', async (bench) => {
    if (!bench.reports) return;
    const heard: Incoming[] = [];
    const stop = bench.messenger.listen((incoming) => heard.push(incoming));
    await bench.messenger.send({ id, to: bench.to, subject: 's', text: texts.long });
    const end = performance.now() + 3_000;
    while (heard.length === 0 && performance.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 5));
    stop();
    assert.deepEqual(heard, [{ type: 'report', id, delivered: true }]);
  });
}
