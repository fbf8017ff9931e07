import type { View } from '#src/desk/view.ts';
import { cny } from '#src/money.ts';
import { createScreenHost } from '#ui/screen-host.ts';
import { duration, median, type Row } from './row.ts';

const touches = 60;
const warmUp = 10;
const frameMs = 1000 / 60;

const view: View = {
  language: 'zh-CN',
  theme: 'light',
  strip: {
    nowMs: Date.UTC(2026, 10, 23, 6, 32),
    network: 'ok',
    paper: 'ok',
    reader: 'ok',
    training: false,
    simulated: true,
  },
  screen: {
    name: 'amount',
    purpose: 'preauth',
    amount: cny(50_000),
    presets: [cny(20_000), cny(50_000), cny(100_000)],
    field: 'amount',
    canSubmit: true,
    maximum: cny(5_000_000),
    tooMuch: false,
  },
};

/**
 * From the finger on the glass to the first rectangle that may be sent to the panel: processor time, on LVGL’s
 * clock. Beside one copy of the whole frame in memory, and the time of one picture at 60 Hz.
 */
export function benchTouch(): readonly Row[] {
  let nowMs = 0;
  const host = createScreenHost({ profile: 'esign', now: () => nowMs });
  let flushed = Number.NaN;
  let start = 0;
  host.onFlush(() => {
    if (Number.isNaN(flushed)) flushed = performance.now() - start;
  });
  const run = (ms: number): void => {
    for (const end = nowMs + ms; nowMs < end; ) {
      nowMs += 10;
      host.tick(nowMs);
    }
  };
  host.show(view);
  run(300);
  const copy = new Uint8Array(host.frame.length);
  const spent: number[] = [];
  const copies: number[] = [];
  for (let i = 0; i < touches + warmUp; i++) {
    const at = host.locate({ id: `digit-${(i % 9) + 1}` });
    if (at === undefined) throw new Error('the keypad of the bench has no digits');
    flushed = Number.NaN;
    start = performance.now();
    host.pointer(at.x, at.y, true);
    for (let ticks = 0; ticks < 20 && Number.isNaN(flushed); ticks++) run(10);
    if (Number.isNaN(flushed)) throw new Error('a touch paints nothing');
    if (i >= warmUp) spent.push(flushed);
    host.pointer(at.x, at.y, false);
    run(300);
    const begin = performance.now();
    copy.set(host.frame);
    if (i >= warmUp) copies.push(performance.now() - begin);
  }
  host.dispose();
  const ours = median(spent);
  const memcpy = median(copies);
  const what = 'glass: touch → first painted rectangle';
  return [
    {
      what,
      ours: duration(ours),
      peer: 'one picture at 60 Hz',
      theirs: duration(frameMs),
      ratio: ours / frameMs,
      wanted: '≤ 1',
    },
    {
      what,
      ours: duration(ours),
      peer: `one copy of the frame (${Math.round(copy.length / 1024)} KiB)`,
      theirs: duration(memcpy),
      ratio: ours / memcpy,
    },
  ];
}
