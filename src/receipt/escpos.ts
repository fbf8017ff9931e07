import iconv from 'iconv-lite';
import { concat } from '../bytes.ts';
import type { SlipLine, TextSize } from './line.ts';
import { type Width, widthOf, wrap } from './wrap.ts';

export type Paper = {
  /** Characters of the normal size on a line. */
  readonly columns: 32 | 42 | 48;
  /** What the printer's Chinese font understands. */
  readonly codePage: 'gb18030';
};

const esc = 0x1b;
const gs = 0x1d;
const fs = 0x1c;

const initialise = [esc, 0x40];
/** Chinese character mode: two bytes from 0x81 up are one character. */
const chineseMode = [fs, 0x26];
const lineFeed = 0x0a;

const alignments = { left: 0, center: 1, right: 2 } as const;
const align = (to: keyof typeof alignments) => [esc, 0x61, alignments[to]];
const bold = (on: boolean) => [esc, 0x45, on ? 1 : 0];
/** Width in the high nibble, height in the low one, each less one. */
const sizes: Readonly<Record<TextSize, number>> = { normal: 0x00, tall: 0x01, large: 0x11 };
const size = (of: TextSize) => [gs, 0x21, sizes[of]];
/** Feeds the slip past the knife and cuts all but one point. */
const cut = [gs, 0x56, 66, 0];

/** ESC/POS bytes of a slip, from initialisation to the last line; `cut` lines cut. */
export function encodeSlip(lines: readonly SlipLine[], paper: Paper): Uint8Array {
  return concat(
    Uint8Array.from([...initialise, ...chineseMode]),
    ...lines.map((line) => encodeLine(line, paper)),
  );
}

function encodeLine(line: SlipLine, { columns }: Paper): Uint8Array {
  switch (line.type) {
    case 'text': {
      const style = { size: line.size ?? 'normal', bold: line.bold ?? false };
      const rows = wrap(printable(line.text), room(columns, style.size), columnsOf);
      return styled(rows, { ...style, align: line.align ?? 'left' });
    }
    case 'pair': {
      const style = { size: line.size ?? 'normal', bold: line.bold ?? false };
      const [left, right] = [printable(line.left), printable(line.right)];
      return pairRows(left, right, room(columns, style.size), style);
    }
    case 'rule': {
      const row = (line.style === 'double' ? '=' : '-').repeat(columns);
      return styled([row], { size: 'normal', bold: false, align: 'left' });
    }
    case 'space':
      return new Uint8Array(line.lines).fill(lineFeed);
    case 'qr':
      return encodeQr(line.text, columns);
    case 'cut':
      return Uint8Array.from(cut);
  }
}

type Style = { readonly size: TextSize; readonly bold: boolean };

function pairRows(left: string, right: string, columns: number, style: Style): Uint8Array {
  const space = columns - widthOf(left, columnsOf) - widthOf(right, columnsOf);
  if (space >= 1) return styled([left + ' '.repeat(space) + right], { ...style, align: 'left' });
  return concat(
    styled(wrap(left, columns, columnsOf), { ...style, align: 'left' }),
    styled(wrap(right, columns, columnsOf), { ...style, align: 'right' }),
  );
}

function styled(
  rows: readonly string[],
  style: Style & { readonly align: keyof typeof alignments },
): Uint8Array {
  return concat(
    Uint8Array.from([...align(style.align), ...bold(style.bold), ...size(style.size)]),
    ...rows.map((row) => concat(encode(row), Uint8Array.of(lineFeed))),
  );
}

/** Columns of a line at this size. */
const room = (columns: number, of: TextSize): number =>
  of === 'large' ? Math.floor(columns / 2) : columns;

const encode = (text: string): Uint8Array => iconv.encode(text, 'gb18030');

/** One byte is one column, everything else is a Chinese character's box. */
const columnsOf: Width = (character) => (encode(character).length === 1 ? 1 : 2);

/**
 * Only what the printer's font can show: no control character reaches the printer (it would be a command),
 * the yen sign takes its full-width form, and what lies outside the two-byte area becomes a box.
 */
function printable(text: string): string {
  let out = '';
  for (const character of text.normalize('NFC')) {
    if (/\p{M}|\p{Cf}/u.test(character)) continue;
    if (/\p{C}|\p{Zl}|\p{Zp}/u.test(character)) out += ' ';
    else if (character === '\u00a5') out += '\uffe5';
    else out += encode(character).length > 2 ? '□' : character;
  }
  return out;
}

/** GS ( k, symbol type 49: model 2, dots a module, error correction M, data, print (Epson ESC/POS reference). */
function encodeQr(text: string, columns: number): Uint8Array {
  const data = new TextEncoder().encode(text);
  const length = data.length + 3;
  if (length > 0xffff || data.length > 1000) throw new Error('slip: the code is too long');
  const command = (...parameters: number[]) => [gs, 0x28, 0x6b, ...parameters];
  return Uint8Array.from([
    ...align('center'),
    ...command(4, 0, 49, 65, 50, 0),
    ...command(3, 0, 49, 67, columns === 32 ? 5 : 6),
    ...command(3, 0, 49, 69, 49),
    ...command(length & 0xff, length >> 8, 49, 80, 48, ...data),
    ...command(3, 0, 49, 81, 48),
    lineFeed,
    ...align('left'),
  ]);
}
