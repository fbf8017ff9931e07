import iconv from 'iconv-lite';
import { readEscPos, type Token } from './reader.ts';

export type Glyph = {
  readonly character: string;
  /** Left edge in dots. */
  readonly x: number;
  /** Dots of the cell: 12 or 24, times the width. */
  readonly cell: number;
};

export type Bitmap = {
  readonly widthBytes: number;
  readonly rows: number;
  readonly bits: Uint8Array;
};

/** What stands on the paper, from top to bottom. */
export type Printed =
  | {
      readonly type: 'line';
      readonly glyphs: readonly Glyph[];
      readonly width: 1 | 2;
      readonly height: 1 | 2;
      readonly bold: boolean;
      /** Dots that the line takes up. */
      readonly dots: number;
    }
  | {
      readonly type: 'qr';
      readonly text: string;
      readonly module: number;
      readonly level: 'L' | 'M' | 'Q' | 'H';
      readonly align: Align;
    }
  | { readonly type: 'image'; readonly bitmap: Bitmap; readonly align: Align }
  | { readonly type: 'feed'; readonly dots: number }
  | { readonly type: 'cut' };

type Align = 'left' | 'center' | 'right';

type Sheet = {
  readonly printed: readonly Printed[];
  /** Commands that the printer did not understand, and one that the stream broke off in. */
  readonly unknown: readonly string[];
};

const dotsOfColumn = 12;
const lineDots = 32;
const aligns: readonly Align[] = ['left', 'center', 'right'];
const levels = ['L', 'M', 'Q', 'H'] as const;
const mostPrinted = 5000;

/** A printer of so many columns: obeys an ESC/POS stream and keeps what comes out. */
export function printOn(columns: number, escPos: Uint8Array): Sheet {
  const printer = new Printer(columns * dotsOfColumn);
  for (const token of readEscPos(escPos)) {
    if (printer.printed.length >= mostPrinted) break;
    printer.take(token);
  }
  printer.endLine(false);
  return { printed: printer.printed, unknown: printer.unknown };
}

class Printer {
  readonly printed: Printed[] = [];
  readonly unknown: string[] = [];
  readonly #paperDots: number;
  #line: Glyph[] = [];
  #used = 0;
  #align: Align = 'left';
  #bold = false;
  #width: 1 | 2 = 1;
  #height: 1 | 2 = 1;
  #chinese = true;
  #qr = { module: 3, level: 'L' as (typeof levels)[number], data: new Uint8Array() };

  constructor(paperDots: number) {
    this.#paperDots = paperDots;
  }

  take(token: Token): void {
    if (token.type === 'text') this.#text(token.bytes);
    else if (token.type === 'command') Printer.#commands[token.name]?.(this, token.parameters);
    else if (token.type !== 'control') this.#complain(token.name);
    else if (token.code === 0x0a) this.endLine(true);
    else if (token.code === 0x09) this.#text(Uint8Array.of(0x20));
  }

  #complain(name: string): void {
    if (this.unknown.length < 20) this.unknown.push(name);
  }

  #text(bytes: Uint8Array): void {
    const text = iconv.decode(Buffer.from(bytes), this.#chinese ? 'gb18030' : 'latin1');
    for (const character of text) {
      const isNarrow = (character.codePointAt(0) ?? 0) < 0x80;
      const cell = dotsOfColumn * (isNarrow ? 1 : 2) * this.#width;
      if (this.#used + cell > this.#paperDots) this.endLine(true);
      this.#line.push({ character, x: this.#used, cell });
      this.#used += cell;
    }
  }

  /** Prints what has come together; an empty line feeds when it was asked for. */
  endLine(feedsEmpty: boolean): void {
    const dots = lineDots * this.#height - (this.#height === 2 ? 8 : 0);
    if (this.#line.length === 0) {
      if (feedsEmpty) this.printed.push({ type: 'feed', dots: lineDots });
      return;
    }
    const free = this.#paperDots - this.#used;
    const shift =
      this.#align === 'left' ? 0 : this.#align === 'right' ? free : Math.floor(free / 2);
    const glyphs = this.#line.map((glyph) => ({ ...glyph, x: glyph.x + shift }));
    const { width, height, bold } = { width: this.#width, height: this.#height, bold: this.#bold };
    this.printed.push({ type: 'line', glyphs, width, height, bold, dots });
    this.#line = [];
    this.#used = 0;
  }

  /** The commands that show on the paper, by their first two bytes. */
  static readonly #commands: Readonly<Record<string, (on: Printer, by: Uint8Array) => void>> = {
    '\x1b@': (on) => on.#reset(),
    '\x1ba': (on, by) => on.#setAlign((by[0] ?? 0) % 48),
    '\x1bE': (on, by) => on.#setBold(((by[0] ?? 0) & 1) === 1),
    '\x1bG': (on, by) => on.#setBold(((by[0] ?? 0) & 1) === 1),
    '\x1b!': (on, by) => {
      on.#setBold(((by[0] ?? 0) & 0x08) !== 0);
      on.#resize(((by[0] ?? 0) & 0x20) !== 0, ((by[0] ?? 0) & 0x10) !== 0);
    },
    '\x1c!': (on, by) => on.#resize(((by[0] ?? 0) & 0x04) !== 0, ((by[0] ?? 0) & 0x08) !== 0),
    '\x1d!': (on, by) => on.#resize(((by[0] ?? 0) & 0x70) !== 0, ((by[0] ?? 0) & 0x07) !== 0),
    '\x1bd': (on, by) => on.#feed((by[0] ?? 0) * lineDots),
    '\x1bJ': (on, by) => on.#feed(by[0] ?? 0),
    '\x1c&': (on) => on.#setChinese(true),
    '\x1c.': (on) => on.#setChinese(false),
    '\x1bi': (on) => on.#cut(),
    '\x1bm': (on) => on.#cut(),
    '\x1dV': (on) => on.#cut(),
    '\x1dv': (on, by) => on.#raster(by),
    '\x1d(': (on, by) => {
      if (by[0] === 0x6b) on.#symbol(by.subarray(3));
    },
  };

  #setAlign(to: number): void {
    this.#align = aligns[to] ?? 'left';
  }

  #setBold(bold: boolean): void {
    this.#bold = bold;
  }

  #setChinese(chinese: boolean): void {
    this.#chinese = chinese;
  }

  #feed(dots: number): void {
    this.endLine(false);
    this.printed.push({ type: 'feed', dots });
  }

  #cut(): void {
    this.endLine(false);
    this.printed.push({ type: 'cut' });
  }

  #reset(): void {
    this.endLine(false);
    this.#align = 'left';
    this.#bold = false;
    this.#chinese = true;
    this.#resize(false, false);
  }

  #resize(wide: boolean, tall: boolean): void {
    // A line already begun is printed in the size it was set in.
    this.#width = wide ? 2 : 1;
    this.#height = tall ? 2 : 1;
  }

  /** GS v 0: m, width in bytes, rows, then one bit a dot. */
  #raster(parameters: Uint8Array): void {
    this.endLine(false);
    const word = (at: number) => (parameters[at] ?? 0) + 256 * (parameters[at + 1] ?? 0);
    const bitmap = { widthBytes: word(2), rows: word(4), bits: parameters.slice(6) };
    this.printed.push({ type: 'image', bitmap, align: this.#align });
  }

  /** GS ( k with symbol type 49: the functions of a QR code. */
  #symbol(body: Uint8Array): void {
    const [type, what, first = 0] = body;
    if (type !== 49) return;
    if (what === 67) this.#qr.module = Math.min(16, Math.max(1, first));
    if (what === 69) this.#qr.level = levels[first - 48] ?? 'L';
    if (what === 80) this.#qr.data = body.slice(3);
    if (what === 81 && this.#qr.data.length > 0) {
      this.endLine(false);
      const text = new TextDecoder().decode(this.#qr.data);
      const { module, level } = this.#qr;
      this.printed.push({ type: 'qr', text, module, level, align: this.#align });
    }
  }
}
