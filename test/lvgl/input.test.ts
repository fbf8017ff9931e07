import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import * as lvgl from 'lvgl-bindings';
import { codeOf, Panel } from './display.ts';

let panel: Panel;
beforeEach(() => {
  panel = new Panel();
});
afterEach(() => panel.dispose());

test('a press and a release are a click', () => {
  const button = panel.button(10, 20, 100, 50);
  for (const type of ['pressed', 'released', 'clicked', 'short-clicked'] as const) {
    lvgl.listen(button, type);
    lvgl.listen(button, type);
  }
  panel.run(20);
  lvgl.pointer(60, 45, true);
  assert.deepEqual(lvgl.dump(button)[0]?.states, ['pressed']);
  assert.equal(panel.pixel(60, 45), 0x00ff00);
  lvgl.pointer(60, 45, false);
  assert.equal(panel.pixel(60, 45), 0x0000ff);
  assert.deepEqual(panel.events.toSorted(), ['clicked', 'pressed', 'released', 'short-clicked']);
});

test('a disabled or hidden button hears nothing', () => {
  const button = panel.button(0, 0, 50, 50);
  lvgl.listen(button, 'clicked');
  panel.run(20);
  for (const [how, on] of [
    ['disabled', true],
    ['hidden', true],
    ['none', false],
  ] as const) {
    if (how === 'disabled') lvgl.setState(button, 'disabled', true);
    if (how === 'hidden') lvgl.setFlag(button, 'hidden', true);
    if (!on) {
      lvgl.setState(button, 'disabled', false);
      lvgl.setFlag(button, 'hidden', false);
    }
    lvgl.pointer(5, 5, true);
    lvgl.pointer(5, 5, false);
    assert.deepEqual(panel.events, on ? [] : ['clicked']);
  }
});

test('a touch beside a small button counts when its touch area is extended', () => {
  const button = panel.button(100, 100, 10, 10);
  lvgl.listen(button, 'pressed');
  panel.run(20);
  lvgl.pointer(90, 105, true);
  lvgl.pointer(90, 105, false);
  assert.deepEqual(panel.events, []);
  lvgl.setExtendedTouch(button, 20);
  lvgl.pointer(90, 105, true);
  assert.deepEqual(panel.events, ['pressed']);
});

test('a list follows the finger, throws, comes to rest and leaves the device idle', () => {
  const list = lvgl.create('box', panel.root);
  lvgl.setSize(list, 240, 200);
  lvgl.setFlex(list, 'column', 'start', 'start', 'start');
  lvgl.setFlag(list, 'scrollable', true);
  lvgl.setScrollDirection(list, 'vertical');
  lvgl.listen(list, 'scroll-begin');
  lvgl.listen(list, 'scroll-end');
  const rows = Array.from({ length: 30 }, () => lvgl.create('button', list));
  for (const row of rows) {
    lvgl.setSize(row, lvgl.pct(100), 50);
    lvgl.listen(row, 'clicked');
  }
  panel.run(20);
  lvgl.pointer(100, 180, true);
  for (let y = 180; y >= 60; y -= 20) {
    lvgl.pointer(100, y, true);
    panel.run(16);
  }
  assert.ok(lvgl.scrollPosition(list)[1] >= 90);
  lvgl.pointer(100, 60, false);
  assert.ok(!panel.events.includes('clicked'), panel.events.join());
  assert.equal(panel.run(5000), -1);
  assert.ok(panel.events.includes('scroll-end'));
  lvgl.scrollIntoView(rows[29]!, false);
  assert.equal(lvgl.scrollPosition(list)[3], 0);
});

test('what is pressed, scrolled or focused may be deleted at any time', () => {
  for (const held of ['button', 'textarea', 'box'] as const) {
    const outer = lvgl.create('button', panel.root);
    lvgl.setSize(outer, 200, 200);
    const inner = lvgl.create(held, outer);
    lvgl.setFlag(inner, 'clickable', true);
    lvgl.setFlag(outer, 'scrollable', true);
    lvgl.focus(inner);
    panel.run(20);
    lvgl.pointer(20, 20, true);
    lvgl.pointer(20, 90, true);
    lvgl.destroy(outer);
    lvgl.pointer(20, 90, false);
    panel.run(500);
  }
  assert.equal(lvgl.liveObjects(), 1);
});

test('keys write into the text area that has the focus', () => {
  const area = lvgl.create('textarea', panel.root);
  lvgl.setTextAreaMode(area, true, false);
  lvgl.setMaxLength(area, 4);
  lvgl.listen(area, 'value-changed');
  lvgl.listen(area, 'key');
  lvgl.focus(area);
  for (const key of ['5', '元', 'backspace', '0', '0', '1', '2']) {
    lvgl.key(key, true);
    lvgl.key(key, false);
  }
  assert.equal(lvgl.dump(area)[0]?.text, '5001');
  assert.ok(panel.events.includes('value-changed'));
  lvgl.focus(null);
  lvgl.key('9', true);
  assert.equal(lvgl.dump(area)[0]?.text, '5001');
  assert.equal(
    codeOf(() => lvgl.key('no such key', true)),
    'BadArgument',
  );
});
