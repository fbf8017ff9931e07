import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { h, type UiNode } from '#ui/h.ts';
import { Stage } from './stage.ts';

let stage: Stage;
beforeEach(() => {
  stage = new Stage();
});
afterEach(() => stage.dispose());

const PRESSED = 0x07358f;
const NORMAL = 0x0a47bd;

const pad = (more: UiNode[] = []): UiNode =>
  h(
    'column',
    { gap: 20 },
    ['1', '2', '3'].map((key) =>
      h('button', {
        id: `key${key}`,
        style: 'primary',
        w: 100,
        h: 100,
        hotkey: key,
        text: key,
        onPress: key,
      }),
    ),
    more,
  );
const hold = (props: object = {}): UiNode =>
  h('button', {
    id: 'hold',
    style: 'primary',
    h: 100,
    hotkey: 'enter',
    text: '冻结',
    onPress: 'hold',
    ...props,
  });

test('a press is painted at once, stays 80 ms, and then acts', () => {
  stage.show(pad());
  stage.renderer.pointer(10, 10, true);
  assert.equal(stage.pixel(10, 10), PRESSED);
  stage.renderer.pointer(10, 10, false);
  assert.deepEqual(stage.log, ['painted']);
  stage.run(79);
  assert.equal(stage.pixel(10, 10), PRESSED);
  assert.deepEqual(stage.actions(), []);
  stage.run(2);
  assert.equal(stage.pixel(10, 10), NORMAL);
  assert.deepEqual(stage.actions(), ['action key1 1']);
  assert.ok(stage.renderer.isIdle);
  assert.equal(stage.run(100), -1);
});

test('a finger that stays longer acts when it leaves', () => {
  stage.show(pad());
  stage.renderer.pointer(10, 10, true);
  stage.run(500);
  stage.renderer.pointer(12, 11, false);
  assert.deepEqual(stage.actions(), ['action key1 1']);
});

test('a finger that slides away to another button means neither', () => {
  stage.show(pad());
  stage.renderer.pointer(10, 10, true);
  stage.renderer.pointer(10, 250, true);
  stage.renderer.pointer(10, 250, false);
  stage.run(200);
  assert.deepEqual(stage.actions(), []);
});

test('touches faster than 80 ms all count, in their order', () => {
  stage.show(pad());
  for (const id of ['key1', 'key2', 'key3', 'key2']) assert.ok(stage.renderer.tap(id));
  assert.equal(stage.renderer.isIdle, false);
  stage.run(400);
  assert.deepEqual(
    stage.actions(),
    ['1', '2', '3', '2'].map((key) => `action key${key} ${key}`),
  );
});

test('a tap by the words on a button, or by a part of them, finds it', () => {
  stage.show(pad([hold({ text: '冻结 ¥500.00' })]));
  assert.ok(stage.renderer.tap('冻结 ¥500.00'));
  assert.ok(stage.renderer.tap('冻结'));
  assert.equal(stage.renderer.tap('撤销'), false);
  stage.run(300);
  assert.deepEqual(stage.actions(), ['action hold hold', 'action hold hold']);
});

test('a tap scrolls what it means into view first', () => {
  stage.show(
    h(
      'scroll',
      { h: 200 },
      Array.from({ length: 30 }, (_, i) =>
        h('button', { id: `row${i}`, h: 90, text: `${i}`, onPress: i }),
      ),
    ),
  );
  assert.ok(stage.renderer.tap('row25'));
  stage.run(200);
  assert.deepEqual(stage.actions(), ['action row25 25']);
});

test('a finger that moves a list presses no row of it, and the list stays where it was put', () => {
  stage.show(
    h(
      'scroll',
      { h: 300 },
      Array.from({ length: 30 }, (_, i) =>
        h('button', { id: `row${i}`, style: 'primary', h: 90, w: 300, onPress: i }),
      ),
    ),
  );
  stage.renderer.pointer(100, 250, true);
  assert.equal(stage.pixel(100, 250), PRESSED);
  for (let y = 250; y >= 100; y -= 30) {
    stage.renderer.pointer(100, y, true);
    stage.run(16);
  }
  assert.equal(stage.pixel(100, 100), NORMAL);
  stage.run(200);
  stage.renderer.pointer(100, 100, false);
  assert.equal(stage.run(3000), -1);
  assert.deepEqual(stage.actions(), []);
  stage.renderer.render(
    h(
      'scroll',
      { h: 300 },
      Array.from({ length: 30 }, (_, i) =>
        h('button', { id: `row${i}`, style: 'primary', h: 90, w: 300, onPress: i }),
      ),
    ),
  );
  assert.ok(stage.renderer.tree()!.children[0]!.y < -100);
});

test('a disabled or hidden node does not act, and is no action', () => {
  for (const props of [{ disabled: true }, { hidden: true }]) {
    stage.show(pad([hold(props)]));
    stage.renderer.tap('hold');
    stage.renderer.key('enter');
    stage.run(200);
    assert.deepEqual(stage.actions(), []);
    assert.deepEqual(
      stage.renderer.actions().map(({ id }) => id),
      ['key1', 'key2', 'key3'],
    );
  }
});

test('a handler may show another screen while its own event is being handed out', () => {
  stage.show(pad());
  stage.onAction = () => {
    stage.renderer.render(h('label', { text: '好了' }));
    stage.renderer.tick(stage.nowMs);
  };
  stage.renderer.tap('key1');
  stage.run(200);
  assert.deepEqual(stage.renderer.visibleTexts(), ['好了']);
});

test('what a handler throws reaches the host, and the renderer goes on', () => {
  stage.show(pad());
  stage.onAction = () => {
    throw new Error('handler');
  };
  stage.renderer.tap('key1');
  assert.throws(() => stage.run(200), /handler/);
  stage.onAction = () => {};
  stage.renderer.tap('key2');
  stage.run(200);
  assert.deepEqual(stage.actions().at(-1), 'action key2 2');
});

test('a hardware key presses its node: painted, shown 80 ms, then acted on', () => {
  stage.show(pad());
  stage.renderer.key('2');
  assert.equal(stage.pixel(10, 130), PRESSED);
  assert.deepEqual(stage.log, ['painted']);
  stage.run(100);
  assert.equal(stage.pixel(10, 130), NORMAL);
  assert.deepEqual(stage.actions(), ['action key2 2']);
  stage.renderer.key('clear');
  stage.run(100);
  assert.equal(stage.actions().length, 1, 'nobody has that key');
});

test('keys typed ahead all count', () => {
  stage.show(pad());
  for (const key of '123321') stage.renderer.key(key);
  stage.run(600);
  assert.deepEqual(
    stage.actions().map((entry) => entry.at(-1)),
    [...'123321'],
  );
});

test('arrows move an outlined focus, Enter presses it, a touch takes it away', () => {
  stage.show(pad([hold()]));
  assert.equal(stage.renderer.focused, undefined);
  stage.renderer.key('enter');
  stage.run(100);
  assert.deepEqual(stage.actions(), ['action hold hold'], 'Enter is its own key');
  stage.renderer.key('down');
  assert.equal(stage.renderer.focused, 'key1');
  stage.renderer.key('down');
  assert.equal(stage.renderer.focused, 'key2');
  stage.run(50);
  assert.equal(stage.pixel(50, 120 - 6), 0x101010, 'the outline');
  stage.renderer.key('enter');
  stage.run(100);
  assert.deepEqual(stage.actions().at(-1), 'action key2 2');
  stage.renderer.key('down');
  stage.renderer.key('down');
  stage.renderer.key('down');
  assert.equal(stage.renderer.focused, 'hold', 'the last one stays');
  stage.renderer.key('up');
  assert.equal(stage.renderer.focused, 'key3');
  stage.renderer.pointer(400, 700, true);
  assert.equal(stage.renderer.focused, undefined);
  stage.renderer.pointer(400, 700, false);
});

test('arrows go where they point in a keypad, and back', () => {
  const rows = [
    ['1', '2', '3'],
    ['4', '5', '6'],
    ['7', '8', '9'],
  ];
  stage.show(
    h(
      'column',
      {},
      rows.map((row) =>
        h(
          'row',
          { gap: 9 },
          row.map((key) => h('button', { id: key, w: 100, h: 80, onPress: key })),
        ),
      ),
    ),
  );
  const path = ['down', 'right', 'down', 'right', 'up', 'left', 'down', 'left', 'left'];
  const visited = path.map((key) => {
    stage.renderer.key(key);
    return stage.renderer.focused;
  });
  assert.deepEqual(visited, ['1', '2', '5', '6', '3', '2', '5', '4', '4']);
});

test('a screen may give the focus once; the reader moves it from there', () => {
  const screen = (): UiNode => pad([hold({ focused: true })]);
  stage.show(screen());
  assert.equal(stage.renderer.focused, 'hold');
  stage.renderer.key('up');
  stage.show(screen());
  assert.equal(stage.renderer.focused, 'key3');
  stage.show(pad());
  assert.equal(stage.renderer.focused, 'key3');
  stage.show(h('box', { key: 'other' }));
  assert.equal(stage.renderer.focused, undefined);
});
