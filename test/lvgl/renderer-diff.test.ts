import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import * as lvgl from 'lvgl-bindings';
import { h, type UiNode } from '#ui/h.ts';
import { STYLES, Stage } from './stage.ts';

let stage: Stage;
beforeEach(() => {
  stage = new Stage();
});
afterEach(() => stage.dispose());

const font = { size: 40, weight: 700 } as const;
const amount = (text: string): UiNode =>
  h('column', { pad: 18, gap: 10 }, [
    h('label', { id: 'title', text: '冻结多少押金?', font }),
    h('label', { id: 'amount', text, font, textAlign: 'right' }),
    h('button', { id: 'hold', style: 'primary', h: 110, text: '冻结', onPress: 'hold' }),
  ]);

const kept = (before: readonly number[]): number => {
  const now = new Set(everyHandle());
  return before.filter((handle) => now.has(handle)).length;
};

/** All objects that live, to see what was made anew. */
function everyHandle(): number[] {
  const found: number[] = [];
  for (let index = 0; index < 200; index++) {
    for (let generation = 1; generation < 40; generation++) {
      const handle = (index << 16) | generation;
      if (lvgl.isAlive(handle)) found.push(handle);
    }
  }
  return found;
}

test('a changed text repaints one rectangle around it and makes nothing anew', () => {
  stage.show(amount('¥500.00'));
  const before = everyHandle();
  stage.renderer.render(amount('¥500.01'));
  stage.run(50);
  const [drawn, ...more] = stage.drawn();
  assert.deepEqual(more, []);
  const [title, label, hold] = stage.renderer.tree()!.children;
  assert.ok(drawn!.y > title!.y && drawn!.y + drawn!.height < hold!.y + hold!.height / 2);
  assert.ok(drawn!.height <= label!.height * 1.6);
  assert.equal(kept(before), before.length);
});

test('the same tree again paints nothing', () => {
  stage.show(amount('¥500.00'));
  stage.renderer.render(amount('¥500.00'));
  stage.run(50);
  assert.deepEqual(stage.drawn(), []);
});

test('a row that moves keeps its object, and so its scroll place and focus', () => {
  const list = (ids: readonly string[]): UiNode =>
    h(
      'scroll',
      { id: 'list' },
      ids.map((id) => h('label', { id, text: id })),
    );
  stage.show(list(['a', 'b', 'c', 'd']));
  const before = everyHandle();
  stage.show(list(['d', 'b', 'new', 'a']));
  assert.deepEqual(stage.renderer.visibleTexts(), ['d', 'b', 'new', 'a']);
  const rows = stage.renderer.tree()!.children;
  assert.deepEqual(
    rows.map(({ text }) => text),
    ['d', 'b', 'new', 'a'],
  );
  assert.ok(
    rows.every((row, i) => i === 0 || row.y > rows[i - 1]!.y),
    'on the display too',
  );
  assert.equal(kept(before), before.length - 1, 'only c is gone');
});

test('a node of another type or key is another object', () => {
  stage.show(h('column', {}, h('label', { text: 'x' })));
  stage.show(h('column', {}, h('bar', { w: 100, h: 10, value: 3, color: 1 })));
  assert.deepEqual(
    stage.renderer.tree()!.children.map(({ type }) => type),
    ['bar'],
  );
  stage.show(h('row', { key: 'other' }, h('label', { text: 'y' })));
  assert.deepEqual(stage.renderer.visibleTexts(), ['y']);
});

test('what a node no longer says is taken back', () => {
  const box = (props: object): UiNode => h('box', {}, h('box', { w: 100, h: 100, ...props }));
  stage.show(box({ local: { bgColor: 0xff0000 }, x: 50, y: 50, hidden: true }));
  assert.equal(stage.pixel(60, 60), 0xffffff);
  stage.show(box({ local: { bgColor: 0xff0000 }, x: 50, y: 50 }));
  assert.equal(stage.pixel(60, 60), 0xff0000);
  stage.show(box({}));
  assert.equal(stage.pixel(60, 60), 0xffffff);
  const [child] = stage.renderer.tree()!.children;
  assert.deepEqual([child!.x, child!.y], [0, 0]);
});

test('many changes end in the same tree as one', () => {
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    return seed % below;
  };
  const tree = (): UiNode =>
    h(
      'column',
      {},
      Array.from({ length: random(8) }, () => {
        const key = random(2) ? { key: `k${random(6)}` } : {};
        const type = (['label', 'row', 'button', 'bar'] as const)[random(4)]!;
        return h(type, {
          ...key,
          text: `t${random(9)}`,
          h: 20 + random(9),
          disabled: random(3) === 0,
        });
      }),
    );
  for (let i = 0; i < 60; i++) {
    const next = tree();
    stage.renderer.render(next);
    stage.run(20);
    const patched = stage.renderer.tree();
    const picture = stage.renderer.frame.slice();
    stage.renderer.render(h('box', { key: 'nothing' }));
    stage.renderer.render(next);
    stage.run(20);
    assert.deepEqual(stage.renderer.tree(), patched);
    assert.ok(
      picture.every((byte, at) => byte === stage.renderer.frame[at]),
      `picture ${i}`,
    );
  }
});

test('a dark theme repaints what wears its styles, icons too', () => {
  stage.show(
    h(
      'column',
      { style: 'ground' },
      h('button', { style: 'primary', w: 100, h: 100 }, h('icon', { icon: 'lock', iconSize: 40 })),
    ),
  );
  assert.deepEqual([stage.pixel(5, 5), stage.pixel(50, 50)], [0x0a47bd, 0xffffff]);
  const dark = { ...STYLES, primary: { normal: { bgColor: 0x85b2ff, textColor: 0x07142b } } };
  stage.renderer.theme(dark, 0x0c1119);
  stage.run(50);
  assert.deepEqual([stage.pixel(5, 5), stage.pixel(50, 50)], [0x85b2ff, 0x07142b]);
  assert.equal(stage.pixel(300, 300), 0x0c1119);
});

test('an icon follows the text colour of a disabled button', () => {
  const button = (disabled: boolean): UiNode =>
    h(
      'column',
      {},
      h(
        'button',
        { style: 'primary', w: 100, h: 100, disabled },
        h('icon', { icon: 'lock', iconSize: 40 }),
      ),
    );
  stage.show(button(true));
  assert.equal(stage.pixel(50, 50), 0x596575);
  stage.show(button(false));
  assert.equal(stage.pixel(50, 50), 0xffffff);
});

test('a name from a hostile card is shown without what no font draws', () => {
  const name = `VISA\0\x1b\u{d800}${'\u{1f4b3}'.repeat(9000)}`;
  stage.show(
    h('column', {}, h('label', { text: name }), h('bar', { w: 9, h: 9, value: -5, max: 0 })),
  );
  assert.equal(stage.run(100), -1);
});

test('an unknown style or icon is named', () => {
  assert.throws(() => stage.renderer.render(h('box', { style: 'nope' })), /style nope/);
  const bare = h('icon', { icon: 'lock', iconSize: 4 });
  stage.dispose();
  stage = new Stage({ rasterise: () => assert.fail('icon lock') });
  assert.throws(() => stage.renderer.render(bare), /icon lock/);
});
