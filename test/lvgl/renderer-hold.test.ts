import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { h, type UiNode } from '#ui/h.ts';
import { Stage } from './stage.ts';

let stage: Stage;
let progress: number[];
beforeEach(() => {
  progress = [];
  stage = new Stage({ onHoldProgress: (id, value) => id === 'cancel' && progress.push(value) });
  stage.show(screen());
});
afterEach(() => stage.dispose());

const INK = 0xb01218;
const screen = (disabled = false): UiNode =>
  h(
    'box',
    { w: 200, h: 200, align: 'center', cross: 'center' },
    h('arc', {
      w: 200,
      h: 200,
      progressOf: 'cancel',
      color: INK,
      local: { arcWidth: 20, arcColor: 0xe3e8ef },
    }),
    h('button', {
      id: 'cancel',
      w: 120,
      h: 120,
      text: '撤销',
      disabled,
      onHold: { ms: 1000, action: 'cancelled' },
    }),
  );

/** Whether the ring is filled at three o'clock and at nine. */
const ring = (): boolean[] => [stage.pixel(190, 100) === INK, stage.pixel(10, 100) === INK];

test('a destructive act is done once its ring is full, not before, and once only', () => {
  stage.renderer.pointer(100, 100, true);
  stage.run(500);
  assert.deepEqual([ring(), stage.actions()], [[true, false], []]);
  stage.run(480);
  assert.deepEqual(stage.actions(), []);
  stage.run(40);
  assert.deepEqual([ring(), stage.actions()], [[true, true], ['action cancel cancelled']]);
  assert.equal(progress.at(-1), 1);
  stage.run(2000);
  stage.renderer.pointer(100, 100, false);
  stage.run(300);
  assert.equal(stage.actions().length, 1);
});

test('the ring is painted full before the act is done', () => {
  stage.renderer.pointer(100, 100, true);
  let atAction: boolean[] = [];
  stage.onAction = () => {
    atAction = ring();
  };
  stage.run(1100);
  assert.deepEqual(atAction, [true, true]);
});

test('let go early, the ring rewinds within 150 ms and the device is idle again', () => {
  stage.renderer.tap('cancel', 700);
  stage.run(716);
  assert.deepEqual(ring(), [true, false]);
  assert.ok(stage.renderer.isIdle);
  stage.run(75);
  const half = progress.at(-1)!;
  assert.ok(half > 0.2 && half < 0.5, `${half}`);
  stage.run(100);
  assert.equal(progress.at(-1), 0);
  assert.deepEqual([ring(), stage.actions()], [[false, false], []]);
  assert.equal(stage.run(500), -1);
});

test('a finger that slides off lets go', () => {
  stage.renderer.pointer(100, 100, true);
  stage.run(500);
  stage.renderer.pointer(400, 600, true);
  stage.run(1500);
  stage.renderer.pointer(400, 600, false);
  assert.deepEqual(stage.actions(), []);
});

test('a screen drawn anew meanwhile does not disturb the hold; one without it ends it', () => {
  stage.renderer.pointer(100, 100, true);
  stage.run(500);
  stage.renderer.render(screen());
  stage.run(100);
  assert.deepEqual(ring(), [true, false]);
  stage.renderer.render(screen(true));
  stage.run(1000);
  assert.deepEqual([ring(), stage.actions()], [[false, false], []]);
  stage.renderer.render(h('label', { text: '好了' }));
  stage.run(1000);
  stage.renderer.pointer(100, 100, false);
  assert.deepEqual(stage.actions(), []);
});

test('by keys: held down, or pressed and left alone; any other key lets go', () => {
  stage.renderer.key('down');
  stage.renderer.key('enter', true);
  stage.run(600);
  stage.renderer.key('enter', false);
  stage.run(1000);
  assert.deepEqual(stage.actions(), []);
  stage.renderer.key('enter');
  stage.run(500);
  stage.renderer.key('clear');
  stage.run(1000);
  assert.deepEqual(stage.actions(), []);
  stage.renderer.key('enter');
  stage.run(1100);
  assert.deepEqual(stage.actions(), ['action cancel cancelled']);
});
