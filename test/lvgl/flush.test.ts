import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import * as lvgl from 'lvgl-bindings';
import { codeOf, Panel } from './display.ts';

let panel: Panel;
beforeEach(() => {
  panel = new Panel();
});
afterEach(() => panel.dispose());

test('the first picture is the whole panel, later ones only what changed', () => {
  const button = panel.button(10, 20, 100, 50);
  panel.run(50);
  assert.deepEqual(panel.drawn(), [{ x: 0, y: 0, width: 240, height: 320 }]);
  assert.deepEqual([panel.pixel(0, 0), panel.pixel(60, 45)], [0xffffff, 0x0000ff]);
  lvgl.setLocalStyle(button, 'bgColor', 0xff0000);
  panel.run(50);
  assert.deepEqual(panel.drawn(), [{ x: 10, y: 20, width: 100, height: 50 }]);
  assert.deepEqual([panel.pixel(0, 0), panel.pixel(60, 45)], [0xffffff, 0xff0000]);
  panel.run(1000);
  assert.deepEqual(panel.drawn(), []);
});

test('every pixel is opaque', () => {
  panel.button(10, 20, 100, 50);
  panel.run(50);
  assert.ok(panel.frame.every((byte, i) => i % 4 !== 3 || byte === 255));
});

test('far changes are separate rectangles, near ones are joined', () => {
  const [a, b] = [panel.button(0, 0, 20, 20), panel.button(200, 300, 20, 20)];
  panel.run(50);
  panel.drawn();
  for (const button of [a, b]) lvgl.setLocalStyle(button, 'bgColor', 1);
  panel.run(50);
  assert.equal(panel.drawn().length, 2);
});

test('a press is in the frame when the handler hears of it', () => {
  panel.dispose();
  const seen: unknown[] = [];
  const frame = new Uint8Array(100 * 100 * 4);
  const root = lvgl.createDisplay({
    width: 100,
    height: 100,
    frame,
    onFlush: (rectangles) => seen.push(rectangles),
    onEvent: ({ type }) => seen.push([type, frame[(50 * 100 + 50) * 4 + 1]]),
  });
  const button = lvgl.create('button', root);
  lvgl.setSize(button, 100, 100);
  lvgl.setLocalStyle(button, 'bgOpa', 255);
  lvgl.setLocalStyle(button, 'bgColor', 0x00ff00, 'main', 'pressed');
  lvgl.listen(button, 'pressed');
  lvgl.tick(0);
  lvgl.tick(20);
  seen.length = 0;
  lvgl.pointer(50, 50, true);
  assert.deepEqual(seen, [[{ x: 0, y: 0, width: 100, height: 100 }], ['pressed', 255]]);
});

test('what a callback throws reaches the caller after everything was delivered', () => {
  panel.dispose();
  const boom = new Error('boom');
  const heard: string[] = [];
  const root = lvgl.createDisplay({
    width: 50,
    height: 50,
    frame: new Uint8Array(10_000),
    onFlush: () => {
      throw boom;
    },
    onEvent: ({ type }) => {
      heard.push(type);
      throw new Error(type);
    },
  });
  lvgl.setLocalStyle(root, 'bgOpa', 255);
  const button = lvgl.create('button', root);
  lvgl.setSize(button, 50, 50);
  lvgl.listen(button, 'pressed');
  lvgl.listen(button, 'clicked');
  assert.throws(() => [lvgl.tick(0), lvgl.tick(20)], boom);
  assert.throws(() => lvgl.pointer(5, 5, true), /pressed/);
  lvgl.setLocalStyle(root, 'bgColor', 7);
  assert.throws(() => lvgl.pointer(5, 5, false), boom, 'the first of two');
  assert.deepEqual(heard, ['pressed', 'clicked']);
});

test('a tick inside a callback is refused, everything else may be called there', () => {
  panel.dispose();
  const codes: (string | undefined)[] = [];
  const root = lvgl.createDisplay({
    width: 50,
    height: 50,
    frame: new Uint8Array(10_000),
    onEvent: ({ target }) => {
      codes.push(codeOf(() => lvgl.tick(100)));
      codes.push(codeOf(() => lvgl.destroy(target)));
    },
  });
  const button = lvgl.create('button', root);
  lvgl.setSize(button, 50, 50);
  lvgl.listen(button, 'pressed');
  lvgl.tick(0);
  lvgl.pointer(5, 5, true);
  assert.deepEqual(codes, ['Nested', undefined]);
  assert.equal(lvgl.isAlive(button), false);
  lvgl.pointer(5, 5, false);
});
