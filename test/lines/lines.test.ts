import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { LineName } from '#hal/lines/contract.ts';
import { openOnoffLines } from '#hal/lines/onoff.ts';
import { openSimulatedLines } from '#hal/lines/simulated.ts';

type Callback = (error: Error | null | undefined, value: 0 | 1) => void;

/** The package's class, with lines that the test holds. */
function fakeOnoff() {
  const made: FakeGpio[] = [];
  class FakeGpio {
    readonly line: number;
    readonly direction: string;
    readonly activeLow: boolean;
    value: 0 | 1 = 0;
    exported = true;
    #callbacks: Callback[] = [];
    constructor(
      line: number,
      direction: string,
      _edge?: string,
      options?: { activeLow?: boolean },
    ) {
      this.line = line;
      this.direction = direction;
      this.activeLow = options?.activeLow ?? false;
      made.push(this);
    }
    readSync() {
      return this.value;
    }
    writeSync(value: 0 | 1) {
      this.value = value;
    }
    watch(callback: Callback) {
      this.#callbacks.push(callback);
    }
    unexport() {
      this.exported = false;
    }
    change(value: 0 | 1, error?: Error) {
      this.value = value;
      for (const callback of this.#callbacks) callback(error, value);
    }
  }
  return { made, load: async () => FakeGpio };
}

it('a lamp is lit, a switch is read, and a line that is not wired does nothing', async () => {
  const { made, load } = fakeOnoff();
  const lines = await openOnoffLines(
    { lamp: { line: 5 }, paper: { line: 6, activeLow: true } },
    load,
  );
  const [lamp, paper] = made;
  lines.set('lamp', true);
  assert.equal(lamp?.value, 1);
  lines.set('lamp', false);
  assert.equal(lamp?.value, 0);
  lines.set('buzzer', true);
  paper?.change(1);
  assert.equal(lines.read('paper'), true);
  assert.equal(lines.read('tamper'), false);
  assert.deepEqual([lamp?.direction, paper?.direction, paper?.activeLow], ['out', 'in', true]);
  await lines.close();
  assert.ok(made.every((gpio) => !gpio.exported));
});

it('changes reach every listener until it stops; a faulty reading reaches none', async () => {
  const { made, load } = fakeOnoff();
  const lines = await openOnoffLines({ cardSwitch: { line: 1 } }, load);
  const heard: [LineName, boolean][] = [];
  const stop = lines.listen((line, level) => heard.push([line, level]));
  made[0]?.change(1);
  made[0]?.change(0, new Error('poll'));
  stop();
  made[0]?.change(0);
  assert.deepEqual(heard, [['cardSwitch', true]]);
});

it('without the package onoff the lines cannot be opened', async () => {
  await assert.rejects(openOnoffLines({}), { code: 'ERR_MODULE_NOT_FOUND' });
});

it('simulated lines end in the world', async () => {
  const set: [string, boolean][] = [];
  const listeners = new Set<(line: LineName, level: boolean) => void>();
  const lines = openSimulatedLines({
    output: (line, on) => set.push([line, on]),
    level: (line) => line === 'paper',
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  });
  lines.set('lamp', true);
  assert.deepEqual(set, [['lamp', true]]);
  assert.equal(lines.read('paper'), true);
  assert.equal(lines.read('tamper'), false);
  lines.listen(() => {});
  lines.listen(() => {})();
  assert.equal(listeners.size, 1);
  await lines.close();
  assert.equal(listeners.size, 0);
});
