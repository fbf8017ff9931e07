import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import * as lvgl from 'lvgl-bindings';
import { codeOf, FONTS, Panel } from './display.ts';

let panel: Panel;
beforeEach(() => {
  panel = new Panel();
});
afterEach(() => panel.dispose());

test('a handle dies with its object, and with the object around it', () => {
  const box = lvgl.create('box', panel.root);
  const label = lvgl.create('label', box);
  lvgl.destroy(box);
  assert.equal(
    codeOf(() => lvgl.setText(label, 'x')),
    'StaleHandle',
  );
  assert.equal(
    codeOf(() => lvgl.destroy(box)),
    'StaleHandle',
  );
  assert.equal(lvgl.isAlive(label), false);
});

test('a new object in an old place does not answer to the old handle', () => {
  const old = lvgl.create('label', panel.root);
  lvgl.destroy(old);
  for (let i = 0; i < 1000; i++) lvgl.destroy(lvgl.create('label', panel.root));
  const next = lvgl.create('label', panel.root);
  assert.notEqual(next, old);
  assert.equal(
    codeOf(() => lvgl.setText(old, 'x')),
    'StaleHandle',
  );
});

test('a style, a font or an image is not taken for an object, nor the other way round', () => {
  const style = lvgl.createStyle();
  const font = lvgl.loadFont(FONTS[400], 20);
  const image = lvgl.createImage(1, 1, 'A8', new Uint8Array(1));
  const label = lvgl.create('label', panel.root);
  for (const handle of [style, font, image] as number[]) {
    assert.equal(
      codeOf(() => lvgl.setText(handle, 'x')),
      'StaleHandle',
    );
  }
  assert.equal(
    codeOf(() => lvgl.addStyle(label, label as number)),
    'StaleHandle',
  );
  assert.equal(
    codeOf(() => lvgl.setLocalStyle(label, 'font', style)),
    'StaleHandle',
  );
});

const WRONG: readonly (readonly [string, string, () => unknown])[] = [
  ['text on a bar', 'WrongClass', () => lvgl.setText(lvgl.create('bar', panel.root), 'x')],
  [
    'a value on a label',
    'WrongClass',
    () => lvgl.setValue(lvgl.create('label', panel.root), 1, 0, 9),
  ],
  ['points on a box', 'WrongClass', () => lvgl.setPoints(lvgl.create('box', panel.root), [1, 2])],
  [
    'a child of a text area',
    'WrongClass',
    () => lvgl.create('box', lvgl.create('textarea', panel.root)),
  ],
  ['deleting the root', 'WrongClass', () => lvgl.destroy(panel.root)],
  ['hiding the root', 'WrongClass', () => lvgl.setFlag(panel.root, 'hidden', true)],
  [
    'turning an arc',
    'WrongClass',
    () => lvgl.setFlag(lvgl.create('arc', panel.root), 'clickable', true),
  ],
  ['an unknown class', 'UnknownClass', () => lvgl.create('window' as 'box', panel.root)],
  [
    'an unknown property',
    'UnknownProperty',
    () => lvgl.setLocalStyle(panel.root, 'shape' as 'opa', 1),
  ],
  ['an unknown event', 'UnknownEvent', () => lvgl.listen(panel.root, 'smiled' as 'clicked')],
  ['an unknown flag', 'UnknownProperty', () => lvgl.setFlag(panel.root, 'shy' as 'hidden', true)],
  [
    'a colour beyond white',
    'BadArgument',
    () => lvgl.setLocalStyle(panel.root, 'bgColor', 0x1000000),
  ],
  ['half a pixel', 'BadArgument', () => lvgl.setSize(lvgl.create('box', panel.root), 0.5, 1)],
  ['no number', 'BadArgument', () => lvgl.setSize(lvgl.create('box', panel.root), Number.NaN, 1)],
  [
    'a range of nothing',
    'BadArgument',
    () => lvgl.setValue(lvgl.create('bar', panel.root), 1, 5, 5),
  ],
  ['a NUL in a text', 'BadArgument', () => lvgl.setText(lvgl.create('label', panel.root), 'a\0b')],
  [
    'a number as text',
    'BadArgument',
    () => lvgl.setText(lvgl.create('label', panel.root), 5 as never),
  ],
  ['no argument at all', 'BadArgument', () => (lvgl.destroy as () => void)()],
  ['a negative handle', 'StaleHandle', () => lvgl.destroy(-1)],
  ['a fraction of a handle', 'StaleHandle', () => lvgl.destroy(1.5)],
];

for (const [what, code, call] of WRONG) {
  test(`${what} ends in ${code}`, () => assert.equal(codeOf(call), code));
}

test('objects nested without end are refused before the stack is', () => {
  let parent = panel.root;
  const code = codeOf(() => {
    for (;;) parent = lvgl.create('box', parent);
  });
  assert.equal(code, 'TooMany');
  panel.run(50);
});

test('objects without end are refused, and room comes back when they go', () => {
  const box = lvgl.create('box', panel.root);
  lvgl.setFlag(box, 'hidden', true);
  const code = codeOf(() => {
    for (;;) lvgl.create('box', box);
  });
  assert.equal(code, 'TooMany');
  lvgl.destroy(box);
  lvgl.create('box', panel.root);
});

test('the dump tells class, name, text, place and state', () => {
  const button = panel.button(10, 20, 100, 50);
  lvgl.setName(button, 'hold');
  lvgl.setState(button, 'disabled', true);
  const label = lvgl.create('label', button);
  lvgl.setText(label, '押金');
  const [root, outer, inner] = lvgl.dump(panel.root);
  assert.equal(root?.class, 'root');
  const { name, x, y, width, height, states, clickable, hidden } = outer!;
  assert.deepEqual(
    { name, x, y, width, height, states, clickable, hidden },
    {
      name: 'hold',
      x: 10,
      y: 20,
      width: 100,
      height: 50,
      states: ['disabled'],
      clickable: true,
      hidden: false,
    },
  );
  assert.deepEqual(
    [inner?.class, inner?.text, inner?.handle, inner?.depth],
    ['label', '押金', label, 2],
  );
});
