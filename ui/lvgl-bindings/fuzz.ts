/**
 * Random calls, right and wrong, from a seed: none may crash the process or end in anything but
 * a typed error. `bash scripts/node ui/lvgl-bindings/fuzz.ts [calls] [seed] [trace]`; the trace
 * is a file that holds the last call when the process dies.
 */
import { openSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import * as lvgl from 'lvgl-bindings';

export type FuzzResult = {
  readonly calls: number;
  readonly seed: number;
  /** How often each error code came. */
  readonly errors: ReadonlyMap<string, number>;
  readonly seconds: number;
};

const FONT = new URL(
  '../../node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  import.meta.url,
);
const CLASSES = [
  'box',
  'label',
  'button',
  'image',
  'qrcode',
  'textarea',
  'bar',
  'arc',
  'line',
  'canvas',
] as const;
const WORDS = [
  '',
  'x',
  '预授权 ¥500.00',
  'a\nb\n\nc',
  'W'.repeat(300),
  '\u{1f4b3}\ud800',
  'a\0b',
  '…·’',
];
const ABSURD = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -1,
  0.5,
  2 ** 31,
  2 ** 32,
  -(2 ** 53),
  1e300,
  '7',
  null,
  undefined,
  {},
  [],
  true,
  Symbol.iterator,
  10n,
  () => 0,
  new Uint8Array(3),
  lvgl.pct(101),
] as const;

/** Marsaglia's xorshift: small, and the same everywhere. */
function generator(seed: number): (below: number) => number {
  let state = seed | 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

type Maker = 'create' | 'createStyle' | 'loadFont' | 'createImage';
type Call = (...args: unknown[]) => unknown;
const NAMES = new Map(Object.entries(lvgl).map(([name, call]) => [call as unknown, name]));

class Fuzzer {
  readonly #random: (below: number) => number;
  readonly errors = new Map<string, number>();
  readonly #trace: ((line: string) => void) | undefined;
  #root = 0;
  /** Handles by what made them, some of them dead. */
  #made: Record<Maker, number[]> = { create: [], createStyle: [], loadFont: [], createImage: [] };
  #nowMs = 0;
  readonly #calls: readonly (readonly [weight: number, make: () => [Call, unknown[]]])[];

  constructor(seed: number, trace?: (line: string) => void) {
    this.#trace = trace;
    this.#random = generator(seed);
    this.#calls = this.#table();
  }

  run(calls: number): void {
    this.#open();
    const weights = this.#calls.reduce((sum, [weight]) => sum + weight, 0);
    for (let i = 0; i < calls; i++) {
      if (i % 20_000 === 19_999) this.#reopen();
      if (i % 200 === 0) this.#forget();
      let pick = this.#random(weights);
      const row = this.#calls.find(([weight]) => {
        pick -= weight;
        return pick < 0;
      });
      if (row) this.#attempt(...row[1]());
    }
    lvgl.dispose();
  }

  #open(): void {
    const [width, height] = [64 + this.#random(100), 64 + this.#random(100)];
    const frame = new Uint8Array(width * height * 4);
    this.#root = lvgl.createDisplay({ width, height, frame });
    this.#nowMs = 0;
  }

  #reopen(): void {
    lvgl.dispose();
    this.#open();
  }

  /** Most of the dead are forgotten, some are kept to be used after their end. */
  #forget(): void {
    const kept = (handle: number) => lvgl.isAlive(handle) || this.#random(8) === 0;
    this.#made.create = this.#made.create.filter(kept);
    for (const handles of Object.values(this.#made)) handles.splice(0, handles.length - 300);
  }

  #attempt(call: Call, args: unknown[]): void {
    if (this.#random(25) === 0) args[this.#random(args.length + 1)] = this.#of(ABSURD);
    if (this.#random(200) === 0) args.length = this.#random(args.length + 1);
    this.#trace?.(`${NAMES.get(call)} ${inspect(args)}`);
    try {
      const result = call(...args);
      const made = this.#made[NAMES.get(call) as Maker];
      if (made && typeof result === 'number') made.push(result);
    } catch (error) {
      if (!(error instanceof lvgl.LvglError)) throw error;
      this.errors.set(error.code, (this.errors.get(error.code) ?? 0) + 1);
    }
  }

  #of<T>(list: readonly T[]): T {
    return list[this.#random(list.length)] as T;
  }

  /** A handle of this kind, or rarely of another one, or none at all. */
  #handle(maker: Maker): number {
    const kind = this.#random(40);
    if (kind === 0) return this.#random(2 ** 32);
    if (kind === 1) return this.#of(this.#made[this.#of(MAKERS)]);
    if (kind < 4 && maker === 'create') return this.#root;
    return this.#of(this.#made[maker]) ?? this.#root;
  }

  /** Mostly sensible, sometimes at or over the edge. */
  #number(below = 200): number {
    const kind = this.#random(30);
    if (kind === 0) return this.#of([-1, 16_000, 16_001, -16_001, 32_767, 1e6, 2e6, 0x3fff_ffff]);
    if (kind === 1) return lvgl.pct(this.#random(110));
    if (kind === 2) return -this.#random(below);
    return this.#random(below);
  }

  #table(): [number, () => [Call, unknown[]]][] {
    const o = () => this.#handle('create');
    const s = () => this.#handle('createStyle');
    const f = () => this.#handle('loadFont');
    const image = () => this.#handle('createImage');
    const n = (below?: number) => this.#number(below);
    const flip = () => this.#random(2) === 0;
    const word = () => this.#of(WORDS);
    const part = () => this.#of(['main', 'scrollbar', 'indicator', 'cursor', 'knob']);
    const state = () => this.#of(['default', 'checked', 'focused', 'pressed', 'disabled', 'shy']);
    const property = () => this.#of([...lvgl.styleProperties(), 'layout']);
    const color = () => this.#random(0x100_0010);
    const value = () => (flip() ? n(300) : flip() ? color() : f());
    const row =
      (call: unknown, args: () => unknown[]): (() => [Call, unknown[]]) =>
      () => [call as Call, args()];
    return [
      [60, row(lvgl.create, () => [this.#of(CLASSES), o()])],
      [1, row(lvgl.create, () => ['window', o()])],
      [12, row(lvgl.destroy, () => [o()])],
      [1, row(lvgl.clean, () => [o()])],
      [20, row(lvgl.moveToIndex, () => [o(), n(5)])],
      [5, row(lvgl.setName, () => [o(), word()])],
      [30, row(lvgl.setFlag, () => [o(), this.#of(FLAGS), flip()])],
      [30, row(lvgl.setState, () => [o(), state(), flip()])],
      [10, row(lvgl.setOverflow, () => [o(), n(220)])],
      [15, row(lvgl.listen, () => [o(), this.#of(EVENTS)])],
      [40, row(lvgl.setText, () => [o(), word()])],
      [10, row(lvgl.setLongMode, () => [o(), this.#of(['wrap', 'dots', 'clip', 'scroll'])])],
      [20, row(lvgl.setValue, () => [o(), n(), n(), n()])],
      [5, row(lvgl.setArcRotation, () => [o(), n(370)])],
      [10, row(lvgl.setPosition, () => [o(), n(), n()])],
      [25, row(lvgl.setSize, () => [o(), n(), this.#of([n(), lvgl.CONTENT])])],
      [15, row(lvgl.setAlign, () => [o(), this.#of(ALIGNMENTS), n(), n()])],
      [5, row(lvgl.setExtendedTouch, () => [o(), n()])],
      [20, row(lvgl.setFlex, () => [o(), this.#of(FLOWS), ...this.#flex()])],
      [15, row(lvgl.setFlexGrow, () => [o(), n(4)])],
      [15, row(lvgl.setGrid, () => [o(), this.#tracks(), this.#tracks()])],
      [15, row(lvgl.setGridCell, () => [o(), n(3), n(3), n(3), n(3), this.#grid(), this.#grid()])],
      [5, row(lvgl.clearLayout, () => [o()])],
      [10, row(lvgl.setScrollDirection, () => [o(), this.#of(['vertical', 'both', 'none', 'up'])])],
      [10, row(lvgl.scrollTo, () => [o(), n(), n(), flip()])],
      [10, row(lvgl.scrollIntoView, () => [o(), flip()])],
      [5, row(lvgl.scrollPosition, () => [o()])],
      [5, row(lvgl.setPlaceholder, () => [o(), word()])],
      [5, row(lvgl.setTextAreaMode, () => [o(), flip(), flip()])],
      [5, row(lvgl.setMaxLength, () => [o(), n()])],
      [5, row(lvgl.setCursor, () => [o(), n()])],
      [10, row(lvgl.insertText, () => [o(), word()])],
      [10, row(lvgl.deleteLetter, () => [o()])],
      [5, row(lvgl.setQr, () => [o(), word(), n(400), color(), color()])],
      [5, row(lvgl.createStyle, () => [])],
      [20, row(lvgl.setStyleValue, () => [s(), property(), value()])],
      [3, row(lvgl.resetStyle, () => [s()])],
      [5, row(lvgl.styleChanged, () => [s()])],
      [20, row(lvgl.addStyle, () => [o(), s(), part(), state()])],
      [10, row(lvgl.removeStyle, () => [o(), s(), part(), state()])],
      [60, row(lvgl.setLocalStyle, () => [o(), property(), value(), part(), state()])],
      [20, row(lvgl.removeLocalStyle, () => [o(), property(), part(), state()])],
      [1, row(lvgl.loadFont, () => [fileURLToPath(FONT), 8 + this.#random(40)])],
      [1, row(lvgl.loadFont, () => [this.#of(['/nowhere', '/bin/sh', '', '/']), n()])],
      [3, row(lvgl.textWidth, () => [f(), word()])],
      [5, row(lvgl.createImage, () => this.#pixels())],
      [3, row(lvgl.deleteImage, () => [image()])],
      [15, row(lvgl.setImage, () => [o(), image()])],
      [5, row(lvgl.setCanvas, () => [o(), n(40), n(40)])],
      [5, row(lvgl.fillCanvas, () => [o(), n(), n(), n(), n(), color(), n(256)])],
      [10, row(lvgl.setPoints, () => [o(), Array.from({ length: this.#random(9) }, () => n())])],
      [40, row(lvgl.pointer, () => [n(), n(), flip()])],
      [15, row(lvgl.key, () => [this.#of([...Object.keys(lvgl.KEYS), '7', '¥', 'no']), flip()])],
      [8, row(lvgl.focus, () => [o()])],
      [1, row(lvgl.longPressTimes, () => [n(), n()])],
      [40, row(lvgl.tick, () => this.#later())],
      [5, row(lvgl.refresh, () => [])],
      [3, row(lvgl.dump, () => [o()])],
      [3, row(lvgl.place, () => [o()])],
      [1, row(lvgl.warnings, () => [])],
      [1, row(lvgl.createDisplay, () => [{ width: 9, height: 9, frame: new Uint8Array(324) }])],
    ];
  }

  #later(): [number] {
    this.#nowMs += this.#random(50);
    return [this.#random(100) === 0 ? this.#nowMs - 1000 : this.#nowMs];
  }

  #flex(): string[] {
    const one = (): string => this.#of(['start', 'center', 'end', 'between', 'around', 'stretch']);
    return [one(), one(), one()];
  }

  #grid(): string {
    return this.#of(['start', 'center', 'end', 'stretch', 'between']);
  }

  #tracks(): number[] {
    return Array.from({ length: this.#random(5) }, () => this.#random(60) - 4);
  }

  #pixels(): unknown[] {
    const [width, height] = [1 + this.#random(30), 1 + this.#random(30)];
    const deep = this.#random(2) === 0;
    const bytes = new Uint8Array(width * height * (deep ? 4 : 1)).fill(this.#random(256));
    return [width, height, deep ? 'ARGB8888' : 'A8', bytes];
  }
}

const MAKERS: Maker[] = ['create', 'createStyle', 'loadFont', 'createImage'];
const FLAGS = [
  'hidden',
  'clickable',
  'checkable',
  'scrollable',
  'scroll-elastic',
  'scroll-momentum',
  'press-lock',
  'ignore-layout',
  'floating',
  'state-trickle',
  'user',
];
const EVENTS = [
  'pressed',
  'press-lost',
  'short-clicked',
  'long-pressed',
  'long-pressed-repeat',
  'clicked',
  'released',
  'scroll',
  'key',
  'focused',
  'value-changed',
  'deleted',
  'draw',
];
const ALIGNMENTS = ['default', 'top-left', 'center', 'bottom-right', 'left', 'middle'];
const FLOWS = ['row', 'column', 'row-wrap', 'column-wrap', 'diagonal'];

/** `calls` random calls from `seed`; throws what is no typed error. */
export function fuzz(calls: number, seed: number, trace?: (line: string) => void): FuzzResult {
  const started = performance.now();
  const fuzzer = new Fuzzer(seed, trace);
  fuzzer.run(calls);
  const seconds = (performance.now() - started) / 1000;
  return { calls, seed, errors: fuzzer.errors, seconds };
}

if (import.meta.main) {
  const calls = Number(process.argv[2] ?? 1_000_000);
  const seed = Number(process.argv[3] ?? Date.now() % 1e9);
  console.log(`seed ${seed}`);
  const file = process.argv[4] === undefined ? undefined : openSync(process.argv[4], 'w');
  const trace =
    file === undefined ? undefined : (line: string) => void writeSync(file, `${line}\n`);
  const { errors, seconds } = fuzz(calls, seed, trace);
  const refused = [...errors.values()].reduce((sum, count) => sum + count, 0);
  console.log(`${calls} calls in ${seconds.toFixed(1)} s, ${Math.round(calls / seconds)} a second`);
  console.log(`${refused} typed errors:`, Object.fromEntries(errors));
}
