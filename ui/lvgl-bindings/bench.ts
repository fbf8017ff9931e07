/**
 * What drawing costs on this machine: `bash scripts/node ui/lvgl-bindings/bench.ts`.
 * 480 x 800, a keypad of twelve buttons with text and an amount.
 */
import { fileURLToPath } from 'node:url';
import * as lvgl from 'lvgl-bindings';

export type BenchRow = { readonly what: string; readonly microseconds: number };

const FONT = new URL(
  '../../node_modules/@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  import.meta.url,
);
const [WIDTH, HEIGHT] = [480, 800];

function measure(what: string, times: number, once: (i: number) => void): BenchRow {
  for (let i = 0; i < times / 10; i++) once(i);
  const started = performance.now();
  for (let i = 0; i < times; i++) once(i);
  return { what, microseconds: ((performance.now() - started) / times) * 1000 };
}

function keypad(root: lvgl.ObjectHandle): { button: lvgl.ObjectHandle; amount: lvgl.ObjectHandle } {
  const font = lvgl.loadFont(fileURLToPath(FONT), 47);
  lvgl.setLocalStyle(root, 'bgColor', 0xf3f5f8);
  lvgl.setLocalStyle(root, 'bgOpa', 255);
  lvgl.setLocalStyle(root, 'font', font);
  const amount = lvgl.create('label', root);
  lvgl.setAlign(amount, 'top-right', -37, 90);
  const buttons = Array.from({ length: 12 }, (_, i) => {
    const button = lvgl.create('button', root);
    lvgl.setPosition(button, 18 + (i % 3) * 154, 260 + Math.floor(i / 3) * 98);
    lvgl.setSize(button, 136, 89);
    for (const [name, value] of [
      ['bgColor', 0xffffff],
      ['bgOpa', 255],
      ['radius', 18],
    ] as const) {
      lvgl.setLocalStyle(button, name, value);
    }
    lvgl.setLocalStyle(button, 'bgColor', 0xd3dae4, 'main', 'pressed');
    const label = lvgl.create('label', button);
    lvgl.setText(label, String(i));
    lvgl.setAlign(label, 'center', 0, 0);
    return button;
  });
  return { button: buttons[0]!, amount };
}

/** Opens the display of this process for the time of the measurement. */
export function bench(): BenchRow[] {
  const frame = new Uint8Array(WIDTH * HEIGHT * 4);
  const root = lvgl.createDisplay({ width: WIDTH, height: HEIGHT, frame });
  const { button, amount } = keypad(root);
  lvgl.tick(0);
  lvgl.refresh();
  const rows = [
    measure('setter (position)', 200_000, (i) => lvgl.setPosition(amount, i % 2, 0)),
    measure('full redraw', 1000, () => {
      lvgl.invalidate(root);
      lvgl.refresh();
    }),
    measure('one button redrawn', 20_000, () => {
      lvgl.invalidate(button);
      lvgl.refresh();
    }),
    measure('touch to painted press', 10_000, (i) => lvgl.pointer(60, 300, i % 2 === 0)),
    measure('amount set and painted', 5000, (i) => {
      lvgl.setText(amount, `¥${i}.00`);
      lvgl.refresh();
    }),
    measure('label made and deleted', 20_000, () => lvgl.destroy(lvgl.create('label', root))),
  ];
  lvgl.dispose();
  return rows;
}

if (import.meta.main) {
  for (const { what, microseconds } of bench()) {
    console.log(`${what.padEnd(26)} ${microseconds.toFixed(2).padStart(9)} µs`);
  }
  console.log(`resident ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB`);
}
