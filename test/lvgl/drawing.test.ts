import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import jsqr from 'jsqr';
import * as lvgl from 'lvgl-bindings';
import { codeOf, FONTS, Panel } from './display.ts';

// The package says `export default` and is a function all the same.
const readQr = jsqr as unknown as typeof jsqr.default;

let panel: Panel;
beforeEach(() => {
  panel = new Panel(300, 300);
});
afterEach(() => panel.dispose());

test('Chinese text is drawn, in the sizes and line boxes that were asked', () => {
  const size = lvgl.loadFont(FONTS[700], 40);
  const tight = lvgl.loadFont(FONTS[700], 40, 44);
  assert.equal(lvgl.loadFont(FONTS[700], 40), size, 'the same font is made once');
  assert.notEqual(size, tight);
  assert.deepEqual([lvgl.fontLineHeight(size), lvgl.fontLineHeight(tight)], [57, 44]);
  assert.equal(lvgl.textWidth(size, '押金'), 80, 'two squares of one em');
  const label = lvgl.create('label', panel.root);
  lvgl.setLocalStyle(label, 'font', tight);
  lvgl.setText(label, '押金');
  panel.run(50);
  const [, , width, height] = lvgl.place(label);
  assert.deepEqual([width, height], [80, 44]);
  const ink = panel.frame.filter((byte, i) => i % 4 === 0 && byte < 128).length;
  assert.ok(ink > 500, `${ink} dark pixels`);
  assert.deepEqual(lvgl.warnings(), []);
});

test('a font file that is missing, cut or no font is BadFont', () => {
  const cut = join(tmpdir(), `cut-${process.pid}.ttf`);
  writeFileSync(cut, Buffer.concat([Buffer.from([0, 1, 0, 0, 0, 9]), Buffer.alloc(4000, 0xff)]));
  for (const path of ['/nowhere.ttf', cut, import.meta.filename, '']) {
    assert.equal(
      codeOf(() => lvgl.loadFont(path, 20)),
      'BadFont',
      path,
    );
  }
  assert.equal(
    codeOf(() => lvgl.loadFont(FONTS[400], 0)),
    'BadArgument',
  );
});

test('a QR code is read back, on whole modules with four quiet ones around', () => {
  const text = 'https://example.invalid/hold/00000042?押金=500.00';
  const qr = lvgl.create('qrcode', panel.root);
  const { modules, modulePixels } = lvgl.setQr(qr, text, 290, 0x0e1622, 0xffffff);
  panel.run(50);
  assert.equal(modules, 33);
  assert.equal(modulePixels, Math.floor(290 / (33 + 8)));
  const rgba = new Uint8ClampedArray(panel.frame);
  assert.equal(readQr(rgba, 300, 300)?.data, text);
  assert.equal(
    codeOf(() => lvgl.setQr(qr, text, 40, 0, 0xffffff)),
    'TooSmall',
  );
  assert.equal(
    codeOf(() => lvgl.setQr(qr, 'x'.repeat(2332), 290, 0, 0xffffff)),
    'BadArgument',
  );
});

test('every length of text up to the largest fits the version that is chosen for it', () => {
  const qr = lvgl.create('qrcode', panel.root);
  for (let length = 0; length <= 2331; length += 37) {
    const { modules } = lvgl.setQr(qr, 'x'.repeat(length), 2000, 0, 0xffffff);
    assert.equal((modules - 17) % 4, 0);
  }
});

test('an icon takes its colour from the style and keeps its picture when the handle goes', () => {
  const alpha = new Uint8Array(16 * 16).fill(255);
  const image = lvgl.createImage(16, 16, 'A8', alpha);
  const icon = lvgl.create('image', panel.root);
  lvgl.setImage(icon, image);
  lvgl.setLocalStyle(icon, 'imageColor', 0x0a47bd);
  alpha.fill(0);
  lvgl.deleteImage(image);
  panel.run(50);
  assert.equal(panel.pixel(8, 8), 0x0a47bd);
  assert.equal(
    codeOf(() => lvgl.setImage(icon, image)),
    'StaleHandle',
  );
  assert.equal(
    codeOf(() => lvgl.createImage(4, 4, 'A8', new Uint8Array(15))),
    'BadArgument',
  );
});

test('colours of an image arrive as they are', () => {
  const pixels = new Uint8Array([0, 0, 255, 255, 0, 255, 0, 255]);
  const picture = lvgl.create('image', panel.root);
  lvgl.setImage(picture, lvgl.createImage(2, 1, 'ARGB8888', pixels));
  panel.run(50);
  assert.deepEqual([panel.pixel(0, 0), panel.pixel(1, 0)], [0xff0000, 0x00ff00]);
});

test('a canvas is filled, a line is drawn, a bar and an arc show their value', () => {
  const canvas = lvgl.create('canvas', panel.root);
  assert.equal(
    codeOf(() => lvgl.fillCanvas(canvas, 0, 0, 1, 1, 0, 255)),
    'BadArgument',
  );
  lvgl.setCanvas(canvas, 20, 20);
  lvgl.fillCanvas(canvas, -5, 10, 100, 100, 0xff0000, 255);
  const line = lvgl.create('line', panel.root);
  lvgl.setPoints(line, [100, 10, 200, 10]);
  lvgl.setLocalStyle(line, 'lineColor', 0x00ff00);
  lvgl.setLocalStyle(line, 'lineWidth', 6);
  const bar = lvgl.create('bar', panel.root);
  lvgl.setPosition(bar, 0, 100);
  lvgl.setSize(bar, 100, 10);
  lvgl.setLocalStyle(bar, 'bgColor', 0x0000ff, 'indicator');
  lvgl.setLocalStyle(bar, 'bgOpa', 255, 'indicator');
  lvgl.setValue(bar, 50, 0, 100);
  const arc = lvgl.create('arc', panel.root);
  lvgl.setPosition(arc, 0, 200);
  lvgl.setSize(arc, 100, 100);
  lvgl.setLocalStyle(arc, 'arcColor', 0xff00ff, 'indicator');
  lvgl.setLocalStyle(arc, 'arcWidth', 10, 'indicator');
  lvgl.setValue(arc, 50, 0, 100);
  panel.run(50);
  assert.deepEqual([panel.pixel(5, 5), panel.pixel(5, 15)], [0xffffff, 0xff0000], 'canvas');
  assert.equal(panel.pixel(150, 10), 0x00ff00, 'line');
  assert.deepEqual([panel.pixel(25, 105), panel.pixel(75, 105)], [0x0000ff, 0xffffff], 'bar');
  assert.deepEqual([panel.pixel(95, 250), panel.pixel(5, 250)], [0xff00ff, 0xffffff], 'arc');
});

test('a shared style changes all who wear it, in the state it is for', () => {
  const [a, b] = [panel.button(0, 0, 50, 50), panel.button(100, 0, 50, 50)];
  const style = lvgl.createStyle();
  for (const button of [a, b]) {
    lvgl.removeLocalStyle(button, 'bgColor');
    lvgl.addStyle(button, style);
  }
  lvgl.setStyleValue(style, 'bgColor', 0x123456);
  lvgl.styleChanged(style);
  panel.run(50);
  assert.deepEqual([panel.pixel(25, 25), panel.pixel(125, 25)], [0x123456, 0x123456]);
  const disabled = lvgl.createStyle();
  lvgl.setStyleValue(disabled, 'bgColor', 0x999999);
  lvgl.addStyle(a, disabled, 'main', 'disabled');
  lvgl.setState(a, 'disabled', true);
  panel.run(50);
  assert.deepEqual([panel.pixel(25, 25), panel.pixel(125, 25)], [0x999999, 0x123456]);
});
