import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import * as lvgl from 'lvgl-bindings';
import { codeOf, FONTS, Panel } from './display.ts';

let panel: Panel;
beforeEach(() => {
  panel = new Panel(300, 300);
});
afterEach(() => panel.dispose());

const child = (parent: lvgl.ObjectHandle, width: number, height: number): lvgl.ObjectHandle => {
  const box = lvgl.create('box', parent);
  lvgl.setSize(box, width, height);
  return box;
};

test('a row shares what is left by growth', () => {
  const row = child(panel.root, 300, 50);
  lvgl.setFlex(row, 'row', 'start', 'center', 'center');
  lvgl.setLocalStyle(row, 'gapX', 10);
  const [fixed, one, two] = [child(row, 50, 20), child(row, 0, 20), child(row, 0, 20)];
  lvgl.setFlexGrow(one, 1);
  lvgl.setFlexGrow(two, 2);
  assert.deepEqual(
    [fixed, one, two].map((box) => lvgl.place(box)),
    [
      [0, 15, 50, 20],
      [60, 15, 77, 20],
      [147, 15, 153, 20],
    ],
  );
});

test('a grid has pixels, contents and shares; a cell outside of it is refused', () => {
  const grid = child(panel.root, 300, 100);
  lvgl.setGrid(grid, [100, -2, -1], [50, -2]);
  const [a, b] = [child(grid, 10, 10), child(grid, 40, 10)];
  lvgl.setGridCell(a, 1, 1, 0, 2, 'stretch', 'stretch');
  lvgl.setGridCell(b, 2, 1, 1, 1, 'start', 'end');
  assert.deepEqual(
    [lvgl.place(a), lvgl.place(b)],
    [
      [100, 0, 160, 100],
      [260, 90, 40, 10],
    ],
  );
  assert.equal(
    codeOf(() => lvgl.setGridCell(a, 2, 2, 0, 1, 'start', 'start')),
    'BadArgument',
  );
  assert.equal(
    codeOf(() => lvgl.setGrid(grid, [100], [100])),
    'BadArgument',
  );
  assert.equal(
    codeOf(() => lvgl.setGridCell(grid, 0, 1, 0, 1, 'start', 'start')),
    'BadArgument',
  );
});

test('a layout that can never settle ends all the same', () => {
  const outer = child(panel.root, lvgl.CONTENT, lvgl.CONTENT);
  lvgl.setFlex(outer, 'row-wrap', 'start', 'start', 'start');
  lvgl.setLocalStyle(outer, 'padLeft', 30);
  lvgl.setFlag(outer, 'scrollable', true);
  for (let i = 0; i < 5; i++) {
    const label = lvgl.create('label', outer);
    lvgl.setSize(label, lvgl.pct(60 + i), lvgl.CONTENT);
    lvgl.setText(label, 'words that break over lines');
    lvgl.setFlexGrow(label, i % 2);
  }
  panel.run(100);
});

test('a long text breaks, is cut off or ends in dots', () => {
  const label = lvgl.create('label', panel.root);
  const font = lvgl.loadFont(FONTS[400], 20);
  lvgl.setLocalStyle(label, 'font', font);
  lvgl.setSize(label, 100, lvgl.CONTENT);
  lvgl.setText(label, '请取回卡片并核对金额');
  const line = lvgl.fontLineHeight(font);
  assert.equal(lvgl.place(label)[3], 2 * line);
  lvgl.setSize(label, 100, line);
  lvgl.setLongMode(label, 'dots');
  panel.run(50);
  assert.match(lvgl.dump(label)[0]?.text ?? '', /^请取回.*\.\.\.$/);
});

test('siblings are put in another order', () => {
  const [a, b, c] = [child(panel.root, 1, 1), child(panel.root, 1, 1), child(panel.root, 1, 1)];
  lvgl.moveToIndex(c, 0);
  const order = lvgl
    .dump(panel.root)
    .slice(1)
    .map(({ handle }) => handle);
  assert.deepEqual(order, [c, a, b]);
  assert.equal(
    codeOf(() => lvgl.moveToIndex(a, 3)),
    'BadArgument',
  );
});
