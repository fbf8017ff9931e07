import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import * as lvgl from 'lvgl-bindings';
import { codeOf, Panel } from './display.ts';

test('an idle display asks for no more ticks, and wakes its host when something changes', () => {
  const panel = new Panel();
  assert.equal(panel.run(100), -1);
  const { wakes } = panel;
  const label = lvgl.create('label', panel.root);
  lvgl.setText(label, 'x');
  assert.equal(panel.wakes, wakes + 1, 'once, however much changes');
  assert.notEqual(lvgl.tick(panel.nowMs), -1);
  assert.equal(panel.run(100), -1);
  panel.dispose();
});

test('a text area with the focus does not blink an idle device awake', () => {
  const panel = new Panel();
  const area = lvgl.create('textarea', panel.root);
  lvgl.focus(area);
  lvgl.key('7', true);
  lvgl.key('7', false);
  assert.equal(panel.run(5000), -1);
  assert.equal(lvgl.dump(area)[0]?.text, '7');
  panel.dispose();
});

test('time goes by the ticks alone, and never back', () => {
  const panel = new Panel();
  const button = panel.button(0, 0, 50, 50);
  lvgl.listen(button, 'long-pressed');
  lvgl.listen(button, 'long-pressed-repeat');
  lvgl.longPressTimes(1000, 200);
  panel.run(16);
  lvgl.pointer(10, 10, true);
  panel.run(950);
  assert.deepEqual(panel.events, []);
  panel.run(100);
  assert.deepEqual(panel.events, ['long-pressed']);
  panel.run(500);
  assert.deepEqual(panel.events, ['long-pressed', 'long-pressed-repeat', 'long-pressed-repeat']);
  assert.equal(
    codeOf(() => lvgl.tick(0)),
    'BadArgument',
  );
  lvgl.pointer(10, 10, false);
  assert.equal(panel.run(100), -1);
  panel.dispose();
});

test('a display of another size follows a disposed one, its objects are new', () => {
  const first = new Panel(480, 800);
  const label = lvgl.create('label', first.root);
  assert.equal(
    codeOf(() => new Panel(720, 1280)),
    'DisplayTaken',
  );
  first.dispose();
  assert.equal(
    codeOf(() => lvgl.tick(0)),
    'NoDisplay',
  );
  assert.equal(
    codeOf(() => lvgl.createStyle()),
    'NoDisplay',
  );
  const second = new Panel(720, 1280);
  second.run(50);
  assert.deepEqual(second.drawn(), [{ x: 0, y: 0, width: 720, height: 1280 }]);
  assert.equal(
    codeOf(() => lvgl.setText(label, 'x')),
    'StaleHandle',
  );
  second.dispose();
});

test('a frame that was given away or has the wrong size is an error, not a crash', () => {
  const panel = new Panel(20, 20);
  panel.run(50);
  structuredClone(panel.frame, { transfer: [panel.frame.buffer as ArrayBuffer] });
  for (const call of [() => lvgl.tick(100), () => lvgl.refresh(), () => lvgl.pointer(1, 1, true)]) {
    assert.equal(codeOf(call), 'FrameLost');
  }
  panel.dispose();
  for (const frame of [new Uint8Array(3), new Float32Array(400), 'pixels', undefined]) {
    const options = { width: 20, height: 20, frame: frame as Uint8Array };
    assert.equal(
      codeOf(() => lvgl.createDisplay(options)),
      'BadArgument',
    );
  }
});

test('a worker that ends gives the display back', async () => {
  const url = import.meta.resolve('lvgl-bindings');
  const code = `import('${url}').then((lvgl) =>
    lvgl.createDisplay({ width: 8, height: 8, frame: new Uint8Array(256) }))`;
  const worker = new Worker(code, { eval: true });
  const [status] = await new Promise<number[]>((resolve) => {
    worker.once('exit', (exit) => resolve([exit]));
  });
  assert.equal(status, 0);
  new Panel().dispose();
});
